import { Link } from 'wouter';
import { dayOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Section } from '../kit/Page.tsx';
import styles from './MeetingPage.module.css';
import type { MeetingData } from './MeetingPage.tsx';

/** What a meeting issued before it was opened again: each version still opens as it was, with why it was replaced. */
export function Versions({ data }: { data: MeetingData }) {
  const { kit, meetings } = useMessages();
  const { documentId, reportId } = data.meeting;
  if (data.versions.length === 0) return null;
  return (
    <Section title={meetings.papers.versions}>
      <ul className={styles.lines}>
        {data.versions.map(({ attempt, issuedAt, reason }) => (
          <li key={attempt}>
            {meetings.papers.version(attempt, kit.day(dayOf(issuedAt)))}{' '}
            <Link href={`/print/${documentId}?version=${attempt}`}>{meetings.papers.kinds.minutes}</Link>{' '}
            {reportId && <Link href={`/print/${reportId}?version=${attempt}`}>{meetings.papers.kinds['weekly-report']}</Link>}
            <br />
            <small>{meetings.papers.replaced(reason)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
