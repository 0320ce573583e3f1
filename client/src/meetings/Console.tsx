import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { addWorkdays } from '#shared/calendar/workdays.ts';
import { yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { DecisionDraft } from '#shared/meetings/inputs.ts';
import type { Decision, ScreenPage } from '#shared/meetings/schema.ts';
import { pageIndex, screenPages, turnPage } from '#shared/meetings/screen.ts';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { usualWordings, wordingsFor } from '#shared/meetings/wordings.ts';
import { useActions } from '../app/actions.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { useWorkCalendar } from '../calendar/work-calendar.ts';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { useToast } from '../kit/Toast.tsx';
import { usePreferences } from '../preferences/preferences.ts';
import { AddItem } from './AddItem.tsx';
import { CloseMeeting } from './CloseMeeting.tsx';
import { ConsoleActs } from './ConsoleActs.tsx';
import { ConsoleItem } from './ConsoleItem.tsx';
import styles from './ConsolePage.module.css';
import type { ScreenData } from './ConsolePage.tsx';
import { type CompleteDecision, DecisionForm } from './DecisionForm.tsx';
import { DriverNotice } from './DriverNotice.tsx';
import { useScreenDriver } from './driver.ts';
import { EndRehearsal } from './EndRehearsal.tsx';
import { useConsoleKeys } from './keys.ts';
import { useMakeDecision, useUpdateDecision } from './mutations.ts';
import { PageList } from './PageList.tsx';

/** What is being written: on which item, and which decision where one is reworded. It stays open while pages turn. */
type Writing = { itemId: Id<'agendaItem'> | null; editing: Decision | null; initial: DecisionDraft };

/** A deadline that nobody has thought about yet. */
const USUAL_WORKDAYS = 5;

/** The console of a meeting that has begun: turns the screen, takes down what is decided. */
export function Console({ data, meetingId }: { data: ScreenData; meetingId: Id<'meeting'> }) {
  const { meetings, vocabulary } = useMessages();
  const today = useToday();
  const calendar = useWorkCalendar(yearOf(today));
  const toast = useToast();
  const { actor } = useSession();
  const trpc = useTRPC();
  const units = useQuery(trpc.units.list.queryOptions()).data ?? [];
  const wordings = useQuery(trpc.decisions.wordings.queryOptions()).data ?? usualWordings;
  const { meeting, series } = data;
  const { week, seriesId } = meeting;
  const isOpen = meeting.state === 'open';
  const isRehearsal = meeting.state === 'planned';
  /** Whether the room follows: in a meeting, and when one is rehearsed. */
  const isShown = isOpen || isRehearsal;
  const driver = useScreenDriver({ id: meetingId, seriesId, week, isRehearsal }, data.state, (name) =>
    toast({ text: meetings.drive.takenOver(name), tone: 'failure' }),
  );
  const make = useMakeDecision();
  const update = useUpdateDecision();
  // What was being typed here before a reload is still on the screen, and goes on from there.
  const [writing, setWriting] = useState<Writing | null>(() => {
    const draft = data.state?.draft ?? null;
    if (!isShown || draft === null || draft.byName !== actor?.name) return null;
    const { byName: _byName, ...initial } = draft;
    return { itemId: initial.agendaItemId, editing: null, initial };
  });

  const pages = screenPages(data.items);
  const show = driver.state?.show ?? { page: 'overview' };
  const cover = driver.state?.cover ?? null;
  const item = show.page === 'item' ? (data.items.find((one) => one.id === show.agendaItemId) ?? null) : null;
  const mayDrive = driver.otherDriver === null;
  const at = pageIndex(pages, show);

  // The first look at an open meeting puts the screen where this console stands.
  const isTold = useRef(data.state !== null);
  useEffect(() => {
    if (isTold.current || !isShown) return;
    isTold.current = true;
    driver.turn({ page: 'overview' }, null);
  }, [driver, isShown]);

  function turnTo(page: ScreenPage): void {
    if (mayDrive) driver.turn(page, null);
  }

  function write(editing: Decision | null): void {
    const figures = item?.project?.figures;
    const itemId = editing ? editing.agendaItemId : (item?.id ?? null);
    const { text, ownerUnitId, helperUnitIds, dueOn, supervisor } = editing ?? {
      ...{ text: '', ownerUnitId: figures?.unitId ?? null, helperUnitIds: [], supervisor: figures?.leaderName ?? null },
      dueOn: addWorkdays(calendar, today, USUAL_WORKDAYS).day,
    };
    const initial = { agendaItemId: itemId, text, ownerUnitId, helperUnitIds, dueOn, supervisor };
    setWriting({ itemId, editing, initial });
    driver.type(initial);
  }

  function discard(): void {
    setWriting(null);
    driver.type(null);
  }

  function issue(decision: CompleteDecision): void {
    if (isRehearsal) {
      discard();
      toast({ text: meetings.rehearsal.notKept });
      return;
    }
    const onSuccess = () => {
      discard();
      toast({ text: meetings.decided });
    };
    const editing = writing?.editing;
    if (editing) update.mutate({ id: editing.id, version: editing.version, ...decision }, { onSuccess });
    else make.mutate({ seriesId, week, agendaItemId: writing?.itemId ?? null, ...decision }, { onSuccess });
  }

  function act(what: Parameters<Parameters<typeof useConsoleKeys>[0]>[0]): void {
    if (what === 'decide' && isShown && !writing) write(null);
    if (!mayDrive) return;
    if (what === 'next') turnTo(turnPage(pages, show, 1));
    if (what === 'previous') turnTo(turnPage(pages, show, -1));
    if (what === 'blank') driver.turn(show, cover?.cover === 'blank' ? null : { cover: 'blank' });
    if (what === 'photo') driver.turn(show, nextPhoto());
  }

  /** Photo by photo, and behind the last one back to the page. */
  function nextPhoto() {
    const photos = item?.project?.photos ?? [];
    const shown = cover?.cover === 'photo' ? photos.findIndex((photo) => photo.id === cover.photoId) : -1;
    const next = photos[shown + 1];
    return next ? { cover: 'photo' as const, photoId: next.id } : null;
  }
  const { letterKeys } = usePreferences();
  useConsoleKeys(act, letterKeys);
  const letter = (sign: string) => (letterKeys ? { keys: [sign] } : {});
  const title = meetings.title(meeting.number, seriesNameOf(series));
  useActions(title, [
    { id: 'next', label: meetings.next, keys: ['→'], run: () => act('next') },
    { id: 'previous', label: meetings.previous, keys: ['←'], run: () => act('previous') },
    ...(isShown ? [{ id: 'decide', label: meetings.newDecision, ...letter('D'), run: () => act('decide') }] : []),
    ...(item?.project?.photos.length ? [{ id: 'photo', label: meetings.drive.photo, ...letter('P'), run: () => act('photo') }] : []),
    { id: 'blank', label: meetings.drive.blank, ...letter('B'), run: () => act('blank') },
    ...(writing
      ? [
          { id: 'issue', label: meetings.issue, keys: ['Enter'], run: null },
          { id: 'discard', label: meetings.discard, keys: ['Esc'], run: null },
        ]
      : []),
  ]);

  const written = writing ? (data.items.find((one) => one.id === writing.itemId) ?? null) : null;
  return (
    <Page width="wide">
      <PageHeader
        title={title}
        beside={
          <Chip look={isOpen ? 'ink' : 'plain'}>{isRehearsal ? meetings.rehearsal.chip : vocabulary.meetingState[meeting.state]}</Chip>
        }
        note={letterKeys ? meetings.keys : meetings.pageKeys}
        actions={
          isRehearsal ? <EndRehearsal week={week} series={series} onEnd={driver.end} /> : <CloseMeeting meeting={meeting} series={series} />
        }
      />
      {isRehearsal && <Notice look="yellow">{meetings.rehearsal.note}</Notice>}
      {driver.isLost && <Notice look="yellow">{meetings.lost}</Notice>}
      <DriverNotice name={driver.otherDriver} onTakeOver={driver.takeOver} />
      <div className={styles.console}>
        <div className={styles.side}>
          <PageList data={data} pages={pages} at={at} mayTurn={mayDrive} onTurn={turnTo} />
          {isOpen && <AddItem week={week} seriesId={seriesId} items={data.items} />}
        </div>
        <div className={styles.work}>
          <ConsoleActs
            {...{ data, state: driver.state, item, cover, mayDrive }}
            next={pages[at + 1] ?? null}
            isFirst={at === 0}
            mayWrite={isShown && !writing}
            onAct={act}
          />
          {writing && (
            <DecisionForm
              key={writing.editing?.id ?? `new ${writing.itemId}`}
              title={written ? meetings.drive.writingOn(written.title) : meetings.drive.writingOnNone}
              initial={writing.initial}
              wordings={wordingsFor(written?.project ?? null, wordings)}
              units={units.filter((unit) => unit.active)}
              today={today}
              busy={make.isPending || update.isPending}
              onDraft={driver.type}
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
