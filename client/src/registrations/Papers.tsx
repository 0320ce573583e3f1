import type { Money } from '#shared/kit/money.ts';
import { missingPapers, papersFor, tierOf } from '#shared/registrations/papers.ts';
import type { RegistrationPaper } from '#shared/registrations/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import styles from './registrations.module.css';

type PapersProps = { totalInvestment: Money; papers: RegistrationPaper[]; onPapers: (papers: RegistrationPaper[]) => void };

/** What the bureau asks for of a project of this size, ticked off as it is at hand. */
export function Papers({ totalInvestment, papers, onPapers }: PapersProps) {
  const { registrations } = useMessages();
  const tier = tierOf(totalInvestment);
  const needed = papersFor(totalInvestment);
  const missing = missingPapers(totalInvestment, papers).length;
  return (
    <fieldset className={styles.group}>
      <legend>{registrations.papersTitle(needed.length - missing, needed.length)}</legend>
      <p className={styles.note}>{registrations.tiers[tier ?? 'none']}</p>
      <ul className={styles.papers}>
        {needed.map((paper) => (
          <li key={paper}>
            <Checkbox
              label={registrations.papers[paper]}
              checked={papers.includes(paper)}
              onChecked={(isHere) => onPapers(isHere ? [...papers, paper] : papers.filter((one) => one !== paper))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
