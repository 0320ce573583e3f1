import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes.ts';

/** 常 · 级别 · 现阶段 · 容缺 · 红 · 黄 · 绿 · 超期 (solid, for a table's cell) */
export type ChipLook = 'plain' | 'level' | 'ink' | 'dashed' | 'red' | 'yellow' | 'green' | 'overdue';

/** A chip states; it is never a button. */
export function Chip({ look = 'plain', children, title }: { look?: ChipLook; children: ReactNode; title?: string }) {
  return (
    <span className={classes(styles.chip, styles[look])} title={title}>
      {children}
    </span>
  );
}
