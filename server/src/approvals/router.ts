import { z } from 'zod';
import { whyNotChangeStep, whyNotStep } from '#shared/approvals/moves.ts';
import { type ApprovalStep, CreateApprovalStep, noLimit, UpdateApprovalStep } from '#shared/approvals/schema.ts';
import { whyNotWrite } from '#shared/auth/permissions.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { keyAfter } from '#shared/kit/rank.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as approvals from './store.ts';

export const approvalsRouter = router({
  /** A project's steps in their order. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return approvals.list(ctx.db, project.districtId, [project.id]);
  }),

  create: inDistrict.input(CreateApprovalStep).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      await units.requireIn(tx, ctx.reach.districtId, input.agencyUnitId);
      refuse(whyNotWrite(ctx.actor.role, 'approvals.create', noLimit, input) ?? whyNotStep(input, dayOf(ctx.now)));
      const others = await approvals.list(tx, project.districtId, [project.id]);
      const step: ApprovalStep = { ...input, id: ctx.newId('approvalStep'), orderKey: keyAfter(others, undefined), version: 1 };
      await approvals.insert(tx, step);
      await events.append(tx, ctx, { action: 'step.created', id: step.id, projectId: project.id, after: step });
      return step;
    }),
  ),

  update: inDistrict.input(UpdateApprovalStep).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await approvals.load(tx, ctx.reach, input.id);
      await units.requireIn(tx, ctx.reach.districtId, input.agencyUnitId);
      refuse(whyNotWrite(ctx.actor.role, 'approvals.update', before, input) ?? whyNotChangeStep(before, input, ctx.actor, dayOf(ctx.now)));
      const after = await approvals.save(tx, ctx.reach, { ...before, ...input });
      await events.append(tx, ctx, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),
});
