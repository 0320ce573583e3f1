import { type WorkCalendar, workdaysLate } from '../calendar/workdays.ts';
import type { Day, Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import { type MeetingReason, whyNotDecide } from './rules.ts';
import type { Decision, Meeting } from './schema.ts';

/** 办结 · 待销号 · 在办 · 逾期, as of a day. */
export type DecisionStanding = 'done' | 'answered' | 'open' | 'overdue';

/** Where a decision's deadline stands as of a day. */
export type DecisionClock = {
  /** Working days past the deadline while nobody has answered; 0 in time. */
  overdueDays: number;
  /** The years whose notice is not known, which that rests on. */
  unknownYears: number[];
};

/**
 * The clock of a decision: on its last day it is still in time, and a deadline on a day off moves to the next working day.
 * An answered one waits for the office, not for its owner.
 */
export function decisionClock({ state, dueOn }: Pick<Decision, 'state' | 'dueOn'>, calendar: WorkCalendar, asOf: Day): DecisionClock {
  if (state !== 'open') return { overdueDays: 0, unknownYears: [] };
  const { days, unknownYears } = workdaysLate(calendar, dueOn, asOf);
  return { overdueDays: days, unknownYears };
}

type Timed = Pick<Decision, 'state'> & Pick<DecisionClock, 'overdueDays'>;

/** What a decision is called by, once its clock is known. */
export function decisionStanding({ state, overdueDays }: Timed): DecisionStanding {
  if (state !== 'open') return state;
  return overdueDays > 0 ? 'overdue' : 'open';
}

/** Whether a decision is among what units have to do: theirs to carry out, or to help with. */
export function concerns(decision: Pick<Decision, 'ownerUnitId' | 'helperUnitIds'>, unitIds: readonly Id<'unit'>[]): boolean {
  return unitIds.includes(decision.ownerUnitId) || decision.helperUnitIds.some((id) => unitIds.includes(id));
}

const urgency: Record<DecisionStanding, number> = { overdue: 0, open: 1, answered: 2, done: 3 };

/** Late ones first, then by deadline, and what is done at the end. */
export function byUrgency<One extends Pick<Decision, 'id' | 'dueOn'> & Timed>(decisions: readonly One[]): One[] {
  return [...decisions].sort(
    (a, b) =>
      urgency[decisionStanding(a)] - urgency[decisionStanding(b)] ||
      (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * What a meeting follows up: everything that the meeting before it decided, and whatever older is still not done.
 * The most urgent first.
 */
export function followUp<Followed extends Pick<Decision, 'id' | 'dueOn'> & Timed & { week: Week }>(
  decisions: readonly Followed[],
  meeting: Pick<Meeting, 'week'>,
): Followed[] {
  const earlier = decisions.filter((decision) => decision.week < meeting.week);
  const last = earlier.reduce<Week | null>(
    (latest, decision) => (latest === null || decision.week > latest ? decision.week : latest),
    null,
  );
  return byUrgency(earlier.filter((decision) => decision.state !== 'done' || decision.week === last));
}

/** Why a decision is not made, settled or opened again. */
export type DecisionReason =
  | MeetingReason
  | 'deadline-passed'
  | 'helper-is-owner'
  | 'decision-done'
  | 'decision-open'
  | 'done-in-future'
  | 'decision-answered'
  | 'decision-not-answered';

/** A decision is made and reworded in its own meeting while that is open; afterwards the minutes have said it. */
export function whyNotMakeDecision(
  meeting: Pick<Meeting, 'state'>,
  decision: Pick<Decision, 'dueOn' | 'ownerUnitId' | 'helperUnitIds'>,
  today: Day,
): Refusal<DecisionReason> | null {
  const refusal = whyNotDecide(meeting);
  if (refusal) return refusal;
  if (decision.dueOn < today) return { reason: 'deadline-passed', dueOn: decision.dueOn };
  return decision.helperUnitIds.includes(decision.ownerUnitId) ? { reason: 'helper-is-owner' } : null;
}

/** The owner answers what is still open to it; what was answered waits for the office. */
export function whyNotAnswer(decision: Pick<Decision, 'state'>): Refusal<DecisionReason> | null {
  if (decision.state === 'done') return { reason: 'decision-done' };
  return decision.state === 'answered' ? { reason: 'decision-answered' } : null;
}

/** Only an answer can be sent back. */
export function whyNotSendBack(decision: Pick<Decision, 'state'>): Refusal<DecisionReason> | null {
  return decision.state === 'answered' ? null : { reason: 'decision-not-answered' };
}

/** Only what is not settled yet can be settled, and not on a day to come. */
export function whyNotMarkDone(decision: Pick<Decision, 'state'>, doneOn: Day, today: Day): Refusal<DecisionReason> | null {
  if (decision.state === 'done') return { reason: 'decision-done' };
  return doneOn > today ? { reason: 'done-in-future' } : null;
}

/** Only what was settled can be opened again. */
export function whyNotReopen(decision: Pick<Decision, 'state'>): Refusal<DecisionReason> | null {
  return decision.state === 'done' ? null : { reason: 'decision-open' };
}

/** The decision, settled. */
export function markedDone(decision: Decision, doneOn: Day): Decision {
  return { ...decision, state: 'done', doneOn };
}

/** The decision with its owner's answer, waiting for 销号. */
export function answered(decision: Decision): Decision {
  return { ...decision, state: 'answered' };
}

/** The decision, open once more. */
export function reopened(decision: Decision): Decision {
  return { ...decision, state: 'open', doneOn: null };
}
