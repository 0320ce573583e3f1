import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { Project } from '#shared/projects/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { OfficerDialog } from './OfficerDialog.tsx';
import styles from './officers.module.css';

/** Who carries a project, and the way to name somebody else. */
export function OfficerPanel({ project, role }: { project: Pick<Project, 'id' | 'name'>; role: Role }) {
  const messages = useMessages();
  const { officers } = messages;
  const { data, error } = useQuery(useTRPC().officers.ofProject.queryOptions({ projectId: project.id }));
  const [isOpen, setIsOpen] = useState(false);
  const carrier = data?.candidates.find((each) => each.id === data.officer.officerId);
  return (
    <Section
      title={officers.title}
      actions={
        data &&
        mayCall(role, 'officers.set') && (
          <Button size="small" icon="person" onClick={() => setIsOpen(true)}>
            {officers.set}
          </Button>
        )
      }
    >
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && (
        <p className={carrier ? undefined : styles.quiet}>{carrier ? officers.of(carrier.name, carrier.unitName) : officers.none}</p>
      )}
      {isOpen && data && (
        <OfficerDialog project={project} officer={data.officer} candidates={data.candidates} onClose={() => setIsOpen(false)} />
      )}
    </Section>
  );
}
