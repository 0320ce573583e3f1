import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Quarter } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './AddStop.module.css';
import { useAddStop } from './mutations.ts';

type AddStopProps = { quarter: Quarter; onRoute: ReadonlySet<Id<'project'>>; onClose: () => void };

/** Finds projects and puts them at the route's end, as many as are wanted. */
export function AddStop({ quarter, onRoute, onClose }: AddStopProps) {
  const { inspections } = useMessages();
  const trpc = useTRPC();
  const toast = useToast();
  const [text, setText] = useState('');
  const add = useAddStop();
  const wanted = text.trim();
  const found = useQuery(
    trpc.projects.search.queryOptions({ text: wanted }, { enabled: wanted !== '', placeholderData: keepPreviousData }),
  );
  const hits = wanted === '' ? [] : (found.data?.projects ?? []);
  return (
    <Dialog
      title={inspections.add.title}
      size="medium"
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {inspections.add.closed}
        </Button>
      }
    >
      <TextField label={inspections.add.search} value={text} onText={setText} autoFocus type="search" />
      <ul className={styles.list}>
        {wanted !== '' && found.isSuccess && hits.length === 0 && <li className={styles.unit}>{inspections.add.none}</li>}
        {hits.map((project) => (
          <li key={project.id} className={styles.hit}>
            <span>
              <b>{project.name}</b>
              <br />
              <span className={styles.unit}>{project.unitName}</span>
            </span>
            {onRoute.has(project.id) ? (
              <Chip>{inspections.add.already}</Chip>
            ) : (
              <Button
                icon="plus"
                busy={add.isPending && add.variables.projectId === project.id}
                onClick={() =>
                  add.mutate(
                    { projectId: project.id, quarter },
                    { onSuccess: () => toast({ text: inspections.route.added(project.name) }) },
                  )
                }
              >
                {inspections.route.add}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
