import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { type CycleColumn, hasReturned, owesReturn } from '#shared/board/cycle.ts';
import { isLate } from '#shared/board/filter.ts';
import {
  type Day,
  firstDayOfWeek,
  instantAt,
  lastDayOfWeek,
  monthNumber,
  quarterNumber,
  weekdayOf,
  weekNumber,
  yearOf,
} from '#shared/kit/calendar.ts';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { ProgressBlocks, ProgressTrack, type TrackPart } from '../kit/ProgressTrack.tsx';
import type { Lists } from './carry.ts';
import styles from './Heads.module.css';

/** Over the columns: where the district stands in its week, its month and its quarter. */
export function GroupHeads({ header, cards }: { header: BoardHeader; cards: readonly Card[] }) {
  const { board, vocabulary, kit } = useMessages();
  const owing = cards.filter(owesReturn);
  const done = owing.filter(hasReturned).length;
  const { meeting, bulletin, inspection } = header;
  const monday = firstDayOfWeek(header.week);
  const meetingNote =
    meeting.number === null
      ? board.meetingNext
      : meeting.state === 'open'
        ? board.meetingOpen(meeting.number)
        : board.meetingNumber(meeting.number);
  return (
    <>
      <header className={styles.week}>
        <div>
          <div className={styles.line}>
            <h2 className={styles.title}>{board.groups.week}</h2>
            <span className={styles.beside}>{board.weekOf(yearOf(header.week), weekNumber(header.week))}</span>
          </div>
          <p className={styles.note}>
            {board.span(kit.day(monday), kit.day(lastDayOfWeek(header.week)))} · {meetingNote}
          </p>
        </div>
        <div className={styles.returns}>
          <span>{board.returns(done, owing.length)}</span>
          <ProgressTrack label={board.returns(done, owing.length)} done={done} total={owing.length} />
        </div>
        <Countdown day={meeting.day} time={meeting.time} />
      </header>
      <header className={styles.other}>
        <div className={styles.line}>
          <h2 className={styles.title}>{board.groups.month}</h2>
          <span className={styles.beside}>{board.bulletinOf(monthNumber(bulletin.month), bulletin.number)}</span>
        </div>
        <p className={styles.note}>{board.bulletinState(vocabulary.bulletinState[bulletin.state], bulletin.isCut)}</p>
      </header>
      <header className={styles.quarter}>
        <div className={styles.line}>
          <h2 className={styles.title}>{board.groups.quarter}</h2>
          <span className={styles.beside}>{board.quarterOf(quarterNumber(inspection.quarter))}</span>
        </div>
        <p className={styles.note}>
          {inspection.day ? board.inspectionDay(kit.day(inspection.day)) : board.inspectionUnplanned} ·{' '}
          {vocabulary.inspectionState[inspection.state]}
        </p>
      </header>
    </>
  );
}

/** How long until the meeting; the three numbers are what the office works towards. */
function Countdown({ day, time }: { day: Day; time: string }) {
  const { board, kit } = useMessages();
  const now = useNow();
  const minutes = Math.floor((Date.parse(instantAt(day, time)) - Date.parse(now)) / 60_000);
  if (minutes < 0) return <p className={styles.countdown}>{board.meetingDue}</p>;
  return (
    <p className={styles.countdown}>
      <span>{board.untilMeeting(kit.weekday(weekdayOf(day)), time)}</span>
      <b>{Math.floor(minutes / 1440)}</b>
      {board.days}
      <b>{Math.floor((minutes % 1440) / 60)}</b>
      {board.hours}
      <b>{minutes % 60}</b>
      {board.minutes}
    </p>
  );
}

/** A column's own head: name, count, what its limit or its hint is. */
export function ColumnHead({
  name,
  header,
  lists,
}: {
  name: 'owing' | 'returned' | 'agenda' | 'bulletin' | 'route' | 'flags';
  header: BoardHeader;
  lists: Lists<CycleColumn>;
}) {
  const { board } = useMessages();
  switch (name) {
    case 'owing': {
      const late = lists.owing.filter(isLate).length;
      return (
        <Head label={board.columns.owing} count={String(lists.owing.length)} hot={late > 0 ? board.overdue(late) : null}>
          <Due header={header} />
        </Head>
      );
    }
    case 'returned':
      return (
        <Head label={board.columns.returned} count={String(lists.returned.length)}>
          {board.dragHint}
        </Head>
      );
    case 'agenda': {
      const count = lists.agenda.length;
      const parts = Array.from(
        { length: Math.max(AGENDA_LIMIT, count) },
        (_, at): TrackPart => (at >= count ? 'open' : at >= AGENDA_LIMIT - 1 ? 'over' : 'done'),
      );
      return (
        <Head
          label={board.columns.agenda}
          count={String(count)}
          hot={count >= AGENDA_LIMIT ? board.limit(AGENDA_LIMIT) : null}
          end={count < AGENDA_LIMIT ? board.limit(AGENDA_LIMIT) : null}
        >
          <ProgressBlocks label={board.agendaCount(count, AGENDA_LIMIT)} parts={parts} />
        </Head>
      );
    }
    case 'bulletin':
      return (
        <Head label={board.bulletinColumn} count={String(lists.praise.length + lists.criticise.length)} link="/bulletins">
          {board.nominateHint}
        </Head>
      );
    case 'route':
      return (
        <Head label={board.columns.route} count={board.stops(lists.route.length)} link="/inspections">
          {board.routeHint}
        </Head>
      );
    case 'flags':
      return (
        <Head label={board.flagColumn} count={String(lists.red.length + lists.black.length)}>
          {board.flagHint}
        </Head>
      );
  }
}

type HeadProps = { label: string; count: string; hot?: string | null; end?: string | null; link?: string; children: ReactNode };

export function Head({ label, count, hot = null, end = null, link, children }: HeadProps) {
  return (
    <header className={styles.column}>
      <div className={styles.columnLine}>
        <h3 className={styles.columnTitle}>{link ? <Link href={link}>{label}</Link> : label}</h3>
        <span className={styles.count}>{count}</span>
        {hot && <span className={styles.hot}>{hot}</span>}
        {end && <span className={styles.end}>{end}</span>}
      </div>
      <div className={styles.note}>{children}</div>
    </header>
  );
}

function Due({ header }: { header: BoardHeader }) {
  const { board, kit } = useMessages();
  const now = useNow();
  const { day, time } = header.returnsDue;
  const hours = Math.floor((Date.parse(instantAt(day, time)) - Date.parse(now)) / 3_600_000);
  const due = board.due(kit.weekday(weekdayOf(day)), time);
  return <>{hours >= 0 ? `${due} · ${board.remaining(Math.floor(hours / 24), hours % 24)}` : due}</>;
}
