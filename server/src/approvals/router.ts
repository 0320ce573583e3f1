import { z } from 'zod';
import { rewritten, told, whyNotTakeBack, whyNotTell, withoutLast } from '#shared/approvals/course.ts';
import { JointBehind, jointCounts, jointMonths } from '#shared/approvals/joint.ts';
import { stepsFrom } from '#shared/approvals/make.ts';
import { whyNotChangeStep, whyNotStep } from '#shared/approvals/moves.ts';
import { Assumption } from '#shared/approvals/plan.ts';
import { ApprovalStep, CreateApprovalStep, noLimit, SetStepTerms, TellStep, UpdateApprovalStep, untold } from '#shared/approvals/schema.ts';
import { KeepStepTemplate, TemplateKind, templateKindOf, whyNotKeepTemplate, whyNotNeed } from '#shared/approvals/templates.ts';
import { whyNotWrite } from '#shared/auth/permissions.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { keyAfter } from '#shared/kit/rank.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import { gatherBehind, gatherItems, gatherWaiting } from './joint.ts';
import { keep, keptTemplate } from './keep.ts';
import { gatherPlan } from './plan.ts';
import * as approvals from './store.ts';
import * as templates from './template-store.ts';

/** Whoever has seen an older step is shown the newer one, before they are told that what they ask no longer fits it. */
function requireVersion(step: ApprovalStep, version: number): void {
  if (step.version !== version) throw new DomainError('CONFLICT', { entity: 'step', newer: step });
}

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
      const made = { id: ctx.newId('approvalStep'), orderKey: keyAfter(others, undefined), addedOn: dayOf(ctx.now), version: 1 };
      const step: ApprovalStep = { ...input, ...untold, ...made };
      await approvals.insert(tx, step);
      await events.append(tx, ctx, { action: 'step.created', id: step.id, projectId: project.id, after: step });
      return step;
    }),
  ),

  update: inDistrict.input(UpdateApprovalStep).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await approvals.load(tx, ctx.reach, input.id);
      requireVersion(before, input.version);
      await units.requireIn(tx, ctx.reach.districtId, input.agencyUnitId);
      refuse(whyNotWrite(ctx.actor.role, 'approvals.update', before, input) ?? whyNotChangeStep(before, input, ctx.actor, dayOf(ctx.now)));
      const after = await approvals.save(tx, ctx.reach, rewritten(before, { ...before, ...input }, dayOf(ctx.now)));
      await events.append(tx, ctx, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** One more thing that happened to a step: said by the unit, by the agency that decides it, or by the office. */
  tell: inDistrict.input(TellStep).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await approvals.loadAssigned(tx, ctx.reach, input.id);
      requireVersion(before, input.version);
      const { entry, version, documentNumber, validUntil } = input;
      refuse(whyNotTell(before, entry, validUntil, dayOf(ctx.now)));
      const granted = entry.kind === 'done' ? { documentNumber, validUntil } : {};
      const after = await approvals.save(tx, ctx.reach, { ...told(before, entry), ...granted, version });
      await events.append(tx, ctx, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** Takes back the last thing told of a step. */
  takeBack: inDistrict.input(ApprovalStep.pick({ id: true, version: true })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await approvals.load(tx, ctx.reach, input.id);
      requireVersion(before, input.version);
      refuse(whyNotTakeBack(before));
      const after = await approvals.save(tx, ctx.reach, { ...withoutLast(before), version: input.version });
      await events.append(tx, ctx, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  setTerms: inDistrict.input(SetStepTerms).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await approvals.load(tx, ctx.reach, input.id);
      const steps = await approvals.list(tx, ctx.reach.districtId, [before.projectId]);
      if (!input.needs.every((need) => steps.some((step) => step.id === need))) throw new DomainError('NOT_FOUND', { entity: 'step' });
      refuse(whyNotNeed(steps, before.id, input.needs));
      const after = await approvals.save(tx, ctx.reach, { ...before, ...input });
      await events.append(tx, ctx, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** The steps as a plan; with an assumption, the plan as it would be stands beside it. */
  plan: inDistrict
    .input(z.strictObject({ projectId: idOf('project'), assumed: Assumption.nullable() }))
    .query(async ({ ctx, input }) => gatherPlan(ctx, await projects.load(ctx.db, ctx.reach, input.projectId), input.assumed)),

  /** Lists the steps that the template in force names; those that a project has by the same name are left as they are. */
  fromTemplate: inDistrict.input(z.strictObject({ projectId: idOf('project') })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const template = await keptTemplate(tx, ctx, project.districtId, templateKindOf(project));
      const own = await approvals.list(tx, project.districtId, [project.id]);
      const steps = stepsFrom(template, project.id, own, await units.list(tx, project.districtId), () => ctx.newId('approvalStep'));
      refuse(steps.length === 0 ? { reason: 'steps-all-listed' } : null);
      for (const made of steps) {
        const step = { ...made, addedOn: dayOf(ctx.now) };
        await approvals.insert(tx, step);
        await events.append(tx, ctx, { action: 'step.created', id: step.id, projectId: step.projectId, after: step });
      }
      return { added: steps.length };
    }),
  ),

  /** A template as it is in force, with its editions. */
  template: inDistrict.input(z.strictObject({ kind: TemplateKind })).query(async ({ ctx, input }) => ({
    ...(await templates.inForce(ctx.db, ctx.reach.districtId, input.kind)),
    editions: await templates.editions(ctx.db, ctx.reach.districtId, input.kind),
  })),

  /** One more edition; of two who began from one the later is told. */
  keepTemplate: inDistrict.input(KeepStepTemplate).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await templates.latest(tx, ctx.reach.districtId, input.kind);
      refuse(whyNotKeepTemplate(input.steps));
      if ((before?.edition ?? 0) !== input.edition) throw new DomainError('CONFLICT', { entity: 'template', newer: before });
      return keep(tx, ctx, { ...input, districtId: ctx.reach.districtId });
    }),
  ),

  /** What waits with the asker's units as the agency; for those who read the district, with one agency or all. */
  waiting: inDistrict.input(z.strictObject({ agencyId: idOf('unit').nullable() })).query(async ({ ctx, input }) => {
    if (input.agencyId) await units.requireWithin(ctx.db, ctx.reach, input.agencyId);
    return gatherWaiting(ctx, input.agencyId);
  }),

  /** Items 项 of joint approval: needed and done, by project, agency, unit and month. */
  joint: inDistrict.query(async ({ ctx }) => {
    const items = await gatherItems(ctx);
    const by = { project: jointCounts(items, 'project'), agency: jointCounts(items, 'agency'), unit: jointCounts(items, 'unit') };
    return { needed: items.length, done: items.filter(({ isDone }) => isDone).length, ...by, months: jointMonths(items) };
  }),

  /** The rows that one of these counts counts. */
  jointRows: inDistrict.input(JointBehind).query(({ ctx, input }) => gatherBehind(ctx, input)),
});
