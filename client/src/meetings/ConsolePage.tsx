import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { addDays } from '#shared/kit/calendar.ts';
import type { DecisionDraft } from '#shared/meetings/inputs.ts';
import type { Decision, ScreenPage } from '#shared/meetings/schema.ts';
import { pageIndex, screenPages, turnPage } from '#shared/meetings/screen.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';
import { CloseMeeting } from './CloseMeeting.tsx';
import { ConsoleItem } from './ConsoleItem.tsx';
import styles from './ConsolePage.module.css';
import { type CompleteDecision, DecisionForm } from './DecisionForm.tsx';
import { useScreenDriver } from './driver.ts';
import { useConsoleKeys } from './keys.ts';
import { useMakeDecision, useMeetingNews, useUpdateDecision } from './mutations.ts';
import { PageList } from './PageList.tsx';

/** What the server answers for the screen. */
export type ScreenData = NonNullable<ReturnType<typeof useScreenAnswer>>;
function useScreenAnswer() {
  return useQuery(useTRPC().meetings.screen.queryOptions()).data;
}

/** The operator's side of the screen: which page it shows, and the decision that is being typed. */
export function ConsolePage() {
  const messages = useMessages();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.meetings.screen.queryOptions());
  useMeetingNews();
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  if (data.meeting.state === 'planned') {
    return (
      <Page>
        <PageHeader title={messages.meetings.console} />
        <EmptyState
          title={messages.meetings.notOpen}
          hint={messages.meetings.notOpenHint}
          action={<Link href="/meetings">{messages.meetings.toMeeting}</Link>}
        />
      </Page>
    );
  }
  return <Console key={data.meeting.id} data={data} />;
}

type Writing = { editing: Decision | null; initial: DecisionDraft };

function Console({ data }: { data: ScreenData }) {
  const { meetings, vocabulary } = useMessages();
  const today = useToday();
  const toast = useToast();
  const trpc = useTRPC();
  const units = useQuery(trpc.units.list.queryOptions()).data ?? [];
  const driver = useScreenDriver();
  const make = useMakeDecision();
  const update = useUpdateDecision();
  const [show, setShow] = useState<ScreenPage>(data.state?.show ?? { page: 'overview' });
  const [writing, setWriting] = useState<Writing | null>(null);
  const { meeting } = data;
  const { week } = meeting;
  const pages = screenPages(data.items);
  const item = show.page === 'item' ? (data.items.find((one) => one.id === show.agendaItemId) ?? null) : null;
  const isOpen = meeting.state === 'open';

  // The first look at an open meeting puts the screen where this console stands.
  const isTold = useRef(data.state !== null);
  useEffect(() => {
    if (isTold.current || !isOpen) return;
    isTold.current = true;
    driver.send({ week, show: { page: 'overview' }, draft: null });
  }, [driver, isOpen, week]);

  // Another console turned the page: this one follows, unless its own words are still on their way.
  useLive((message) => {
    if (message.type !== 'screen' || message.screen?.meetingId !== meeting.id || driver.isSending() || writing) return;
    setShow(message.screen.show);
  });

  function turnTo(page: ScreenPage): void {
    setWriting(null);
    setShow(page);
    driver.send({ week, show: page, draft: null });
  }

  function write(editing: Decision | null): void {
    const figures = item?.project?.figures;
    const initial: DecisionDraft = editing ?? {
      text: '',
      ownerUnitId: figures?.unitId ?? null,
      helperUnitIds: [],
      dueOn: addDays(today, 7),
      supervisor: figures?.leaderName ?? null,
    };
    const { text, ownerUnitId, helperUnitIds, dueOn, supervisor } = initial;
    const draft = { text, ownerUnitId, helperUnitIds, dueOn, supervisor };
    setWriting({ editing, initial: draft });
    driver.send({ week, show, draft });
  }

  function discard(): void {
    setWriting(null);
    driver.send({ week, show, draft: null });
  }

  function issue(decision: CompleteDecision): void {
    const onSuccess = () => {
      discard();
      toast({ text: meetings.decided });
    };
    const editing = writing?.editing;
    if (editing) update.mutate({ id: editing.id, version: editing.version, ...decision }, { onSuccess });
    else make.mutate({ week, agendaItemId: item?.id ?? null, ...decision }, { onSuccess });
  }

  useConsoleKeys((what) => {
    if (what === 'decide') {
      if (isOpen && !writing) write(null);
      return;
    }
    if (!writing) turnTo(turnPage(pages, show, what === 'next' ? 1 : -1));
  });

  const at = pageIndex(pages, show);
  return (
    <Page width="wide">
      <PageHeader
        title={meetings.title(meeting.number)}
        beside={<Chip look={isOpen ? 'ink' : 'plain'}>{vocabulary.meetingState[meeting.state]}</Chip>}
        note={meetings.keys}
        actions={<CloseMeeting meeting={meeting} />}
      />
      {driver.isLost && <Notice look="yellow">{meetings.lost}</Notice>}
      <div className={styles.console}>
        <PageList data={data} pages={pages} at={at} onTurn={turnTo} />
        <div className={styles.work}>
          <div className={styles.turn}>
            <Button size="large" icon="left" disabled={at === 0} onClick={() => turnTo(turnPage(pages, show, -1))}>
              {meetings.previous}
            </Button>
            <Button size="large" icon="right" disabled={at === pages.length - 1} onClick={() => turnTo(turnPage(pages, show, 1))}>
              {meetings.next}
            </Button>
            {isOpen && !writing && (
              <Button size="large" look="primary" icon="edit" onClick={() => write(null)}>
                {meetings.newDecision}
              </Button>
            )}
          </div>
          {writing && (
            <DecisionForm
              key={writing.editing?.id ?? 'new'}
              initial={writing.initial}
              units={units.filter((unit) => unit.active)}
              today={today}
              busy={make.isPending || update.isPending}
              onDraft={(draft) => driver.send({ week, show, draft })}
              onIssue={issue}
              onDiscard={discard}
            />
          )}
          <ConsoleItem data={data} show={show} item={item} today={today} onEdit={isOpen && !writing ? write : null} />
        </div>
      </div>
    </Page>
  );
}
