import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { ApprovalGroup } from '#shared/approvals/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import type { ProjectView } from '../projects/data.ts';
import { StepDialog } from './StepDialog.tsx';
import styles from './StepList.module.css';

type Step = ProjectView['steps'][number];

/** A project's approval steps by their four parts, with days used, the limit, and what is overdue. */
export function StepList({ view, role }: { view: ProjectView; role: Role }) {
  const { approvals, vocabulary } = useMessages();
  const [open, setOpen] = useState<Step | 'new' | null>(null);
  const { steps, project } = view;
  const needed = steps.filter((step) => step.state !== 'exempt');
  const done = needed.filter((step) => step.state === 'done').length;
  const overdue = needed.filter((step) => step.clock.overdueWorkdays > 0).length;
  return (
    <Section
      title={approvals.title}
      note={approvals.counts(needed.length, done, overdue)}
      actions={
        mayCall(role, 'approvals.create') && (
          <Button icon="plus" size="small" onClick={() => setOpen('new')}>
            {approvals.add}
          </Button>
        )
      }
    >
      {steps.length === 0 && <EmptyState title={approvals.none} />}
      {steps.length > 0 && (
        <Table label={approvals.title}>
          <thead>
            <tr>
              <th scope="col">{approvals.name}</th>
              <th scope="col">{approvals.agency}</th>
              <th scope="col">{approvals.state}</th>
              <th scope="col">{approvals.used}</th>
              <th scope="col">{approvals.due}</th>
              <th scope="col">{approvals.documentNumber}</th>
              <th aria-label={approvals.edit} />
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
                  <StepRow key={step.id} step={step} onEdit={mayCall(role, 'approvals.update') ? () => setOpen(step) : null} />
                ))}
              </tbody>
            ))}
        </Table>
      )}
      {open && (
        <StepDialog projectId={project.id} step={open === 'new' ? null : stepAlone(open)} role={role} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

function stepAlone({ agencyName: _name, clock: _clock, ...step }: Step) {
  return step;
}

const looks: Record<Step['state'], ChipLook> = {
  pending: 'plain',
  accepted: 'plain',
  tolerant: 'dashed',
  supplement: 'yellow',
  done: 'green',
  exempt: 'level',
};

function StepRow({ step, onEdit }: { step: Step; onEdit: (() => void) | null }) {
  const { approvals, kit, vocabulary } = useMessages();
  const { clock } = step;
  const limit = clock.limitDays === null ? approvals.noLimit : String(clock.limitDays);
  return (
    <tr>
      <td className={styles.name}>{step.name}</td>
      <td className={styles.plain}>{step.agencyName ?? approvals.noAgency}</td>
      <td>
        <Chip look={looks[step.state]}>{vocabulary.approvalState[step.state]}</Chip>
      </td>
      <td className={styles.plain}>
        {clock.usedDays === null ? limit : approvals.usedOf(String(clock.usedDays), limit, approvals.units[clock.limitUnit])}
      </td>
      <td
        className={styles.plain}
        title={clock.unknownYears.length > 0 ? approvals.unknownYears(kit.list(clock.unknownYears.map(String))) : undefined}
      >
        <Due step={step} />
      </td>
      <td>{step.documentNumber}</td>
      <td>
        {onEdit && (
          <Button size="small" look="text" onClick={onEdit} aria-label={approvals.editTitle(step.name)}>
            {approvals.edit}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Due({ step: { clock, doneOn } }: { step: Step }) {
  const { approvals } = useMessages();
  switch (clock.phase) {
    case 'finished':
      return (
        <>
          {doneOn && approvals.done(doneOn)} {clock.finishedLateWorkdays > 0 && approvals.finishedLate(clock.finishedLateWorkdays)}
        </>
      );
    case 'stopped':
      return approvals.stopped;
    case 'exempt':
      return null;
    case 'waiting':
    case 'running':
      return (
        <>
          {clock.dueOn} {clock.overdueWorkdays > 0 && <Chip look="overdue">{approvals.late(clock.overdueWorkdays)}</Chip>}
          {clock.dueInWorkdays !== null && (
            <Chip look={clock.dueInWorkdays <= 3 ? 'yellow' : 'plain'}>{approvals.left(clock.dueInWorkdays)}</Chip>
          )}
        </>
      );
  }
}
