import type { Column } from './model.ts';

/** A cell of a table's upper header row: over `span` columns from the one at `at`. */
export type TopCell = { text: string; isGroup: boolean; at: number; span: number };

/** The upper header row: neighbours of one group share a cell, and a column without one stands there itself. */
export function topCells(columns: readonly Column[]): TopCell[] {
  const cells: TopCell[] = [];
  columns.forEach((column, at) => {
    const last = cells.at(-1);
    if (column.group === null) cells.push({ text: column.header, isGroup: false, at, span: 1 });
    else if (last?.isGroup && last.text === column.group) last.span += 1;
    else cells.push({ text: column.group, isGroup: true, at, span: 1 });
  });
  return cells;
}
