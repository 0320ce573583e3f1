import { addWorkdays, nextWorkday, type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';
import { addDays, type Day, daysBetween } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import type { ApprovalStep, LimitUnit } from './schema.ts';

/** What of a step the clock reads. */
export type ClockedStep = Pick<ApprovalStep, 'state' | 'limitDays' | 'limitUnit' | 'acceptedOn' | 'dueOn' | 'doneOn' | 'tolerantUntil'>;

/** Where a step stands as of a day. */
export type StepStanding = {
  /** `waiting`: not accepted yet; `running`; `stopped`: 补正; `finished`; `exempt`. */
  phase: 'waiting' | 'running' | 'stopped' | 'finished' | 'exempt';
  /** Days used in the limit's own unit; null while waiting or stopped, or where the acceptance day is not known. */
  usedDays: number | null;
  limitDays: number | null;
  limitUnit: LimitUnit;
  /** The last day in time; null where there is neither limit nor promise, or the clock is stopped. */
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

/**
 * Works out a step's clock as of a day. What lies after that day has not happened: a step done later still runs.
 *
 * Thin in one respect: there is no list of stops yet. 补正 stops the clock while the step is in that state (nothing
 * is overdue then), but once it is accepted again the stopped days count as used; until stops are recorded, the office
 * sets the new date by `dueOn`. Days for hearings, expert review and the like are not taken off either.
 * 容缺受理 runs against the day by which the missing papers are promised, where one is given.
 */
export function standing(step: ClockedStep, asOf: Day, calendar: WorkCalendar): StepStanding {
  const phase = phaseOf(step, asOf);
  const base = {
    phase,
    limitDays: step.limitDays,
    limitUnit: step.limitUnit,
    overdueWorkdays: 0,
    dueInWorkdays: null,
    finishedLateWorkdays: 0,
  };
  if (phase === 'exempt' || phase === 'stopped') return { ...base, usedDays: null, dueOn: null, unknownYears: [] };

  const warned = new Set<number>();
  const between = (from: Day, to: Day) => noting(warned, workdaysBetween(calendar, from, to)).days;
  const due = dueDay(step, phase, warned, calendar);
  const end = phase === 'finished' ? step.doneOn : asOf;
  const from = phase === 'waiting' ? null : step.acceptedOn;
  const usedDays = from && end ? (step.limitUnit === 'workday' ? between(from, end) : daysBetween(from, end)) : null;
  const late = due && end && end > due ? between(due, end) : 0;
  const isOpen = phase !== 'finished';
  return {
    ...base,
    usedDays,
    dueOn: due,
    overdueWorkdays: isOpen ? late : 0,
    dueInWorkdays: isOpen && due && late === 0 ? Math.max(0, between(asOf, due)) : null,
    finishedLateWorkdays: isOpen ? 0 : late,
    unknownYears: [...warned].sort((a, b) => a - b),
  };
}

function phaseOf(step: ClockedStep, asOf: Day): StepStanding['phase'] {
  if (step.state === 'exempt') return 'exempt';
  if (step.acceptedOn && step.acceptedOn > asOf) return 'waiting';
  switch (step.state) {
    case 'pending':
      return 'waiting';
    case 'accepted':
    case 'tolerant':
      return 'running';
    case 'supplement':
      return 'stopped';
    case 'done':
      return step.doneOn && step.doneOn > asOf ? (step.acceptedOn ? 'running' : 'waiting') : 'finished';
    default:
      return assertNever(step.state);
  }
}

function dueDay(step: ClockedStep, phase: StepStanding['phase'], warned: Set<number>, calendar: WorkCalendar): Day | null {
  if (step.state === 'tolerant' && phase === 'running' && step.tolerantUntil) return step.tolerantUntil;
  if (step.dueOn) return step.dueOn;
  if (phase === 'waiting' || !step.acceptedOn || step.limitDays === null) return null;
  const last =
    step.limitUnit === 'workday'
      ? noting(warned, addWorkdays(calendar, step.acceptedOn, step.limitDays)).day
      : addDays(step.acceptedOn, step.limitDays);
  return noting(warned, nextWorkday(calendar, last)).day;
}

function noting<Answer extends { unknownYears: number[] }>(warned: Set<number>, answer: Answer): Answer {
  for (const year of answer.unknownYears) warned.add(year);
  return answer;
}
