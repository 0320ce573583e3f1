import { daysSince, union } from '../calendar/spans.ts';
import {
  addWorkdays,
  isWorkday,
  nextWorkday,
  type WorkCalendar,
  type WorkdayCount,
  workdaysBetween,
  workdaysLate,
} from '../calendar/workdays.ts';
import { type Day, later } from '../kit/calendar.ts';
import type { TimeLimits } from '../limits/schema.ts';
import { isOpen } from './flow.ts';
import { type Problem, ProblemRung } from './schema.ts';

/** Where a problem's days stand. */
export type ProblemClock = {
  /** 历时: calendar days from its being raised to its solution, or up to the day; 0 on the first. */
  openDays: number;
  /** Working days past the deadline that the office set, while it is not solved; 0 in time or without one. */
  overdueDays: number;
  /** The last day on its rung; null where it is solved or nothing moves it on. */
  rungDueOn: Day | null;
  /** Working days left on its rung; negative once they are over. */
  rungDaysLeft: number | null;
  /** The years whose notice is not known, which these days depend on. */
  unknownYears: number[];
};

type Timed = Pick<Problem, 'state' | 'rung' | 'rungSince' | 'raisedOn' | 'dueOn' | 'solvedOn'>;
type Days = TimeLimits['problemDays'];

/** The clock of a problem as of a day. */
export function problemClock(problem: Timed, days: Days, calendar: WorkCalendar, asOf: Day): ProblemClock {
  const openDays = daysSince(problem.raisedOn, problem.solvedOn ?? asOf);
  if (!isOpen(problem)) return { openDays, overdueDays: 0, rungDueOn: null, rungDaysLeft: null, unknownYears: [] };
  const late = problemLate(problem, calendar, asOf);
  const rung = rungDue(problem, days, calendar);
  const left = rung && workdaysBetween(calendar, asOf, rung.day);
  return {
    openDays,
    overdueDays: late.days,
    rungDueOn: rung?.day ?? null,
    rungDaysLeft: left?.days ?? null,
    unknownYears: union(late.unknownYears, rung?.unknownYears ?? [], left?.unknownYears ?? []),
  };
}

/** Working days past the deadline that the office set, while it is not solved; none in time, or without a deadline. */
export function problemLate(problem: Pick<Problem, 'state' | 'dueOn'>, calendar: WorkCalendar, asOf: Day): WorkdayCount {
  if (problem.dueOn === null || !isOpen(problem)) return { days: 0, unknownYears: [] };
  return workdaysLate(calendar, problem.dueOn, asOf);
}

/**
 * The last day on a rung: the working days allowed there, counted from the day after it came there. A later deadline of
 * the office's own stands in their place: what has been given time does not climb within it.
 */
function rungDue({ rung, rungSince, dueOn }: Timed, days: Days, calendar: WorkCalendar) {
  const allowed = days[rung];
  if (allowed === null) return null;
  const usual = addWorkdays(calendar, rungSince, allowed);
  if (dueOn === null || dueOn <= usual.day) return usual;
  const given = nextWorkday(calendar, later(dueOn, usual.day));
  return { day: given.day, unknownYears: [...usual.unknownYears, ...given.unknownYears] };
}

/** The rung above; null on the highest. */
export function rungAbove(rung: ProblemRung): ProblemRung | null {
  const rungs = ProblemRung.options;
  return rungs[rungs.indexOf(rung) + 1] ?? null;
}

/**
 * The problem on the next rung where its days on this one are over, else null. It climbs on working days alone and one
 * rung a time: whoever it comes to has their own days, also after a server stood still. Asked again it has climbed.
 */
export function escalated(problem: Problem, days: Days, calendar: WorkCalendar, today: Day): Problem | null {
  const above = rungAbove(problem.rung);
  if (above === null || !isOpen(problem) || !isWorkday(calendar, today)) return null;
  const due = rungDue(problem, days, calendar);
  return due && due.day < today ? { ...problem, rung: above, rungSince: today } : null;
}

/** The problem as it is wanted; on another rung its days begin anew. */
export function changed(before: Problem, wanted: Partial<Problem>, today: Day): Problem {
  const after = { ...before, ...wanted };
  return after.rung === before.rung ? after : { ...after, rungSince: today };
}
