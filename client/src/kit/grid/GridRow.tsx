import { memo, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './Grid.module.css';
import type { GridColumn } from './Grid.tsx';
import { frozenClass, placed } from './GridHead.tsx';
import type { Layout } from './layout.ts';

type GridRowProps<Row> = {
  id: string;
  row: Row;
  position: number;
  /** In pixels from the first row. */
  top: number;
  /** The first row's number for a screen reader, which counts the header too. */
  firstIndex: number;
  columns: readonly GridColumn<Row>[];
  layout: Layout;
  /** The column that the keys stand on, in this row. */
  active: number | null;
  from: number | null;
  to: number | null;
  editor: { key: string; node: ReactNode } | null;
};

function Drawn<Row>({ id, row, position, top, firstIndex, columns, layout, active, from, to, editor }: GridRowProps<Row>) {
  return (
    <div
      className={classes(styles.row, active !== null && styles.current)}
      role="row"
      aria-rowindex={position + firstIndex}
      style={{ transform: `translateY(${top}px)`, width: layout.total }}
    >
      {columns.map((column, index) => {
        const text = column.text(row, position);
        const isChosen = from !== null && to !== null && index >= from && index <= to;
        const isEdited = editor?.key === column.key;
        return (
          <div
            key={column.key}
            id={`${id}-${position}-${index}`}
            data-row={position}
            data-column={index}
            className={classes(
              styles.cell,
              styles[column.align],
              column.group !== null && column.group !== columns[index - 1]?.group && styles.groupStart,
              column.isRowHeader && styles.rowHeader,
              frozenClass(layout, index),
              isChosen && styles.chosen,
              index === active && styles.active,
              isEdited && styles.edited,
            )}
            role={column.isRowHeader ? 'rowheader' : 'gridcell'}
            aria-colindex={index + 1}
            aria-selected={isChosen}
            aria-readonly={column.isReadOnly || undefined}
            title={column.align === 'left' && text.length > 8 ? text : undefined}
            style={placed(layout, index)}
          >
            {isEdited ? <div data-editor="">{editor.node}</div> : (column.draw?.(row, position) ?? text)}
          </div>
        );
      })}
    </div>
  );
}

/** A row is drawn again only where something of it has changed: scrolling moves thousands past. */
export const GridRow = memo(Drawn) as typeof Drawn;
