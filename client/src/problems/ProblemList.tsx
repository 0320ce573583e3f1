import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { daysBetween } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import type { ProjectView } from '../projects/data.ts';
import { ProblemDialog } from './ProblemDialog.tsx';
import styles from './ProblemList.module.css';
import { RaiseDialog } from './RaiseDialog.tsx';

type Shown = ProjectView['problems'][number];

const looks: Record<Shown['state'], ChipLook> = { raised: 'red', assigned: 'yellow', solved: 'green', closed: 'plain' };

/** What holds a project up, the newest first, with who deals with it and by when. */
export function ProblemList({ view, role }: { view: ProjectView; role: Role }) {
  const { problems, vocabulary } = useMessages();
  const today = useToday();
  const [open, setOpen] = useState<Shown | 'new' | null>(null);
  const isOpen = (problem: Shown) => problem.state === 'raised' || problem.state === 'assigned';
  const count = view.problems.filter(isOpen).length;
  return (
    <Section
      title={problems.title}
      note={problems.counts(count, view.problems.length - count)}
      actions={
        mayCall(role, 'problems.raise') && (
          <Button icon="plus" size="small" onClick={() => setOpen('new')}>
            {problems.raise}
          </Button>
        )
      }
    >
      {view.problems.length === 0 && <EmptyState title={problems.none} />}
      {view.problems.length > 0 && (
        <Table label={problems.title}>
          <thead>
            <tr>
              <th scope="col">{problems.what}</th>
              <th scope="col">{problems.category}</th>
              <th scope="col">{problems.state}</th>
              <th scope="col">{problems.owner}</th>
              <th scope="col">{problems.rung}</th>
              <th scope="col">{problems.since}</th>
              <th scope="col">{problems.due}</th>
              <th aria-label={problems.update} />
            </tr>
          </thead>
          <tbody>
            {view.problems.map((problem) => (
              <tr key={problem.id}>
                <td className={styles.title}>{problem.title}</td>
                <td className={styles.plain}>{vocabulary.problemCategory[problem.category]}</td>
                <td>
                  <Chip look={looks[problem.state]}>{vocabulary.problemState[problem.state]}</Chip>
                </td>
                <td className={styles.plain}>{problem.ownerName ?? problems.noOwner}</td>
                <td className={styles.plain}>{vocabulary.problemRung[problem.rung]}</td>
                <td className={styles.plain}>
                  {problem.raisedOn} {isOpen(problem) && <Chip look="level">{problems.age(daysBetween(problem.raisedOn, today))}</Chip>}
                </td>
                <td className={styles.plain}>
                  {problem.dueOn}{' '}
                  {isOpen(problem) && problem.dueOn && problem.dueOn < today && <Chip look="overdue">{problems.overdue}</Chip>}
                </td>
                <td>
                  {mayCall(role, 'problems.update') && (
                    <Button size="small" look="text" onClick={() => setOpen(problem)} aria-label={problems.updateTitle(problem.title)}>
                      {problems.update}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open === 'new' && <RaiseDialog projectId={view.project.id} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <ProblemDialog problem={problemAlone(open)} role={role} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function problemAlone({ ownerName: _name, ...problem }: Shown) {
  return problem;
}
