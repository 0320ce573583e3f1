import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { timeOf } from '#shared/kit/calendar.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { agendaMinutes } from '#shared/meetings/agenda.ts';
import { draftOn, stateOfMeeting } from '#shared/meetings/drive.ts';
import type { ScreenState, ScreenPage as Shown } from '#shared/meetings/schema.ts';
import { pageIndex, screenPages } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { setClock } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { restartLive, useLine, useLive } from '../live/live.ts';
import { keptTheme, putTheme } from '../preferences/theme.ts';
import type { ScreenData } from './ConsolePage.tsx';
import { useContact } from './contact.ts';
import { DecisionBox } from './DecisionBox.tsx';
import { useMeetingNews, useRefreshMeetings } from './mutations.ts';
import styles from './Screen.module.css';
import { ScreenClosing } from './ScreenClosing.tsx';
import { ScreenCover } from './ScreenCover.tsx';
import { ScreenFollowUp } from './ScreenFollowUp.tsx';
import { ScreenIdle } from './ScreenIdle.tsx';
import { ScreenItemPage } from './ScreenItemPage.tsx';
import { ScreenOverview } from './ScreenOverview.tsx';
import { ItemTimer, MeetingTimer } from './Timer.tsx';

/**
 * The meeting screen. It is opened once by its device link and never touched again: the token leaves the address bar
 * at once, and from then on the cookie, the stream and a heartbeat bring it back by themselves.
 */
export function ScreenPage() {
  useScreenRoot();
  const isEntered = useDeviceLink();
  return isEntered ? <Connected /> : <Waiting />;
}

/** Dark ground, and a root size that makes 1rem ten pixels of a 1920 × 1080 screen whatever the real one has. */
function useScreenRoot(): void {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = 'dark';
    root.dataset.screen = '';
    return () => {
      putTheme(keptTheme());
      delete root.dataset.screen;
    };
  }, []);
}

/** Read when the module is: a remount must not find the hash gone before the token was handed over. */
const token = /^#([0-9a-f]{64})$/.exec(window.location.hash)?.[1] ?? null;
const ENTER_AGAIN_MS = 3_000;

/** Hands the link's token over and drops it from the address; without one the cookie has to do. */
function useDeviceLink(): boolean {
  const trpc = useTRPC();
  const { mutate, isSuccess, isError } = useMutation(
    trpc.displays.enter.mutationOptions({
      retry: (_failures, error) => error.data === undefined || error.data === null,
      retryDelay: ENTER_AGAIN_MS,
      networkMode: 'always',
      onSuccess: () => restartLive(),
      onSettled: () => window.history.replaceState(null, '', '/screen'),
    }),
  );
  useEffect(() => {
    if (token) mutate({ token });
  }, [mutate]);
  return token === null || isSuccess || isError;
}

function Waiting() {
  const { meetings } = useMessages();
  return (
    <main className={styles.stage}>
      <p className={styles.notice}>{meetings.screen.waiting}</p>
    </main>
  );
}

function Connected() {
  const { meetings } = useMessages();
  const trpc = useTRPC();
  const refresh = useRefreshMeetings();
  const line = useLine();
  /** The last word on each series; another one may be meeting in the next room. */
  const [live, setLive] = useState<ReadonlyMap<string, { state: ScreenState | null; at: number }>>(new Map());
  const { data, dataUpdatedAt } = useQuery(trpc.meetings.screen.queryOptions(undefined, { networkMode: 'always', staleTime: 5_000 }));
  useMeetingNews();
  const now = data?.now;
  useEffect(() => {
    if (now) setClock(now);
  }, [now]);
  useLive((message) => {
    if (message.type !== 'screen') return;
    const { seriesId, screen: state } = message;
    // A rehearsal that begins or ends changes which meeting a screen follows.
    if ((live.get(seriesId)?.state?.isRehearsal ?? false) !== (state?.isRehearsal ?? false)) void refresh();
    setLive((before) => new Map(before).set(seriesId, { state, at: Date.now() }));
  });
  const contact = useContact(() => {
    restartLive();
    void refresh();
  });

  if (contact.isStranger) {
    return (
      <main className={styles.stage}>
        <p className={styles.notice}>{meetings.screen.needsLink}</p>
        <p className={styles.quiet}>{meetings.screen.needsLinkHint}</p>
      </main>
    );
  }
  if (!data) return <Waiting />;
  // While the line is down the last word stands, unless somebody could be asked since.
  const heard = live.get(data.series.id);
  const latest = heard && (line.isUp || heard.at >= dataUpdatedAt) ? heard.state : data.state;
  const state = stateOfMeeting(latest, data.meeting);
  return <ScreenView data={data} state={state} staleSince={contact.isStale ? timeOf(data.now) : null} />;
}

/** The screen as drawn: which page, what is being typed, and whether it is old. */
export function ScreenView({ data, state, staleSince }: { data: ScreenData; state: ScreenState | null; staleSince: string | null }) {
  const { meetings } = useMessages();
  const pages = screenPages(data.items);
  const wanted = state?.show ?? { page: 'overview' };
  const at = pageIndex(pages, wanted);
  const show = pages[at] ?? wanted;
  const next = pages[at + 1];
  const draft = state && draftOn(state);
  const item = show.page === 'item' ? data.items.find((one) => one.id === show.agendaItemId) : undefined;
  if (data.idle !== null && !state?.isRehearsal) {
    return (
      <main className={styles.stage}>
        <ScreenIdle data={data} />
      </main>
    );
  }
  return (
    <main className={styles.stage}>
      <ShownPage data={data} show={show} />
      {draft && <DecisionBox draft={draft} />}
      {state?.cover && <ScreenCover cover={state.cover} data={data} />}
      <footer className={styles.foot}>
        {state?.isRehearsal && <b>{meetings.rehearsal.chip}</b>}
        {state && item && data.meeting.state === 'open' && (
          <span className={styles.time}>
            <ItemTimer state={state} item={item} words={meetings.screen.spent} late={styles.late} />
          </span>
        )}
        {data.meeting.state === 'open' && <MeetingTimer meeting={data.meeting} words={meetings.screen.spentInAll} />}
        <span>
          {data.items.length > 0 ? meetings.screen.agenda(data.items.length, agendaMinutes(data.items)) : meetings.screen.noAgenda}
        </span>
        <span className={styles.grow} />
        {staleSince ? (
          <span className={styles.stale} role="status">
            {meetings.screen.staleSince(staleSince)}
          </span>
        ) : (
          next && <NextUp data={data} next={next} place={at} />
        )}
      </footer>
    </main>
  );
}

function ShownPage({ data, show }: { data: ScreenData; show: Shown }) {
  switch (show.page) {
    case 'overview':
      return <ScreenOverview data={data} />;
    case 'follow-up':
      return <ScreenFollowUp data={data} />;
    case 'item':
      return <ScreenItemPage data={data} itemId={show.agendaItemId} />;
    case 'closing':
      return <ScreenClosing data={data} />;
    default:
      return assertNever(show);
  }
}

function NextUp({ data, next, place }: { data: ScreenData; next: Shown; place: number }) {
  const { kit, meetings } = useMessages();
  const item = next.page === 'item' ? data.items.find((one) => one.id === next.agendaItemId) : null;
  const unit = item?.project?.figures.unitName;
  const text = item
    ? `${meetings.screen.itemAt(place, item.title)}${unit ? ` · ${unit}` : ''}`
    : next.page === 'closing'
      ? meetings.closing
      : meetings.screen.followUp;
  return <span className={styles.nextUp}>{kit.apart([meetings.screen.nextUp, text])}</span>;
}
