import { z } from 'zod';
import type { Actor } from '#shared/accounts/schema.ts';
import {
  consequenceOf,
  type FlagAct,
  missedByLamp,
  proposeByRule,
  streak,
  whyNotBasis,
  whyNotMoveFlag,
  whyNotPropose,
  whyNotProposeByRule,
} from '#shared/flags/rules.ts';
import { Flag, ProposeFlag } from '#shared/flags/schema.ts';
import type { Inspection } from '#shared/inspections/schema.ts';
import { dayOf, monthNumber, Quarter, quarterOf, yearOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { quarterLamps, ranking } from '../inspections/results.ts';
import * as inspections from '../inspections/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, type Reach, router } from '../trpc.ts';
import * as flags from './store.ts';

const OfQuarter = z.strictObject({ quarter: Quarter.optional() }).optional();
const Versioned = Flag.pick({ id: true, version: true });

/** What the rule says of a closed inspection's ranking. */
async function verdictsOf(db: Reader, inspection: Inspection) {
  const { month, lamps } = await quarterLamps(db, inspection);
  const missed = (entry: { projectId: Id<'project'> }) => missedByLamp(lamps.get(entry.projectId) ?? null, month && monthNumber(month));
  return proposeByRule(await ranking(db, inspection), inspection, missed);
}

/** What every new flag has in common. */
function proposal(districtId: Id<'unit'>, quarter: Quarter) {
  return { districtId, quarter, unitId: null, state: 'proposed', signedByName: null, version: 1 } as const;
}

/** The flag, once the table of its way allows the actor this act. */
async function ready(tx: Tx, ctx: { reach: Reach; actor: Pick<Actor, 'role'> }, id: Id<'flag'>, act: FlagAct): Promise<Flag> {
  const flag = await flags.load(tx, ctx.reach.districtId, id);
  refuse(whyNotMoveFlag(flag, act, ctx.actor.role, await inspections.find(tx, flag.districtId, flag.quarter)));
  return flag;
}

export const flagsRouter = router({
  /** A quarter's flags with their rows in a row. Those who are rated see what was announced, and nothing before. */
  list: inDistrict.input(OfQuarter).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const quarter = input?.quarter ?? quarterOf(dayOf(ctx.now));
    const earlier = await flags.announcedBefore(ctx.db, districtId, quarter);
    const isRated = ctx.actor.role === 'officer';
    const shown = (await flags.list(ctx.db, districtId, quarter)).filter((flag) => !isRated || flag.state === 'announced');
    return {
      quarter,
      flags: shown.map((flag) => {
        const held = earlier.filter((other) => other.projectId === flag.projectId && other.unitId === flag.unitId);
        const quartersInRow = streak(held, flag.colour, flag.quarter);
        return { ...flag, quartersInRow, consequence: consequenceOf(flag.colour, quartersInRow) };
      }),
    };
  }),

  /** How many announced flags each unit's projects hold in a quarter's year. */
  byUnit: inDistrict
    .input(z.strictObject({ quarter: Quarter }))
    .query(({ ctx, input }) => flags.byUnit(ctx.db, ctx.reach.districtId, yearOf(input.quarter))),

  propose: inDistrict.input(ProposeFlag).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const quarter = input.quarter ?? quarterOf(dayOf(ctx.now));
      const inspection = await inspections.find(tx, districtId, quarter);
      const entry = inspection && (await inspections.entryOf(tx, inspection.id, project.id));
      refuse(whyNotPropose(entry, await flags.find(tx, quarter, project.id), input));
      const flag: Flag = { ...proposal(districtId, quarter), ...input, id: ctx.newId('flag'), quarter };
      await flags.insert(tx, flag);
      await events.append(tx, ctx, { action: 'flag.proposed', id: flag.id, projectId: project.id, after: flag });
      return flag;
    }),
  ),

  /** What the rule would propose, and whom it leaves to people; nothing is written. */
  preview: inDistrict.input(OfQuarter).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const quarter = input?.quarter ?? quarterOf(dayOf(ctx.now));
    const inspection = await inspections.find(ctx.db, districtId, quarter);
    if (inspection?.state !== 'closed') return [];
    return (await verdictsOf(ctx.db, inspection)).map(({ entry, colour, outcome, basis }) => ({
      projectId: entry.projectId,
      colour,
      outcome,
      basis,
    }));
  }),

  /** Writes down what the rule proposes for projects that have no flag of the quarter yet. */
  proposeByRule: inDistrict.input(OfQuarter).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const quarter = input?.quarter ?? quarterOf(dayOf(ctx.now));
      const inspection = await inspections.find(tx, districtId, quarter);
      refuse(whyNotProposeByRule(inspection));
      if (!inspection) throw new DomainError('NOT_FOUND', { entity: 'inspection' });
      const flagged = new Set((await flags.ofQuarter(tx, districtId, quarter)).map((flag) => flag.projectId));
      const due = (await verdictsOf(tx, inspection)).filter((one) => one.outcome === 'proposed' && !flagged.has(one.entry.projectId));
      if (due.length === 0) throw new DomainError('REFUSED', { reason: 'nothing-to-propose' });
      for (const { entry, colour, basis } of due) {
        const flag: Flag = { ...proposal(districtId, quarter), id: ctx.newId('flag'), projectId: entry.projectId, colour, basis };
        await flags.insert(tx, flag);
        await events.append(tx, ctx, { action: 'flag.proposed', id: flag.id, projectId: entry.projectId, after: flag });
      }
      return { proposed: due.length };
    }),
  ),

  /** 联席评定: the office records that the review upheld the proposal, with its wording of the basis. */
  review: inDistrict.input(Versioned.extend({ basis: Flag.shape.basis.optional() })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await ready(tx, ctx, input.id, 'review');
      const basis = input.basis ?? before.basis;
      refuse(whyNotBasis(before.colour, basis));
      const after = await flags.save(tx, { ...before, state: 'reviewed', basis, version: input.version });
      await events.append(tx, ctx, { action: 'flag.moved', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** 签批: the leader's name stands with the flag from now on. */
  sign: inDistrict.input(Versioned).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await ready(tx, ctx, input.id, 'sign');
      const after = await flags.save(tx, { ...before, state: 'signed', signedByName: ctx.actor.name, version: input.version });
      await events.append(tx, ctx, { action: 'flag.moved', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  announce: inDistrict.input(Versioned).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await ready(tx, ctx, input.id, 'announce');
      const after = await flags.save(tx, { ...before, state: 'announced', version: input.version });
      await events.append(tx, ctx, { action: 'flag.announced', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** Takes a proposal back, or records that the review did not uphold it. */
  withdraw: inDistrict.input(Versioned.extend({ reason: z.string().trim().max(300).optional() })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await ready(tx, ctx, input.id, 'withdraw');
      await flags.remove(tx, { ...before, version: input.version });
      await events.append(tx, ctx, {
        action: 'flag.withdrawn',
        id: before.id,
        projectId: before.projectId,
        before,
        after: { reason: input.reason ?? null },
      });
      return { ok: true };
    }),
  ),
});
