import { z } from 'zod';
import { Week } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { type Chase, ChaseUnits, owedByUnit, whyNotChase } from '#shared/returns/chases.ts';
import { whyNotTake } from '#shared/returns/checks.ts';
import { accepted, sentBack, whyNotAccept, whyNotAsk, whyNotOwe, whyNotSendBack, whyNotSubmit } from '#shared/returns/rules.ts';
import { SendBackReturn, SubmitReturn, WeeklyReturn } from '#shared/returns/schema.ts';
import { countLines, ownFirst } from '#shared/returns/sheet.ts';
import { returnWorkbook } from '#shared/returns/workbook.ts';
import { dispatchChase } from '../channels/chase.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { writeXlsx } from '../kit/xlsx.ts';
import * as projects from '../projects/store.ts';
import * as submissions from '../submissions/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as chases from './chase-store.ts';
import * as courses from './course-store.ts';
import { checkFacts, linesOf, sheetOf, sheetsOf, weekInHand } from './sheets.ts';
import * as returns from './store.ts';
import { keepReturn } from './submit.ts';
import { findTicked, tickOff } from './tick-off.ts';

export const returnsRouter = router({
  /** The officer's own projects with their forms: what they carry themselves first, and in it what is late. */
  mine: inDistrict.query(async ({ ctx }) => {
    const asked = { district: await districts.load(ctx.db, ctx.reach.districtId), reach: ctx.reach, now: ctx.now };
    const week = await weekInHand(ctx.db, asked);
    return { week, sheets: ownFirst(await sheetsOf(ctx.db, asked, week), ctx.actor.id) };
  }),

  /** One project's form; the office asks for it to fill it in for a unit. */
  form: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const asked = { district: await districts.load(ctx.db, ctx.reach.districtId), reach: ctx.reach, now: ctx.now };
    refuse(whyNotOwe(await projects.load(ctx.db, ctx.reach, input.projectId)));
    const week = await weekInHand(ctx.db, asked);
    return { week, sheet: await sheetOf(ctx.db, asked, week, input.projectId) };
  }),

  /** Who has and who has not returned in a week; null is the week in hand. */
  status: inDistrict.input(z.strictObject({ week: Week.nullable() })).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const week = await weekInHand(ctx.db, { district, now: ctx.now }, input.week);
    const lines = await linesOf(ctx.db, ctx.reach, week.week);
    const chased = await chases.lastOfWeek(ctx.db, ctx.reach.districtId, week.week);
    return { week, counts: countLines(lines), lines, chases: [...chased.values()] };
  }),

  /** Sends a return. What was sent before under the same key is answered as it stands and not done again. */
  submit: inDistrict.input(SubmitReturn).mutation(async ({ ctx, input }) => {
    const { key } = input;
    const earlier = key ? await submissions.find(ctx.db, ctx.actor.id, key) : null;
    if (earlier !== null) return returns.load(ctx.db, ctx.reach, WeeklyReturn.shape.id.parse(earlier));
    return ctx.change(async (tx) => {
      const asked = { district: await districts.load(tx, ctx.reach.districtId), reach: ctx.reach, now: ctx.now };
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const ticked = await findTicked(tx, ctx.reach, project.id, input.ticks);
      const week = await weekInHand(tx, asked, input.week);
      const [before = null] = await returns.ofWeek(tx, ctx.reach, input.week, project.id);
      refuse(whyNotSubmit({ ...week, project, state: before?.state ?? null }, ctx.actor));
      if (before && before.version !== input.version) throw await returns.conflict(tx, before);
      const facts = await checkFacts(tx, asked, week, project, input);
      refuse(whyNotTake(input, facts));
      const unit = await units.load(tx, project.unitId);
      const owner = { unitId: unit.id, unitName: unit.name, districtId: project.districtId };
      const { kept, happening } = await keepReturn(tx, ctx.reach, {
        form: input,
        before,
        owner,
        facts,
        due: week,
        newId: ctx.newId('weeklyReturn'),
        by: ctx,
      });
      await events.append(tx, ctx, happening);
      await tickOff(tx, ctx, ticked);
      if (key) await submissions.note(tx, { key, accountId: ctx.actor.id, entityId: kept.id, at: ctx.now });
      return kept;
    });
  }),

  /** The week's forms as a workbook to fill in; that it left the house is recorded. */
  workbook: inDistrict.mutation(async ({ ctx }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const asked = { district, reach: ctx.reach, now: ctx.now };
    const week = await weekInHand(ctx.db, asked);
    const sheet = returnWorkbook(week, await sheetsOf(ctx.db, asked, week), district.name);
    const bytes = await writeXlsx([sheet]);
    const file = { fileName: `${sheet.title}.xlsx`, rows: sheet.rows.length };
    await ctx.change((tx) => events.append(tx, ctx, { action: 'return.exported', id: week.week, after: file }));
    return { ...file, base64: Buffer.from(bytes).toString('base64') };
  }),

  accept: inDistrict.input(WeeklyReturn.pick({ id: true, version: true })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await returns.load(tx, ctx.reach, input.id);
      refuse(whyNotAccept(before.state, ctx.actor));
      const after = await returns.save(tx, ctx.reach, accepted({ ...before, version: input.version }));
      await events.append(tx, ctx, { action: 'return.accepted', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  sendBack: inDistrict.input(SendBackReturn).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const district = await districts.load(tx, ctx.reach.districtId);
      const before = await returns.load(tx, ctx.reach, input.id);
      const week = await weekInHand(tx, { district, now: ctx.now }, before.week);
      refuse(whyNotSendBack({ ...week, state: before.state }, ctx.actor));
      const after = await returns.save(tx, ctx.reach, sentBack({ ...before, version: input.version }, input.reason));
      await courses.countSentBack(tx, after.id);
      await events.append(tx, ctx, { action: 'return.sentBack', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** 催报: asks units for what they owe. Of several each is asked, or not for its own reason; answers who was asked. */
  chase: inDistrict.input(ChaseUnits).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      for (const unitId of input.unitIds) await units.requireIn(tx, districtId, unitId);
      const district = await districts.load(tx, districtId);
      const week = await weekInHand(tx, { district, now: ctx.now }, input.week);
      refuse(whyNotAsk(week, ctx.actor));
      const owed = owedByUnit(await linesOf(tx, ctx.reach, week.week));
      const last = await chases.lastOfWeek(tx, districtId, week.week);
      const asked: (Chase & { names: string[] })[] = [];
      for (const unitId of new Set(input.unitIds)) {
        const names = owed.get(unitId) ?? [];
        const refusal = whyNotChase(names.length, last.get(unitId) ?? null, ctx.now);
        // One unit alone is told why not; among several the others are asked all the same.
        if (refusal && input.unitIds.length === 1) refuse(refusal);
        if (refusal) continue;
        const chase = {
          id: ctx.newId('chase'),
          districtId,
          unitId,
          week: week.week,
          owed: names.length,
          at: ctx.now,
          byName: ctx.actor.name,
        };
        await chases.insert(tx, chase);
        await events.append(tx, ctx, { action: 'return.chased', id: chase.id, after: { ...chase, names, dueOn: week.dueOn } });
        asked.push({ ...chase, names });
      }
      if (asked.length === 0) refuse({ reason: 'nobody-to-chase' });
      const nameOf = new Map((await units.list(tx, districtId)).map((unit) => [unit.id, unit.shortName]));
      await dispatchChase(
        tx,
        { districtId, now: ctx.now, newId: ctx.newId, words: { ...week, districtName: district.name } },
        asked.map(({ unitId, names }) => ({ unitId, unitName: nameOf.get(unitId) ?? '', names })),
      );
      return asked.map(({ names: _names, ...chase }): Chase => chase);
    }),
  ),
});
