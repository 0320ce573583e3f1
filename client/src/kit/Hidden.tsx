import type { ReactNode } from 'react';
import styles from './Hidden.module.css';

/** For a screen reader alone. `live` is read out as soon as it changes. */
export function Hidden({ children, live = false }: { children: ReactNode; live?: boolean }) {
  return live ? (
    <output className={styles.hidden} aria-live="polite">
      {children}
    </output>
  ) : (
    <span className={styles.hidden}>{children}</span>
  );
}
