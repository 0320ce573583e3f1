import type { Day } from '#shared/kit/calendar.ts';
import { decisionStanding } from '#shared/meetings/decisions.ts';
import { type NamedDecision, standingCounts } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Section } from '../kit/Page.tsx';
import styles from './MeetingPage.module.css';
import { useMarkDecisionDone, useReopenDecision } from './mutations.ts';
import { dayText } from './words.ts';

type DecisionTableProps = {
  title: string;
  empty: string;
  decisions: NamedDecision[];
  today: Day;
  mayFollow: boolean;
  withMeeting?: boolean;
};

const icons: Record<ReturnType<typeof decisionStanding>, IconName> = { done: 'check', answered: 'stamp', open: 'clock', overdue: 'close' };

/** Decisions with what has become of them; the office settles and reopens. */
export function DecisionTable({ title, empty, decisions, today, mayFollow, withMeeting = false }: DecisionTableProps) {
  const { kit, meetings, vocabulary } = useMessages();
  const markDone = useMarkDecisionDone();
  const reopen = useReopenDecision();
  const counts = standingCounts(decisions);
  return (
    <Section
      title={title}
      note={decisions.length > 0 ? meetings.followUpNote(counts.done, counts.open + counts.answered, counts.overdue) : empty}
    >
      <ul className={styles.lines}>
        {decisions.map((decision) => {
          const late = decision.overdueDays;
          return (
            <li key={decision.id} className={styles.line}>
              <Icon name={icons[decisionStanding(decision)]} />
              <span className={styles.words}>
                <b>{decision.text}</b>
                <small>
                  {[
                    decision.subject,
                    decision.ownerName,
                    kit.list(decision.helperNames),
                    decision.supervisor,
                    dayText(decision.dueOn, meetings),
                    withMeeting ? meetings.ofMeeting(decision.meetingNumber, decision.seriesName) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>{' '}
                {late > 0 && <small className={styles.late}>{meetings.overdue(late)}</small>}
                {decision.state === 'answered' && <small>{vocabulary.decisionState.answered}</small>}
                <Estimate years={decision.unknownYears} />
              </span>
              {mayFollow &&
                (decision.state !== 'done' ? (
                  <Button
                    size="small"
                    busy={markDone.isPending}
                    onClick={() => markDone.mutate({ id: decision.id, doneOn: today, version: decision.version })}
                  >
                    {meetings.markDone}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    look="text"
                    busy={reopen.isPending}
                    onClick={() => reopen.mutate({ id: decision.id, version: decision.version })}
                  >
                    {meetings.reopen}
                  </Button>
                ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
