import { firstDayOfWeek, lastDayOfWeek, weekNumber } from '#shared/kit/calendar.ts';
import { formatWan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { senderWords } from '../returns/words.ts';
import type { ProjectView } from './data.ts';
import styles from './ProjectPage.module.css';

type Shown = ProjectView['returns'][number];

const looks: Record<Shown['state'], ChipLook> = { submitted: 'plain', accepted: 'green', 'sent-back': 'yellow' };

/** The weekly returns, the newest first. */
export function Progress({ returns }: { returns: readonly Shown[] }) {
  const { projects } = useMessages();
  return (
    <Section title={projects.tabs.progress}>
      {returns.length === 0 && <EmptyState title={projects.progress.none} />}
      <ol>
        {returns.map((given) => (
          <Return key={given.id} given={given} />
        ))}
      </ol>
    </Section>
  );
}

function Return({ given }: { given: Shown }) {
  const { kit, projects, returns, vocabulary } = useMessages();
  const words = projects.progress;
  const texts: [string, string | null][] = [
    [words.progress, given.progress],
    [words.problem, given.problem],
    [words.next, given.nextStep],
    [words.request, given.request],
    [words.sentBack, given.state === 'sent-back' ? given.sentBackReason : null],
  ];
  return (
    <li className={styles.entry}>
      <div className={styles.entryHead}>
        <b>{words.week(weekNumber(given.week), firstDayOfWeek(given.week), lastDayOfWeek(given.week).slice(5))}</b>
        <Chip look={looks[given.state]}>{vocabulary.returnState[given.state]}</Chip>
        <span>
          {words.done} <b>{formatWan(given.doneThisWeek)}</b> {projects.wan}
        </span>
        <span>
          {words.year} <b>{formatWan(given.doneThisYear)}</b> {projects.wan}
        </span>
        <span className={styles.quiet}>{senderWords(given, returns)}</span>
      </div>
      <dl className={styles.words}>
        {texts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{kit.lead(label)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}
