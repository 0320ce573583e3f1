import type { ReactNode } from 'react';
import styles from './FormGrid.module.css';

/** Fields in two columns, in one on a phone. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}

/** A field as wide as the form. */
export function WideCell({ children }: { children: ReactNode }) {
  return <div className={styles.wide}>{children}</div>;
}
