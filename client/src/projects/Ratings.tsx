import { quarterNumber, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { FlagMark } from '../flags/FlagMark.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Section } from '../kit/Page.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import type { ProjectView } from './data.ts';
import styles from './ProjectPage.module.css';

/** The lamps of the months that were cut, and the flags of the quarters. */
export function Ratings({ view }: { view: ProjectView }) {
  const { kit, projects, vocabulary } = useMessages();
  const words = projects.ratings;
  return (
    <div className={styles.column}>
      <Section title={words.lamps} note={words.cut}>
        {view.lamps.length === 0 && <p className={styles.quiet}>{words.noLamps}</p>}
        <ol className={styles.months}>
          {view.lamps.map(({ month, lamp }) => (
            <li key={month}>
              {month}
              <Lamp colour={lamp} size={24} />
            </li>
          ))}
        </ol>
      </Section>
      <Section title={words.flags}>
        {view.flags.length === 0 && <p className={styles.quiet}>{words.noFlags}</p>}
        <ol>
          {view.flags.map((flag) => (
            <li key={flag.id} className={styles.flag}>
              <FlagMark colour={flag.colour} size={20} silent />
              <b>
                {words.quarter(yearOf(flag.quarter), quarterNumber(flag.quarter))} {vocabulary.flag[flag.colour]}
              </b>
              <Chip>{vocabulary.flagState[flag.state]}</Chip>
              {flag.basis && <span>{kit.labelled(words.basis, flag.basis)}</span>}
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
