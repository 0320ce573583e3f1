import type { HomeDecision, HomeProblem, Waiting } from '#shared/home/schema.ts';
import { decisionStanding } from '#shared/meetings/decisions.ts';
import { useMessages } from '../app/language.tsx';
import { Chip } from '../kit/Chip.tsx';
import { WaitList, WaitRow } from './WaitList.tsx';

/** A decision with its deadline; who does it and who presses for it where that is not the reader. */
export function DecisionRow({ decision, href, isOwn = false }: { decision: HomeDecision; href: string; isOwn?: boolean }) {
  const { home, kit, vocabulary } = useMessages();
  const standing = decisionStanding(decision);
  return (
    <WaitRow
      href={href}
      title={decision.text}
      facts={[
        decision.subject,
        !isOwn && kit.labelled(home.decisions.owner, decision.ownerName),
        decision.supervisor && kit.labelled(home.decisions.supervisor, decision.supervisor),
      ]}
      state={
        standing === 'overdue' ? (
          <Chip look="red">{home.days(decision.overdueDays)}</Chip>
        ) : standing === 'answered' ? (
          <Chip look="yellow">{vocabulary.decisionState.answered}</Chip>
        ) : (
          <Chip>{home.due(kit.day(decision.dueOn))}</Chip>
        )
      }
    />
  );
}

type ProblemListProps = { title: string; none: string; href: string; problems: Waiting<HomeProblem> };

/** Problems that wait, and the way to all of them. */
export function ProblemList({ title, none, href, problems }: ProblemListProps) {
  const { home } = useMessages();
  return (
    <WaitList title={title} all={{ href, label: home.all(problems.total) }} none={none} total={problems.total}>
      {problems.first.map((problem) => (
        <ProblemRow key={problem.id} problem={problem} />
      ))}
    </WaitList>
  );
}

/** A problem with how far it was handed up, and whether its day has passed. */
function ProblemRow({ problem }: { problem: HomeProblem }) {
  const { home, kit } = useMessages();
  const late = problem.overdueDays;
  return (
    <WaitRow
      href={problem.isOpen ? `/projects/${problem.projectId}/problems` : null}
      title={problem.title}
      facts={[
        problem.projectName,
        problem.unitName,
        home.problems.since(kit.day(problem.raisedOn)),
        late === 0 && problem.dueOn && home.due(kit.day(problem.dueOn)),
      ]}
      state={
        <>
          {problem.rung !== 'unit' && <Chip>{home.escalated.rungs[problem.rung]}</Chip>}
          {late > 0 && <Chip look="red">{home.days(late)}</Chip>}
        </>
      }
    />
  );
}

/** The decisions of the district that are late. */
export function OverdueDecisions({ overdue }: { overdue: Waiting<HomeDecision> }) {
  const { home } = useMessages();
  return (
    <WaitList
      title={home.overdue.title}
      all={{ href: '/decisions', label: home.overdue.open }}
      none={home.overdue.none}
      total={overdue.total}
    >
      {overdue.first.map((decision) => (
        <DecisionRow key={decision.id} decision={decision} href="/decisions" />
      ))}
    </WaitList>
  );
}
