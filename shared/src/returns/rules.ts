import type { Actor, Role } from '../accounts/schema.ts';
import type { Day, Instant, Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Project } from '../projects/schema.ts';
import type { ReturnState, SubmitReturn, WeeklyReturn } from './schema.ts';

/** The acts on a return: from which state (null: there is none yet), to which, and by whom. */
export const returnMoves = {
  /** A return that was not looked at yet may be put right by sending it again. */
  submit: { from: [null, 'submitted', 'sent-back'], to: 'submitted', by: ['officer', 'office'] },
  accept: { from: ['submitted'], to: 'accepted', by: ['office'] },
  /** Accepted too: an error may be found late, and only the unit can put it right. */
  sendBack: { from: ['submitted', 'accepted'], to: 'sent-back', by: ['office'] },
} as const satisfies Record<string, { from: readonly (ReturnState | null)[]; to: ReturnState; by: readonly Role[] }>;
type Move = keyof typeof returnMoves;

/** Where the week stands that an act is about. */
export type WeekFacts = {
  week: Week;
  /** The week that returns are asked for now. */
  openWeek: Week;
  isCut: boolean;
  /** From this day on its returns are asked for. */
  opensOn: Day;
  today: Day;
  /** Whether the week has a working day. */
  isAsked: boolean;
};

type WeekReason = 'week-not-open' | 'week-not-begun' | 'week-cut' | 'week-without-workdays';
type ProjectReason = 'project-not-active' | 'project-in-reserve';
type MoveReason = 'not-your-part' | 'return-missing' | 'return-submitted' | 'return-accepted' | 'return-sent-back';
/** Why a return is not taken, accepted or sent back: by its week, its project, or its state. */
export type ReturnReason = WeekReason | ProjectReason | MoveReason;

function whyNotThen({ week, openWeek, isCut, isAsked, opensOn, today }: WeekFacts): Refusal<WeekReason> | null {
  if (isCut) return { reason: 'week-cut', week };
  if (week !== openWeek) return { reason: 'week-not-open', week, openWeek };
  if (!isAsked) return { reason: 'week-without-workdays', week };
  return today < opensOn ? { reason: 'week-not-begun', week, opensOn } : null;
}

const stateReasons = { submitted: 'return-submitted', accepted: 'return-accepted', 'sent-back': 'return-sent-back' } as const;

function whyNotMove(move: Move, state: ReturnState | null, actor: Pick<Actor, 'role'>): Refusal<MoveReason> | null {
  const { from, by }: { from: readonly (ReturnState | null)[]; by: readonly Role[] } = returnMoves[move];
  if (!by.includes(actor.role)) return { reason: 'not-your-part' };
  if (from.includes(state)) return null;
  return { reason: state === null ? 'return-missing' : stateReasons[state] };
}

/** Why a project returns nothing at all: it is not under way, or only in reserve. */
export function whyNotOwe(project: Pick<Project, 'standing' | 'yearClass'>): Refusal<ProjectReason> | null {
  if (project.standing !== 'active') return { reason: 'project-not-active', standing: project.standing };
  return project.yearClass === 'reserve' ? { reason: 'project-in-reserve' } : null;
}

/** Why this week's return of a project cannot be sent now; whose project it is was settled before it was found. */
export function whyNotSubmit(
  facts: WeekFacts & { project: Pick<Project, 'standing' | 'yearClass'>; state: ReturnState | null },
  actor: Pick<Actor, 'role'>,
): Refusal<ReturnReason> | null {
  return whyNotOwe(facts.project) ?? whyNotThen(facts) ?? whyNotMove('submit', facts.state, actor);
}

/** Why a return cannot be accepted. Its week may be over: accepting changes no figure. */
export function whyNotAccept(state: ReturnState, actor: Pick<Actor, 'role'>): Refusal<ReturnReason> | null {
  return whyNotMove('accept', state, actor);
}

/** Why a return cannot be sent back: once its week is over nobody could send it again, and its figures would be lost. */
export function whyNotSendBack(facts: WeekFacts & { state: ReturnState }, actor: Pick<Actor, 'role'>): Refusal<ReturnReason> | null {
  return whyNotThen(facts) ?? whyNotMove('sendBack', facts.state, actor);
}

/** Why units cannot be asked for a week's returns: it is not open, or nobody of this role asks. */
export function whyNotAsk(facts: WeekFacts, actor: Pick<Actor, 'role'>): Refusal<ReturnReason> | null {
  return whyNotThen(facts) ?? (actor.role === 'office' ? null : { reason: 'not-your-part' });
}

/** The return after it was sent in: the first one gets the id, a later one keeps its own. */
export function submitted(
  input: SubmitReturn,
  before: WeeklyReturn | null,
  given: { id: WeeklyReturn['id']; now: Instant; by: string; filledInFor: string | null },
): WeeklyReturn {
  const { version: _filledAgainst, ticks: _beside, key: _sentUnder, ...words } = input;
  return {
    ...words,
    id: before?.id ?? given.id,
    state: returnMoves.submit.to,
    sentBackReason: null,
    submittedAt: given.now,
    submittedBy: given.by,
    filledInFor: given.filledInFor,
    version: before?.version ?? 1,
  };
}

/** The return after the office has accepted it. */
export function accepted(given: WeeklyReturn): WeeklyReturn {
  return { ...given, state: returnMoves.accept.to };
}

/** The return after the office has sent it back, with what the unit must put right. */
export function sentBack(given: WeeklyReturn, reason: string): WeeklyReturn {
  return { ...given, state: returnMoves.sendBack.to, sentBackReason: reason };
}
