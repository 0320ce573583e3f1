import { decisionStanding } from '#shared/meetings/decisions.ts';
import { type NamedDecision, standingCounts } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import screen from './Screen.module.css';
import styles from './ScreenOverview.module.css';
import { dayText } from './words.ts';

const SHOWN = 4;
/** More ticks than these would be thinner than the eye reads from the back row. */
const TICKS = 24;

/** The last decisions at a glance: ticks, counts, and those that are not done. */
export function FollowUpSummary({ data }: { data: ScreenData }) {
  const { meetings } = useMessages();
  const counts = standingCounts(data.followUp);
  const unfinished = data.followUp.filter((decision) => decision.state !== 'done');
  const last = data.followUp.reduce((most, decision) => Math.max(most, decision.meetingNumber), 0);
  const ticks = [...data.followUp].reverse().map((decision) => ({ id: decision.id, standing: decisionStanding(decision) }));
  return (
    <section>
      <h2>
        {meetings.screen.last}
        {data.followUp.length > 0 && <small>{meetings.screen.lastNote(last, data.followUp.length)}</small>}
      </h2>
      {data.followUp.length === 0 && <p className={screen.quiet}>{meetings.noFollowUp}</p>}
      {data.followUp.length > 0 && (
        <>
          {ticks.length <= TICKS && (
            <div
              className={styles.ticks}
              role="img"
              aria-label={meetings.screen.countsSpoken(counts.done, counts.open + counts.answered, counts.overdue)}
            >
              {ticks.map((tick) => (
                <i key={tick.id} className={styles[`tick-${tick.standing === 'answered' ? 'open' : tick.standing}`]} />
              ))}
            </div>
          )}
          <p className={styles.tallies}>
            <span>
              {meetings.screen.done} <b>{counts.done}</b>
            </span>
            <span>
              {meetings.screen.open} <b>{counts.open + counts.answered}</b>
            </span>
            <span className={counts.overdue > 0 ? screen.late : undefined}>
              {meetings.screen.late} <b>{counts.overdue}</b>
            </span>
          </p>
          <ul className={styles.last}>
            {unfinished.slice(0, SHOWN).map((decision) => (
              <Unfinished key={decision.id} decision={decision} />
            ))}
            {unfinished.length > SHOWN && (
              <li className={classes(screen.quiet, styles.rest)}>{meetings.screen.restMore(unfinished.length - SHOWN)}</li>
            )}
            {unfinished.length <= SHOWN && counts.done > 0 && (
              <li>
                <Icon name="check" />
                <b>{meetings.screen.restDone(counts.done)}</b>
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

function Unfinished({ decision }: { decision: NamedDecision }) {
  const { meetings } = useMessages();
  const late = decision.overdueDays;
  return (
    <li className={classes(late > 0 && styles.lateMark)}>
      <Icon name={late > 0 ? 'close' : 'clock'} />
      <b>{decision.text}</b>
      {late > 0 ? <span className={screen.late}>{meetings.overdue(late)}</span> : <span>{dayText(decision.dueOn, meetings)}</span>}
      <small>
        {[decision.ownerName, late > 0 ? meetings.screen.dueOn(dayText(decision.dueOn, meetings)) : decision.subject]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  );
}
