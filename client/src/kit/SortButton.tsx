import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './SortButton.module.css';

/** How a column is sorted; its head says so as `aria-sort`. */
export type Sorted = 'ascending' | 'descending' | 'none';

/** The words of a column's head, pressed to sort by it. */
export function SortButton({ sorted, onSort, children }: { sorted: Sorted; onSort: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.sort} onClick={onSort}>
      {children}
      {sorted !== 'none' && <Icon name={sorted === 'descending' ? 'down' : 'up'} size={12} />}
    </button>
  );
}
