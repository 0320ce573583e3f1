import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { formatWan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { PhotoStrip } from '../photos/PhotoStrip.tsx';
import type { ProjectView } from '../projects/data.ts';
import { VisitDialog } from './VisitDialog.tsx';

type Visit = ProjectView['visits'][number];

/** The visits to a site, the latest first: what they found is what counts as verified. */
export function VisitList({ view, role }: { view: ProjectView; role: Role }) {
  const { visits } = useMessages();
  const { actor } = useSession();
  const [open, setOpen] = useState<Visit | 'new' | null>(null);
  return (
    <Section
      title={visits.title}
      note={visits.count(view.visits.length)}
      actions={
        mayCall(role, 'visits.record') && (
          <Button icon="plus" size="small" onClick={() => setOpen('new')}>
            {visits.record}
          </Button>
        )
      }
    >
      {view.visits.length === 0 && <EmptyState title={visits.none} />}
      {view.visits.length > 0 && (
        <Table label={visits.title}>
          <thead>
            <tr>
              <th scope="col">{visits.visitedOn}</th>
              <th scope="col">{visits.findingLabel}</th>
              <th scope="col">{visits.visitors}</th>
              <NumberHead>{visits.verifiedDone}</NumberHead>
              <NumberHead>{visits.reportedDone}</NumberHead>
              <th scope="col">{visits.note}</th>
              <th aria-label={visits.correct} />
            </tr>
          </thead>
          <tbody>
            {view.visits.map((visit) => (
              <tr key={visit.id}>
                <td>{visit.visitedOn}</td>
                <td>
                  <Chip look={visit.finding === 'complete' ? 'green' : 'yellow'}>{visits.finding[visit.finding]}</Chip>
                </td>
                <td>{visit.visitors}</td>
                <NumberCell>{visit.verifiedDone !== null && formatWan(visit.verifiedDone)}</NumberCell>
                <NumberCell>{visit.reportedDone !== null && formatWan(visit.reportedDone)}</NumberCell>
                <td>
                  {visit.note}
                  <PhotoStrip
                    actorId={actor?.id ?? ''}
                    of={{ projectId: view.project.id, week: null, visitId: visit.id }}
                    name={view.project.name}
                    mayAdd={mayCall(role, 'visits.record')}
                  />
                </td>
                <td>
                  {mayCall(role, 'visits.update') && (
                    <Button size="small" look="text" onClick={() => setOpen(visit)} aria-label={visits.correctOf(visit.visitedOn)}>
                      {visits.correct}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open && <VisitDialog projectId={view.project.id} visit={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
