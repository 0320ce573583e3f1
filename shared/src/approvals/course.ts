import type { Day } from '../kit/calendar.ts';
import { assertNever, type Refusal } from '../kit/errors.ts';
import type { ApprovalState, ApprovalStep, StepEntry, StopCause } from './schema.ts';

/** A time in which a step's clock ran: the day it began on is not counted, the day it ended on is. Open while `to` is null. */
export type Run = { from: Day; to: Day | null };

/** What a course amounts to. */
export type CourseStanding = {
  /** `waiting`: not accepted; `suspended`: 容缺, until the papers are there. */
  phase: 'waiting' | 'running' | 'stopped' | 'suspended' | 'finished' | 'exempt';
  acceptedOn: Day | null;
  doneOn: Day | null;
  runs: Run[];
  /** Why and since when the clock stands; the day is null where nobody knows it, and then nothing can be counted. */
  stop: { cause: StopCause; on: Day | null } | null;
  tolerance: { on: Day; papers: string[]; until: Day | null } | null;
  /** The day on which papers tolerated as missing were there: what was provisional becomes final soon after. */
  redeemedOn: Day | null;
  exemptReason: string | null;
};

const waiting: CourseStanding = {
  ...{ phase: 'waiting', acceptedOn: null, doneOn: null, runs: [], stop: null, tolerance: null, redeemedOn: null, exemptReason: null },
};

function closed(runs: readonly Run[], to: Day): Run[] {
  return runs.map((run) => (run.to === null ? { ...run, to } : run));
}

/** A course one entry further. Order is asked by `whyNotTell`; here every entry is taken at its word. */
function next(at: CourseStanding, entry: StepEntry): CourseStanding {
  switch (entry.kind) {
    case 'accepted':
      return { ...waiting, phase: 'running', acceptedOn: entry.on, runs: [{ from: entry.on, to: null }] };
    case 'stopped': {
      const runs = entry.on ? closed(at.runs, entry.on) : at.runs;
      return { ...at, phase: 'stopped', runs, stop: { cause: entry.cause, on: entry.on } };
    }
    case 'resumed':
      // Where nobody knows when it stopped, the days count as used.
      return { ...at, phase: 'running', runs: at.stop?.on === null ? at.runs : [...at.runs, { from: entry.on, to: null }], stop: null };
    case 'tolerated': {
      const { on, papers, until } = entry;
      const runs = closed(at.runs, on);
      return { ...at, phase: 'suspended', acceptedOn: at.acceptedOn ?? on, runs, tolerance: { on, papers, until } };
    }
    case 'redeemed':
      return { ...at, phase: 'running', runs: [...at.runs, { from: entry.on, to: null }], tolerance: null, redeemedOn: entry.on };
    case 'withdrawn':
      return waiting;
    case 'done':
      return {
        ...at,
        phase: 'finished',
        doneOn: entry.on,
        runs: entry.on ? closed(at.runs, entry.on) : at.runs,
        stop: null,
        tolerance: null,
      };
    case 'exempt':
      return { ...waiting, phase: 'exempt', exemptReason: entry.reason };
    default:
      return assertNever(entry);
  }
}

/** Where a course stands on a day: what comes after an entry of a later day has not happened; what is not needed never was. */
export function courseAt(course: readonly StepEntry[], asOf: Day): CourseStanding {
  const ahead = course.findIndex((entry) => entry.kind !== 'exempt' && entry.on !== null && entry.on > asOf);
  return (ahead < 0 ? course : course.slice(0, ahead)).reduce(next, waiting);
}

type Told = Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn' | 'tolerantUntil' | 'course'>;

/** What happened to a step; where nobody told it entry by entry, as much as its state and dates say. */
export function courseOf(step: Told): StepEntry[] {
  return step.course ?? plainCourse(step);
}

