import { useMessages } from '../app/language.tsx';
import styles from './Estimate.module.css';

/** Behind a deadline: that it is an estimate, because the holidays of its year are not published. Nothing where they are. */
export function Estimate({ years }: { years: readonly number[] }) {
  const { calendar, kit } = useMessages();
  if (years.length === 0) return null;
  return <small className={styles.estimate}>{calendar.estimate(kit.list(years.map(String)))}</small>;
}
