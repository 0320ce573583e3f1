import { topCells } from '#shared/documents/columns.ts';
import type { Cell, Column, Table } from '#shared/documents/model.ts';
import styles from './DocumentTable.module.css';
import { Inlines, type OnNumber } from './Inlines.tsx';

/** A table of a document; its header is repeated on every page that it runs over. */
export function DocumentTable({ table, onNumber }: { table: Table; onNumber: OnNumber | undefined }) {
  const sum = table.columns.reduce((width, column) => width + column.width, 0);
  return (
    <figure className={styles.figure}>
      {table.title === null ? null : <figcaption className={styles.title}>{table.title}</figcaption>}
      {table.unitNote === null ? null : <p className={styles.unit}>{table.unitNote}</p>}
      <table className={styles.table}>
        <colgroup>
          {keyed(table.columns).map(([key, column]) => (
            <col key={key} style={{ width: `${(column.width / sum) * 100}%` }} />
          ))}
        </colgroup>
        <Head columns={table.columns} />
        <tbody>
          {keyed(table.rows).map(([key, cells]) => (
            <Row key={key} cells={cells} columns={table.columns} onNumber={onNumber} isTotal={false} />
          ))}
          {table.total === null ? null : <Row cells={table.total} columns={table.columns} onNumber={onNumber} isTotal />}
        </tbody>
      </table>
    </figure>
  );
}

function Head({ columns }: { columns: readonly Column[] }) {
  const isGrouped = columns.some((column) => column.group !== null);
  return (
    <thead>
      <tr>
        {keyed(topCells(columns)).map(([key, top]) =>
          top.isGroup ? (
            <th key={key} colSpan={top.span} scope="colgroup">
              {top.text}
            </th>
          ) : (
            <th key={key} rowSpan={isGrouped ? 2 : 1} scope="col">
              {top.text}
            </th>
          ),
        )}
      </tr>
      {isGrouped ? (
        <tr>
          {keyed(columns.filter((column) => column.group !== null)).map(([key, column]) => (
            <th key={key} scope="col">
              {column.header}
            </th>
          ))}
        </tr>
      ) : null}
    </thead>
  );
}

type RowProps = { cells: readonly Cell[]; columns: readonly Column[]; onNumber: OnNumber | undefined; isTotal: boolean };

function Row({ cells, columns, onNumber, isTotal }: RowProps) {
  let at = 0;
  return (
    <tr className={isTotal ? styles.total : undefined}>
      {keyed(cells).map(([key, cell]) => {
        const align = cell.span > 1 ? 'center' : (columns[at]?.align ?? 'left');
        at += cell.span;
        return (
          <td key={key} colSpan={cell.span} className={styles[align]}>
            <Inlines inlines={cell.inlines} onNumber={onNumber} />
          </td>
        );
      })}
    </tr>
  );
}

/** Rows and cells have no identity but their place. */
function keyed<Item>(items: readonly Item[]): [string, Item][] {
  return items.map((item, index) => [String(index), item]);
}
