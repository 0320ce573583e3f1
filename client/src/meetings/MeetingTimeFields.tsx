import type { CreateSeries } from '#shared/meetings/inputs.ts';
import { useMessages } from '../app/language.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';

/** On which day of the week, when and where a series meets. */
export type MeetingTime = Pick<CreateSeries, 'weekday' | 'time' | 'place'>;

type MeetingTimeFieldsProps = { value: MeetingTime; onValue: (value: MeetingTime) => void; wrong: ReadonlySet<string> };

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** When and where a series meets, at the set-up and later. */
export function MeetingTimeFields({ value, onValue, wrong }: MeetingTimeFieldsProps) {
  const { series } = useMessages().meetings;
  return (
    <>
      <Select
        label={series.weekday}
        options={weekdays.map((day) => ({ value: day, label: series.weekdays[day] }))}
        value={weekdays[value.weekday - 1] ?? null}
        onValue={(chosen) => onValue({ ...value, weekday: Number(chosen ?? value.weekday) })}
      />
      <TextField
        label={series.time}
        type="time"
        required
        value={value.time}
        onText={(time) => onValue({ ...value, time })}
        error={wrong.has('time') ? series.wrong.time : null}
      />
      <TextField
        label={series.place}
        value={value.place}
        maxLength={60}
        onText={(place) => onValue({ ...value, place })}
        error={wrong.has('place') ? series.wrong.place : null}
      />
    </>
  );
}
