import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { spansOf } from '#shared/kit/spans.ts';
import styles from './Grid.module.css';
import { GridFoot } from './GridFoot.tsx';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { layOut } from './layout.ts';
import { type Cursor, moved, type Place, rangeOf, toTsv } from './range.ts';

export type GridColumn<Row> = {
  key: string;
  title: string;
  group: string | null;
  /** In pixels; all grow alike where the window has room left. */
  width: number;
  align: 'left' | 'center' | 'right';
  /** What the cell says: shown unless `draw` shows it another way, read out always. */
  text: (row: Row, position: number) => string;
  draw?: (row: Row, position: number) => ReactNode;
  /** What Ctrl C takes. */
  copied: (row: Row, position: number) => string;
  /** Names its row. */
  isRowHeader: boolean;
  isReadOnly: boolean;
  sorted: 'ascending' | 'descending' | null;
  isFiltered: boolean;
  total: string;
};

export type GridProps<Row> = {
  label: string;
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** So many first columns stay in sight. */
  frozen: number;
  /** Enter or a double click on a cell. */
  onEnter: (row: Row, column: GridColumn<Row>) => void;
  /** Enter or a press on a column's head. */
  onHead: (column: GridColumn<Row>, head: HTMLElement) => void;
  onCopied: (cells: number) => void;
  /** Stands in the cell that is being changed. */
  editor: { rowId: string; key: string; node: ReactNode } | null;
};

export const ROW_HEIGHT = 32;
export const FOOT_HEIGHT = 36;

/**
 * A table that behaves like a sheet: only the rows in sight are in the page, the first columns and the total stay, and
 * the keys go from cell to cell. The focus stays on the grid itself, because a cell that is scrolled away is gone;
 * roles instead of a table's own elements, because a row that is placed by hand is no table row.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, columns, rows, idOf, frozen, editor } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [cursor, setCursor] = useState<Cursor>({ at: { row: 0, column: 0 }, from: { row: 0, column: 0 } });
  const isGrouped = columns.some((column) => column.group !== null);
  const headHeight = isGrouped ? 2 * ROW_HEIGHT : ROW_HEIGHT;
  const layout = useMemo(() => layOut(columns, room, frozen), [columns, room, frozen]);

  const spans = useMemo(() => spansOf(columns.map((column) => column.group)), [columns]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: FOOT_HEIGHT,
  });

  const bring = useCallback(
    ({ row, column }: Place) => {
      if (row >= 0) virtual.scrollToIndex(row);
      const element = scroller.current;
      const left = layout.lefts[column] ?? 0;
      if (!element || column < frozen) return;
      const right = left + (layout.widths[column] ?? 0);
      if (left < element.scrollLeft + layout.frozenWidth) element.scrollLeft = left - layout.frozenWidth;
      else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
    },
    [virtual, layout, frozen],
  );

  function go(next: Cursor): void {
    setCursor(next);
    bring(next.at);
  }

  // Rows and columns may have become fewer since the cursor was set.
  const at = { row: Math.min(cursor.at.row, rows.length - 1), column: Math.min(cursor.at.column, columns.length - 1) };
  const range = rangeOf({
    at,
    from: { row: Math.min(cursor.from.row, rows.length - 1), column: Math.min(cursor.from.column, columns.length - 1) },
  });

  function enter({ row, column }: Place): void {
    const [record, under] = [rows[row], columns[column]];
    if (!under) return;
    if (record !== undefined) props.onEnter(record, under);
    else if (row < 0) {
      const head = document.getElementById(`${id}-head-${column}`);
      if (head) props.onHead(under, head);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== scroller.current || event.altKey || event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      enter(at);
      return;
    }
    if (ctrl && event.key === 'a') {
      event.preventDefault();
      setCursor({ at: { row: rows.length - 1, column: columns.length - 1 }, from: { row: 0, column: 0 } });
      return;
    }
    if (event.key === 'Escape') setCursor({ at, from: at });
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight - FOOT_HEIGHT) / ROW_HEIGHT));
    const next = moved(
      { at, from: cursor.from },
      { key: event.key, ctrl, shift: event.shiftKey },
      { rows: rows.length, columns: columns.length, page },
    );
    if (!next) return;
    event.preventDefault();
    go(next);
  }

  function onPointer(event: PointerEvent, isStart: boolean): void {
    if (isStart ? event.button !== 0 : event.buttons !== 1) return;
    const place = placeOf(event.target);
    if (!place) return;
    setCursor((before) => ({ at: place, from: isStart && !event.shiftKey ? place : before.from }));
  }

  function onCopy(event: ClipboardEvent): void {
    if (event.target !== scroller.current || range.bottom < 0) return;
    const chosen = columns.slice(range.left, range.right + 1);
    const first = Math.max(0, range.top);
    const cells = rows.slice(first, range.bottom + 1).map((row, index) => chosen.map((column) => column.copied(row, first + index)));
    event.clipboardData.setData('text/plain', toTsv(cells));
    event.preventDefault();
    props.onCopied(cells.length * chosen.length);
  }

  const isInSight = at.row < 0 || virtual.getVirtualItems().some((item) => item.index === at.row);
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + (isGrouped ? 3 : 2)}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={isInSight ? (at.row < 0 ? `${id}-head-${at.column}` : `${id}-${at.row}-${at.column}`) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPointerDown={(event) => onPointer(event, true)}
      onPointerOver={(event) => onPointer(event, false)}
      onDoubleClick={(event) => {
        const place = placeOf(event.target);
        if (place) enter(place);
      }}
    >
      <div className={styles.sheet} style={{ width: layout.total, minHeight: '100%' }}>
        <GridHead
          id={id}
          columns={columns}
          spans={spans}
          layout={layout}
          isGrouped={isGrouped}
          active={at.row < 0 ? at.column : null}
          onHead={props.onHead}
        />
        <div className={styles.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const isChosen = item.index >= range.top && item.index <= range.bottom;
            return (
              <GridRow
                key={idOf(row)}
                id={id}
                row={row}
                position={item.index}
                top={item.start - headHeight}
                firstIndex={isGrouped ? 3 : 2}
                columns={columns}
                layout={layout}
                active={at.row === item.index ? at.column : null}
                from={isChosen ? range.left : null}
                to={isChosen ? range.right : null}
                editor={editor?.rowId === idOf(row) ? editor : null}
              />
            );
          })}
        </div>
        <GridFoot columns={columns} layout={layout} index={rows.length + (isGrouped ? 3 : 2)} />
      </div>
    </div>
  );
}

/** Which cell something of the page belongs to; what stands in an editor is the editor's. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element) || target.closest('[data-editor]')) return null;
  const cell = target.closest<HTMLElement>('[data-row]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}
