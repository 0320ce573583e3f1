import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Section } from '../kit/Page.tsx';
import type { FiguresView } from './data.ts';
import styles from './Figures.module.css';

type Held = NonNullable<FiguresView['held']>;

const kinds = ['minutes', 'weekly-report', 'bulletin', 'special-report', 'briefing'] as const;

/** Meetings held and papers issued, each number with its list below it. A kind that was never issued is not named. */
export function HeldSection({ held }: { held: Held }) {
  const { figures, documents } = useMessages();
  const { actor } = useSession();
  const { done, answered, open, overdue } = held.decisions;
  const made = done + answered + open + overdue;
  return (
    <Section
      title={figures.held}
      note={figures.heldNote}
      actions={actor && mayCall(actor.role, 'documents.register') && <Link href="/documents">{documents.register.title}</Link>}
    >
      <div className={styles.held}>
        <HeldList name={figures.meetings} count={figures.times(held.meetings.length)}>
          {held.meetings.map((meeting) => (
            <li key={meeting.id}>
              <Link href={`/meetings/${meeting.week}?series=${meeting.seriesId}`}>
                {figures.meetingOf(meeting.seriesName, meeting.number)}
              </Link>{' '}
              {meeting.day}
            </li>
          ))}
        </HeldList>
        <HeldList name={figures.decisions} count={figures.decided(made)}>
          {(['done', 'answered', 'open', 'overdue'] as const)
            .filter((standing) => held.decisions[standing] > 0)
            .map((standing) => (
              <li key={standing}>
                <Link href="/decisions">{figures.decisionStanding[standing]}</Link> {figures.decided(held.decisions[standing])}
              </li>
            ))}
        </HeldList>
        {kinds
          .filter((kind) => held.kinds.includes(kind))
          .map((kind) => {
            const issued = held.documents.filter((document) => document.kind === kind);
            return (
              <HeldList key={kind} name={figures.documents[kind]} count={figures.issues(issued.length)}>
                {issued.map((document) => (
                  <li key={document.id}>
                    <Link href={`/print/${document.id}`} title={document.title}>
                      {figures.issueOf(document.number)}
                    </Link>{' '}
                    {dayOf(document.issuedAt)}
                  </li>
                ))}
              </HeldList>
            );
          })}
      </div>
    </Section>
  );
}

function HeldList({ name, count, children }: { name: string; count: string; children: ReactNode[] }) {
  const { figures } = useMessages();
  return (
    <details className={styles.heldList}>
      <summary>
        {name} <b>{count}</b>
      </summary>
      {children.length === 0 ? <p className={styles.none}>{figures.noneHeld}</p> : <ul>{children}</ul>}
    </details>
  );
}
