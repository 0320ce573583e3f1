import type { BoardHeader, Card } from '#shared/board/card.ts';
import { returnsOf } from '#shared/board/tally.ts';
import type { View } from '#shared/board/view.ts';
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
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { classes } from '../kit/classes.ts';
import { ProgressTrack } from '../kit/ProgressTrack.tsx';
import { usePainted } from '../kit/painted.ts';
import styles from './Heads.module.css';

type Group = NonNullable<View['groups']>[number];
type GroupProps = { header: BoardHeader; cards: readonly Card[] };

/** Over the columns: where the district stands in its week, its month and its quarter. */
export function GroupHeads({ groups, ...rest }: GroupProps & { groups: readonly Group[] }) {
  return groups.map(({ key, stacks }) => (
    <header key={key} className={classes(styles.group, key === 'week' && styles.week)} style={{ gridColumn: `span ${stacks}` }}>
      <GroupHead name={key} {...rest} />
    </header>
  ));
}

function GroupHead({ name, header, cards }: GroupProps & { name: Group['key'] }) {
  const { board, vocabulary, kit } = useMessages();
  const { bulletin, inspection } = header;
  switch (name) {
    case 'week':
      return <WeekHead header={header} cards={cards} />;
    case 'month':
      return (
        <>
          <Title text={board.groups.month} beside={board.bulletinOf(monthNumber(bulletin.month), bulletin.number)} />
          <p className={styles.note}>{board.bulletinState(vocabulary.bulletinState[bulletin.state], bulletin.isCut)}</p>
        </>
      );
    case 'quarter':
      return (
        <>
          <Title text={board.groups.quarter} beside={board.quarterOf(quarterNumber(inspection.quarter))} />
          <p className={styles.note}>
            {inspection.day ? board.inspectionDay(kit.day(inspection.day)) : board.inspectionUnplanned} ·{' '}
            {vocabulary.inspectionState[inspection.state]}
          </p>
        </>
      );
  }
}

function Title({ text, beside }: { text: string; beside: string }) {
  return (
    <div className={styles.line}>
      <h2 className={styles.title}>{text}</h2>
      <span className={styles.beside}>{beside}</span>
    </div>
  );
}

function WeekHead({ header, cards }: GroupProps) {
  const { board, kit } = useMessages();
  const counted = usePainted(cards);
  const { owing, done } = returnsOf(counted);
  const { meeting } = header;
  const meetingNote =
    meeting.number === null
      ? board.meetingNext
      : meeting.state === 'open'
        ? board.meetingOpen(meeting.number)
        : board.meetingNumber(meeting.number);
  return (
    <>
      <div>
        <Title text={board.groups.week} beside={board.weekOf(yearOf(header.week), weekNumber(header.week))} />
        <p className={styles.note}>
          {board.span(kit.day(firstDayOfWeek(header.week)), kit.day(lastDayOfWeek(header.week)))} · {meetingNote}
        </p>
      </div>
      <div className={styles.returns}>
        <span>{board.returns(done, owing)}</span>
        <ProgressTrack label={board.returns(done, owing)} done={done} total={owing} />
      </div>
      <Countdown day={meeting.day} time={meeting.time} />
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
