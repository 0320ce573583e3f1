import { z } from 'zod';
import { whyNotScore } from '#shared/inspections/rules.ts';
import { type Scoresheet, SubmitScoresheet } from '#shared/inspections/schema.ts';
import { addQuarters, dayOf, Quarter, quarterOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as events from '../events/store.ts';
import * as flags from '../flags/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { currentOrPreset } from './ensure.ts';
import * as sheets from './sheets-store.ts';
import * as inspections from './store.ts';

export const scoresheetsRouter = router({
  /** An inspector's round: the entries in the route's order, each with what to know on the spot and the own sheet. */
  mine: inDistrict.input(z.strictObject({ quarter: Quarter.optional() }).optional()).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const inspectorId = idOf('account').parse(ctx.actor.id);
    const quarter = input?.quarter ?? quarterOf(dayOf(ctx.now));
    const inspection = await currentOrPreset(ctx.db, districtId, quarter);
    // What is still being prepared is the office's: nobody is sent to a stop that may be taken off again.
    if (!inspection.id || inspection.state === 'planned') return { inspection, stops: [] };
    const entries = await inspections.entriesOf(ctx.db, inspection.id);
    const own = await sheets.own(ctx.db, inspection.id, inspectorId);
    const projectIds = entries.map((entry) => entry.projectId);
    const named = await inspections.projectsOf(ctx.db, projectIds);
    const figures = projectIds.length ? await loadFigures(ctx.db, { districtId, asOf: dayOf(ctx.now), projectIds }) : [];
    const previous = await flags.ofQuarter(ctx.db, districtId, addQuarters(quarter, -1));
    return {
      inspection,
      stops: entries.map((entry) => {
        const project = named.find((one) => one.id === entry.projectId);
        const facts = figures.find((one) => one.projectId === entry.projectId) ?? null;
        const lastFlag = previous.find((flag) => flag.projectId === entry.projectId && flag.state === 'announced');
        return {
          entryId: entry.id,
          projectName: project?.name ?? '',
          unitName: project?.unitName ?? '',
          groupId: entry.groupId,
          isStop: entry.routeKey !== null,
          figures: facts && {
            plannedToDate: facts.plannedToDate,
            doneThisYear: facts.doneThisYear,
            lamp: facts.lamp,
            reasons: facts.reasons,
            override: facts.override,
          },
          lastFlag: lastFlag?.colour ?? null,
          sheet: own.find((sheet) => sheet.entryId === entry.id) ?? null,
        };
      }),
    };
  }),

  submit: inDistrict.input(SubmitScoresheet).mutation(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const inspectorId = idOf('account').parse(ctx.actor.id);
    // A phone that lost the answer sends the same sheet again: it is there already and counts once.
    const twin = await sheets.find(ctx.db, input.entryId, inspectorId);
    if (twin && isSame(twin, input)) return twin;
    return ctx.change(async (tx) => {
      const entry = await inspections.loadEntry(tx, districtId, input.entryId);
      const inspection = await inspections.load(tx, districtId, entry.inspectionId);
      const before = await sheets.find(tx, entry.id, inspectorId);
      refuse(whyNotScore(inspection, { id: inspectorId, role: ctx.actor.role }, input.marks, before));
      const { version, ...given } = input;
      if (before && version === null) throw new DomainError('CONFLICT', { entity: 'scoresheet', newer: before });
      if (!before && version !== null) throw new DomainError('NOT_FOUND', { entity: 'scoresheet' });
      const sheet: Scoresheet = {
        ...given,
        id: before?.id ?? ctx.newId('scoresheet'),
        inspectorId,
        submittedAt: ctx.now,
        version: version ?? 1,
      };
      const after = before ? await sheets.save(tx, sheet) : sheet;
      if (!before) await sheets.insert(tx, sheet);
      // No project on the event: a project's history is read by those who must not see an inspector's sheet.
      await events.append(tx, ctx, { action: 'scoresheet.submitted', id: after.id, before: before ?? undefined, after });
      return after;
    });
  }),
});

function isSame(sheet: Scoresheet, given: SubmitScoresheet): boolean {
  const ids = new Set([...Object.keys(sheet.marks), ...Object.keys(given.marks)]);
  return sheet.remark === given.remark && [...ids].every((id) => sheet.marks[id] === given.marks[id]);
}
