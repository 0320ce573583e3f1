import type { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import { compareKeys, keyAfter } from '../kit/rank.ts';
import { type MeetingReason, whyNotChangeMeeting } from './rules.ts';
import { AGENDA_LIMIT, type AgendaItem, type AgendaRequest, type Meeting } from './schema.ts';

/** What an item takes unless the office says otherwise. */
export const USUAL_MINUTES = 8;

type Placed = Pick<AgendaItem, 'id' | 'orderKey'>;
type AddReason = MeetingReason | 'already-on-agenda' | 'on-other-agenda' | 'agenda-full';

/** Another series' meeting on the same day that has the project on its agenda. */
export type OtherAgenda = { seriesName: string; day: Day };

/**
 * Why a project, or a matter of its own (null), may not be put on the agenda. Over the limit it takes a word why. Two
 * series may take up a project in one week, but not on one day: its unit would report the same twice.
 */
export function whyNotAddToAgenda(
  meeting: Pick<Meeting, 'state'>,
  items: readonly Pick<AgendaItem, 'projectId' | 'decisionId'>[],
  wanted: { projectId: Id<'project'> | null; decisionId?: Id<'decision'> | undefined; overLimitReason?: string | undefined },
  other: OtherAgenda | null = null,
): Refusal<AddReason> | null {
  const refusal = whyNotChangeMeeting(meeting);
  if (refusal) return refusal;
  const isOn = items.some(
    (item) =>
      (wanted.projectId !== null && item.projectId === wanted.projectId) ||
      (wanted.decisionId !== undefined && item.decisionId === wanted.decisionId),
  );
  if (isOn) return { reason: 'already-on-agenda' };
  if (other && wanted.projectId !== null) return { reason: 'on-other-agenda', ...other };
  if (items.length >= AGENDA_LIMIT && !wanted.overLimitReason) return { reason: 'agenda-full', limit: AGENDA_LIMIT };
  return null;
}

/** An item on which something was decided or remarked stays: the minutes will say what it was about. */
export function whyNotRemoveFromAgenda(
  meeting: Pick<Meeting, 'state'>,
  item: Pick<AgendaItem, 'id'>,
  said: readonly { agendaItemId: Id<'agendaItem'> | null }[],
): Refusal<MeetingReason | 'item-has-decisions'> | null {
  const refusal = whyNotChangeMeeting(meeting);
  if (refusal) return refusal;
  const made = said.filter((one) => one.agendaItemId === item.id).length;
  return made > 0 ? { reason: 'item-has-decisions', made } : null;
}

/** A unit, or a leader, asks once for a project as long as nobody has answered; matters of their own are told apart by nobody. */
export function whyNotAsk(
  waiting: readonly Pick<AgendaRequest, 'projectId' | 'unitId' | 'byName'>[],
  wanted: Pick<AgendaRequest, 'projectId' | 'unitId'>,
): Refusal<'request-waits'> | null {
  const same = waiting.find((one) => wanted.projectId !== null && one.projectId === wanted.projectId && one.unitId === wanted.unitId);
  return same ? { reason: 'request-waits', name: same.byName } : null;
}

/** Only what waits can be declined. */
export function whyNotDecline(request: Pick<AgendaRequest, 'agendaItemId' | 'declinedAt'>): Refusal<'request-answered'> | null {
  return request.agendaItemId !== null || request.declinedAt !== null ? { reason: 'request-answered' } : null;
}

/** The agenda in its order. */
export function inOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compareKeys(a.orderKey, b.orderKey) || (a.id < b.id ? -1 : 1));
}

/** The agenda with one item behind another, or in the first place (null): what the server will answer. */
export function movedBehind<Item extends Placed>(items: readonly Item[], id: string, after: string | null): Item[] {
  return items.map((item) => (item.id === id ? { ...item, orderKey: keyAfter<string>(items, after, id) } : item));
}

/** The sum of what the items are given. */
export function agendaMinutes(items: readonly Pick<AgendaItem, 'minutes'>[]): number {
  return items.reduce((total, item) => total + item.minutes, 0);
}
