import { z } from 'zod';
import { missedMonths } from '#shared/cuts/missed.ts';
import { accountDay } from '#shared/cycle/periods.ts';
import { addMonths, dayOf, lastDayOfMonth, Month, monthOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { type LampExemption, RecordExemption, whyNotExempt, whyNotWithdrawExemption } from '#shared/lamps/exemption.ts';
import { Rates } from '#shared/lamps/metrics.ts';
import { presets } from '#shared/lamps/presets/all.ts';
import { whyNotAdopt, whyNotCutMonth, whyNotOverride } from '#shared/lamps/rules.ts';
import { badness, Lamp, RuleSet } from '#shared/lamps/schema.ts';
import { TryRules } from '#shared/lamps/trial.ts';
import * as bulletins from '../bulletins/store.ts';
import { correctionsAfter } from '../cuts/corrections.ts';
import { takeCut } from '../cuts/freeze.ts';
import * as cuts from '../cuts/store.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { readMonth } from './month.ts';
import * as lamps from './store.ts';
import { recheck, tryRules } from './trial.ts';

const Attempt = z.number().int().positive();
const lampGroups = [...Lamp.options, 'unrated'] as const;
type LampGroup = (typeof lampGroups)[number];

/** How many months the page offers, how many a project shows, and how many rows of tasks are listed. */
const MONTHS_LISTED = 36;
const MONTHS_SHOWN = 12;
const MOST_LISTED = 1000;

const countOf = (ratings: readonly cuts.Rating[], rates: 'unit' | 'task') => ratings.filter((row) => row.rates === rates).length;

export const lampsRouter = router({
  /** The rule sets in force, those to choose from, and every version that the district has rated by. */
  ruleSets: inDistrict.query(async ({ ctx }) => {
    const { districtId } = ctx.reach;
    const current = [await lamps.ruleSetOf(ctx.db, districtId), ...(await lamps.otherRuleSets(ctx.db, districtId))];
    return { current, presets, history: await lamps.history(ctx.db, districtId) };
  }),

  /** Adopts a set as it is given: a preset, an earlier version or one made here. Adopting the one in force is refused. */
  adopt: inDistrict.input(z.strictObject({ ruleSet: RuleSet })).mutation(({ ctx, input: { ruleSet } }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const found = await lamps.inForce(tx, districtId, ruleSet.rates);
      const before = found?.ruleSet ?? (ruleSet.rates === 'project' ? await lamps.ruleSetOf(tx, districtId) : null);
      refuse(whyNotAdopt(ruleSet, before));
      const id = ctx.newId('ruleSet');
      await lamps.adopt(tx, { id, districtId, adoptedAt: ctx.now, byName: ctx.actor.name }, ruleSet);
      await events.append(tx, ctx, { action: 'ruleSet.adopted', id, before, after: ruleSet });
      return { id };
    }),
  ),

  /** Units or months' tasks are rated no more. Projects always are. */
  retire: inDistrict.input(z.strictObject({ rates: Rates.exclude(['project']) })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const found = await lamps.inForce(tx, ctx.reach.districtId, input.rates);
      if (!found) throw new DomainError('NOT_FOUND', { entity: 'ruleSet' });
      await lamps.retire(tx, found.id, ctx.now);
      await events.append(tx, ctx, { action: 'ruleSet.retired', id: found.id, before: found.ruleSet, after: { retiredAt: ctx.now } });
      return { id: found.id };
    }),
  ),

  /** Which lamps would turn under a set that is not adopted yet. It is asked by POST for its length, and writes nothing. */
  tryRules: inDistrict.input(TryRules).mutation(({ ctx, input }) => tryRules(ctx.db, ctx.reach.districtId, ctx.now, input)),

  /** A month at a glance: its cut and the versions of it, the rules it went by, how many have which lamp. */
  month: inDistrict.input(z.strictObject({ month: Month.optional(), attempt: Attempt.optional() })).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const current = monthOf(accountDay(dayOf(ctx.now)));
    const month = input.month ?? current;
    const found = await readMonth(ctx.db, { districtId, now: ctx.now, month, attempt: input.attempt ?? null });
    const cutSoFar = await cuts.monthsCut(ctx.db, districtId, MOST_LISTED);
    const missed = missedMonths(await cuts.firstReported(ctx.db, districtId), cutSoFar, addMonths(current, -1));
    const count = (lamp: LampGroup) => found.rows.filter((row) => (row.lamp ?? 'unrated') === lamp).length;
    return {
      ...{ month, current, months: cutSoFar.slice(0, MONTHS_LISTED), missed: missed.slice(-MONTHS_LISTED) },
      bulletin: (await bulletins.ofMonth(ctx.db, districtId, month))?.state ?? null,
      attempts: found.attempts.map(({ attempt, asOf, takenAt, byName, ruleSet }) => ({
        attempt,
        asOf,
        takenAt,
        byName,
        ruleSet: ruleSet.name,
      })),
      attempt: found.cut?.attempt ?? null,
      ruleSets: found.ruleSets,
      counts: { red: count('red'), yellow: count('yellow'), green: count('green'), unrated: count('unrated') },
      others: { unit: countOf(found.others, 'unit'), task: countOf(found.others, 'task') },
    };
  }),

  /** The projects of a month that have one lamp, each with the reasons, and with what the office said beside the rules. */
  rows: inDistrict
    .input(z.strictObject({ month: Month, attempt: Attempt.optional(), lamp: z.enum(lampGroups) }))
    .query(async ({ ctx, input }) => {
      const asked = { districtId: ctx.reach.districtId, now: ctx.now, month: input.month, attempt: input.attempt ?? null };
      const { rows } = await readMonth(ctx.db, asked);
      return rows
        .filter((row) => (row.lamp ?? 'unrated') === input.lamp)
        .map(({ projectId, name, unitName, leaderName, lamp, ruleLamp, override, reasons }) => {
          return { projectId, name, unitName, leaderName, lamp, ruleLamp, override, reasons };
        });
    }),

  /** The lamps of units or of months' tasks, the worst first, as far as a page can hold them. */
  others: inDistrict
    .input(z.strictObject({ month: Month, attempt: Attempt.optional(), rates: Rates.exclude(['project']) }))
    .query(async ({ ctx, input }) => {
      const asked = { districtId: ctx.reach.districtId, now: ctx.now, month: input.month, attempt: input.attempt ?? null };
      const { others } = await readMonth(ctx.db, asked);
      const bad = (lamp: Lamp | null) => (lamp === null ? -1 : badness[lamp]);
      return others
        .filter((row) => row.rates === input.rates)
        .sort((a, b) => bad(b.lamp) - bad(a.lamp))
        .slice(0, MOST_LISTED)
        .map(({ subjectId, name, month, lamp, result }) => ({ subjectId, name, month, lamp, reasons: result.reasons }));
    }),

  /** What was put right after a month was cut, and so enters the next one. */
  corrections: inDistrict
    .input(z.strictObject({ month: Month }))
    .query(({ ctx, input }) => correctionsAfter(ctx.db, ctx.reach.districtId, input.month)),

  /** Works a cut month out again by the rules and the facts of its time. */
  recheck: inDistrict.input(z.strictObject({ month: Month })).query(async ({ ctx, input }) => {
    const found = await recheck(ctx.db, ctx.reach.districtId, input.month);
    if (!found) throw new DomainError('NOT_FOUND', { entity: 'cut' });
    return found;
  }),

  /** What a project's lamps have behind them: every exemption, and the months that were cut with their reasons. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    const since = addMonths(monthOf(dayOf(ctx.now)), -MONTHS_SHOWN);
    return { exemptions: await lamps.exemptionsOf(ctx.db, project.id), months: await cuts.reasonsOf(ctx.db, project.id, since) };
  }),

  /** 正当理由 or 不可抗力: takes a dimension out of the count; the rule's own lamp stays beside it. */
  exempt: inDistrict.input(RecordExemption).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotExempt(input, dayOf(ctx.now)));
      const kept = { byName: ctx.actor.name, at: ctx.now, withdrawnAt: null, withdrawnBy: null, version: 1 };
      const exemption: LampExemption = { ...input, ...kept, id: ctx.newId('lampExemption') };
      await lamps.insertExemption(tx, exemption);
      await events.append(tx, ctx, { action: 'lampExemption.recorded', id: exemption.id, projectId: project.id, after: exemption });
      return exemption;
    }),
  ),

  withdrawExemption: inDistrict
    .input(z.strictObject({ id: idOf('lampExemption'), version: z.number().int().positive() }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const before = await lamps.loadExemption(tx, ctx.reach, input.id);
        refuse(whyNotWithdrawExemption(before));
        const withdrawn = { ...before, version: input.version, withdrawnAt: ctx.now, withdrawnBy: ctx.actor.name };
        const after = await lamps.saveExemption(tx, ctx.reach, withdrawn);
        await events.append(tx, ctx, { action: 'lampExemption.withdrawn', id: after.id, projectId: after.projectId, before, after });
        return after;
      }),
    ),

  /** Freezes a month: its lamps, with the figures and the rules behind them. Again until the bulletin is signed. */
  cut: inDistrict.input(z.strictObject({ month: Month })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, input.month);
      refuse(whyNotCutMonth(input.month, dayOf(ctx.now), bulletin?.state ?? null));
      const district = { id: ctx.reach.districtId };
      const id = await takeCut(tx, ctx, { district, kind: 'month', period: input.month, asOf: lastDayOfMonth(input.month) });
      if (bulletin) await bulletins.sayAnew(tx, bulletin);
      return { id };
    }),
  ),

  override: inDistrict
    .input(z.strictObject({ projectId: idOf('project'), month: Month, lamp: Lamp, reason: z.string().trim().min(2).max(200) }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const project = await projects.load(tx, ctx.reach, input.projectId);
        const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, input.month);
        refuse(whyNotOverride(bulletin?.state ?? null));
        const row = { ...input, id: ctx.newId('lampOverride'), byName: ctx.actor.name, at: ctx.now, version: 1 };
        const before = await lamps.setOverride(tx, row);
        if (bulletin) await bulletins.sayAnew(tx, bulletin);
        await events.append(tx, ctx, { action: 'lamp.overridden', id: row.id, projectId: project.id, before, after: input });
        return { id: row.id };
      }),
    ),

  withdrawOverride: inDistrict.input(z.strictObject({ projectId: idOf('project'), month: Month })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, input.month);
      refuse(whyNotOverride(bulletin?.state ?? null));
      const before = await lamps.dropOverride(tx, project.id, input.month);
      if (!before) throw new DomainError('NOT_FOUND', { entity: 'lampOverride' });
      if (bulletin) await bulletins.sayAnew(tx, bulletin);
      await events.append(tx, ctx, { action: 'lamp.overrideWithdrawn', id: project.id, projectId: project.id, before, after: input });
      return { ok: true };
    }),
  ),
});
