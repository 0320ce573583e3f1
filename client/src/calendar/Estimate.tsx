import { useMessages } from '../app/language.tsx';
import styles from './Estimate.module.css';

/** Behind a deadline: that it is an estimate, because the holidays of its year are not published. Nothing where they are.
 * A note for several cells bears the `mark` that stands behind them. */
export function Estimate({ years, mark }: { years: readonly number[]; mark?: string }) {
  const { calendar, kit } = useMessages();
  if (years.length === 0) return null;
  return <small className={styles.estimate}>{kit.apart([mark, calendar.estimate(kit.list(years.map(String)))])}</small>;
}
