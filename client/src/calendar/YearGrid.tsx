import { type KeyboardEvent, useRef, useState } from 'react';
import type { CalendarException } from '#shared/calendar/workdays.ts';
import { addDays, type Day, firstDayOfYear, yearOf } from '#shared/kit/calendar.ts';
import { DayButton } from './DayButton.tsx';
import { MonthTable } from './MonthTable.tsx';
import { dayStep, monthsOf } from './months.ts';
import styles from './YearGrid.module.css';

type YearGridProps = { year: number; days: readonly CalendarException[]; today: Day; onDay: (on: Day) => void };

/** A year at a glance: twelve months, holidays washed red, make-up days framed. One tab stop; the arrows go by day and week. */
export function YearGrid({ year, days, today, onDay }: YearGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<Day>(yearOf(today) === year ? today : firstDayOfYear(year));
  const byDay = new Map(days.map((each) => [each.day, each]));

  function move(event: KeyboardEvent): void {
    const step = dayStep(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(focused, step);
    if (yearOf(next) !== year) return;
    setFocused(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows pass through from the day that has the focus
    <div className={styles.year} ref={grid} onKeyDown={move}>
      {monthsOf(year).map(({ month, weeks }) => (
        <MonthTable
          key={month}
          month={month}
          weeks={weeks}
          day={(on) => (
            <DayButton
              on={on}
              exception={byDay.get(on)}
              isToday={on === today}
              isStop={on === focused}
              onFocus={() => setFocused(on)}
              onPress={() => onDay(on)}
            />
          )}
        />
      ))}
    </div>
  );
}
