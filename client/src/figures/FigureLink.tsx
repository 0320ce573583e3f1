import { Link } from 'wouter';
import type { RowsBehind } from '#shared/figures/sets.ts';
import type { FigureSlice } from '#shared/figures/slice.ts';
import { useRowsHref } from './address.ts';
import styles from './Figures.module.css';

type FigureLinkProps = {
  /** The number as it is printed. */
  text: string;
  /** What it counts, in words: the link's name says what will be seen. */
  what: string;
  /** Nothing counted, nothing to open. */
  count: number;
  behind: Partial<RowsBehind> & Pick<RowsBehind, 'set'>;
  narrower?: Partial<FigureSlice>;
};

/** A number that opens the projects it counts. */
export function FigureLink({ text, what, count, behind, narrower }: FigureLinkProps) {
  const href = useRowsHref()(behind, narrower);
  if (count === 0 || !href) return <>{text}</>;
  return (
    <Link href={href} className={styles.number} aria-label={`${what} ${text}`}>
      {text}
    </Link>
  );
}
