import { type Day, lastDayOfMonth, later, monthOf } from '../kit/calendar.ts';
import { type Project, stageNumber } from './schema.ts';

/** How a project stood: the two fields of its record that move in time without a date of their own. */
export type Stood = Pick<Project, 'stage' | 'standing'>;

/** One entry of a project's past: the day it counts from, and how it stood before and after; null before it was put on record. */
export type PastMove = { on: Day; from: Stood | null; to: Stood };

/**
 * How a project stood on a day, from how it stands now and what was recorded after that day, oldest first. An entry that
 * was made late counts from the day it names. A stage that was taken back had not been reached.
 */
export function stoodOn(now: Stood, recordedAfter: readonly PastMove[], asOf: Day): Stood {
  const first = recordedAfter[0];
  if (!first) return now;
  let then = first.from ?? first.to;
  for (const { on, to } of recordedAfter) if (on <= asOf) then = to;
  const reached = recordedAfter.flatMap(({ from, to }) => (from && stageNumber(to.stage) < stageNumber(from.stage) ? [to.stage] : []));
  return { ...then, stage: [then.stage, ...reached].reduce((low, stage) => (stageNumber(stage) < stageNumber(low) ? stage : low)) };
}

/**
 * By when something has to have been put on record to count on a day. Of the days before a district's list was begun, and
 * of the month in which it was, nothing tells what was there: what that month brought to the list counts for all of them.
 */
export function knownBy(asOf: Day, listBegunOn: Day | null): Day {
  return listBegunOn === null ? asOf : later(asOf, lastDayOfMonth(monthOf(listBegunOn)));
}

/** Whether a project was on the list on a day; one that was entered later was, if by then it had started or reported. */
export function wasListed(project: Pick<Project, 'actualStart'> & { listedOn: Day | null; hasReported: boolean }, known: Day, asOf: Day) {
  const { listedOn, actualStart, hasReported } = project;
  return listedOn === null || listedOn <= known || hasReported || (actualStart !== null && actualStart <= asOf);
}
