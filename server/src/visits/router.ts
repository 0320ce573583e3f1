import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotRecordVisit } from '#shared/visits/rules.ts';
import { RecordVisit, type SiteVisit, UpdateVisit } from '#shared/visits/schema.ts';
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
      const visit: SiteVisit = { ...input, id: ctx.newId('siteVisit'), version: 1 };
      await visits.insert(tx, visit);
      await events.append(tx, ctx, { action: 'siteVisit.recorded', id: visit.id, projectId: project.id, after: visit });
      return visit;
    }),
  ),

  update: inDistrict.input(UpdateVisit).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await visits.load(tx, ctx.reach, input.id);
      refuse(whyNotRecordVisit(input.visitedOn, dayOf(ctx.now)));
      const after = await visits.save(tx, ctx.reach, { ...before, ...input });
      await events.append(tx, ctx, { action: 'siteVisit.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),
});
