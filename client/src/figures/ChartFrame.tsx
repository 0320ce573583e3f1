import type { ReactNode } from 'react';
import styles from './Charts.module.css';

/** A drawing that keeps its size where the window is narrower: the box scrolls then, so the keyboard must reach it. */
export function ChartFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
