import { decisionStanding } from '#shared/meetings/decisions.ts';
import { useMessages } from '../app/language.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import type { ProjectView } from './data.ts';
import styles from './ProjectPage.module.css';

/** What the weekly meetings decided on a project, the newest first. */
export function Decisions({ decisions }: Pick<ProjectView, 'decisions'>) {
  const { kit, projects, vocabulary } = useMessages();
  const words = projects.decisions;
  return (
    <Section title={projects.tabs.decisions}>
      {decisions.length === 0 && <EmptyState title={words.none} />}
      <ol>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.entry}>
            <div className={styles.entryHead}>
              {decisionStanding(decision) === 'overdue' ? (
                <Chip look="red">{words.overdue}</Chip>
              ) : (
                <Chip look={decision.state === 'done' ? 'green' : 'plain'}>{vocabulary.decisionState[decision.state]}</Chip>
              )}
              <b>{decision.text}</b>
            </div>
            <p className={styles.quiet}>
              {words.of(decision.meetingNumber, decision.seriesName)} · {kit.labelled(words.owner, decision.ownerName)}
              {decision.helperNames.length > 0 && ` · ${kit.labelled(words.helpers, kit.list(decision.helperNames))}`} · {words.due}{' '}
              {decision.dueOn}
              {decision.doneOn && ` · ${words.done} ${decision.doneOn}`}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
