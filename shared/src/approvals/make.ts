import type { Id } from '../kit/ids.ts';
import { keyAfter } from '../kit/rank.ts';
import { type ApprovalStep, untold } from './schema.ts';
import { agencyOf, runningLimit, type StepTemplate, type TemplateStep } from './templates.ts';

type Agency = { id: Id<'unit'>; name: string; shortName: string };

/**
 * The steps that a template adds to those of a project: what it has by the same name stays as it is, and what needs it
 * needs that one. A step that the template leaves out is listed as not needed, with the reason.
 */
export function stepsFrom(
  template: Pick<StepTemplate, 'id' | 'steps'>,
  projectId: Id<'project'>,
  own: readonly ApprovalStep[],
  agencies: readonly Agency[],
  newId: () => Id<'approvalStep'>,
): ApprovalStep[] {
  const ids = new Map(template.steps.map(({ ref, name }) => [ref, own.find((step) => step.name === name)?.id ?? newId()]));
  const listed = new Set(own.map((step) => step.name));
  const made: ApprovalStep[] = [];
  for (const step of template.steps) {
    const id = ids.get(step.ref);
    if (!id || listed.has(step.name)) continue;
    const needs = step.needs.flatMap((ref) => ids.get(ref) ?? []);
    const place = { id, projectId, needs, templateId: template.id, orderKey: keyAfter([...own, ...made], undefined) };
    made.push({ ...stepOf(step, agencyOf(agencies, step.agency)?.id ?? null), ...place });
  }
  return made;
}

function stepOf(step: TemplateStep, agencyUnitId: Id<'unit'> | null): Omit<ApprovalStep, 'id' | 'projectId' | 'orderKey'> {
  const limit = runningLimit(step);
  return {
    ...untold,
    ...{ name: step.name, group: step.group, agencyUnitId, terms: step.terms, version: 1 },
    limitDays: limit?.days ?? null,
    limitUnit: limit?.unit ?? 'workday',
    state: step.exempt ? 'exempt' : 'pending',
    course: step.exempt ? [{ kind: 'exempt', on: null, reason: step.exempt }] : null,
    ...{ acceptedOn: null, dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
  };
}
