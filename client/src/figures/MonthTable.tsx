import type { ReactNode } from 'react';
import { type Month, monthNumber } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';

type MonthRow = { label: string; cells: readonly ReactNode[] };

/** The numbers of a chart by month: what is drawn is also written. */
export function MonthTable({
  label,
  unit,
  months,
  rows,
}: {
  label: string;
  unit: string;
  months: readonly Month[];
  rows: readonly MonthRow[];
}) {
  const { figures } = useMessages();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{unit}</th>
          {months.map((month) => (
            <NumberHead key={month}>{figures.monthShort(monthNumber(month))}</NumberHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {months.map((month, index) => (
              <NumberCell key={month}>{row.cells[index]}</NumberCell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
