import { explain } from '#shared/lamps/explain.ts';
import type { Reason } from '#shared/lamps/result.ts';
import { useLanguage } from '../kit/language.ts';
import { Lamp } from './Lamp.tsx';
import styles from './MonthPage.module.css';

/** What each dimension says, in full: the same words wherever a lamp explains itself. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { language } = useLanguage();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.dimension}>
          <Lamp colour={reason.lamp} size={18} />
          <span>{explain(reason, language).long}</span>
        </li>
      ))}
    </ul>
  );
}
