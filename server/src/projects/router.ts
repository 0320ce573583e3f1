import { z } from 'zod';
import { mayHear } from '#shared/events/visibility.ts';
import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { CarryOver } from '#shared/projects/carry.ts';
import { MoveStage, movedTo, UpdateProject, whyNotCost, whyNotOn } from '#shared/projects/changes.ts';
import { gateFacts } from '#shared/projects/gate.ts';
import { MergeProjects } from '#shared/projects/merge.ts';
import { ApproveYearPlan, approved, newYearPlan, SetYearPlan, whyNotApprovePlan, whyNotPlanYear } from '#shared/projects/plans.ts';
import { CreateProject } from '#shared/projects/schema.ts';
import { whyNotMoveStage } from '#shared/projects/stages.ts';
import { SetStanding, whyNotSetStanding } from '#shared/projects/standing.ts';
import { inOrder, maskedPhone, SetTaskForce, type TaskForce, whyNotTaskForce } from '#shared/projects/task-force.ts';
import * as approvals from '../approvals/store.ts';
import * as events from '../events/store.ts';
import * as signoffs from '../signoffs/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as visits from '../visits/store.ts';
import { carryOver, previewCarry } from './carry.ts';
import { findAll } from './finds.ts';
import { mergeProjects, previewMerge } from './merge.ts';
import * as merges from './merge-store.ts';
import { gatherPage } from './page.ts';
import * as projects from './store.ts';
import * as taskForces from './task-force-store.ts';

/** A 专班 as the log keeps it. */
function logged(force: TaskForce): TaskForce {
  return { ...force, members: force.members.map((member) => ({ ...member, phone: maskedPhone(member.phone) })) };
}

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

  /** Projects, units, meetings, bulletins and people by name, pinyin, initials or code: what the bar and the palette offer. */
  search: inDistrict.input(z.strictObject({ text: z.string().trim().min(1).max(60) })).query(({ ctx, input }) => findAll(ctx, input.text)),

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
      const year = yearOf(dayOf(ctx.now));
      const yearPlan = newYearPlan({ id: ctx.newId('yearPlan'), projectId: project.id, year, annual: annualPlan, doneBeforeYear });
      await projects.insertYearPlan(tx, yearPlan);
      await events.append(tx, ctx, { action: 'project.created', id: project.id, projectId: project.id, after: { ...project, yearPlan } });
      return project;
    }),
  ),

  update: inDistrict.input(UpdateProject).mutation(({ ctx, input }) =>
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
      const asked = await signoffs.ofProject(tx, before.id);
      const facts = { ...before, ...words, ...gateFacts(before, steps, asked, await visits.ofProject(tx, before.id)) };
      refuse(whyNotMoveStage(facts, input.to, ctx.actor.role));
      refuse(whyNotOn(before, input.to, on, today));
      const after = await projects.save(tx, ctx.reach, { ...movedTo(before, input.to, on), version: input.version });
      await events.append(tx, ctx, {
        action: 'project.stageMoved',
        id: after.id,
        projectId: after.id,
        before,
        after: { ...after, ...words, on },
      });
      return after;
    }),
  ),

  /** What making two records one would mean, before it is done. */
  mergePreview: inDistrict
    .input(z.strictObject({ kept: idOf('project'), other: idOf('project') }))
    .query(({ ctx, input }) => previewMerge(ctx.db, ctx.reach, input)),

  /** Makes two records of one project one; the other stays as part of it, out of sight. */
  merge: inDistrict.input(MergeProjects).mutation(({ ctx, input }) => ctx.change((tx) => mergeProjects(tx, ctx, ctx.reach, input))),

  /** The list with what each project would bring into a year, and what it has there. */
  carryPreview: inDistrict
    .input(CarryOver.pick({ year: true }))
    .query(({ ctx, input }) => previewCarry(ctx.db, ctx.reach, input.year, dayOf(ctx.now))),

  /** Carries projects into a year 结转, all of them or none. */
  carryOver: inDistrict
    .input(CarryOver)
    .mutation(({ ctx, input }) => ctx.change((tx) => carryOver(tx, ctx, ctx.reach, input, dayOf(ctx.now)))),

  /** Names a project's 专班 as a whole; its phone numbers are nobody's to read in the log. */
  setTaskForce: inDistrict.input(SetTaskForce).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotTaskForce(input.members));
      const before = await taskForces.find(tx, project.id);
      if ((before?.version ?? 0) !== input.version) throw new DomainError('CONFLICT', { entity: 'taskForce', newer: before });
      const wanted = { ...input, id: before?.id ?? ctx.newId('taskForce'), members: inOrder(input.members), version: before?.version ?? 1 };
      if (!before) await taskForces.insert(tx, wanted);
      const after = before ? await taskForces.save(tx, wanted) : wanted;
      await events.append(tx, ctx, {
        action: 'taskForce.set',
        id: after.id,
        projectId: project.id,
        before: before && logged(before),
        after: logged(after),
      });
      return after;
    }),
  ),

  /** 停建, 退出 and back again. */
  setStanding: inDistrict.input(SetStanding).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await projects.load(tx, ctx.reach, input.id);
      refuse(whyNotSetStanding(before, input, ctx.actor.role, dayOf(ctx.now)));
      const after = await projects.save(tx, ctx.reach, { ...before, standing: input.to, version: input.version });
      const { on, reason } = input;
      await events.append(tx, ctx, {
        action: 'project.standingSet',
        id: after.id,
        projectId: after.id,
        before,
        after: { ...after, on, reason },
      });
      return after;
    }),
  ),

  /** Sets a year's plan; `version` 0 makes the first one of that year. */
  setYearPlan: inDistrict.input(SetYearPlan).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const { version, reason, ...wanted } = input;
      const [before = null] = await projects.yearPlans(tx, ctx.reach.districtId, input.year, [project.id]);
      if ((before?.version ?? 0) !== version) throw new DomainError('CONFLICT', { entity: 'yearPlan', newer: before });
      refuse(whyNotPlanYear(input, before));
      const plan = { ...(before ?? newYearPlan({ ...wanted, id: ctx.newId('yearPlan') })), ...wanted };
      if (!before) await projects.insertYearPlan(tx, plan);
      const after = before ? await projects.saveYearPlan(tx, plan) : plan;
      const said = reason ? { ...after, reason } : after;
      await events.append(tx, ctx, { action: 'yearPlan.set', id: after.id, projectId: project.id, before, after: said });
      return after;
    }),
  ),

  /** Freezes a year's plan as its baseline 基线. */
  approveYearPlan: inDistrict.input(ApproveYearPlan).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const [before] = await projects.yearPlans(tx, ctx.reach.districtId, input.year, [project.id]);
      if (!before) throw new DomainError('NOT_FOUND', { entity: 'yearPlan' });
      refuse(whyNotApprovePlan(before));
      const frozen = approved(before, dayOf(ctx.now), ctx.actor.name);
      const after = await projects.saveYearPlan(tx, { ...frozen, version: input.version });
      await events.append(tx, ctx, { action: 'yearPlan.approved', id: after.id, projectId: project.id, before, after });
      return after;
    }),
  ),

  history: inDistrict.input(z.strictObject({ id: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.id);
    const parts = await merges.mergedInto(ctx.db, project.id);
    const history = await events.ofProject(ctx.db, [project.id, ...parts.map((part) => part.id)]);
    return history.filter((event) => mayHear(ctx.actor.role, event.action));
  }),
});
