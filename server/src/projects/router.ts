import { z } from 'zod';
import { mayHear } from '#shared/events/visibility.ts';
import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { MoveStage, movedTo, SetYearPlan, whyNotCost, whyNotOn, whyNotPlanYear } from '#shared/projects/changes.ts';
import { CreateProject, Project, type YearPlan } from '#shared/projects/schema.ts';
import { permitOf, whyNotMoveStage } from '#shared/projects/stages.ts';
import { isVerifiedComplete } from '#shared/visits/rules.ts';
import * as approvals from '../approvals/store.ts';
import * as events from '../events/store.ts';
import * as signoffs from '../signoffs/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as visits from '../visits/store.ts';
import { gatherPage } from './page.ts';
import * as projects from './store.ts';

export const projectsRouter = router({
  get: inDistrict.input(z.strictObject({ id: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.id);
    const [yearPlan] = await projects.yearPlans(ctx.db, ctx.reach.districtId, yearOf(dayOf(ctx.now)), [project.id]);
    return { project, yearPlan: yearPlan ?? null };
  }),

  /** Everything that a project's own page shows but its history. */
  page: inDistrict.input(z.strictObject({ id: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.id);
    return gatherPage(ctx, project);
  }),

  search: inDistrict
    .input(z.strictObject({ text: z.string().trim().min(1).max(60) }))
    .query(({ ctx, input }) => projects.search(ctx.db, ctx.reach, input.text, 20)),

  create: inDistrict.input(CreateProject).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { annualPlan, doneBeforeYear, ...fields } = input;
      await units.requireIn(tx, ctx.reach.districtId, input.unitId);
      refuse(whyNotCost(input.totalInvestment) ?? whyNotPlanYear({ annual: annualPlan, byMonth: null, doneBeforeYear }));
      const project = await projects.insert(tx, {
        ...fields,
        id: ctx.newId('project'),
        districtId: ctx.reach.districtId,
        standing: 'active',
        version: 1,
      });
      const yearPlan = {
        id: ctx.newId('yearPlan'),
        projectId: project.id,
        year: yearOf(dayOf(ctx.now)),
        annual: annualPlan,
        byMonth: null,
        doneBeforeYear,
        version: 1,
      };
      await projects.insertYearPlan(tx, yearPlan);
      await events.append(tx, ctx, { action: 'project.created', id: project.id, projectId: project.id, after: { ...project, yearPlan } });
      return project;
    }),
  ),

  update: inDistrict.input(Project.omit({ key: true, districtId: true, stage: true })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await projects.load(tx, ctx.reach, input.id);
      await units.requireIn(tx, ctx.reach.districtId, input.unitId);
      refuse(whyNotCost(input.totalInvestment));
      const after = await projects.save(tx, ctx.reach, { ...before, ...input });
      await events.append(tx, ctx, { action: 'project.updated', id: after.id, projectId: after.id, before, after });
      return after;
    }),
  ),

  /** Moves a project to another stage, if its gate lets it. */
  moveStage: inDistrict.input(MoveStage).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await projects.load(tx, ctx.reach, input.id);
      const today = dayOf(ctx.now);
      const on = input.on ?? today;
      const steps = await approvals.list(tx, before.districtId, [before.id]);
      const words = { reason: input.reason ?? null, evidenceNote: input.evidenceNote ?? null };
      const [signoff] = await signoffs.ofProject(tx, before.id);
      const facts = {
        ...{ ...before, ...words, permit: permitOf(steps), isSignedOff: signoff?.state === 'signed' },
        isVerified: isVerifiedComplete(await visits.ofProject(tx, before.id)),
      };
      refuse(whyNotMoveStage(facts, input.to, ctx.actor.role));
      refuse(whyNotOn(before, input.to, on, today));
      const after = await projects.save(tx, ctx.reach, { ...movedTo(before, input.to, on), version: input.version });
      await events.append(tx, ctx, {
        action: 'project.stageMoved',
        id: after.id,
        projectId: after.id,
        before,
        after: { ...after, ...words },
      });
      return after;
    }),
  ),

  /** Sets a year's plan; `version` 0 makes the first one of that year. */
  setYearPlan: inDistrict.input(SetYearPlan).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotPlanYear(input));
      const [before = null] = await projects.yearPlans(tx, ctx.reach.districtId, input.year, [project.id]);
      if ((before?.version ?? 0) !== input.version) throw new DomainError('CONFLICT', { entity: 'yearPlan', newer: before });
      const wanted: YearPlan = { ...input, id: before?.id ?? ctx.newId('yearPlan'), version: before?.version ?? 1 };
      if (!before) await projects.insertYearPlan(tx, wanted);
      const after = before ? await projects.saveYearPlan(tx, wanted) : wanted;
      await events.append(tx, ctx, { action: 'yearPlan.set', id: after.id, projectId: project.id, before, after });
      return after;
    }),
  ),

  history: inDistrict.input(z.strictObject({ id: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.id);
    const history = await events.ofProject(ctx.db, project.id);
    return history.filter((event) => mayHear(ctx.actor.role, event.action));
  }),
});
