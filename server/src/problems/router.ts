import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotChangeProblem, whyNotRaise } from '#shared/problems/flow.ts';
import { type Problem, RaiseProblem, UpdateProblem } from '#shared/problems/schema.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as problems from './store.ts';

export const problemsRouter = router({
  /** A project's problems, the newest first. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return problems.ofProject(ctx.db, project.id);
  }),

  raise: inDistrict.input(RaiseProblem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotRaise(input.raisedOn, dayOf(ctx.now)));
      const problem: Problem = {
        ...input,
        id: ctx.newId('problem'),
        state: 'raised',
        rung: 'unit',
        dueOn: null,
        ownerUnitId: null,
        solvedOn: null,
        closedOn: null,
        version: 1,
      };
      await problems.insert(tx, problem);
      await events.append(tx, ctx, { action: 'problem.raised', id: problem.id, projectId: project.id, after: problem });
      return problem;
    }),
  ),

  update: inDistrict.input(UpdateProblem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await problems.load(tx, ctx.reach, input.id);
      await units.requireIn(tx, ctx.reach.districtId, input.ownerUnitId);
      const wanted: Problem = { ...before, ...input };
      refuse(whyNotChangeProblem(before, wanted, ctx.actor, dayOf(ctx.now)));
      const after = await problems.save(tx, ctx.reach, wanted);
      await events.append(tx, ctx, { action: 'problem.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),
});
