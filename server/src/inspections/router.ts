import { z } from 'zod';
import { groupFor } from '#shared/inspections/presets.ts';
import {
  moved,
  whyNotAddStop,
  whyNotClose,
  whyNotGroup,
  whyNotMoveEntry,
  whyNotOpen,
  whyNotPlan,
  whyNotReadResults,
  whyNotRemoveStop,
} from '#shared/inspections/rules.ts';
import { Entry, Inspection, PlanInspection } from '#shared/inspections/schema.ts';
import { dayOf, Quarter, quarterOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { keyAfter, type OrderKey } from '#shared/kit/rank.ts';
import * as events from '../events/store.ts';
import * as flags from '../flags/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { currentOrPreset, ensureInspection } from './ensure.ts';
import { resultsOf } from './results.ts';
import * as sheets from './sheets-store.ts';
import * as inspections from './store.ts';

const OfQuarter = z.strictObject({ quarter: Quarter.optional() }).optional();
const Versioned = Inspection.pick({ id: true, version: true });
/** Behind which stop; null is the route's beginning. */
const After = idOf('entry').nullable();

/** The stops as a list that a key is found in. */
function stopsOf(entries: readonly Entry[]): { id: Entry['id']; orderKey: OrderKey }[] {
  return entries.flatMap(({ id, routeKey }) => (routeKey ? [{ id, orderKey: routeKey }] : []));
}

export const inspectionsRouter = router({
  /** The quarter's plan: what the office prepares. Before the first change it is the preset. */
  current: inDistrict.input(OfQuarter).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const quarter = input?.quarter ?? quarterOf(dayOf(ctx.now));
    const inspection = await currentOrPreset(ctx.db, districtId, quarter);
    const entries = inspection.id ? await inspections.entriesOf(ctx.db, inspection.id) : [];
    const handedIn = inspection.id ? await sheets.all(ctx.db, inspection.id) : [];
    const named = await inspections.projectsOf(
      ctx.db,
      entries.map((entry) => entry.projectId),
    );
    const people = await inspections.inspectors(ctx.db, districtId);
    return {
      inspection,
      quarters: await inspections.quarters(ctx.db, districtId),
      entries: entries.map((entry) => {
        const project = named.find((one) => one.id === entry.projectId);
        const scoredBy = handedIn.filter((sheet) => sheet.entryId === entry.id).length;
        return { ...entry, projectName: project?.name ?? '', unitName: project?.unitName ?? '', scoredBy };
      }),
      inspectors: people.map((person) => ({ ...person, sheets: handedIn.filter((sheet) => sheet.inspectorId === person.id).length })),
    };
  }),

  plan: inDistrict.input(PlanInspection).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { version, ...plan } = input;
      const before = await inspections.find(tx, ctx.reach.districtId, plan.quarter);
      if (before && version === null) throw new DomainError('CONFLICT', { entity: 'inspection', newer: before });
      if (!before && version !== null) throw new DomainError('NOT_FOUND', { entity: 'inspection' });
      const entries = before ? await inspections.entriesOf(tx, before.id) : [];
      refuse(
        whyNotPlan(
          before ?? { state: 'planned', criteria: plan.criteria },
          plan,
          entries.map((entry) => entry.groupId),
        ),
      );
      const existing = before ?? (await ensureInspection(tx, ctx, ctx.reach.districtId, plan.quarter));
      const after = await inspections.save(tx, { ...existing, ...plan, version: version ?? existing.version });
      await events.append(tx, ctx, { action: 'inspection.updated', id: after.id, before: existing, after });
      return after;
    }),
  ),

  open: inDistrict.input(Versioned).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await inspections.load(tx, ctx.reach.districtId, input.id);
      const stops = (await inspections.entriesOf(tx, before.id)).filter((entry) => entry.routeKey !== null);
      refuse(whyNotOpen(before, stops.length));
      const after = await inspections.save(tx, { ...moved(before, 'open', ctx.now), version: input.version });
      await events.append(tx, ctx, { action: 'inspection.opened', id: after.id, after: { quarter: after.quarter, stops: stops.length } });
      return after;
    }),
  ),

  close: inDistrict.input(Versioned).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await inspections.load(tx, ctx.reach.districtId, input.id);
      const handedIn = await sheets.all(tx, before.id);
      refuse(whyNotClose(before, handedIn.length));
      const after = await inspections.save(tx, { ...moved(before, 'close', ctx.now), version: input.version });
      await events.append(tx, ctx, {
        action: 'inspection.closed',
        id: after.id,
        after: { quarter: after.quarter, scoresheets: handedIn.length },
      });
      return after;
    }),
  ),

  /** Puts a project on the route, behind a stop or at its end; one that was rated without a stop becomes one. */
  addStop: inDistrict
    .input(z.strictObject({ projectId: idOf('project'), quarter: Quarter.optional(), after: After.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const project = await projects.load(tx, ctx.reach, input.projectId);
        const quarter = input.quarter ?? quarterOf(dayOf(ctx.now));
        const inspection = await ensureInspection(tx, ctx, ctx.reach.districtId, quarter);
        const existing = await inspections.entryOf(tx, inspection.id, project.id);
        refuse(whyNotAddStop(inspection, project, existing));
        const routeKey = keyAfter(stopsOf(await inspections.entriesOf(tx, inspection.id)), input.after);
        if (existing) {
          const after = await inspections.saveEntry(tx, { ...existing, routeKey });
          await events.append(tx, ctx, { action: 'entry.moved', id: after.id, projectId: project.id, before: existing, after });
          return after;
        }
        const groupId = groupFor(project, inspection.groups);
        const entry: Entry = { id: ctx.newId('entry'), inspectionId: inspection.id, projectId: project.id, groupId, routeKey, version: 1 };
        await inspections.insertEntry(tx, entry);
        await events.append(tx, ctx, { action: 'entry.added', id: entry.id, projectId: project.id, after: entry });
        return entry;
      }),
    ),

  moveStop: inDistrict.input(Entry.pick({ id: true, version: true }).extend({ after: After })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await inspections.loadEntry(tx, ctx.reach.districtId, input.id);
      refuse(whyNotMoveEntry(await inspections.load(tx, ctx.reach.districtId, before.inspectionId)));
      const routeKey = keyAfter(stopsOf(await inspections.entriesOf(tx, before.inspectionId)), input.after, before.id);
      const after = await inspections.saveEntry(tx, { ...before, routeKey, version: input.version });
      await events.append(tx, ctx, { action: 'entry.moved', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** Takes an entry off the route: out of the inspection, or rated further without a stop. */
  removeStop: inDistrict
    .input(Entry.pick({ id: true, version: true }).extend({ keepRated: z.boolean().optional() }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const before = await inspections.loadEntry(tx, ctx.reach.districtId, input.id);
        const inspection = await inspections.load(tx, ctx.reach.districtId, before.inspectionId);
        if (input.keepRated) {
          refuse(whyNotMoveEntry(inspection));
          const after = await inspections.saveEntry(tx, { ...before, routeKey: null, version: input.version });
          await events.append(tx, ctx, { action: 'entry.moved', id: after.id, projectId: after.projectId, before, after });
          return { ok: true };
        }
        const flag = await flags.find(tx, inspection.quarter, before.projectId);
        refuse(whyNotRemoveStop(inspection, { sheets: await sheets.countOf(tx, before.id), isFlagged: flag !== null }));
        await inspections.removeEntry(tx, { ...before, version: input.version });
        await events.append(tx, ctx, { action: 'entry.withdrawn', id: before.id, projectId: before.projectId, before });
        return { ok: true };
      }),
    ),

  setGroup: inDistrict.input(Entry.pick({ id: true, version: true, groupId: true })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await inspections.loadEntry(tx, ctx.reach.districtId, input.id);
      refuse(whyNotGroup(await inspections.load(tx, ctx.reach.districtId, before.inspectionId), input.groupId));
      const after = await inspections.saveEntry(tx, { ...before, groupId: input.groupId, version: input.version });
      await events.append(tx, ctx, { action: 'entry.moved', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** The ranking group by group with its parts. Those who are rated see it once the scoring has ended. */
  results: inDistrict.input(OfQuarter).query(async ({ ctx, input }) => {
    const quarter = input?.quarter ?? quarterOf(dayOf(ctx.now));
    const inspection = await inspections.find(ctx.db, ctx.reach.districtId, quarter);
    if (!inspection) throw new DomainError('NOT_FOUND', { entity: 'inspection' });
    refuse(whyNotReadResults(inspection, ctx.actor.role));
    return { inspection, ...(await resultsOf(ctx.db, inspection)) };
  }),
});
