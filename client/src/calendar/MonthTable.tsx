import type { ReactNode } from 'react';
import { type Day, type Month, monthNumber, monthOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import styles from './YearGrid.module.css';

/** One month in weeks from Monday; the days are drawn by who shows it. */
export function MonthTable({ month, weeks, day }: { month: Month; weeks: Day[][]; day: (on: Day) => ReactNode }) {
  const { calendar, kit } = useMessages();
  return (
    <table className={styles.month}>
      <caption>{calendar.month(monthNumber(month))}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col" abbr={kit.weekday(weekday)}>
              {kit.weekday(weekday).slice(-1)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>{week.map((on) => (monthOf(on) === month ? <td key={on}>{day(on)}</td> : <td key={on} />))}</tr>
        ))}
      </tbody>
    </table>
  );
}
