import type { Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { spentOn } from '#shared/meetings/drive.ts';
import type { ScreenState } from '#shared/meetings/schema.ts';
import { useNow } from '../app/now.ts';

const SECOND_MS = 1_000;

/** 4:12, or 1:04:12 from an hour on. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (count: number) => String(count).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

type Words = (used: string, planned: string) => string;

/** How long an item has been on the screen of the minutes that it was given; over them it is marked. */
export function ItemTimer({
  state,
  item,
  words,
  late,
}: {
  state: ScreenState;
  item: { id: Id<'agendaItem'>; minutes: number };
  words: Words;
  late: string | undefined;
}) {
  const now = useNow(SECOND_MS);
  const spent = spentOn(state, item.id, now);
  const planned = item.minutes * 60_000;
  return <span className={spent > planned ? late : undefined}>{words(clockText(spent), clockText(planned))}</span>;
}

/** How long the meeting has lasted; a meeting that is over stands still. */
export function MeetingTimer({
  meeting,
  words,
}: {
  meeting: { openedAt: Instant | null; closedAt: Instant | null };
  words: (used: string) => string;
}) {
  const now = useNow(SECOND_MS);
  if (meeting.openedAt === null) return null;
  return <span>{words(clockText(Math.max(0, Date.parse(meeting.closedAt ?? now) - Date.parse(meeting.openedAt))))}</span>;
}