function plainCourse({ state, acceptedOn, doneOn, tolerantUntil }: Omit<Told, 'course'>): StepEntry[] {
  const accepted: StepEntry[] = acceptedOn ? [{ kind: 'accepted', on: acceptedOn }] : [];
  switch (state) {
    case 'pending':
      return [];
    case 'accepted':
      return accepted;
    case 'tolerant':
      return acceptedOn ? [{ kind: 'tolerated', on: acceptedOn, papers: [], until: tolerantUntil }] : [];
    case 'supplement':
      return [...accepted, { kind: 'stopped', on: null, cause: 'supplement', note: null }];
    case 'done':
      return [...accepted, { kind: 'done', on: doneOn }];
    case 'exempt':
      return [{ kind: 'exempt', on: null, reason: null }];
    default:
      return assertNever(state);
  }
}

/** The state that a phase is called by: a clock that stands for another reason than 补正 is still that of an accepted step. */
function stateOf({ phase, stop }: CourseStanding): ApprovalState {
  switch (phase) {
    case 'waiting':
      return 'pending';
    case 'running':
      return 'accepted';
    case 'stopped':
      return stop?.cause === 'supplement' ? 'supplement' : 'accepted';
    case 'suspended':
      return 'tolerant';
    case 'finished':
      return 'done';
    case 'exempt':
      return 'exempt';
    default:
      return assertNever(phase);
  }
}

function columnsOf(course: readonly StepEntry[]): Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn'> {
  const at = course.reduce(next, waiting);
  return { state: stateOf(at), acceptedOn: at.acceptedOn, doneOn: at.doneOn };
}

/** From which phases an entry may follow. */
const follows: { readonly [Kind in StepEntry['kind']]: readonly CourseStanding['phase'][] } = {
  accepted: ['waiting'],
  stopped: ['running'],
  resumed: ['stopped'],
  tolerated: ['waiting', 'running'],
  redeemed: ['suspended'],
  withdrawn: ['suspended'],
  // 即收即办: accepted and done on one day.
  done: ['waiting', 'running'],
  exempt: ['waiting'],
};

/** Whether an entry may follow on a step as it stands; what the client offers by. */
export function mayFollow(step: Told, kind: StepEntry['kind']): boolean {
  return follows[kind].includes(courseOf(step).reduce(next, waiting).phase);
}

/** Why an entry is refused. `wrong-order` names where the step stands. */
export type TellReason =
  | 'wrong-order'
  | 'day-missing'
  | 'day-before-last'
  | 'date-in-future'
  | 'papers-missing'
  | 'until-missing'
  | 'until-too-early'
  | 'reason-missing'
  | 'valid-before-done'
  | 'course-full';

/** Entries that a course may hold, as the schema says. */
const MOST_ENTRIES = 60;

/** Why an entry cannot follow on what happened to a step so far, or null. */
export function whyNotTell(step: Told, entry: StepEntry, validUntil: Day | null, today: Day): Refusal<TellReason> | null {
  const course = courseOf(step);
  const { phase } = course.reduce(next, waiting);
  if (!follows[entry.kind].includes(phase)) return { reason: 'wrong-order', entry: entry.kind, phase };
  if (course.length + 2 > MOST_ENTRIES) return { reason: 'course-full' };
  if (entry.kind === 'exempt') return entry.reason ? null : { reason: 'reason-missing' };
  if (entry.on === null) return { reason: 'day-missing' };
  if (entry.on > today) return { reason: 'date-in-future', date: entry.on };
  const last = course.flatMap(({ on }) => on ?? []).reduce<Day | null>((a, b) => (a && a > b ? a : b), null);
  if (last && entry.on < last) return { reason: 'day-before-last', on: entry.on, last };
  if (entry.kind === 'tolerated') {
    if (entry.papers.length === 0) return { reason: 'papers-missing' };
    if (entry.until === null) return { reason: 'until-missing' };
    if (entry.until <= entry.on) return { reason: 'until-too-early', until: entry.until };
  }
  if (entry.kind === 'withdrawn' && !entry.note) return { reason: 'reason-missing' };
  if (entry.kind === 'done' && validUntil && validUntil < entry.on) return { reason: 'valid-before-done', validUntil };
  return null;
}

