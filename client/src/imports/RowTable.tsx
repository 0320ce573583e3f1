import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { NumberHead, Table } from '../kit/Table.tsx';
import type { Preview, PreviewRow } from './data.ts';
import styles from './ImportPage.module.css';
import { isWritable, PlannedRowView, placeOf } from './PlannedRowView.tsx';

/** About as high as a row that changes nothing; the others are measured. */
const ROW_HEIGHT = 36;

type RowTableProps = {
  kind: Preview['kind'];
  rows: readonly PreviewRow[];
  /** The places of the chosen rows. */
  chosen: ReadonlySet<string>;
  onChoose: (places: readonly string[], isChosen: boolean) => void;
};

/** The rows with what becomes of each. Only those in sight are drawn: a list may have ten thousand. */
export function RowTable({ kind, rows, chosen, onChoose }: RowTableProps) {
  const { imports } = useMessages();
  const box = useRef<HTMLElement>(null);
  const writable = rows.filter(isWritable).map(placeOf);
  const heads = imports.preview.amounts[kind];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => (rows[index] ? placeOf(rows[index]) : index),
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      {writable.length > 0 && (
        <Checkbox
          label={imports.selectAll}
          checked={writable.every((place) => chosen.has(place))}
          onChecked={(isChosen) => onChoose(writable, isChosen)}
        />
      )}
      <div className={styles.rows}>
        <Table label={imports.counts} sticky ref={box} rowCount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{imports.row}</th>
              <th scope="col">{imports.name}</th>
              <th scope="col">{imports.unit}</th>
              {heads.map((head) => (
                <NumberHead key={head}>{head}</NumberHead>
              ))}
              <th scope="col">{imports.change}</th>
            </tr>
          </thead>
          <tbody>
            <Gap height={above} columns={heads.length + 4} />
            {items.map(({ index, key }) => {
              const row = rows[index];
              return (
                row && (
                  <PlannedRowView
                    key={key}
                    row={row}
                    index={index}
                    amounts={heads.length}
                    measure={virtual.measureElement}
                    isChosen={chosen.has(placeOf(row))}
                    onChosen={(isChosen) => onChoose([placeOf(row)], isChosen)}
                  />
                )
              );
            })}
            <Gap height={below} columns={heads.length + 4} />
          </tbody>
        </Table>
      </div>
    </>
  );
}

/** Stands for the rows out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td className={styles.gap} colSpan={columns} style={{ height }} />
    </tr>
  );
}
