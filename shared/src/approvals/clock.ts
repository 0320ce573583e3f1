import { daysUsed, type LimitUnit, limitEnds } from '../calendar/spans.ts';
import { addWorkdays, nextWorkday, type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';
import { type Day, later } from '../kit/calendar.ts';
import { type CourseStanding, courseAt, courseOf, type Run } from './course.ts';
import type { ApprovalStep } from './schema.ts';

/** What of a step the clock reads. */
export type ClockedStep = Pick<
  ApprovalStep,
  'state' | 'limitDays' | 'limitUnit' | 'acceptedOn' | 'dueOn' | 'doneOn' | 'tolerantUntil' | 'course'
>;

/** Where a step stands as of a day. */
export type StepStanding = Pick<CourseStanding, 'phase' | 'stop' | 'tolerance' | 'redeemedOn' | 'exemptReason' | 'runs'> & {
  /** Days used in the limit's own unit; null while waiting, or where the days of acceptance or stop are not known. */
  usedDays: number | null;
  limitDays: number | null;
  limitUnit: LimitUnit;
  /** Days in the same unit for which the clock has stood since its last stop; null while it does not, or where that day is not known. */
  stoppedDays: number | null;
  /** The last day in time; null where there is neither limit nor promise, or the clock stands. */
  dueOn: Day | null;
  /** Working days past the due day while it is still unfinished; 0 when in time. */
  overdueWorkdays: number;
  /** Working days left until the due day; null when overdue, finished or without a due day. */
  dueInWorkdays: number | null;
  /** How many working days late a finished step was. */
  finishedLateWorkdays: number;
  /** Years whose notice is not known and on which the answer rests: to be shown beside it. */
  unknownYears: number[];
};

/** Working days in which what was tolerated becomes final once the papers are there (江西 2020 暂行办法). */
export const CONVERSION_WORKDAYS = 2;

/**
 * Works out a step's clock as of a day. What lies after that day has not happened: a step done later still runs.
 *
 * The clock runs from acceptance, stands from a stop to the resumption and while papers are tolerated as missing, and
 * ends with the decision. While papers are missing, the day they are promised for is the due day; once they are there,
 * the second working day after it. What was overdue before a stop stays so, and grows no further in it.
 */
export function standing(step: ClockedStep, asOf: Day, calendar: WorkCalendar): StepStanding {
  const at = courseAt(courseOf(step), asOf);
  const { phase, stop, tolerance, redeemedOn, exemptReason, runs } = at;
  const warned = new Set<number>();
  const clock = { step, at, asOf, days: countingWith(calendar, warned) };
  // A stop or a decision on a day that nobody knows leaves nothing to count.
  const isBlind = phase === 'exempt' || (stop !== null && stop.on === null) || (phase === 'finished' && at.doneOn === null);
  const due = isBlind ? null : dueDay(clock);
  const late = due ? lateBy(clock, due) : 0;
  const isOpen = phase !== 'finished';
  const stands = phase === 'stopped';
  return {
    ...{ phase, stop, tolerance, redeemedOn, exemptReason, runs },
    limitDays: step.limitDays,
    limitUnit: step.limitUnit,
    usedDays: isBlind || runs.length === 0 ? toleratedAtOnce(at) : clock.days.used(runs, asOf, step.limitUnit),
    stoppedDays: stop?.on ? clock.days.inUnit(stop.on, asOf, step.limitUnit) : null,
    dueOn: stands && late === 0 ? null : due,
    overdueWorkdays: isOpen ? late : 0,
    dueInWorkdays: isOpen && !stands && due && late === 0 ? Math.max(0, clock.days.between(asOf, due)) : null,
    finishedLateWorkdays: isOpen ? 0 : late,
    unknownYears: [...warned].sort((a, b) => a - b),
  };
}

type Counting = ReturnType<typeof countingWith>;
type Clock = { step: ClockedStep; at: CourseStanding; asOf: Day; days: Counting };

/** What was accepted with papers missing has used nothing yet. */
function toleratedAtOnce({ tolerance }: CourseStanding): number | null {
  return tolerance ? 0 : null;
}

/** Days by one calendar; the years that it did not know are noted. */
function countingWith(calendar: WorkCalendar, warned: Set<number>) {
  function noting<Answer extends { unknownYears: number[] }>(answer: Answer): Answer {
    for (const year of answer.unknownYears) warned.add(year);
    return answer;
  }
  const between = (from: Day, to: Day) => noting(workdaysBetween(calendar, from, to)).days;
  const onWorkday = (from: Day, days: number) => noting(addWorkdays(calendar, from, days)).day;
  const inUnit = (from: Day, to: Day, unit: LimitUnit) => noting(daysUsed(calendar, from, to, unit)).days;
  return {
    between,
    onWorkday,
    inUnit,
    /** The day itself, or the working day that a deadline on a day off moves to. */
    workedFrom: (on: Day) => noting(nextWorkday(calendar, on)).day,
    /** So many days of the unit after a day; what ends on a day off moves to the next working day. */
    after: (from: Day, days: number, unit: LimitUnit) => noting(limitEnds(calendar, from, { days, unit })).day,
    used: (runs: readonly Run[], asOf: Day, unit: LimitUnit) => runs.reduce((sum, run) => sum + inUnit(run.from, run.to ?? asOf, unit), 0),
  };
}

function dueDay({ step, at, days }: Clock): Day | null {
  if (at.phase === 'suspended') return at.tolerance?.until ? days.workedFrom(at.tolerance.until) : null;
  if (step.dueOn) return days.workedFrom(step.dueOn);
  if (at.redeemedOn) return days.onWorkday(at.redeemedOn, CONVERSION_WORKDAYS);
  if (step.limitDays === null) return null;
  let left = step.limitDays;
  for (const [nth, run] of at.runs.entries()) {
    const isLast = nth === at.runs.length - 1;
    const spent = run.to === null || isLast ? null : days.inUnit(run.from, run.to, step.limitUnit);
    if (spent === null || spent >= left) return days.after(run.from, left, step.limitUnit);
    left -= spent;
  }
  return null;
}

/** Working days past the due day, in which the clock ran, or on which nobody had accepted or handed in anything yet. */
function lateBy({ at, asOf, days }: Clock, due: Day): number {
  const end = at.phase === 'finished' ? at.doneOn : asOf;
  if (at.phase === 'suspended' || at.runs.length === 0) return end && end > due ? days.between(due, end) : 0;
  return at.runs.reduce((sum, run) => {
    const from = later(run.from, due);
    const to = run.to ?? asOf;
    return to > from ? sum + days.between(from, to) : sum;
  }, 0);
}

/** Working days before a permit lapses from which it is said: an extension is asked for 30 of them ahead (浦东 2023). */
const EXPIRY_WARNING_WORKDAYS = 30;

/** How long what was granted still holds; `unknownYears` are those that the working days left rest on. */
export type Validity = { validUntil: Day; isExpired: boolean; isExpiring: boolean; workdaysLeft: number; unknownYears: number[] };

/** Where a permit stands that is good until a day; null for one that does not lapse. */
export function validity(step: Pick<ApprovalStep, 'state' | 'validUntil'>, asOf: Day, calendar: WorkCalendar): Validity | null {
  if (step.state !== 'done' || step.validUntil === null) return null;
  const { days: left, unknownYears } = workdaysBetween(calendar, asOf, step.validUntil);
  const isExpired = asOf > step.validUntil;
  return {
    validUntil: step.validUntil,
    isExpired,
    isExpiring: !isExpired && left <= EXPIRY_WARNING_WORKDAYS,
    workdaysLeft: isExpired ? 0 : left,
    unknownYears: isExpired ? [] : unknownYears,
  };
}
