import type { CalendarException } from '#shared/calendar/workdays.ts';
import { type Day, weekdayOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import styles from './YearGrid.module.css';

type DayButtonProps = {
  on: Day;
  exception: CalendarException | undefined;
  isToday: boolean;
  isStop: boolean;
  isChosen?: boolean;
  /** A day that cannot be chosen says nothing when it is pressed. */
  isOff?: boolean;
  onFocus: () => void;
  onPress: () => void;
};

/** A day of a month: what it is besides its number stands in its label and its look. */
export function DayButton({ on, exception, isToday, isStop, isChosen = false, isOff = false, onFocus, onPress }: DayButtonProps) {
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
      aria-pressed={isChosen ? true : undefined}
      aria-disabled={isOff ? true : undefined}
      title={exception?.name}
      className={classes(
        styles.day,
        weekdayOf(on) > 5 && styles.weekend,
        exception && styles[exception.kind],
        isToday && styles.today,
        isChosen && styles.chosen,
        isOff && styles.shut,
      )}
      onFocus={onFocus}
      onClick={() => !isOff && onPress()}
    >
      {Number(on.slice(8))}
    </button>
  );
}
