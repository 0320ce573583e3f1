import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { changed } from '#shared/problems/clock.ts';
import { sentBack, solved, whyNotAnswer, whyNotChangeProblem, whyNotRaise, whyNotSendBack } from '#shared/problems/flow.ts';
import { AnswerProblem, type Problem, RaiseProblem, SendBackProblem, UpdateProblem } from '#shared/problems/schema.ts';
import * as events from '../events/store.ts';
import * as files from '../files/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as answers from './answer-store.ts';
import { countProblems, gatherProblems } from './gather.ts';
import * as problems from './store.ts';

export const problemsRouter = router({
  /** A project's problems, the newest first. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return problems.ofProject(ctx.db, project.id);
  }),

  /** What is not closed yet: of a unit's projects and what is assigned to it, or the district's. */
  listed: inDistrict.query(({ ctx }) => gatherProblems(ctx)),

  /** The open ones of these, counted by type, rung and age. */
  counts: inDistrict.query(({ ctx }) => countProblems(ctx)),

  raise: inDistrict.input(RaiseProblem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotRaise(input.raisedOn, dayOf(ctx.now)));
      const problem: Problem = {
        ...input,
        id: ctx.newId('problem'),
        state: 'raised',
        rung: 'unit',
        rungSince: input.raisedOn,
        helperUnitIds: [],
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
      for (const helperId of input.helperUnitIds) await units.requireIn(tx, ctx.reach.districtId, helperId);
      const today = dayOf(ctx.now);
      const wanted = changed(before, input, today);
      refuse(whyNotChangeProblem(before, wanted, ctx.actor, today));
      const after = await problems.save(tx, ctx.reach, wanted);
      await events.append(tx, ctx, { action: 'problem.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** 办理情况 of the owner or a helper, with its evidence; the owner may say that it is solved. */
  answer: inDistrict.input(AnswerProblem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { problem: before, part } = await problems.loadAssigned(tx, ctx.reach, input.id);
      if (part === null) throw new DomainError('FORBIDDEN');
      const { text, saysSolved, fileIds } = input;
      refuse(whyNotAnswer(before, part, saysSolved));
      for (const fileId of fileIds) await files.bindOwn(tx, ctx.actor.id, fileId, ctx.now);
      const answer = {
        ...{ id: ctx.newId('problemAnswer'), problemId: before.id, text, saysSolved, answeredAt: ctx.now },
        ...{ answeredByName: ctx.actor.name, sentBackAt: null, sentBackReason: null },
      };
      await answers.insert(tx, answer, fileIds);
      const wanted = saysSolved ? solved(before, dayOf(ctx.now)) : before;
      const after = await problems.save(tx, { ...ctx.reach, unitIds: null }, { ...wanted, version: input.version });
      await events.append(tx, ctx, {
        action: 'problem.answered',
        id: after.id,
        projectId: after.projectId,
        before,
        after: { ...after, answer: text, fileIds },
      });
      return after;
    }),
  ),

  /** Not solved after all: it goes back to its owner, with the reason. */
  sendBack: inDistrict.input(SendBackProblem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await problems.load(tx, ctx.reach, input.id);
      refuse(whyNotSendBack(before));
      await answers.sendBack(tx, before.id, input.reason, ctx.now);
      const after = await problems.save(tx, ctx.reach, { ...sentBack(before), version: input.version });
      await events.append(tx, ctx, {
        action: 'problem.sentBack',
        id: after.id,
        projectId: after.projectId,
        before,
        after: { ...after, reason: input.reason },
      });
      return after;
    }),
  ),
});
