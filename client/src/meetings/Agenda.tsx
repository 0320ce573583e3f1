import { type SubmitEvent, useState } from 'react';
import { inOrder } from '#shared/meetings/agenda.ts';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { Section } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { FullDialog } from './FullDialog.tsx';
import styles from './MeetingPage.module.css';
import type { MeetingData } from './MeetingPage.tsx';
import { useAddToAgenda, useMoveAgendaItem, useRemoveAgendaItem, useUpdateAgendaItem } from './mutations.ts';

type Item = MeetingData['items'][number];

/** The agenda in its order: moved up and down, given minutes, taken off. */
export function Agenda({
  items,
  meeting,
  minutes,
  mayChange,
}: {
  items: Item[];
  meeting: MeetingData['meeting'];
  minutes: number;
  mayChange: boolean;
}) {
  const { meetings } = useMessages();
  const move = useMoveAgendaItem();
  const [said, setSaid] = useState('');
  const ordered = inOrder(items);

  function moveTo(item: Item, place: number): void {
    const others = ordered.filter((other) => other.id !== item.id);
    move.mutate({ id: item.id, after: others[place - 1]?.id ?? null, version: item.version });
    setSaid(meetings.movedTo(item.title, place + 1, ordered.length));
  }

  return (
    <Section title={meetings.agenda} note={meetings.agendaNote(items.length, AGENDA_LIMIT, minutes)}>
      {ordered.length === 0 && <EmptyState title={meetings.agendaEmpty} hint={mayChange ? meetings.agendaEmptyHint : undefined} />}
      <ol className={styles.items}>
        {ordered.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            place={index + 1}
            mayChange={mayChange}
            busy={move.isPending}
            onUp={index > 0 ? () => moveTo(item, index - 1) : null}
            onDown={index < ordered.length - 1 ? () => moveTo(item, index + 1) : null}
          />
        ))}
      </ol>
      {mayChange && <AddMatter week={meeting.week} isFull={items.length >= AGENDA_LIMIT} />}
      <Hidden live>{said}</Hidden>
    </Section>
  );
}

type RowProps = { item: Item; place: number; mayChange: boolean; busy: boolean; onUp: (() => void) | null; onDown: (() => void) | null };

function AgendaRow({ item, place, mayChange, busy, onUp, onDown }: RowProps) {
  const { meetings } = useMessages();
  const remove = useRemoveAgendaItem();
  return (
    <li className={styles.item}>
      <span className={styles.place}>{place}</span>
      {item.projectId ? <Lamp colour={item.lamp} provisional /> : <span />}
      <span className={styles.words}>
        <b>{item.title}</b>
        <small>{[item.unitName, item.reason].filter(Boolean).join(' · ')}</small>{' '}
        {item.hasReturned === false && <small className={styles.late}>{meetings.notReturned}</small>}
      </span>
      {mayChange ? <MinutesField item={item} /> : <span className={styles.unit}>{`${item.minutes} ${meetings.minutes}`}</span>}
      {mayChange && (
        <span className={styles.acts}>
          <IconButton size="small" icon="up" label={meetings.moveUp(item.title)} disabled={!onUp || busy} onClick={() => onUp?.()} />
          <IconButton
            size="small"
            icon="down"
            label={meetings.moveDown(item.title)}
            disabled={!onDown || busy}
            onClick={() => onDown?.()}
          />
          <IconButton
            size="small"
            icon="close"
            label={meetings.removeItem(item.title)}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ id: item.id, version: item.version })}
          />
        </span>
      )}
    </li>
  );
}

function MinutesField({ item }: { item: Item }) {
  const { meetings } = useMessages();
  const update = useUpdateAgendaItem();
  return (
    <span className={styles.unit}>
      <input
        key={item.version}
        className={styles.minutes}
        type="number"
        min={1}
        max={120}
        aria-label={meetings.minutesOf(item.title)}
        defaultValue={item.minutes}
        onBlur={(event) => {
          const minutes = Number(event.target.value);
          if (minutes !== item.minutes && Number.isInteger(minutes) && minutes >= 1 && minutes <= 120)
            update.mutate({ id: item.id, reason: item.reason, minutes, version: item.version });
        }}
      />
      {meetings.minutes}
    </span>
  );
}

/** An item that is about no project. */
function AddMatter({ week, isFull }: { week: MeetingData['meeting']['week']; isFull: boolean }) {
  const { meetings } = useMessages();
  const add = useAddToAgenda();
  const [title, setTitle] = useState('');
  const [isAsking, setAsking] = useState(false);

  function send(overLimitReason?: string): void {
    const item = { week, projectId: null, title: title.trim() };
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
