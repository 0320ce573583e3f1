import { useQueries } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isWorkday, type WorkCalendar, workCalendar, workdaysBetween } from '#shared/calendar/workdays.ts';
import { type Day, weekdayOf, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { DateField } from '../kit/DateField.tsx';
import type { FieldText } from '../kit/Field.tsx';
import { Popover } from '../kit/Popover.tsx';
import styles from './WorkdayField.module.css';
import { WorkdayPicker } from './WorkdayPicker.tsx';

/** The calendar of two years as the office keeps it; until it has come, weekdays decide. */
function useWorkCalendar(from: number): WorkCalendar {
  const trpc = useTRPC();
  const years = useQueries({
    queries: [from, from + 1].map((year) => trpc.calendar.year.queryOptions({ year }, { staleTime: 5 * 60_000 })),
  });
  const entered = years.flatMap(({ data }) => (data ? [data] : []));
  return workCalendar(
    entered.flatMap((year) => year.days),
    entered.filter((year) => year.isKnown).map((year) => year.year),
  );
}

type WorkdayFieldProps = FieldText & { label: string; value: Day | null; today: Day; onDay: (day: Day | null) => void };

/** A deadline: typed, or chosen by working days. It says how many working days are left, and warns of a day off. */
export function WorkdayField({ label, required = false, value, today, onDay }: WorkdayFieldProps) {
  const { calendar: words } = useMessages();
  const calendar = useWorkCalendar(yearOf(today));
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.field} ref={row}>
      <DateField
        label={label}
        required={required}
        value={value}
        min={today}
        onDay={onDay}
        hint={value && <Distance {...{ calendar, today, value }} />}
      />
      <Button size="small" look="text" icon="calendar" aria-label={words.workday.chooseFor(label)} onClick={() => setOpen(true)}>
        {words.workday.choose}
      </Button>
      {isOpen && row.current && (
        <Popover label={words.workday.chooseFor(label)} anchor={row.current} onClose={() => setOpen(false)}>
          <WorkdayPicker
            calendar={calendar}
            value={value}
            today={today}
            onDay={(day) => {
              onDay(day);
              setOpen(false);
            }}
          />
        </Popover>
      )}
    </div>
  );
}

function Distance({ calendar, today, value }: { calendar: WorkCalendar; today: Day; value: Day }) {
  const { calendar: words, kit } = useMessages();
  if (!isWorkday(calendar, value)) return <span className={styles.off}>{words.workday.isOff(kit.weekday(weekdayOf(value)))}</span>;
  const { days, unknownYears } = workdaysBetween(calendar, today, value);
  const [guessed] = unknownYears;
  return (
    <>
      {kit.phrases([
        kit.weekday(weekdayOf(value)),
        days > 0 ? words.workday.distance(days) : words.workday.sameDay,
        ...(guessed === undefined ? [] : [words.workday.guessed(guessed)]),
      ])}
    </>
  );
}
