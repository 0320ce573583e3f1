import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import type { MeetingData } from './MeetingPage.tsx';
import { seriesQuery } from './series.ts';
import { dateText } from './words.ts';

/** The meetings of a series on record, newest first. */
export function MeetingList({ series }: { series: MeetingData['series'] }) {
  const { meetings, vocabulary } = useMessages();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.meetings.list.queryOptions({ seriesId: series.id }));
  if (!data) return null;
  return (
    <Section title={meetings.meetings}>
      {data.length === 0 ? (
        <EmptyState title={meetings.noMeetings} />
      ) : (
        <Table label={meetings.meetings}>
          <thead>
            <tr>
              <th scope="col">{meetings.meeting}</th>
              <th scope="col">{meetings.meetingDay}</th>
              <th scope="col">{meetings.state}</th>
              <NumberHead>{meetings.agenda}</NumberHead>
              <NumberHead>{meetings.decision}</NumberHead>
              <NumberHead>{meetings.decisionsOpen}</NumberHead>
              <th scope="col">{meetings.printMinutes}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ meeting, items, decisions, openDecisions }) => (
              <tr key={meeting.id}>
                <th scope="row">
                  <Link href={`/meetings/${meeting.week}${seriesQuery(series)}`}>
                    {meetings.title(meeting.number, seriesNameOf(series))}
                  </Link>
                </th>
                <td>{dateText(meeting.day, meetings)}</td>
                <td>{vocabulary.meetingState[meeting.state]}</td>
                <NumberCell>{items}</NumberCell>
                <NumberCell>{decisions}</NumberCell>
                <NumberCell>{openDecisions}</NumberCell>
                <td>{meeting.documentId && <Link href={`/print/${meeting.documentId}`}>{meetings.printMinutes}</Link>}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
