import { type KeyboardEvent, useRef, useState } from 'react';
import type { CalendarException } from '#shared/calendar/workdays.ts';
import { addDays, type Day, firstDayOfYear, monthNumber, monthOf, weekdayOf, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { monthsOf } from './months.ts';
import styles from './YearGrid.module.css';

type YearGridProps = { year: number; days: readonly CalendarException[]; today: Day; onDay: (on: Day) => void };

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A year at a glance: twelve months, holidays washed red, make-up days framed. One tab stop; the arrows go by day and week. */
export function YearGrid({ year, days, today, onDay }: YearGridProps) {
  const { calendar, kit } = useMessages();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<Day>(yearOf(today) === year ? today : firstDayOfYear(year));
  const byDay = new Map(days.map((each) => [each.day, each]));

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
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
        <table key={month} className={styles.month}>
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
              <tr key={week[0]}>
                {week.map((on) =>
                  monthOf(on) === month ? (
                    <td key={on}>
                      <DayButton
                        on={on}
                        exception={byDay.get(on)}
                        isToday={on === today}
                        isStop={on === focused}
                        onFocus={() => setFocused(on)}
                        onPress={() => onDay(on)}
                      />
                    </td>
                  ) : (
                    <td key={on} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

type DayButtonProps = {
  on: Day;
  exception: CalendarException | undefined;
  isToday: boolean;
  isStop: boolean;
  onFocus: () => void;
  onPress: () => void;
};

function DayButton({ on, exception, isToday, isStop, onFocus, onPress }: DayButtonProps) {
  const { calendar, kit } = useMessages();
  const said = exception && kit.phrases([calendar.kinds[exception.kind], exception.name]);
  return (
    <button
      type="button"
      data-day={on}
      // Drawn by the style alone: the label says it in full, and a text beside the number would be read into it.
      data-mark={exception && calendar.kinds[exception.kind].slice(0, 1)}
      tabIndex={isStop ? 0 : -1}
      aria-label={kit.phrases([kit.day(on), kit.weekday(weekdayOf(on)), ...(said ? [said] : [])])}
      aria-current={isToday ? 'date' : undefined}
      title={exception?.name}
      className={classes(styles.day, weekdayOf(on) > 5 && styles.weekend, exception && styles[exception.kind], isToday && styles.today)}
      onFocus={onFocus}
      onClick={onPress}
    >
      {Number(on.slice(8))}
    </button>
  );
}
