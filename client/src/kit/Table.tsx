import type { ComponentProps, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';

type TableProps = {
  label: string;
  children: ReactNode;
  sticky?: boolean;
  /** On a phone each row stands as a block of lines: every cell that does not speak for itself has a `data-label`. */
  stacks?: boolean;
  /** The scroll box, for a table that draws only the rows in sight. */
  ref?: Ref<HTMLElement>;
  /** How many rows there are, heads included, where not all are drawn. */
  rowCount?: number;
};

/** A table in its own scroll box, so that a wide one never widens the page. `label` names both. */
export function Table({ label, children, sticky = false, stacks = false, ref, rowCount }: TableProps) {
  return (
    // The box scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={ref} className={classes(styles.box, sticky && styles.sticky, stacks && styles.stacks)} aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label} aria-rowcount={rowCount}>
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
