import type { Actor } from '../accounts/schema.ts';
import { type Instant, msBetween } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import type { DecisionDraft, ShowOnScreen } from './inputs.ts';
import type { ReadMeeting } from './rules.ts';
import type { ScreenPage, ScreenState } from './schema.ts';

type Turn = Pick<ShowOnScreen, 'consoleId' | 'show' | 'cover'> & { isRehearsal?: boolean };

/** What the screen shows as far as it is this meeting's: a rehearsal counts until the meeting opens, and only until then. */
export function stateOfMeeting(state: ScreenState | null, meeting: Pick<ReadMeeting, 'id' | 'state'>): ScreenState | null {
  return state?.meetingId === meeting.id && state.isRehearsal === (meeting.state === 'planned') ? state : null;
}

/** Why a console may not turn the screen: another one drives it. It may take over, and then the other one is told. */
export function whyNotDrive(
  state: Pick<ScreenState, 'driver'> | null,
  wanted: Pick<ShowOnScreen, 'consoleId' | 'takeOver'>,
): Refusal<'other-console'> | null {
  const driver = state?.driver ?? null;
  if (wanted.takeOver || driver === null || driver.consoleId === wanted.consoleId) return null;
  return { reason: 'other-console', name: driver.name };
}

/** The screen after a console's word. Turning the page closes the account of the item that was shown. */
export function driven(
  before: ScreenState | null,
  meetingId: Id<'meeting'>,
  { consoleId, show, cover, isRehearsal = false }: Turn,
  actor: Pick<Actor, 'name'>,
  now: Instant,
): ScreenState {
  const driver = { consoleId, name: actor.name };
  if (before === null) return { meetingId, isRehearsal, show, cover, driver, shownAt: now, spent: {}, draft: null };
  if (isSamePage(before.show, show)) return { ...before, show, cover, driver };
  const item = before.show.page === 'item' ? before.show.agendaItemId : null;
  const spent = item === null ? before.spent : { ...before.spent, [item]: spentOn(before, item, now) };
  return { ...before, show, cover, driver, shownAt: now, spent };
}

/** The screen with what is being typed; where nobody has driven it yet, on its first page. */
export function typed(
  before: ScreenState | null,
  meetingId: Id<'meeting'>,
  draft: DecisionDraft | null,
  actor: Pick<Actor, 'name'>,
  now: Instant,
  isRehearsal = false,
): ScreenState {
  const shown: ScreenState = before ?? {
    ...{ meetingId, isRehearsal, show: { page: 'overview' }, cover: null, driver: null, shownAt: now, spent: {}, draft: null },
  };
  return { ...shown, draft: draft && { ...draft, byName: actor.name } };
}

/** The draft that belongs to the page shown: a page turned meanwhile hides it, and turning back shows it again. */
export function draftOn(state: Pick<ScreenState, 'show' | 'draft'>): ScreenState['draft'] {
  const item = state.show.page === 'item' ? state.show.agendaItemId : null;
  return state.draft?.agendaItemId === item ? state.draft : null;
}

/** For how many milliseconds an item has been shown by now. */
export function spentOn(state: Pick<ScreenState, 'show' | 'shownAt' | 'spent'>, itemId: Id<'agendaItem'>, now: Instant): number {
  const before = state.spent[itemId] ?? 0;
  const isShown = state.show.page === 'item' && state.show.agendaItemId === itemId;
  return isShown ? before + Math.max(0, msBetween(state.shownAt, now)) : before;
}

function isSamePage(a: ScreenPage, b: ScreenPage): boolean {
  return a.page === b.page && (a.page !== 'item' || (b.page === 'item' && a.agendaItemId === b.agendaItemId));
}
