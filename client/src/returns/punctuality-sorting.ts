import { compareRatio } from '#shared/kit/money.ts';
import { type PunctualityLine, returnRates } from '#shared/returns/punctuality.ts';
import { type PunctualityColumn, punctualityColumns } from '#shared/returns/punctuality-sheet.ts';

/** The name of a column in the address. */
export function columnKey(column: PunctualityColumn): string {
  return 'set' in column ? column.set : `${column.rate}-rate`;
}

/** Which column the ledger is sorted by, the largest first; null is by place. */
export function columnIn(text: string | null): PunctualityColumn | null {
  return punctualityColumns.find((column) => columnKey(column) === text) ?? null;
}

/** The lines by a column, the largest first; a line without the rate comes last, and equals stay in the order of their place. */
export function sortedLines(lines: readonly PunctualityLine[], by: PunctualityColumn | null): PunctualityLine[] {
  if (by === null) return [...lines];
  if ('set' in by) return [...lines].sort((a, b) => b[by.set] - a[by.set]);
  const rate = returnRates[by.rate];
  return [...lines].sort((a, b) => {
    const [x, y] = [rate(a), rate(b)];
    if (x[1] === 0 || y[1] === 0) return Number(x[1] === 0) - Number(y[1] === 0);
    return compareRatio(y[0], y[1], x[0], x[1]);
  });
}
