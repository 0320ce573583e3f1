import { useRef, useState } from 'react';
import { isWorkday, type WorkCalendar, workdaysBetween } from '#shared/calendar/workdays.ts';
import { type Day, weekdayOf, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { DateField } from '../kit/DateField.tsx';
import type { FieldText } from '../kit/Field.tsx';
import { Popover } from '../kit/Popover.tsx';
import { Estimate } from './Estimate.tsx';
import styles from './WorkdayField.module.css';
import { WorkdayPicker } from './WorkdayPicker.tsx';
import { useWorkCalendar } from './work-calendar.ts';

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
  const { days, unknownYears } = workdaysBetween(calendar, today, value);
  const weekday = kit.weekday(weekdayOf(value));
  return (
    <>
      {isWorkday(calendar, value) ? (
        kit.phrases([weekday, days > 0 ? words.workday.distance(days) : words.workday.sameDay])
      ) : (
        <span className={styles.off}>{words.workday.isOff(weekday)}</span>
      )}
      <Estimate years={unknownYears} />
    </>
  );
}
