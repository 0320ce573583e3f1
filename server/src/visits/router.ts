import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { zero } from '#shared/kit/money.ts';
import { whyNotRecordVisit } from '#shared/visits/rules.ts';
import { RecordVisit, type SiteVisit, UpdateVisit } from '#shared/visits/schema.ts';
import { doneAsOf } from '../cuts/done.ts';
import type { Reader } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as visits from './store.ts';

export const visitsRouter = router({
  /** A project's visits, the latest first. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return visits.ofProject(ctx.db, project.id);
  }),

  record: inDistrict.input(RecordVisit).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotRecordVisit(input.visitedOn, dayOf(ctx.now)));
      const reportedDone = await reportedBeside(tx, ctx.reach.districtId, input);
      const visit: SiteVisit = { ...input, reportedDone, id: ctx.newId('siteVisit'), version: 1 };
      await visits.insert(tx, visit);
      await events.append(tx, ctx, { action: 'siteVisit.recorded', id: visit.id, projectId: project.id, after: visit });
      return visit;
    }),
  ),

  update: inDistrict.input(UpdateVisit).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await visits.load(tx, ctx.reach, input.id);
      refuse(whyNotRecordVisit(input.visitedOn, dayOf(ctx.now)));
      const reportedDone = await reportedBeside(tx, ctx.reach.districtId, { ...before, ...input });
      const after = await visits.save(tx, ctx.reach, { ...before, ...input, reportedDone });
      await events.append(tx, ctx, { action: 'siteVisit.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),
});

/** What the unit had reported by the day of the visit: kept beside what was found, so that the two stay apart. */
async function reportedBeside(
  db: Reader,
  districtId: Id<'unit'>,
  visit: Pick<SiteVisit, 'projectId' | 'visitedOn' | 'verifiedDone'>,
): Promise<SiteVisit['reportedDone']> {
  if (visit.verifiedDone === null) return null;
  return (await doneAsOf(db, districtId, visit.visitedOn, [visit.projectId])).get(visit.projectId) ?? zero;
}
