import { memo } from 'react';
import { classes } from '../classes.ts';
import styles from './Grid.module.css';
import type { GridColumn } from './Grid.tsx';
import { frozenClass, placed } from './GridHead.tsx';
import type { Layout } from './layout.ts';

type GridFootProps<Row> = { columns: readonly GridColumn<Row>[]; layout: Layout; index: number };

function Drawn<Row>({ columns, layout, index }: GridFootProps<Row>) {
  return (
    <div className={styles.foot} role="rowgroup">
      <div className={styles.totals} role="row" aria-rowindex={index}>
        {columns.map((column, at) => (
          <div
            key={column.key}
            className={classes(styles.cell, styles.sum, styles[column.align], frozenClass(layout, at))}
            role={column.isRowHeader ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            style={placed(layout, at)}
          >
            {column.total}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The totals, pinned to the bottom. */
export const GridFoot = memo(Drawn) as typeof Drawn;
