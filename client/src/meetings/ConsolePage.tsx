import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from 'wouter';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Console } from './Console.tsx';
import { useMeetingNews } from './mutations.ts';
import { seriesQuery, useSeriesParam } from './series.ts';

/** What the server answers for the screen. */
export type ScreenData = NonNullable<ReturnType<typeof useScreenAnswer>>;
function useScreenAnswer() {
  return useQuery(useTRPC().meetings.screen.queryOptions()).data;
}

/** The operator's side of the screen: which page it shows, and the decision that is being typed. */
export function ConsolePage() {
  const messages = useMessages();
  const trpc = useTRPC();
  const isRehearsed = new URLSearchParams(useSearch()).has('rehearsal');
  const { data, error } = useQuery(trpc.meetings.screen.queryOptions(useSeriesParam()));
  useMeetingNews();
  // What was read stays while the server is away: the room goes on, and nothing typed is lost.
  if (!data) return error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : <Skeleton label={messages.app.loading} />;
  if (data.meeting.state === 'planned' && !(isRehearsed && data.meeting.id)) {
    return (
      <Page>
        <PageHeader title={messages.meetings.console} />
        <EmptyState
          title={messages.meetings.notOpen}
          hint={messages.meetings.notOpenHint}
          action={<Link href={`/meetings${seriesQuery(data.series)}`}>{messages.meetings.toMeeting}</Link>}
        />
      </Page>
    );
  }
  const { id } = data.meeting;
  return id && <Console key={`${id} ${data.meeting.state === 'planned'}`} data={data} meetingId={id} />;
}
