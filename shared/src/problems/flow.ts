import type { Actor, Role } from '../accounts/schema.ts';
import type { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import type { Problem, ProblemState, UpdateProblem } from './schema.ts';

/** One allowed change of a problem's state, and whose it is. */
export type ProblemMove = { readonly from: ProblemState; readonly to: ProblemState; readonly by: readonly Role[] };

const unitOrOffice = ['officer', 'office'] as const;
const office = ['office'] as const;

/** 提出 → 交办 → 解决 → 销号. The unit says that it is solved; that it is off the list says the office. */
export const problemFlow: readonly ProblemMove[] = [
  { from: 'raised', to: 'assigned', by: office },
  { from: 'raised', to: 'solved', by: unitOrOffice },
  { from: 'assigned', to: 'solved', by: unitOrOffice },
  { from: 'solved', to: 'closed', by: office },
  // Not solved after all: it goes back to who has to deal with it.
  { from: 'solved', to: 'assigned', by: office },
  { from: 'closed', to: 'assigned', by: office },
];

/** Whether somebody still has to deal with it; once solved it waits for its 销号 alone. */
export function isOpen({ state }: Pick<Problem, 'state'>): boolean {
  return state === 'raised' || state === 'assigned';
}

/** Why a problem's change is refused. `…-missing` and `…-not-yet` name the date that does not fit the state. */
export type ProblemReason =
  | 'no-such-move'
  | 'not-your-part'
  | 'owner-missing'
  | 'solved-on-missing'
  | 'solved-on-not-yet'
  | 'closed-on-missing'
  | 'closed-on-not-yet'
  | 'dates-out-of-order'
  | 'date-in-future'
  | 'helper-is-owner'
  | 'helper-says-solved'
  | 'problem-not-open'
  | 'problem-not-solved';

/** Why a problem cannot be changed so, or null. */
export function whyNotChangeProblem(
  before: Problem,
  after: Problem,
  actor: Pick<Actor, 'role'>,
  today: Day,
): Refusal<ProblemReason> | null {
  if (before.state !== after.state) {
    const move = problemFlow.find((one) => one.from === before.state && one.to === after.state);
    if (!move) return { reason: 'no-such-move', from: before.state, to: after.state };
    if (!move.by.includes(actor.role)) return { reason: 'not-your-part', from: before.state, to: after.state };
  }
  return whyNotAssign(before, after, actor) ?? whyNotDates(after, today);
}

/** Who deals with it, by when and on which rung is the office's to say; the unit may only hand it up to the office. */
function whyNotAssign(before: Problem, after: Problem, actor: Pick<Actor, 'role'>): Refusal<ProblemReason> | null {
  if (after.state === 'assigned' && after.ownerUnitId === null) return { reason: 'owner-missing' };
  if (after.ownerUnitId && after.helperUnitIds.includes(after.ownerUnitId)) return { reason: 'helper-is-owner' };
  if (actor.role === 'office') return null;
  const isHandedUp = before.rung === after.rung || (before.rung === 'unit' && after.rung === 'office');
  const isSameHelp = before.helperUnitIds.join() === after.helperUnitIds.join();
  const isUntouched = before.ownerUnitId === after.ownerUnitId && before.dueOn === after.dueOn && isSameHelp && isHandedUp;
  return isUntouched ? null : { reason: 'not-your-part' };
}

function whyNotDates({ state, raisedOn, solvedOn, closedOn }: Problem, today: Day): Refusal<ProblemReason> | null {
  const isSolved = state === 'solved' || state === 'closed';
  if (isSolved && solvedOn === null) return { reason: 'solved-on-missing' };
  if (!isSolved && solvedOn !== null) return { reason: 'solved-on-not-yet' };
  if (state === 'closed' && closedOn === null) return { reason: 'closed-on-missing' };
  if (state !== 'closed' && closedOn !== null) return { reason: 'closed-on-not-yet' };
  if ((solvedOn && solvedOn < raisedOn) || (solvedOn && closedOn && closedOn < solvedOn)) return { reason: 'dates-out-of-order' };
  return whyNotPast([raisedOn, solvedOn, closedOn], today);
}

function whyNotPast(dates: readonly (Day | null)[], today: Day): Refusal<'date-in-future'> | null {
  const late = dates.find((date) => date !== null && date > today);
  return late ? { reason: 'date-in-future', date: late } : null;
}

/** Why a problem cannot be raised: it has not come up yet. */
export function whyNotRaise(raisedOn: Day, today: Day): Refusal<'date-in-future'> | null {
  return whyNotPast([raisedOn], today);
}

/** A problem's fields as a change takes them. */
export function updateOf({ projectId: _project, raisedOn: _raised, rungSince: _since, ...fields }: Problem): UpdateProblem {
  return fields;
}

/** What units have to do with a problem: it is theirs, they help, or it is not theirs. Before it is assigned it is its project's unit's. */
export function partIn(
  problem: Pick<Problem, 'ownerUnitId' | 'helperUnitIds'> & { projectUnitId: Id<'unit'> },
  unitIds: readonly Id<'unit'>[],
): 'owner' | 'helper' | null {
  if (unitIds.includes(problem.ownerUnitId ?? problem.projectUnitId)) return 'owner';
  return problem.helperUnitIds.some((id) => unitIds.includes(id)) ? 'helper' : null;
}

/** Why a problem is not answered so: nobody answers what is solved, and that it is solved says its owner. */
export function whyNotAnswer(
  problem: Pick<Problem, 'state'>,
  part: 'owner' | 'helper',
  saysSolved: boolean,
): Refusal<ProblemReason> | null {
  if (!isOpen(problem)) return { reason: 'problem-not-open' };
  return saysSolved && part === 'helper' ? { reason: 'helper-says-solved' } : null;
}

/** Why a problem is not sent back: only what is said to be solved can be, and somebody has to have it. */
export function whyNotSendBack(problem: Pick<Problem, 'state'>): Refusal<ProblemReason> | null {
  return problem.state === 'solved' ? null : { reason: 'problem-not-solved' };
}

/** The problem once an answer says that it is solved. */
export function solved(problem: Problem, on: Day): Problem {
  return { ...problem, state: 'solved', solvedOn: on };
}

/** The problem sent back: with its owner, or without one as it was raised. */
export function sentBack(problem: Problem): Problem {
  return { ...problem, state: problem.ownerUnitId === null ? 'raised' : 'assigned', solvedOn: null };
}
