import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';

/** A table in its own scroll box, so that a wide one never widens the page. `label` names both. */
export function Table({ label, children, sticky = false }: { label: string; children: ReactNode; sticky?: boolean }) {
  return (
    // The box scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={classes(styles.box, sticky && styles.sticky)} aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        {children}
      </table>
    </section>
  );
}

/** A figure: to the right, so that the digits stand under each other. */
export function NumberCell({ children, ...rest }: Omit<ComponentProps<'td'>, 'className' | 'style'>) {
  return (
    <td {...rest} className={styles.number}>
      {children}
    </td>
  );
}

export function NumberHead({ children, ...rest }: Omit<ComponentProps<'th'>, 'className' | 'style'>) {
  return (
    <th scope="col" {...rest} className={styles.number}>
      {children}
    </th>
  );
}
