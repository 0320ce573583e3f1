import { type CSSProperties, memo } from 'react';
import type { Span } from '#shared/kit/spans.ts';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import styles from './Grid.module.css';
import type { GridColumn } from './Grid.tsx';
import type { Layout } from './layout.ts';

type GridHeadProps<Row> = {
  id: string;
  columns: readonly GridColumn<Row>[];
  spans: readonly Span[];
  layout: Layout;
  isGrouped: boolean;
  /** The column whose head the keys stand on. */
  active: number | null;
  onHead: (column: GridColumn<Row>, head: HTMLElement) => void;
};

/** The place of a cell, frozen or not. */
export function placed(layout: Layout, index: number): CSSProperties {
  const width = layout.widths[index];
  return index < layout.frozen ? { width, left: layout.lefts[index] } : { width };
}

/** A frozen cell, and the line behind the last of them. */
export function frozenClass(layout: Layout, index: number): string {
  return classes(index < layout.frozen && styles.frozen, index === layout.frozen - 1 && styles.edge);
}

function Drawn<Row>({ id, columns, spans, layout, isGrouped, active, onHead }: GridHeadProps<Row>) {
  return (
    <div className={styles.head} role="rowgroup">
      {isGrouped && (
        <div className={styles.groups} role="row" aria-rowindex={1}>
          {spans.map((span) => {
            if (span.text === null) return <GroupGap key={span.start} layout={layout} index={span.start} />;
            const width = layout.widths.slice(span.start, span.start + span.length).reduce((sum, each) => sum + each, 0);
            return (
              <span
                key={span.start}
                className={styles.group}
                role="columnheader"
                aria-colindex={span.start + 1}
                aria-colspan={span.length}
                style={{ width }}
              >
                {span.text}
              </span>
            );
          })}
        </div>
      )}
      <div className={styles.heads} role="row" aria-rowindex={isGrouped ? 2 : 1}>
        {columns.map((column, index) => (
          <div
            key={column.key}
            id={`${id}-head-${index}`}
            className={classes(
              styles.columnHead,
              isGrouped && column.group === null && styles.tall,
              column.group !== null && column.group !== columns[index - 1]?.group && styles.groupStart,
              frozenClass(layout, index),
              styles[column.align],
              index === active && styles.active,
            )}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={column.sorted ?? 'none'}
            style={placed(layout, index)}
          >
            <button type="button" tabIndex={-1} onClick={(event) => onHead(column, event.currentTarget)}>
              <span className={styles.title}>{column.title}</span>
              {column.sorted && (
                <span className={column.sorted === 'descending' ? styles.down : styles.up}>
                  <Icon name="down" size={12} />
                </span>
              )}
              {column.isFiltered && <Icon name="filter" size={12} />}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

function GroupGap({ layout, index }: { layout: Layout; index: number }) {
  return <span className={classes(styles.gap, frozenClass(layout, index))} style={placed(layout, index)} />;
}

/** Two rows: groups above, columns below; a column without a group reaches through both. */
export const GridHead = memo(Drawn) as typeof Drawn;
