import { useState } from 'react';
import { Link } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { ApprovalGroup } from '#shared/approvals/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import type { PlanRow, PlanView } from './data.ts';
import { StepDialog } from './StepDialog.tsx';
import { StepRow } from './StepRow.tsx';
import { TellDialog } from './TellDialog.tsx';
import { TermsDialog } from './TermsDialog.tsx';

type Open = { what: 'tell' | 'edit' | 'terms'; step: PlanRow } | { what: 'new' };

type StepListProps = { steps: readonly PlanRow[]; view: PlanView; projectId: Id<'project'>; role: Role };

/** The chart's words: each step with its state, days used of the limit, what it waits for and how much slack it has. */
export function StepList({ steps, view, projectId, role }: StepListProps) {
  const { approvals, vocabulary } = useMessages();
  const [open, setOpen] = useState<Open | null>(null);
  const needed = steps.filter((step) => step.state !== 'exempt');
  const done = needed.filter((step) => step.state === 'done').length;
  const overdue = needed.filter((step) => step.clock.overdueWorkdays > 0).length;
  const close = () => setOpen(null);
  return (
    <Section
      title={approvals.title}
      note={approvals.counts(needed.length, done, overdue)}
      actions={
        <>
          <Link href="/approvals">{approvals.waiting.pages}</Link>
          {mayCall(role, 'approvals.create') && (
            <Button icon="plus" size="small" onClick={() => setOpen({ what: 'new' })}>
              {approvals.add}
            </Button>
          )}
        </>
      }
    >
      {steps.length === 0 && <EmptyState title={approvals.none} />}
      {steps.length > 0 && (
        <Table label={approvals.title} stacks>
          <thead>
            <tr>
              <th scope="col">{approvals.name}</th>
              <th scope="col">{approvals.agency}</th>
              <th scope="col">{approvals.state}</th>
              <th scope="col">{approvals.used}</th>
              <th scope="col">{approvals.dueAndNumber}</th>
              <th scope="col">{approvals.earliest}</th>
              <th scope="col">{approvals.acts}</th>
            </tr>
          </thead>
          {ApprovalGroup.options
            .map((group) => ({ group, own: steps.filter((step) => step.group === group) }))
            .filter(({ own }) => own.length > 0)
            .map(({ group, own }) => (
              <tbody key={group}>
                <tr>
                  <th scope="rowgroup" colSpan={7}>
                    {vocabulary.approvalGroup[group]}
                  </th>
                </tr>
                {own.map((step) => (
                  <StepRow key={step.id} step={step} view={view} role={role} onOpen={(what) => setOpen({ what, step })} />
                ))}
              </tbody>
            ))}
        </Table>
      )}
      {open?.what === 'new' && <StepDialog projectId={projectId} step={null} role={role} onClose={close} />}
      {open?.what === 'edit' && <StepDialog projectId={projectId} step={open.step} role={role} onClose={close} />}
      {open?.what === 'tell' && <TellDialog step={open.step} role={role} onClose={close} />}
      {open?.what === 'terms' && <TermsDialog step={open.step} steps={steps} onClose={close} />}
    </Section>
  );
}
