import { Link } from 'wouter';
import type { HomeProject, OfficerHome as Waits } from '#shared/home/schema.ts';
import { monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useReason } from '../board/words.ts';
import { Chip } from '../kit/Chip.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { problemsAt } from '../problems/address.ts';
import styles from './Home.module.css';
import { DecisionRow, ProblemList } from './rows.tsx';
import { WaitList, WaitRow } from './WaitList.tsx';

/** What waits for an officer: the returns first, then what was assigned to the unit. */
export function OfficerHome({ home: { week, returns, owing, decisions, problems, steps, bulletins } }: { home: Waits }) {
  const { home, kit } = useMessages();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <WaitList
          title={home.returns.title}
          note={kit.apart([home.returns.note(returns.total, owing), home.returns.until(kit.day(week.dueOn), week.dueTime)])}
          all={{ href: '/returns', label: home.all(returns.total) }}
          none={home.returns.none}
          total={returns.total}
        >
          {returns.first.map((project) => (
            <ReturnOwed key={project.id} project={project} />
          ))}
        </WaitList>
      </div>
      <div className={styles.column}>
        {bulletins.length > 0 && (
          <WaitList title={home.papers.toCosign} none="" total={bulletins.length}>
            {bulletins.map(({ month }) => (
              <WaitRow
                key={month}
                href="/bulletins/cosign"
                mark={<Icon name="stamp" size={20} />}
                title={home.papers.bulletin(yearOf(month), monthNumber(month))}
                facts={[home.papers.waitsForUnit]}
              />
            ))}
          </WaitList>
        )}
        <WaitList
          title={home.decisions.title}
          all={{ href: '/decisions/own', label: home.decisions.answer }}
          none={home.decisions.none}
          total={decisions.total}
        >
          {decisions.first.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} href="/decisions/own" isOwn />
          ))}
        </WaitList>
        <ProblemList {...home.problems} href={problemsAt({})} problems={problems} />
        <WaitList title={home.steps.title} all={{ href: '/approvals', label: home.steps.open }} none={home.steps.none} total={steps.total}>
          {steps.first.map((step) => (
            <WaitRow
              key={step.id}
              href="/approvals"
              title={step.name}
              facts={[step.projectName]}
              state={
                step.overdueWorkdays > 0 ? (
                  <Chip look="red">{home.workdays(step.overdueWorkdays)}</Chip>
                ) : (
                  step.dueOn && <Chip>{home.due(kit.day(step.dueOn))}</Chip>
                )
              }
            />
          ))}
        </WaitList>
      </div>
    </div>
  );
}

function ReturnOwed({ project }: { project: HomeProject }) {
  const { home } = useMessages();
  const reason = useReason();
  const isBack = project.returned === 'sent-back';
  return (
    <WaitRow
      href={`/returns?project=${project.id}`}
      mark={<Lamp colour={project.lamp} provisional />}
      title={project.name}
      facts={[project.lamp && reason(project), project.unitName]}
      state={
        <>
          {isBack && <Chip look="yellow">{home.returns.sentBack}</Chip>}
          {!isBack && project.missedLastWeek && <Chip look="red">{home.returns.missed}</Chip>}
        </>
      }
      act={
        <Link href={`/returns?project=${project.id}`} className={styles.all} aria-label={home.returns.fillOf(project.name)}>
          {home.returns.fill}
        </Link>
      }
    />
  );
}
