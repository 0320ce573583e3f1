import type { Id } from '#shared/kit/ids.ts';
import { formatPercent } from '#shared/kit/money.ts';
import { type PunctualityLine, type ReturnSet, type ReturnTally, returnRates, sumTallies } from '#shared/returns/punctuality.ts';
import { type PunctualityColumn, punctualityColumns } from '#shared/returns/punctuality-sheet.ts';
import { useMessages } from '../app/language.tsx';
import { SortButton } from '../kit/SortButton.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import styles from './Punctuality.module.css';
import { columnKey } from './punctuality-sorting.ts';

type Behind = { unitId: Id<'unit'>; set: ReturnSet };

type PunctualityTableProps = {
  lines: readonly PunctualityLine[];
  /** Whether the lines add up to something: one's own line is its own sum. */
  isWhole: boolean;
  sort: PunctualityColumn | null;
  onSort: (column: PunctualityColumn | null) => void;
  /** Whose rows of what stand below. */
  open: Behind | null;
  onOpen: (behind: Behind) => void;
};

/** A line a unit; each number opens its rows, each head sorts by its column. */
export function PunctualityTable({ lines, isWhole, sort, onSort, open, onOpen }: PunctualityTableProps) {
  const { punctuality } = useMessages().returns;
  const sortedBy = sort && columnKey(sort);
  return (
    <Table label={punctuality.title}>
      <thead>
        <tr>
          <NumberHead aria-sort={sort === null ? 'ascending' : 'none'}>
            <SortButton sorted={sort === null ? 'ascending' : 'none'} onSort={() => onSort(null)}>
              {punctuality.rank}
            </SortButton>
          </NumberHead>
          <th scope="col">{punctuality.unit}</th>
          {punctualityColumns.map((column) => {
            const key = columnKey(column);
            const sorted = key === sortedBy ? 'descending' : 'none';
            return (
              <NumberHead key={key} aria-sort={sorted}>
                <SortButton sorted={sorted} onSort={() => onSort(key === sortedBy ? null : column)}>
                  {'set' in column ? punctuality.sets[column.set] : punctuality.rates[column.rate]}
                </SortButton>
              </NumberHead>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.unitId} aria-selected={line.unitId === open?.unitId}>
            <NumberCell>{line.rank}</NumberCell>
            <th scope="row">{line.unitName}</th>
            {punctualityColumns.map((column) => (
              <NumberCell key={columnKey(column)}>
                {'rate' in column ? (
                  <Rate tally={line} column={column} />
                ) : line[column.set] === 0 ? (
                  <span className={styles.none}>0</span>
                ) : (
                  <button
                    type="button"
                    className={styles.number}
                    aria-label={punctuality.open(line.unitName, punctuality.sets[column.set], line[column.set])}
                    aria-pressed={open?.unitId === line.unitId && open.set === column.set}
                    onClick={() => onOpen({ unitId: line.unitId, set: column.set })}
                  >
                    {line[column.set]}
                  </button>
                )}
              </NumberCell>
            ))}
          </tr>
        ))}
      </tbody>
      {isWhole && <Total tally={sumTallies(lines)} />}
    </Table>
  );
}

function Total({ tally }: { tally: ReturnTally }) {
  const { punctuality } = useMessages().returns;
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row">{punctuality.total}</th>
        {punctualityColumns.map((column) => (
          <NumberCell key={columnKey(column)}>{'set' in column ? tally[column.set] : <Rate tally={tally} column={column} />}</NumberCell>
        ))}
      </tr>
    </tfoot>
  );
}

function Rate({ tally, column }: { tally: ReturnTally; column: Extract<PunctualityColumn, { rate: unknown }> }) {
  const percent = formatPercent(...returnRates[column.rate](tally));
  return percent === null ? '—' : `${percent}%`;
}
