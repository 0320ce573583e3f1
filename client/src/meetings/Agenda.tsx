import { type SubmitEvent, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { startTimes } from '#shared/board/entries.ts';
import { AGENDA_LIMIT, MeetingHandout } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { Section } from '../kit/Page.tsx';
import { part } from '../kit/part.ts';
import { TextField } from '../kit/TextField.tsx';
import { AgendaRow } from './AgendaRow.tsx';
import { FullDialog } from './FullDialog.tsx';
import styles from './MeetingPage.module.css';
import type { MeetingData } from './MeetingPage.tsx';
import { useAddToAgenda } from './mutations.ts';
import { useOrdering } from './ordering.ts';
import { seriesQuery } from './series.ts';

const DragLayer = part(async () => (await import('../kit/DragLayer.tsx')).DragLayer);

/** The agenda in its order, with the time that each item begins at: dragged, moved by keys or menu, given minutes, taken off. */
export function Agenda({ data, mayChange }: { data: MeetingData; mayChange: boolean }) {
  const { meetings } = useMessages();
  const { items, meeting, series } = data;
  const [, navigate] = useLocation();
  const order = useOrdering(items);
  const { drawn, held, list } = order;
  const starts = startTimes(meeting.time, [...drawn.map((item) => item.minutes), 0]);
  const carried = held && !held.byKeys ? drawn.find((item) => item.id === held.id) : undefined;

  return (
    <Section
      title={meetings.agenda}
      note={meetings.agendaNote(items.length, AGENDA_LIMIT)}
      actions={MeetingHandout.options.map((handout) => (
        <Button
          key={handout}
          size="small"
          icon="print"
          onClick={() => navigate(`/print/meetings/${meeting.week}/${handout}${seriesQuery(series)}`)}
        >
          {meetings.papers.handouts[handout]}
        </Button>
      ))}
    >
      {drawn.length === 0 && <EmptyState title={meetings.agendaEmpty} hint={mayChange ? meetings.agendaEmptyHint : undefined} />}
      {drawn.length > 0 && <Timing minutes={data.minutes} length={meeting.length} until={starts.at(-1) ?? meeting.time} />}
      <ol className={styles.items} ref={list}>
        {drawn.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            place={index + 1}
            startsAt={starts[index] ?? meeting.time}
            mayChange={mayChange}
            order={order}
          />
        ))}
      </ol>
      {order.drag.isWanted && (
        <Suspense fallback={null}>
          <DragLayer drag={order.drag.drag}>{carried && <div className={styles.carried}>{carried.title}</div>}</DragLayer>
        </Suspense>
      )}
      {mayChange && <AddMatter meeting={meeting} isFull={items.length >= AGENDA_LIMIT} />}
      <Hidden live>{order.said}</Hidden>
    </Section>
  );
}

/** What the items take against what there is. */
function Timing({ minutes, length, until }: { minutes: number; length: number; until: string }) {
  const { meetings } = useMessages();
  const isOver = minutes > length;
  return (
    <p className={styles.timing}>
      {meetings.timing(minutes, length, until)}{' '}
      <span className={isOver ? styles.late : undefined}>
        {isOver ? meetings.overrun(minutes - length) : meetings.spare(length - minutes)}
      </span>
    </p>
  );
}

/** An item that is about no project. */
function AddMatter({ meeting, isFull }: { meeting: MeetingData['meeting']; isFull: boolean }) {
  const { meetings } = useMessages();
  const add = useAddToAgenda();
  const [title, setTitle] = useState('');
  const [isAsking, setAsking] = useState(false);

  function send(overLimitReason?: string): void {
    const item = { seriesId: meeting.seriesId, week: meeting.week, projectId: null, title: title.trim() };
    add.mutate(overLimitReason ? { ...item, overLimitReason } : item, { onSuccess: () => setTitle('') });
  }

  return (
    <form
      className={styles.matter}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (title.trim() === '') return;
        if (isFull) setAsking(true);
        else send();
      }}
    >
      <TextField label={meetings.addMatter} value={title} onText={setTitle} maxLength={120} />
      <Button type="submit" icon="plus" busy={add.isPending} disabled={title.trim() === ''}>
        {meetings.add}
      </Button>
      {isAsking && <FullDialog onReason={send} onClose={() => setAsking(false)} />}
    </form>
  );
}
