import { type KeyboardEvent, useRef, useState } from 'react';
import { addWorkdays, isWorkday, unknownYears, type WorkCalendar } from '#shared/calendar/workdays.ts';
import { addDays, addMonths, type Day, lastDayOfMonth, type Month, monthOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { DayButton } from './DayButton.tsx';
import { Estimate } from './Estimate.tsx';
import { MonthTable } from './MonthTable.tsx';
import { dayStep, weeksOf } from './months.ts';
import styles from './WorkdayField.module.css';

/** The limits that offices usually set, in working days. */
const USUAL = [3, 5, 10, 15];

type WorkdayPickerProps = { calendar: WorkCalendar; value: Day | null; today: Day; onDay: (day: Day) => void };

/** The usual limits as one press each, and a month in which only days that people work on can be chosen. */
export function WorkdayPicker({ calendar, value, today, onDay }: WorkdayPickerProps) {
  const { calendar: words } = useMessages();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<Day>(value ?? today);
  const month = monthOf(focused);

  function show(next: Day): void {
    if (next < today) return;
    setFocused(next);
    // The day is drawn first where its month was not shown.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  }
  function move(event: KeyboardEvent): void {
    const step = dayStep(event.key);
    if (step === undefined) return;
    event.preventDefault();
    show(addDays(focused, step));
  }
  function turnTo(next: Month): void {
    const first = addDays(lastDayOfMonth(addMonths(next, -1)), 1);
    setFocused(first < today ? today : first);
  }

  return (
    <div className={styles.picker}>
      <div className={styles.usual}>
        {USUAL.map((days) => (
          <Button key={days} size="small" onClick={() => onDay(addWorkdays(calendar, today, days).day)}>
            {words.workday.after(days)}
          </Button>
        ))}
        <Button size="small" onClick={() => onDay(lastWorkday(calendar, monthOf(today), today))}>
          {words.workday.monthEnd}
        </Button>
        <Button size="small" onClick={() => onDay(lastWorkday(calendar, addMonths(monthOf(today), 1), today))}>
          {words.workday.nextMonthEnd}
        </Button>
      </div>
      <div className={styles.month}>
        <div className={styles.arrows}>
          <IconButton
            size="small"
            icon="left"
            label={words.workday.earlier}
            disabled={month <= monthOf(today)}
            onClick={() => turnTo(addMonths(month, -1))}
          />
          <IconButton size="small" icon="right" label={words.workday.later} onClick={() => turnTo(addMonths(month, 1))} />
        </div>
        <Estimate years={unknownYears(calendar, focused, focused)} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows pass through from the day that has the focus */}
        <div ref={grid} onKeyDown={move}>
          <MonthTable
            month={month}
            weeks={weeksOf(month)}
            day={(on) => (
              <DayButton
                on={on}
                exception={calendar.exceptions.get(on)}
                isToday={on === today}
                isStop={on === focused}
                isChosen={on === value}
                isOff={on < today || !isWorkday(calendar, on)}
                onFocus={() => setFocused(on)}
                onPress={() => onDay(on)}
              />
            )}
          />
        </div>
      </div>
    </div>
  );
}

/** The last working day of a month, or today where that lies behind. */
function lastWorkday(calendar: WorkCalendar, month: Month, today: Day): Day {
  const { day } = addWorkdays(calendar, addDays(lastDayOfMonth(month), 1), -1);
  return day < today ? today : day;
}
