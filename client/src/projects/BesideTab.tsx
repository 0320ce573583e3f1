import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isOpen } from '#shared/problems/flow.ts';
import { useMessages } from '../app/language.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Section } from '../kit/Page.tsx';
import { Decisions } from './Decisions.tsx';
import type { ProjectView } from './data.ts';
import styles from './ProjectPage.module.css';
import { Ratings } from './Ratings.tsx';

/** So many decisions stand beside a tab; the rest are a tab of their own. */
const DECISIONS_SHOWN = 3;

/** A tab with what a reader of it asks next beside it: the problems still open, what meetings decided, how it was rated. */
export function BesideTab({ view, children }: { view: ProjectView; children: ReactNode }) {
  return (
    <div className={styles.beside}>
      <div className={styles.column}>{children}</div>
      <aside className={styles.column}>
        <OpenProblems view={view} />
        <Decisions decisions={view.decisions.slice(0, DECISIONS_SHOWN)} />
        <Ratings view={view} />
      </aside>
    </div>
  );
}

function OpenProblems({ view }: { view: ProjectView }) {
  const { kit, problems, projects, vocabulary } = useMessages();
  const open = view.problems.filter(isOpen);
  return (
    <Section
      title={problems.title}
      note={problems.counts(open.length, view.problems.length - open.length)}
      actions={<Link href={`/projects/${view.project.id}/problems`}>{projects.all}</Link>}
    >
      <ul>
        {open.map((problem) => (
          <li key={problem.id} className={styles.entry}>
            <div className={styles.entryHead}>
              <Chip look={problem.state === 'raised' ? 'red' : 'yellow'}>{vocabulary.problemState[problem.state]}</Chip>
              <b>{problem.title}</b>
              <span className={styles.age}>{problems.age(problem.clock.openDays)}</span>
            </div>
            <p className={styles.quiet}>
              {kit.phrases([
                kit.labelled(problems.owner, problem.ownerName ?? problems.noOwner),
                ...(problem.dueOn ? [kit.labelled(problems.due, problem.dueOn)] : []),
              ])}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
