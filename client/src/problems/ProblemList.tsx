import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import type { ProjectView } from '../projects/data.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { RaiseDialog } from './RaiseDialog.tsx';

/** What holds a project up, the newest first, with who deals with it and by when. */
export function ProblemList({ view, role }: { view: ProjectView; role: Role }) {
  const { problems } = useMessages();
  const [isRaising, setRaising] = useState(false);
  const count = view.problems.filter(isOpen).length;
  return (
    <Section
      title={problems.title}
      note={problems.counts(count, view.problems.length - count)}
      actions={
        mayCall(role, 'problems.raise') && (
          <Button icon="plus" size="small" onClick={() => setRaising(true)}>
            {problems.raise}
          </Button>
        )
      }
    >
      {view.problems.length === 0 && <EmptyState title={problems.none} />}
      {view.problems.length > 0 && <ProblemTable label={problems.title} problems={view.problems} role={role} />}
      {isRaising && <RaiseDialog projectId={view.project.id} onClose={() => setRaising(false)} />}
    </Section>
  );
}
