import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { basisOf, permitOf } from '#shared/projects/papers.ts';
import { decideSignoff, whyNotAskSignoff, whyNotDecideSignoff } from '#shared/signoffs/rules.ts';
import { AskSignoff, DecideSignoff, type Signoff } from '#shared/signoffs/schema.ts';
import * as approvals from '../approvals/store.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as signoffs from './store.ts';

export const signoffsRouter = router({
  /** A project's sign-offs, the latest first. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return signoffs.ofProject(ctx.db, project.id);
  }),

  ask: inDistrict.input(AskSignoff).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const papers = await approvals.startPapers(tx, project.districtId, [project.id]);
      const facts = { ...project, basis: basisOf(papers, project.track), permit: permitOf(papers) };
      const [latest = null] = await signoffs.ofProject(tx, project.id);
      refuse(whyNotAskSignoff(facts, latest, input.promisedOn, dayOf(ctx.now)));
      const signoff: Signoff = {
        ...input,
        id: ctx.newId('signoff'),
        askedByName: ctx.actor.name,
        askedAt: ctx.now,
        state: 'asked',
        decidedByName: null,
        decidedAt: null,
        remark: null,
        version: 1,
      };
      await signoffs.insert(tx, signoff);
      await events.append(tx, ctx, { action: 'signoff.asked', id: signoff.id, projectId: project.id, after: signoff });
      return signoff;
    }),
  ),

  decide: inDistrict.input(DecideSignoff).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await signoffs.load(tx, ctx.reach, input.id);
      refuse(whyNotDecideSignoff(before));
      const after = await signoffs.save(tx, ctx.reach, decideSignoff(before, input, ctx.actor, ctx.now));
      await events.append(tx, ctx, { action: 'signoff.decided', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),
});
