import { z } from 'zod';
import { daysApart, type Limit, limitEnds } from '../calendar/spans.ts';
import { addWorkdays, type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';
import { Day, earlier, firstDayOfMonth, later, type Month } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { type ClockedStep, CONVERSION_WORKDAYS, type StepStanding, standing } from './clock.ts';
import { inOrder } from './graph.ts';
import type { ApprovalGroup, ApprovalStep } from './schema.ts';

/** What the plan reads of a step. */
export type PlanStep<Key extends string = string> = ClockedStep &
  Pick<ApprovalStep, 'terms'> & { id: Key; group: ApprovalGroup; needs: readonly Key[] };

/** “What if”: a step is decided, or tolerated with papers missing, on a day. */
export const Assumption = z.strictObject({ id: idOf('approvalStep'), as: z.enum(['done', 'tolerated']), on: Day });
export type Assumption<Key extends string = string> = Omit<z.infer<typeof Assumption>, 'id'> & { id: Key };

/** When a step can come and go at the earliest. */
export type PlannedStep<Key extends string = string> = {
  id: Key;
  begins: Day;
  ends: Day;
  /** Working days by which it may end later without moving the start; null where it is settled or comes after the start. */
  slackWorkdays: number | null;
  isSettled: boolean;
  /** It has no limit of its own: reckoned by the statutory one, or by no day at all where that is not known either. */
  limitBy: 'promised' | 'statutory' | 'none';
};

/** The steps of a project as a plan. */
export type ApprovalPlan<Key extends string = string> = {
  steps: PlannedStep<Key>[];
  /** The earliest day on which all that the start needs is settled; null where nothing is listed. */
  readyOn: Day | null;
  /** The unsettled steps that fix that day, in their order. */
  path: Key[];
  /** The first of them: each day that it takes longer moves the start by a day. */
  holder: Key | null;
  unknownYears: number[];
};

const beforeStart: readonly ApprovalGroup[] = ['land', 'engineering', 'construction'];

type Reckoned<Key extends string> = PlannedStep<Key> & { frees: Day; cause: Key | null };
type Delay<Key extends string> = { id: Key; workdays: number } | null;

/**
 * Reckons forward from a day through what the steps need of each other: what runs ends on its due day, or today where
 * that has passed; what stands goes on today; what waits is accepted the day its last predecessor ends and takes its
 * whole limit. A step tolerated with papers missing lets the next begin, but is itself done only after the papers are
 * there, and the start waits for it. Steps of 竣工验收 come after the start and are not reckoned.
 */
export function planOf<Key extends string>(
  steps: readonly PlanStep<Key>[],
  asOf: Day,
  calendar: WorkCalendar,
  assumed: Assumption<Key> | null = null,
): ApprovalPlan<Key> {
  const warned = new Set<number>();
  const own = inOrder<Key, PlanStep<Key>>(steps.filter(({ group, state }) => beforeStart.includes(group) && state !== 'exempt'));
  const through = passingExempt(steps);
  const clocks = new Map(own.map((step) => [step.id, standing(step, asOf, calendar)]));
  // What runs ends on its own due day, which may rest on a year that nobody knows.
  for (const clock of clocks.values()) if (clock.phase !== 'finished') for (const year of clock.unknownYears) warned.add(year);
  const reckon = (delay: Delay<Key>) => forward({ own, through, clocks, asOf, calendar, assumed, warned }, delay);
  const reckoned = reckon(null);
  const readyOn = lastOf([...reckoned.values()]);
  const path = readyOn ? pathTo(reckoned, readyOn) : [];
  return {
    steps: [...reckoned.values()].map(({ frees: _frees, cause: _cause, ...step }) => ({
      ...step,
      slackWorkdays: step.isSettled || !readyOn ? null : slackOf(step, readyOn, calendar, (delay) => lastOf([...reckon(delay).values()])),
    })),
    readyOn,
    path,
    holder: path[0] ?? null,
    unknownYears: [...warned].sort((a, b) => a - b),
  };
}

/** What each step needs, a step that is not needed standing for what it would have needed itself. */
function passingExempt<Key extends string>(steps: readonly PlanStep<Key>[]): (step: PlanStep<Key>) => Key[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  function through(id: Key, seen: readonly Key[]): Key[] {
    const step = byId.get(id);
    if (!step || seen.includes(id)) return [];
    return step.state === 'exempt' ? step.needs.flatMap((need) => through(need, [...seen, id])) : [id];
  }
  return (step) => step.needs.flatMap((need) => through(need, [step.id]));
}

type Facts<Key extends string> = {
  own: readonly PlanStep<Key>[];
  through: (step: PlanStep<Key>) => Key[];
  clocks: ReadonlyMap<Key, StepStanding>;
  asOf: Day;
  calendar: WorkCalendar;
  assumed: Assumption<Key> | null;
  warned: Set<number>;
};

function forward<Key extends string>(facts: Facts<Key>, delay: Delay<Key>): Map<Key, Reckoned<Key>> {
  const reckoned = new Map<Key, Reckoned<Key>>();
  for (const step of facts.own) {
    const clock = facts.clocks.get(step.id);
    if (clock) reckoned.set(step.id, reckonStep(facts, step, clock, reckoned, delay));
  }
  return reckoned;
}

function reckonStep<Key extends string>(
  { through, asOf, calendar, assumed, warned }: Facts<Key>,
  step: PlanStep<Key>,
  clock: StepStanding,
  reckoned: ReadonlyMap<Key, Reckoned<Key>>,
  delay: Delay<Key>,
): Reckoned<Key> {
  function noting(answer: { day: Day; unknownYears: number[] }): Day {
    for (const year of answer.unknownYears) warned.add(year);
    return answer.day;
  }
  const { limit, limitBy } = limitOf(step);
  const after = (from: Day, days: number) => noting(limitEnds(calendar, from, { ...limit, days }));
  const late = (day: Day) => (delay?.id === step.id ? noting(addWorkdays(calendar, day, delay.workdays)) : day);
  const base = { id: step.id, isSettled: false, slackWorkdays: null, limitBy, cause: null };
  const from = clock.runs[0]?.from ?? clock.tolerance?.on ?? asOf;
  const guess = assumed?.id === step.id ? assumed : null;
  if (clock.phase === 'finished') {
    const ends = step.doneOn ?? asOf;
    return { ...base, isSettled: true, begins: earlier(from, ends), ends, frees: ends };
  }
  const needed = through(step).flatMap((id) => reckoned.get(id) ?? []);
  const last = needed.reduce<Reckoned<Key> | null>((a, b) => (a && a.frees >= b.frees ? a : b), null);
  const isWaiting = clock.phase === 'waiting';
  const isHeld = isWaiting && last !== null && !last.isSettled && last.frees >= asOf;
  const begins = isWaiting ? (isHeld ? last.frees : asOf) : from;
  const cause = isHeld ? last.id : null;
  if (guess?.as === 'done') {
    const ends = late(guess.on);
    return { ...base, begins: earlier(begins, ends), ends, frees: ends, isSettled: guess.on <= asOf };
  }
  const ends = late(later(asOf, earliestEnd(clock)));
  const frees = guess ? late(guess.on) : clock.tolerance ? clock.tolerance.on : ends;
  return { ...base, begins, ends, frees, cause };

  function earliestEnd({ phase, dueOn, usedDays, tolerance }: StepStanding): Day {
    if (phase === 'suspended') return noting(addWorkdays(calendar, later(asOf, tolerance?.until ?? asOf), CONVERSION_WORKDAYS));
    if (phase === 'waiting') return step.dueOn && step.limitDays === null ? later(begins, step.dueOn) : after(begins, limit.days);
    if (phase === 'stopped') return after(asOf, Math.max(0, limit.days - (usedDays ?? 0)));
    return dueOn ?? after(asOf, Math.max(0, limit.days - (usedDays ?? 0)));
  }
}

function limitOf(step: ClockedStep & Pick<ApprovalStep, 'terms'>): { limit: Limit; limitBy: PlannedStep['limitBy'] } {
  if (step.limitDays !== null) return { limit: { days: step.limitDays, unit: step.limitUnit }, limitBy: 'promised' };
  if (step.dueOn) return { limit: { days: 0, unit: 'workday' }, limitBy: 'promised' };
  const statutory = step.terms?.statutory;
  return statutory ? { limit: statutory, limitBy: 'statutory' } : { limit: { days: 0, unit: 'workday' }, limitBy: 'none' };
}

/** From the step that ends last back along what each waited for, down to the first. */
function pathTo<Key extends string>(reckoned: ReadonlyMap<Key, Reckoned<Key>>, readyOn: Day): Key[] {
  const path: Key[] = [];
  let at = [...reckoned.values()].filter(({ ends, isSettled }) => ends === readyOn && !isSettled).at(-1);
  while (at && !at.isSettled) {
    path.unshift(at.id);
    at = at.cause === null ? undefined : reckoned.get(at.cause);
  }
  return path;
}

/** The most working days that a step can be late by with the start where it was. */
function slackOf<Key extends string>(
  { id, ends }: PlannedStep<Key>,
  readyOn: Day,
  calendar: WorkCalendar,
  readyWith: (delay: Delay<Key>) => Day | null,
): number {
  let kept = 0;
  let lost = workdaysBetween(calendar, ends, readyOn).days + 1;
  while (lost - kept > 1) {
    const middle = (kept + lost) >> 1;
    if (readyWith({ id, workdays: middle }) === readyOn) kept = middle;
    else lost = middle;
  }
  return kept;
}

function lastOf(steps: readonly { ends: Day }[]): Day | null {
  return steps.reduce<Day | null>((last, { ends }) => (last && last >= ends ? last : ends), null);
}

/**
 * Calendar days from the first day of the month planned for the start to the day on which it is possible; above zero
 * it is late.
 */
export function lateness(readyOn: Day, plannedStart: Month): number {
  return daysApart(firstDayOfMonth(plannedStart), readyOn);
}
