import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { whyNotNote } from '#shared/meetings/rules.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Section } from '../kit/Page.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import styles from './MeetingPage.module.css';
import { useSetItemNote } from './mutations.ts';
import { dayWithWeekday } from './words.ts';

type OwnItem = inferRouterOutputs<AppRouter>['agenda']['own'][number];

/** The unit's projects that come to a meeting, each with what the unit wants to be known there. */
export function OwnItems() {
  const { meetings } = useMessages();
  const items = useQuery(useTRPC().agenda.own.queryOptions()).data ?? [];
  const [open, setOpen] = useState<OwnItem | null>(null);
  if (items.length === 0) return null;
  return (
    <Section title={meetings.notes.title} note={meetings.notes.hint}>
      <ul className={styles.lines}>
        {items.map((item) => (
          <li key={item.id} className={styles.ownItem}>
            <span className={styles.words}>
              <b>{item.title}</b>
              <small>
                {[
                  meetings.notes.when(item.seriesName, item.number),
                  `${dayWithWeekday(item.day, meetings)} ${item.time}`,
                  item.place,
                  item.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              {item.note && <q className={styles.note}>{item.note}</q>}
            </span>
            {whyNotNote(item) ? (
              <small className={styles.quiet}>{meetings.notes.late}</small>
            ) : (
              <Button size="small" icon="edit" onClick={() => setOpen(item)}>
                {item.note ? meetings.notes.edit : meetings.notes.add}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <NoteDialog item={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function NoteDialog({ item, onClose }: { item: OwnItem; onClose: () => void }) {
  const { notes } = useMessages().meetings;
  const toast = useToast();
  const set = useSetItemNote();
  const failure = useFailureText(set.error);
  const [text, setText] = useState(item.note ?? '');
  const typed = text.trim();

  function save(note: string | null): void {
    set.mutate(
      { id: item.id, text: note, version: item.noteVersion ?? 0 },
      {
        onSuccess: () => {
          toast({ text: note === null ? notes.removed : notes.saved });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={item.title}
      save={notes.save}
      busy={set.isPending}
      failure={failure}
      onSave={() => typed.length >= 2 && save(typed)}
      onClose={onClose}
    >
      <TextArea label={notes.text} hint={notes.hint} required limit={300} rows={4} autoFocus value={text} onText={setText} />
      {item.note && (
        <Button size="small" look="danger" disabled={set.isPending} onClick={() => save(null)}>
          {notes.remove}
        </Button>
      )}
    </FormDialog>
  );
}