/** A step after one more entry. What is done at once is accepted the same day. */
export function told<Step extends Told>(step: Step, entry: StepEntry): Step {
  const course = courseOf(step);
  const { phase } = course.reduce(next, waiting);
  const after = [...course, ...saidBy(entry, phase)];
  const tolerantUntil = entry.kind === 'tolerated' ? entry.until : entry.kind === 'withdrawn' ? null : step.tolerantUntil;
  return { ...step, ...columnsOf(after), tolerantUntil, course: after };
}

function saidBy(entry: StepEntry, phase: CourseStanding['phase']): StepEntry[] {
  if (entry.kind !== 'done') return [entry];
  const { on } = entry;
  if (on === null || phase !== 'waiting') return [{ kind: 'done', on }];
  return [
    { kind: 'accepted', on },
    { kind: 'done', on, isAtOnce: true },
  ];
}

/** A step without its last entry: what the office takes back because it was told wrongly. */
export function withoutLast<Step extends Told>(step: Step): Step {
  const course = courseOf(step);
  const last = course.at(-1);
  const after = course.slice(0, last?.kind === 'done' && last.isAtOnce ? -2 : -1);
  const tolerance = after.reduce(next, waiting).tolerance;
  return { ...step, ...columnsOf(after), tolerantUntil: tolerance ? tolerance.until : null, course: after };
}

/** Why there is nothing to take back. */
export function whyNotTakeBack(step: Told): Refusal<'nothing-told'> | null {
  return courseOf(step).length === 0 ? { reason: 'nothing-told' } : null;
}

/**
 * A step whose state and dates were written outright, as a list or a correction does, with a course that amounts to
 * them: what was told before is kept as far as it agrees, and the step from one state to the next is taken today.
 */
export function rewritten<Step extends Told>(before: Told | null, after: Step, today: Day): Step {
  const plain = { ...after, course: null };
  if (!before) return plain;
  const { acceptedOn, doneOn, tolerantUntil, state } = after;
  const course = courseOf(before).map((entry): StepEntry => {
    if (entry.kind === 'accepted' && acceptedOn) return { ...entry, on: acceptedOn };
    if (entry.kind === 'tolerated' && state === 'tolerant') return { ...entry, until: tolerantUntil };
    return entry.kind === 'done' ? { ...entry, on: doneOn } : entry;
  });
  return fitting(plain, before.state === state ? course : bridged(course, after, today));
}

/** A course that goes on to the state written. */
function bridged(course: readonly StepEntry[], { state, doneOn }: Told, today: Day): StepEntry[] {
  const { phase } = course.reduce(next, waiting);
  const on = state === 'done' ? (doneOn ?? today) : today;
  const running: StepEntry[] = phase === 'stopped' ? [{ kind: 'resumed', on }] : phase === 'suspended' ? [{ kind: 'redeemed', on }] : [];
  if (state === 'done') return [...course, ...running, { kind: 'done', on: doneOn }];
  if (state === 'supplement') return [...course, ...running, { kind: 'stopped', on: today, cause: 'supplement', note: null }];
  return phase === 'finished' ? course.filter(({ kind }) => kind !== 'done') : [...course, ...running];
}

/** The step with the course, where that amounts to what its columns say and says more; otherwise with them alone. */
function fitting<Step extends Told>(step: Step, course: StepEntry[]): Step {
  const { state, acceptedOn, doneOn } = columnsOf(course);
  const days = course.flatMap(({ on }) => on ?? []);
  const isOrdered = days.every((on, at) => at === 0 || on >= (days[at - 1] ?? on));
  const fits = isOrdered && state === step.state && acceptedOn === step.acceptedOn && doneOn === step.doneOn;
  return fits && JSON.stringify(course) !== JSON.stringify(plainCourse(step)) ? { ...step, course } : step;
}
