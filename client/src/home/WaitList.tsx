import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Section } from '../kit/Page.tsx';
import styles from './Home.module.css';

type WaitListProps = {
  title: string;
  note?: ReactNode;
  /** Where all of it stands. */
  all?: { href: string; label: string };
  /** Beside the way to all of it. */
  actions?: ReactNode;
  /** What is said where nothing waits. */
  none: string;
  /** How many wait, of which the rows are the first. */
  total: number;
  children: ReactNode;
};

/** One part of a home: the first of what waits, and the way to all of it. */
export function WaitList({ title, note, all, actions, none, total, children }: WaitListProps) {
  return (
    <Section
      title={total > 0 ? `${title} ${total}` : title}
      note={note}
      actions={
        <span className={styles.ways}>
          {actions}
          {all && total > 0 && (
            <Link href={all.href} className={styles.all}>
              {all.label}
            </Link>
          )}
        </span>
      }
    >
      {total === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul className={styles.rows} aria-label={title}>
          {children}
        </ul>
      )}
    </Section>
  );
}

type WaitRowProps = {
  /** Where it leads; null where the asker has no page of it. */
  href: string | null;
  /** Before the words: a lamp, a chip. */
  mark?: ReactNode;
  title: string;
  facts: readonly (string | null | undefined | false)[];
  /** A state beside the words. */
  state?: ReactNode;
  act?: ReactNode;
};

/** One thing that waits: what, the facts below it, its state, and what can be done about it at once. */
export function WaitRow({ href, mark, title, facts, state, act }: WaitRowProps) {
  return (
    <li className={styles.row}>
      {mark && <span className={styles.mark}>{mark}</span>}
      <span className={styles.what}>
        {href ? (
          <Link href={href} className={styles.title}>
            {title}
          </Link>
        ) : (
          <span className={styles.title}>{title}</span>
        )}
        <span className={styles.facts}>
          {facts.filter(Boolean).map((fact, at) => (
            // Facts of one row do not move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={at}>{fact} </span>
          ))}
        </span>
      </span>
      {(state || act) && (
        <span className={styles.side}>
          {state}
          {act}
        </span>
      )}
    </li>
  );
}
