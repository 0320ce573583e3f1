import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Week } from '#shared/kit/calendar.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import type { AddToAgenda } from '#shared/meetings/inputs.ts';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './ConsolePage.module.css';
import { FullDialog } from './FullDialog.tsx';
import { useAddToAgenda } from './mutations.ts';

const FOUND = 5;
/** Longest text that the search takes. */
const SEARCHED = 60;

type AddItemProps = { week: Week; seriesId: Id<'meetingSeries'>; items: readonly { projectId: string | null }[] };

/** An item put on the agenda while the meeting goes on: a project found by name or initials, or a matter in words. */
export function AddItem({ week, seriesId, items }: AddItemProps) {
  const { meetings } = useMessages();
  const trpc = useTRPC();
  const toast = useToast();
  const add = useAddToAgenda();
  const [typed, setTyped] = useState('');
  const [full, setFull] = useState<Pick<AddToAgenda, 'projectId' | 'title'> | null>(null);
  const text = typed.trim();
  const found = useQuery({
    ...trpc.projects.search.queryOptions({ text: text.slice(0, SEARCHED) }),
    enabled: text !== '',
    placeholderData: (before) => before,
  });
  const projects = (found.data?.projects ?? []).filter(({ id }) => !items.some((item) => item.projectId === id)).slice(0, FOUND);

  function send(item: Pick<AddToAgenda, 'projectId' | 'title'>, overLimitReason?: string): void {
    if (items.length >= AGENDA_LIMIT && overLimitReason === undefined) {
      setFull(item);
      return;
    }
    add.mutate(
      { seriesId, week, ...item, ...(overLimitReason === undefined ? {} : { overLimitReason }) },
      {
        onSuccess: ({ title }) => {
          setTyped('');
          toast({ text: meetings.drive.added(title) });
        },
      },
    );
  }

  return (
    <section className={styles.add} aria-label={meetings.drive.addItem}>
      <TextField label={meetings.drive.addItem} placeholder={meetings.drive.findProject} value={typed} onText={setTyped} maxLength={120} />
      {text !== '' && (
        <div className={styles.found}>
          {projects.map((project) => (
            <Button
              key={project.id}
              size="small"
              busy={add.isPending}
              onClick={() => send({ projectId: idOf('project').parse(project.id) })}
            >
              {project.name}
            </Button>
          ))}
          <Button size="small" look="text" icon="plus" busy={add.isPending} onClick={() => send({ projectId: null, title: text })}>
            {meetings.drive.addMatter(text)}
          </Button>
        </div>
      )}
      {full && <FullDialog onReason={(reason) => send(full, reason)} onClose={() => setFull(null)} />}
    </section>
  );
}
