import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { Week, weekNumber } from '#shared/kit/calendar.ts';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { useSession, useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Agenda } from './Agenda.tsx';
import { DecisionTable } from './DecisionTable.tsx';
import { Facts } from './Facts.tsx';
import { MeetingActs } from './MeetingActs.tsx';
import { MeetingList } from './MeetingList.tsx';
import styles from './MeetingPage.module.css';
import { useMeetingNews } from './mutations.ts';
import { Proposals } from './Proposals.tsx';
import { SeriesChoice } from './SeriesChoice.tsx';
import { seriesQuery, useSeriesParam } from './series.ts';
import { Versions } from './Versions.tsx';
import { dateText, weekdayText } from './words.ts';

/** The meeting that a series has in hand, or of the week in the address: its agenda, what was decided before and on it. */
export function MeetingPage() {
  const { week } = useParams();
  if (week === undefined) return <Current />;
  const named = Week.safeParse(week);
  return named.success ? <OfWeek week={named.data} /> : <MissingPage />;
}

function Current() {
  const trpc = useTRPC();
  const named = useSeriesParam();
  const { data, error } = useQuery(trpc.meetings.current.queryOptions(named));
  return <Loaded data={data} error={error} withList />;
}

function OfWeek({ week }: { week: Week }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.meetings.get.queryOptions({ week, ...useSeriesParam() }));
  return <Loaded data={data} error={error} />;
}

/** What the server answers for a meeting's page. */
export type MeetingData = NonNullable<ReturnType<typeof useMeetingAnswer>>;
function useMeetingAnswer() {
  return useQuery(useTRPC().meetings.current.queryOptions()).data;
}

function Loaded({ data, error, withList = false }: { data: MeetingData | undefined; error: unknown; withList?: boolean }) {
  const messages = useMessages();
  useMeetingNews();
  return (
    <Page>
      {error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : null}
      {data ? <MeetingView data={data} /> : !error && <Skeleton label={messages.app.loading} />}
      {withList && data && <MeetingList series={data.series} />}
    </Page>
  );
}

function MeetingView({ data }: { data: MeetingData }) {
  const { meetings, vocabulary } = useMessages();
  const { actor } = useSession();
  const today = useToday();
  const { meeting, series } = data;
  const mayChange = actor !== null && mayCall(actor.role, 'meetings.update') && meeting.state !== 'closed';
  const mayFollow = actor !== null && mayCall(actor.role, 'decisions.markDone');
  return (
    <>
      <SeriesChoice shown={series.id} />
      <PageHeader
        title={meetings.title(meeting.number, seriesNameOf(series))}
        beside={<Chip look={meeting.state === 'open' ? 'ink' : 'plain'}>{vocabulary.meetingState[meeting.state]}</Chip>}
        note={`${dateText(meeting.day, meetings)} ${weekdayText(meeting.day, meetings)} ${meeting.time} · ${meetings.weekOf(weekNumber(meeting.week))}`}
        actions={
          <MeetingActs data={data} today={today} mayDrive={mayFollow} mayAsk={actor !== null && mayCall(actor.role, 'agenda.ask')} />
        }
      />
      {data.isEarly && meeting.state !== 'closed' && (
        <Notice look="yellow" title={meetings.earlyTitle}>
          {meetings.early}
        </Notice>
      )}
      {data.other && (
        <Notice look="yellow" actions={<Link href={`/meetings/${data.other.week}${seriesQuery(series)}`}>{meetings.toMeeting}</Link>}>
          {meetings.otherOpen(meetings.title(data.other.number, seriesNameOf(series)))}
        </Notice>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Agenda data={data} mayChange={mayChange} />
          {mayChange && <Proposals data={data} />}
        </div>
        <div className={styles.column}>
          <Facts meeting={meeting} mayChange={mayChange} />
          <Versions data={data} />
          {meeting.state !== 'planned' && (
            <DecisionTable
              title={meetings.decisions}
              empty={meetings.noDecisions}
              decisions={data.decisions}
              today={today}
              mayFollow={mayFollow}
            />
          )}
          <DecisionTable
            title={meetings.followUp}
            empty={meetings.noFollowUp}
            decisions={data.followUp}
            today={today}
            mayFollow={mayFollow}
            withMeeting
          />
        </div>
      </div>
    </>
  );
}
