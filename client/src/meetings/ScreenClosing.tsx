import { timeOf } from '#shared/kit/calendar.ts';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import type { ScreenData } from './ConsolePage.tsx';
import screen from './Screen.module.css';
import { ScreenHead } from './ScreenHead.tsx';
import styles from './ScreenTable.module.css';
import { dateText, dayText, dayWithWeekday } from './words.ts';

const ROWS = 9;
/** Up to so many rows there is room for two lines each. */
const ROOMY = 6;

/** The last page: everything that was decided today. */
export function ScreenClosing({ data }: { data: ScreenData }) {
  const { kit, meetings } = useMessages();
  const { meeting, series, decisions, items, next } = data;
  const undecided = items.filter((item) => !decisions.some((decision) => decision.agendaItemId === item.id)).length;
  const note = [
    meetings.title(meeting.number, seriesNameOf(series)),
    dateText(meeting.day, meetings),
    meeting.closedAt && meetings.screen.endedAt(timeOf(meeting.closedAt)),
  ];
  return (
    <>
      <ScreenHead
        title={meetings.screen.today(decisions.length)}
        page={meeting.documentId && <span className={screen.chip}>{meetings.screen.minutesReady}</span>}
      >
        <span className={screen.headNote}>{kit.apart(note)}</span>
      </ScreenHead>
      <table className={classes(styles.table, decisions.length <= ROOMY && styles.roomy)}>
        <thead>
          <tr>
            <th />
            <th scope="col">{meetings.screen.project}</th>
            <th scope="col">{meetings.screen.decisionColumn}</th>
            <th scope="col">{meetings.screen.unit}</th>
            <th scope="col">{meetings.screen.due}</th>
            <th scope="col">{meetings.screen.supervisor}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.slice(-ROWS).map((decision, index) => (
            <tr key={decision.id}>
              <td className={styles.ordinal}>{Math.max(0, decisions.length - ROWS) + index + 1}</td>
              <td className={styles.subject}>
                <span>{decision.subject ?? '—'}</span>
              </td>
              <td className={styles.said}>
                <span>{decision.text}</span>
              </td>
              <td>{decision.ownerName}</td>
              <td>{dayText(decision.dueOn, meetings)}</td>
              <td>{decision.supervisor ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.after}>
        <span>
          {kit.apart([
            decisions.length > ROWS && meetings.screen.earlierDecided(decisions.length - ROWS),
            undecided > 0 && decisions.length > 0 && meetings.screen.undecided(undecided),
          ])}
        </span>
        <span>{kit.apart([meetings.screen.nextMeeting, `${dayWithWeekday(next.day, meetings)} ${next.time}`])}</span>
      </p>
    </>
  );
}
