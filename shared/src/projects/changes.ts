import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Money } from '../kit/money.ts';
import { Project, Stage } from './schema.ts';

/** What the office edits of a project; stage and standing change by acts of their own, with their day and reason. */
export const UpdateProject = Project.omit({ key: true, districtId: true, stage: true, standing: true });
export type UpdateProject = z.infer<typeof UpdateProject>;

/** Moves a project to a stage; what a gate asks for in words comes with it. */
export const MoveStage = Project.pick({ id: true, version: true }).extend({
  to: Stage,
  /** The day on which it happened; today where it is not given. */
  on: Day.optional(),
  /** Why a stage is taken back. */
  reason: z.string().trim().max(300).nullish(),
  /** What 达效 rests on. */
  evidenceNote: z.string().trim().max(500).nullish(),
});
export type MoveStage = z.infer<typeof MoveStage>;

/**
 * The project at its new stage. 开工 and 竣工 set the day that the rates count; going back behind one of them takes
 * its day away again, because then it was never so.
 */
export function movedTo(project: Project, to: Stage, on: Day): Project {
  const reached = (stage: Stage) => Stage.options.indexOf(to) >= Stage.options.indexOf(stage);
  return {
    ...project,
    stage: to,
    actualStart: reached('started') ? (project.actualStart ?? on) : null,
    actualFinish: reached('completed') ? (project.actualFinish ?? on) : null,
  };
}

/** Why a stage cannot have been reached on a day: it is still to come, or lies before the start. */
export function whyNotOn(
  project: Pick<Project, 'actualStart'>,
  to: Stage,
  on: Day,
  today: Day,
): Refusal<'date-in-future' | 'finish-before-start'> | null {
  if (on > today) return { reason: 'date-in-future', date: on };
  return to === 'completed' && project.actualStart && on < project.actualStart ? { reason: 'finish-before-start' } : null;
}

/** Why a project cannot cost so much: it is less than nothing. */
export function whyNotCost(total: Money): Refusal<'amount-negative'> | null {
  return total < 0 ? { reason: 'amount-negative' } : null;
}
