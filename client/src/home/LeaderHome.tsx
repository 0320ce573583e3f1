import { useState } from 'react';
import { Link } from 'wouter';
import type { HomeProject, HomeSignoff, LeaderHome as Waits } from '#shared/home/schema.ts';
import { monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useReason } from '../board/words.ts';
import { FlagMark } from '../flags/FlagMark.tsx';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { problemsAt } from '../problems/address.ts';
import { QuickRemark } from '../remarks/QuickRemark.tsx';
import { DecideDialog } from '../signoffs/DecideDialog.tsx';
import styles from './Home.module.css';
import { OverdueDecisions, ProblemList } from './rows.tsx';
import { WaitList, WaitRow } from './WaitList.tsx';

/** What waits for a leader: what is to be signed, the own projects in red and yellow, what is late. */
export function LeaderHome({ home: waits }: { home: Waits }) {
  const { home, kit } = useMessages();
  const { own, owned, district, problems, overdue } = waits;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <WaitList
          title={home.lamps.title}
          note={kit.apart([
            owned > 0 && home.lamps.note(own.total, owned),
            home.lamps.district(district.red, district.yellow, district.green),
          ])}
          actions={
            <Link href="/?view=lamps" className={styles.all}>
              {home.lamps.board}
            </Link>
          }
          none={owned === 0 ? home.lamps.noneOwned : home.lamps.none}
          total={own.total}
        >
          {own.first.map((project) => (
            <Troubled key={project.id} project={project} />
          ))}
        </WaitList>
      </div>
      <div className={styles.column}>
        <Papers waits={waits} />
        {/* The shorter list first: both begin within the first window. */}
        <OverdueDecisions overdue={overdue} />
        <ProblemList {...home.handedUp} href={problemsAt({ rung: 'leader' })} problems={problems} />
      </div>
    </div>
  );
}

/** A project in red or yellow, with everything that speaks against it and a remark in two taps. */
function Troubled({ project }: { project: HomeProject }) {
  const { home } = useMessages();
  const reason = useReason();
  const { nextStep } = project;
  const why = reason(project);
  // The worst reason may be that very step.
  const isOverdue = nextStep !== null && nextStep.overdueDays > 0 && !why.includes(nextStep.name);
  return (
    <WaitRow
      href={`/projects/${project.id}`}
      mark={<Lamp colour={project.lamp} provisional />}
      title={project.name}
      facts={[
        why,
        isOverdue && home.lamps.step(nextStep.name, nextStep.overdueDays),
        project.openProblems > 0 && home.problems.count(project.openProblems),
        project.missedLastWeek && home.lamps.unreturned,
        project.unitName,
      ]}
      act={<QuickRemark project={project} />}
    />
  );
}

function Papers({ waits: { signoffs, bulletins, flags } }: { waits: Waits }) {
  const { home, kit } = useMessages();
  const [deciding, setDeciding] = useState<HomeSignoff | null>(null);
  return (
    <WaitList title={home.papers.title} none={home.papers.none} total={signoffs.length + bulletins.length + flags.length}>
      {bulletins.map(({ month }) => (
        <WaitRow
          key={month}
          href={`/bulletins?month=${month}`}
          mark={<Icon name="stamp" size={20} />}
          title={home.papers.bulletin(yearOf(month), monthNumber(month))}
          facts={[home.papers.toSign]}
        />
      ))}
      {signoffs.map((signoff) => (
        <WaitRow
          key={signoff.id}
          href={`/projects/${signoff.projectId}/steps`}
          mark={<Icon name="stamp" size={20} />}
          title={signoff.projectName}
          facts={[home.papers.signoff, signoff.reason, home.papers.promised(kit.day(signoff.promisedOn)), signoff.unitName]}
          act={
            <Button aria-label={home.papers.decideOf(signoff.projectName)} onClick={() => setDeciding(signoff)}>
              {home.papers.decide}
            </Button>
          }
        />
      ))}
      {flags.map((flag) => (
        <WaitRow
          key={flag.id}
          href="/inspections"
          mark={<FlagMark colour={flag.colour} />}
          title={flag.holder}
          facts={[home.papers.flags[flag.colour], flag.basis]}
        />
      ))}
      {deciding && <DecideDialog signoff={deciding} onClose={() => setDeciding(null)} />}
    </WaitList>
  );
}
