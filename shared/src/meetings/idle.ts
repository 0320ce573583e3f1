import type { ProjectFigures } from '../cuts/figures.ts';
import { addDays, addMonths, type Day, dayOf, type Instant, type Month, monthOf, msBetween } from '../kit/calendar.ts';
import type { ReadMeeting } from './rules.ts';

/** What lies ahead of a project: a start or finish in a month, or a step that is due on a day. */
export type Milestone = { projectId: string; name: string; unitName: string } & (
  | { what: 'start' | 'finish'; month: Month }
  | { what: 'step'; step: string; on: Day }
);

/** A project whose return of the week is due and has not come. */
export type LateReturn = { projectId: string; name: string; unitName: string };

/** What the screen shows when nobody drives it, besides lamps. */
export type Idle = { milestones: Milestone[]; lateReturns: LateReturn[] };

/** Steps are announced so many days ahead. */
const STEP_DAYS = 14;
/** So long after its closing a meeting's decisions stay on the screen alone. */
const AFTER_CLOSING_MS = 20 * 60_000;

/** Whether the screen goes round by itself: no meeting is under way, and the last one has left the room. */
export function isIdle(meeting: Pick<ReadMeeting, 'state' | 'closedAt'>, now: Instant): boolean {
  if (meeting.state === 'open') return false;
  return meeting.closedAt === null || msBetween(meeting.closedAt, now) > AFTER_CLOSING_MS;
}

type MilestoneFacts = Pick<
  ProjectFigures,
  'projectId' | 'name' | 'unitName' | 'standing' | 'plannedStart' | 'plannedFinish' | 'actualStart' | 'actualFinish' | 'nextStep'
>;

/** Starts and finishes of this month and the next, and steps due within two weeks; the nearest first. What is late is no milestone. */
export function milestonesOf(figures: readonly MilestoneFacts[], now: Instant): Milestone[] {
  const today = dayOf(now);
  const [month, next] = [monthOf(today), addMonths(monthOf(today), 1)];
  const isNear = (planned: Month | null): planned is Month => planned === month || planned === next;
  const found = figures
    .filter((project) => project.standing === 'active')
    .flatMap(({ projectId, name, unitName, plannedStart, plannedFinish, actualStart, actualFinish, nextStep }): Milestone[] => {
      const project = { projectId, name, unitName };
      const due = nextStep?.dueOn ?? null;
      return [
        ...(due !== null && nextStep && due >= today && due <= addDays(today, STEP_DAYS)
          ? [{ ...project, what: 'step' as const, step: nextStep.name, on: due }]
          : []),
        ...(actualStart === null && isNear(plannedStart) ? [{ ...project, what: 'start' as const, month: plannedStart }] : []),
        ...(actualStart !== null && actualFinish === null && isNear(plannedFinish)
          ? [{ ...project, what: 'finish' as const, month: plannedFinish }]
          : []),
      ];
    });
  // A month stands for its end: what has a day in it comes before.
  const at = (one: Milestone) => (one.what === 'step' ? one.on : `${one.month}-99`);
  return found.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
