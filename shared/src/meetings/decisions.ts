import { type Day, daysBetween, type Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { type MeetingReason, whyNotDecide } from './rules.ts';
import type { Decision, Meeting } from './schema.ts';

/** 办结 · 在办 · 逾期, as of a day. */
export type DecisionStanding = 'done' | 'open' | 'overdue';

/** On its last day a decision is still in time. */
export function decisionStanding(decision: Pick<Decision, 'state' | 'dueOn'>, today: Day): DecisionStanding {
  if (decision.state === 'done') return 'done';
  return decision.dueOn < today ? 'overdue' : 'open';
}

/** Calendar days past the deadline while it is not done; 0 when in time. */
export function overdueDays(decision: Pick<Decision, 'state' | 'dueOn'>, today: Day): number {
  return decisionStanding(decision, today) === 'overdue' ? daysBetween(decision.dueOn, today) : 0;
}

/**
 * What a meeting follows up: everything that the meeting before it decided, and whatever older is still not done.
 * Late ones first, then by deadline, and what is done at the end.
 */
export function followUp<Followed extends Pick<Decision, 'id' | 'state' | 'dueOn'> & { week: Week }>(
  decisions: readonly Followed[],
  meeting: Pick<Meeting, 'week'>,
  today: Day,
): Followed[] {
  const earlier = decisions.filter((decision) => decision.week < meeting.week);
  const last = earlier.reduce<Week | null>(
    (latest, decision) => (latest === null || decision.week > latest ? decision.week : latest),
    null,
  );
  const order: Record<DecisionStanding, number> = { overdue: 0, open: 1, done: 2 };
  return earlier
    .filter((decision) => decision.state === 'open' || decision.week === last)
    .sort(
      (a, b) =>
        order[decisionStanding(a, today)] - order[decisionStanding(b, today)] ||
        (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Why a decision is not made, settled or opened again. */
export type DecisionReason = MeetingReason | 'deadline-passed' | 'helper-is-owner' | 'decision-done' | 'decision-open' | 'done-in-future';

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

/** Only what is open can be settled, and not on a day to come. */
export function whyNotMarkDone(decision: Pick<Decision, 'state'>, doneOn: Day, today: Day): Refusal<DecisionReason> | null {
  if (decision.state === 'done') return { reason: 'decision-done' };
  return doneOn > today ? { reason: 'done-in-future' } : null;
}

/** Only what was settled can be opened again. */
export function whyNotReopen(decision: Pick<Decision, 'state'>): Refusal<DecisionReason> | null {
  return decision.state === 'open' ? { reason: 'decision-open' } : null;
}

/** The decision, settled. */
export function markedDone(decision: Decision, doneOn: Day): Decision {
  return { ...decision, state: 'done', doneOn };
}

/** The decision, open once more. */
export function reopened(decision: Decision): Decision {
  return { ...decision, state: 'open', doneOn: null };
}
