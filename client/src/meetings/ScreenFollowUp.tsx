import { decisionStanding } from '#shared/meetings/decisions.ts';
import { standingCounts } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import type { ScreenData } from './ConsolePage.tsx';
import screen from './Screen.module.css';
import { MeetingLine, ScreenHead } from './ScreenHead.tsx';
import styles from './ScreenTable.module.css';
import { dayText } from './words.ts';

/** So many rows stand on one page; the late ones come first. */
const ROWS = 10;
/** Up to so many rows there is room for two lines each. */
const ROOMY = 6;

/** What became of the earlier decisions, one by one. */
export function ScreenFollowUp({ data }: { data: ScreenData }) {
  const { meetings, vocabulary } = useMessages();
  const counts = standingCounts(data.followUp);
  return (
    <>
      <ScreenHead
        title={meetings.screen.followUp}
        page={<b className={screen.page}>{meetings.followUpNote(counts.done, counts.open + counts.answered, counts.overdue)}</b>}
      >
        <MeetingLine meeting={data.meeting} />
      </ScreenHead>
      {data.followUp.length === 0 && <p className={screen.notice}>{meetings.noFollowUp}</p>}
      {data.followUp.length > 0 && (
        <table className={classes(styles.table, data.followUp.length <= ROOMY && styles.roomy)}>
          <thead>
            <tr>
              <th scope="col">{meetings.screen.project}</th>
              <th scope="col">{meetings.screen.decisionColumn}</th>
              <th scope="col">{meetings.screen.unit}</th>
              <th scope="col">{meetings.screen.due}</th>
              <th scope="col">{meetings.state}</th>
            </tr>
          </thead>
          <tbody>
            {data.followUp.slice(0, ROWS).map((decision) => {
              const late = decision.overdueDays;
              return (
                <tr key={decision.id}>
                  <td className={styles.subject}>
                    <span>{decision.subject ?? '—'}</span>
                  </td>
                  <td className={styles.said}>
                    <span>{decision.text}</span>
                  </td>
                  <td>{decision.ownerName}</td>
                  <td>{dayText(decision.dueOn, meetings)}</td>
                  <td className={late > 0 ? screen.late : decisionStanding(decision) === 'done' ? screen.quiet : undefined}>
                    {late > 0 ? meetings.overdue(late) : vocabulary.decisionState[decision.state]}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {data.followUp.length > ROWS && <p className={styles.after}>{meetings.screen.restMore(data.followUp.length - ROWS)}</p>}
    </>
  );
}
