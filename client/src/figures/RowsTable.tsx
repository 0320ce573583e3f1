import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import { progressRate } from '#shared/figures/rates.ts';
import { formatPercent, formatWan, type Money, sum, zero } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { SortButton } from '../kit/SortButton.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import type { FigureProject } from './data.ts';
import styles from './Rows.module.css';
import { nextSort, type Sort, type SortKey, sortKeys } from './sorting.ts';

const ROW_HEIGHT = 34;
/** So many rows all stand in the page, so that it prints whole; of more, those in sight. */
const MOST_WHOLE = 200;

const numbers = new Set<SortKey>(['totalInvestment', 'yearPlan', 'plannedToDate', 'doneThisYear', 'progress', 'doneSinceStart', 'steps']);

type RowsTableProps = { rows: readonly FigureProject[]; sort: Sort | null; onSort: (sort: Sort | null) => void };

/** The rows behind a number, sorted by a press on a column's head; 5,000 scroll as smoothly as five. */
export function RowsTable({ rows, sort, onSort }: RowsTableProps) {
  const { figures } = useMessages();
  const scroller = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: rows.length <= MOST_WHOLE ? MOST_WHOLE : 12,
  });
  const shown = list.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const under = list.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // The box scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={scroller} className={styles.box} aria-label={figures.rows} tabIndex={0}>
      <table className={styles.table} aria-label={figures.rows} aria-rowcount={rows.length + 2}>
        <thead>
          <tr>
            <th scope="col" className={styles.serial}>
              {figures.table.number}
            </th>
            {sortKeys.map((key) => (
              <Head key={key} column={key} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {shown.map(({ index }) => {
            const row = rows[index];
            return row && <ProjectRow key={row.projectId} row={row} index={index} />;
          })}
          {under > 0 && <Gap height={under} />}
        </tbody>
        <tfoot>
          <SumRow rows={rows} />
        </tfoot>
      </table>
    </section>
  );
}

function Head({ column, sort, onSort }: { column: SortKey; sort: Sort | null; onSort: (sort: Sort | null) => void }) {
  const { figures } = useMessages();
  const sorted = sort?.key !== column ? 'none' : sort.isDown ? 'descending' : 'ascending';
  return (
    <th scope="col" className={classes(styles[column], numbers.has(column) && styles.number)} aria-sort={sorted}>
      <SortButton sorted={sorted} onSort={() => onSort(nextSort(sort, column))}>
        {figures.table[column]}
      </SortButton>
    </th>
  );
}

/** Stands for the rows out of sight. */
function Gap({ height }: { height: number }) {
  return (
    <tr className={styles.gap}>
      <td colSpan={sortKeys.length + 1} style={{ height }} />
    </tr>
  );
}

function ProjectRow({ row, index }: { row: FigureProject; index: number }) {
  const { figures, vocabulary } = useMessages();
  const cells: Record<SortKey, ReactNode> = {
    name: <Link href={`/projects/${row.projectId}`}>{row.name}</Link>,
    unitName: row.unitName,
    kind: `${vocabulary.kindShort[row.kind]} · ${vocabulary.levelShort[row.level]}`,
    yearClass: vocabulary.yearClass[row.yearClass],
    stage: vocabulary.stage[row.stage],
    lamp: <Lamp colour={row.lamp} size={20} />,
    totalInvestment: formatWan(row.totalInvestment),
    yearPlan: money(row.yearPlan),
    plannedToDate: money(row.plannedToDate),
    doneThisYear: formatWan(row.doneThisYear),
    progress: percent(row.doneThisYear, row.plannedToDate),
    doneSinceStart: formatWan(row.doneSinceStart),
    plannedStart: row.plannedStart,
    actualStart: row.actualStart,
    plannedFinish: row.plannedFinish,
    actualFinish: row.actualFinish,
    steps: row.stepsNeeded > 0 ? figures.stepsOf(row.stepsDone, row.stepsNeeded) : null,
  };
  return (
    <tr aria-rowindex={index + 2}>
      <td className={styles.serial}>{index + 1}</td>
      {sortKeys.map((key) =>
        key === 'name' ? (
          <th key={key} scope="row" className={styles.name}>
            {cells[key]}
          </th>
        ) : (
          <td key={key} className={classes(styles[key], numbers.has(key) && styles.number)}>
            {cells[key]}
          </td>
        ),
      )}
    </tr>
  );
}

function SumRow({ rows }: { rows: readonly FigureProject[] }) {
  const { figures } = useMessages();
  const progress = progressRate(rows.map((row) => ({ ...row, standing: 'active' as const })));
  const total = (of: (row: FigureProject) => Money | null) => formatWan(sum(rows.map((row) => of(row) ?? zero)));
  const sums: Partial<Record<SortKey, string>> = {
    totalInvestment: total((row) => row.totalInvestment),
    yearPlan: total((row) => row.yearPlan),
    plannedToDate: total((row) => row.plannedToDate),
    doneThisYear: total((row) => row.doneThisYear),
    progress: percent(progress.numerator, progress.denominator) ?? '',
    doneSinceStart: total((row) => row.doneSinceStart),
    steps: figures.stepsOf(
      rows.reduce((done, row) => done + row.stepsDone, 0),
      rows.reduce((needed, row) => needed + row.stepsNeeded, 0),
    ),
  };
  return (
    <tr>
      <td className={styles.serial} />
      {sortKeys.map((key) =>
        key === 'name' ? (
          <th key={key} scope="row" className={styles.name}>
            {figures.sum}
          </th>
        ) : (
          <td key={key} className={classes(numbers.has(key) && styles.number)}>
            {sums[key]}
          </td>
        ),
      )}
    </tr>
  );
}

function money(amount: Money | null): string | null {
  return amount === null ? null : formatWan(amount);
}

function percent(part: number, base: number | null): string | null {
  const text = base ? formatPercent(part, base, 1) : null;
  return text === null ? null : `${text}%`;
}
