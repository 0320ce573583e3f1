import type { Actor, Role } from '../accounts/schema.ts';
import type { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { ApprovalState, ApprovalStep } from './schema.ts';

/** One allowed change of a step's state, and whose it is. */
export type StepMove = { readonly from: ApprovalState; readonly to: readonly ApprovalState[]; readonly by: readonly Role[] };

const unitOrOffice = ['officer', 'office'] as const;
const office = ['office'] as const;

/**
 * The state table of a step. What goes on is told by the unit or the office; what goes back corrects the record, and
 * only the office does that.
 */
export const stepMoves: readonly StepMove[] = [
  // 即收即办: accepted and done on one day needs no stop in between.
  { from: 'pending', to: ['accepted', 'tolerant', 'done', 'exempt'], by: unitOrOffice },
  { from: 'accepted', to: ['supplement', 'done'], by: unitOrOffice },
  { from: 'tolerant', to: ['accepted', 'supplement', 'done'], by: unitOrOffice },
  { from: 'supplement', to: ['accepted', 'tolerant'], by: unitOrOffice },
  { from: 'accepted', to: ['pending', 'tolerant'], by: office },
  { from: 'tolerant', to: ['pending'], by: office },
  { from: 'supplement', to: ['pending'], by: office },
  { from: 'done', to: ['accepted'], by: office },
  { from: 'exempt', to: ['pending'], by: office },
];

/** What dates a state asks for and what it cannot have. */
const dates: Record<ApprovalState, { accepted: 'must' | 'may' | 'not'; done: 'must' | 'not'; tolerantUntil: 'must' | 'may' }> = {
  pending: { accepted: 'not', done: 'not', tolerantUntil: 'may' },
  accepted: { accepted: 'must', done: 'not', tolerantUntil: 'may' },
  tolerant: { accepted: 'must', done: 'not', tolerantUntil: 'must' },
  supplement: { accepted: 'must', done: 'not', tolerantUntil: 'may' },
  // Old permits are often known by their date alone.
  done: { accepted: 'may', done: 'must', tolerantUntil: 'may' },
  exempt: { accepted: 'not', done: 'not', tolerantUntil: 'may' },
};

/** Why a step's change is refused. `…-missing` and `…-not-yet` name the date that does not fit the state. */
export type StepReason =
  | 'no-such-move'
  | 'not-your-part'
  | 'accepted-on-missing'
  | 'accepted-on-not-yet'
  | 'done-on-missing'
  | 'done-on-not-yet'
  | 'tolerant-until-missing'
  | 'tolerant-until-before-acceptance'
  | 'done-before-acceptance'
  | 'date-in-future';

type Dated = Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn' | 'tolerantUntil'>;

/** Why a step cannot stand as it is described: a state without its dates, or dates in an impossible order. */
export function whyNotStep(step: Dated, today: Day): Refusal<StepReason> | null {
  const { state, acceptedOn, doneOn, tolerantUntil } = step;
  const asks = dates[state];
  if (asks.accepted === 'must' && acceptedOn === null) return { reason: 'accepted-on-missing', state };
  if (asks.accepted === 'not' && acceptedOn !== null) return { reason: 'accepted-on-not-yet', state };
  if (asks.done === 'must' && doneOn === null) return { reason: 'done-on-missing', state };
  if (asks.done === 'not' && doneOn !== null) return { reason: 'done-on-not-yet', state };
  if (asks.tolerantUntil === 'must' && tolerantUntil === null) return { reason: 'tolerant-until-missing', state };
  if (acceptedOn && tolerantUntil && tolerantUntil < acceptedOn) return { reason: 'tolerant-until-before-acceptance' };
  if (acceptedOn && doneOn && doneOn < acceptedOn) return { reason: 'done-before-acceptance', acceptedOn, doneOn };
  const late = [acceptedOn, doneOn].find((date) => date !== null && date > today);
  return late ? { reason: 'date-in-future', date: late } : null;
}

/** Why a step cannot be changed so, or null. A change that leaves the state alone only has to keep the dates possible. */
export function whyNotChangeStep(
  before: Pick<ApprovalStep, 'state'>,
  after: Dated,
  actor: Pick<Actor, 'role'>,
  today: Day,
): Refusal<StepReason> | null {
  if (before.state !== after.state) {
    const moves = stepMoves.filter((move) => move.from === before.state && move.to.includes(after.state));
    if (moves.length === 0) return { reason: 'no-such-move', from: before.state, to: after.state };
    if (!moves.some((move) => move.by.includes(actor.role))) return { reason: 'not-your-part', from: before.state, to: after.state };
  }
  return whyNotStep(after, today);
}
