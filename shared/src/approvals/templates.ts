import { z } from 'zod';
import { Limit } from '../calendar/spans.ts';
import { Instant } from '../kit/calendar.ts';
import { assertNever, type Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';
import type { Project } from '../projects/schema.ts';
import { circleIn } from './graph.ts';
import { ApprovalGroup, type ApprovalStep, StepTerms } from './schema.ts';

/** What a template is for: the three tracks of new projects, and reconstruction, which may merge or leave out steps. */
export const TemplateKind = z.enum(['approval', 'verification', 'filing', 'reconstruction']);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** A step's name within its template. */
export const StepRef = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/);
export type StepRef = z.infer<typeof StepRef>;

/** One step as a template lists it. */
export const TemplateStep = z.strictObject({
  ref: StepRef,
  name: z.string().trim().min(2).max(60),
  group: ApprovalGroup,
  /** The words by which a district's unit is found that decides, such as 自然资源. */
  agency: z.string().trim().min(1).max(30).nullable(),
  /** What the district promises; null where it has promised nothing. */
  promised: Limit.nullable(),
  terms: StepTerms,
  needs: z.array(StepRef).max(20),
  /** Why such a project needs no such step: merged into another, or exempt. Null for one that it needs. */
  exempt: z.string().trim().min(2).max(200).nullable(),
});
export type TemplateStep = z.infer<typeof TemplateStep>;

/** One edition of a template. Editions are added, never changed: a project's steps keep naming the one they came from. */
export const StepTemplate = z.strictObject({
  id: idOf('stepTemplate'),
  districtId: idOf('unit'),
  kind: TemplateKind,
  edition: z.number().int().positive(),
  steps: z.array(TemplateStep).min(1).max(60),
  keptAt: Instant,
  keptByName: z.string().max(60),
});
export type StepTemplate = z.infer<typeof StepTemplate>;

/** A new edition; `edition` is the one that it was made from, 0 for what is built in. */
export const KeepStepTemplate = StepTemplate.pick({ kind: true, steps: true }).extend({ edition: z.number().int().min(0) });
export type KeepStepTemplate = z.infer<typeof KeepStepTemplate>;

/** The template that suits a project. */
export function templateKindOf(project: Pick<Project, 'kind' | 'track'>): TemplateKind {
  return project.kind === 'reconstruction' ? 'reconstruction' : project.track;
}

/** Why a template cannot be kept so; the details name the steps. */
export function whyNotKeepTemplate(
  steps: readonly TemplateStep[],
): Refusal<'step-twice' | 'need-unknown' | 'steps-in-circle' | 'limit-unmarked'> | null {
  const nameOf = new Map(steps.map((step) => [step.ref, step.name]));
  const twice = steps.find(
    (step, at) => steps.findIndex((other) => other.ref === step.ref) !== at || steps.findIndex((other) => other.name === step.name) !== at,
  );
  if (twice) return { reason: 'step-twice', name: twice.name };
  const stray = steps.find((step) => step.needs.some((need) => !nameOf.has(need)));
  if (stray) return { reason: 'need-unknown', name: stray.name };
  const circle = circleIn(steps.map(({ ref, needs }) => ({ id: ref, needs })));
  if (circle) return { reason: 'steps-in-circle', names: circle.map((ref) => nameOf.get(ref) ?? ref) };
  const unmarked = steps.find(({ terms }) => terms.statutory !== null && terms.mark === 'sourced' && terms.basis === null);
  return unmarked ? { reason: 'limit-unmarked', name: unmarked.name } : null;
}

/** Why a step cannot need those: one of another project, or a circle. */
export function whyNotNeed(
  steps: readonly Pick<ApprovalStep, 'id' | 'name' | 'needs'>[],
  id: ApprovalStep['id'],
  needs: ApprovalStep['needs'],
): Refusal<'need-unknown' | 'steps-in-circle'> | null {
  const nameOf = new Map(steps.map((step) => [step.id, step.name]));
  if (needs.some((need) => !nameOf.has(need))) return { reason: 'need-unknown', name: nameOf.get(id) ?? '' };
  const circle = circleIn(steps.map((step) => ({ id: step.id, needs: step.id === id ? needs : step.needs })));
  return circle ? { reason: 'steps-in-circle', names: circle.map((one) => nameOf.get(one) ?? '') } : null;
}

/**
 * The limit that a step of the template runs by: what is promised, else what a source says. One still to be checked is
 * no fact, and nothing is overdue by it.
 */
export function runningLimit({ promised, terms }: Pick<TemplateStep, 'promised' | 'terms'>): Limit | null {
  if (promised) return promised;
  switch (terms.mark) {
    case 'sourced':
    case 'own':
      return terms.statutory;
    case 'unchecked':
      return null;
    default:
      return assertNever(terms.mark);
  }
}

/** The unit that a template's words name: by its short name, else one whose name or short name (发改委 for 发改) holds them. */
export function agencyOf<Unit extends { name: string; shortName: string }>(units: readonly Unit[], words: string | null): Unit | null {
  if (words === null) return null;
  return (
    units.find((unit) => unit.shortName === words) ??
    units.find((unit) => unit.name.includes(words)) ??
    units.find((unit) => unit.shortName.includes(words)) ??
    null
  );
}
