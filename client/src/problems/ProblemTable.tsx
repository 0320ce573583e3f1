import { type ReactNode, useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { Id } from '#shared/kit/ids.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { Problem } from '#shared/problems/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { Table } from '../kit/Table.tsx';
import { FullDialog } from '../meetings/FullDialog.tsx';
import { useListForMeeting } from '../projects/data.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { Answers } from './Answers.tsx';
import type { ShownProblem } from './data.ts';
import { ProblemDialog } from './ProblemDialog.tsx';
import styles from './problems.module.css';
import { SendBackDialog } from './SendBackDialog.tsx';

const looks: Record<ShownProblem['state'], ChipLook> = { raised: 'red', assigned: 'yellow', solved: 'green', closed: 'plain' };

type Open = { act: 'update' | 'answer' | 'send-back'; problem: ShownProblem } | { act: 'full'; item: Item };
type Item = { projectId: Id<'project'>; reason: string };

type ProblemTableProps<Shown extends ShownProblem> = {
  label: string;
  problems: readonly Shown[];
  role: Role;
  /** Which project each is about, where they are of several. */
  projectOf?: (problem: Shown) => ReactNode;
  /** Whether the asker may change the record itself, and not only answer. */
  mayChange?: (problem: Shown) => boolean;
};

/** Problems with who deals with them, where their days stand, and what may be done with each now. */
export function ProblemTable<Shown extends ShownProblem>({
  label,
  problems: shown,
  role,
  projectOf,
  mayChange = () => true,
}: ProblemTableProps<Shown>) {
  const { problems, vocabulary } = useMessages();
  const [open, setOpen] = useState<Open | null>(null);
  const [item, setItem] = useState<Item | null>(null);
  const list = useListForMeeting(() => item && setOpen({ act: 'full', item }));
  const close = () => setOpen(null);

  function putOnAgenda({ projectId, title, rung, clock }: ShownProblem): void {
    const reason = problems.agendaReason(title, clock.openDays, vocabulary.problemRung[rung]);
    setItem({ projectId, reason });
    list.mutate({ projectId, reason });
  }

  return (
    <>
      <Table label={label} sticky stacks>
        <thead>
          <tr>
            <th scope="col">{problems.what}</th>
            {projectOf && <th scope="col">{problems.project}</th>}
            <th scope="col">{problems.category}</th>
            <th scope="col">{problems.state}</th>
            <th scope="col">{problems.owner}</th>
            <th scope="col">{problems.rung}</th>
            <th scope="col">{problems.since}</th>
            <th scope="col">{problems.due}</th>
            <th scope="col">{problems.acts}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem) => (
            <tr key={problem.id}>
              <td className={styles.title} data-lead>
                {problem.title}
                <Answers answers={problem.answers} />
              </td>
              {projectOf && <td className={styles.title}>{projectOf(problem)}</td>}
              <td className={styles.plain} data-label={problems.category}>
                {vocabulary.problemCategory[problem.category]}
              </td>
              <td data-label={problems.state}>
                <Chip look={looks[problem.state]}>{vocabulary.problemState[problem.state]}</Chip>
              </td>
              <td className={styles.owner} data-label={problems.owner}>
                {problem.ownerName ?? problems.noOwner}
                {problem.helperNames.length > 0 && <small className={styles.small}>{problems.helpedBy(problem.helperNames)}</small>}
              </td>
              <td className={styles.plain} data-label={problems.rung}>
                {vocabulary.problemRung[problem.rung]}
                <RungNote problem={problem} />
              </td>
              <td className={styles.dates} data-label={problems.since}>
                {problem.raisedOn} {isOpen(problem) && <Chip look="level">{problems.age(problem.clock.openDays)}</Chip>}
              </td>
              <td className={styles.dates} data-label={problems.due}>
                {problem.dueOn} {problem.clock.overdueDays > 0 && <Chip look="overdue">{problems.overdue(problem.clock.overdueDays)}</Chip>}
                <Estimate years={problem.clock.unknownYears} />
              </td>
              <td>
                <div className={styles.acts}>
                  {problem.part !== null && mayCall(role, 'problems.answer') && isOpen(problem) && (
                    <Button
                      size="small"
                      look="primary"
                      onClick={() => setOpen({ act: 'answer', problem })}
                      aria-label={problems.answerOf(problem.title)}
                    >
                      {problems.answer}
                    </Button>
                  )}
                  {mayCall(role, 'problems.update') && mayChange(problem) && (
                    <Button
                      size="small"
                      onClick={() => setOpen({ act: 'update', problem })}
                      aria-label={problems.updateTitle(problem.title)}
                    >
                      {problems.update}
                    </Button>
                  )}
                  {mayCall(role, 'problems.sendBack') && problem.state === 'solved' && (
                    <Button
                      size="small"
                      onClick={() => setOpen({ act: 'send-back', problem })}
                      aria-label={problems.sendBackTitle(problem.title)}
                    >
                      {problems.sendBack}
                    </Button>
                  )}
                  {mayCall(role, 'agenda.add') && isOpen(problem) && (
                    <Button
                      size="small"
                      look="text"
                      busy={list.isPending && item?.projectId === problem.projectId}
                      onClick={() => putOnAgenda(problem)}
                      aria-label={problems.toAgendaOf(problem.title)}
                    >
                      {problems.toAgenda}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {open?.act === 'update' && <ProblemDialog problem={recordOf(open.problem)} role={role} onClose={close} />}
      {open?.act === 'answer' && <AnswerDialog problem={open.problem} onClose={close} />}
      {open?.act === 'send-back' && <SendBackDialog problem={open.problem} onClose={close} />}
      {open?.act === 'full' && (
        <FullDialog onReason={(overLimitReason) => list.mutate({ ...open.item, overLimitReason })} onClose={close} />
      )}
    </>
  );
}

/** How long it may stay on its rung. */
function RungNote({ problem: { clock } }: { problem: ShownProblem }) {
  const { problems } = useMessages();
  if (clock.rungDueOn === null || clock.rungDaysLeft === null) return null;
  return (
    <small className={styles.small}>
      {clock.rungDaysLeft >= 0 ? problems.rungUntil(clock.rungDueOn, clock.rungDaysLeft) : problems.rungOver(-clock.rungDaysLeft)}
    </small>
  );
}

const fields = Problem.keyof().options;

/** The record alone, without what its row says besides. */
function recordOf(problem: ShownProblem): Problem {
  return Problem.parse(Object.fromEntries(fields.map((field) => [field, problem[field]])));
}
