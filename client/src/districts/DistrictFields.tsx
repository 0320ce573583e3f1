import type { District } from '#shared/districts/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './districts.module.css';

export type DistrictSettings = Omit<District, 'id' | 'version'>;

type DistrictFieldsProps = {
  value: DistrictSettings;
  onValue: (value: DistrictSettings) => void;
  /** Names of the fields that are not right yet. */
  wrong: ReadonlySet<string>;
};

type TextName = { [Name in keyof DistrictSettings]: DistrictSettings[Name] extends string ? Name : never }[keyof DistrictSettings];

/** What a district sets for itself, at the set-up and later. */
export function DistrictFields({ value, onValue, wrong }: DistrictFieldsProps) {
  const { districts } = useMessages();
  const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
  const options = weekdays.map((day) => ({ value: day, label: districts.weekdays[day] }));

  const text = (name: TextName) => ({
    label: districts[name],
    value: value[name],
    onText: (typed: string) => onValue({ ...value, [name]: typed }),
    required: true,
    ...(wrong.has(name) ? { error: districts.wrong[name] } : {}),
  });
  const weekday = (name: 'returnOpenWeekday' | 'returnWeekday') => ({
    label: districts[name],
    options,
    value: weekdays[value[name] - 1] ?? null,
    onValue: (chosen: string | null) => onValue({ ...value, [name]: Number(chosen ?? value[name]) }),
  });
  return (
    <div className={styles.grid}>
      <TextField {...text('name')} hint={districts.nameHint} />
      <TextField {...text('regionCode')} hint={districts.regionCodeHint} inputMode="numeric" />
      <TextField {...text('issuingOffice')} hint={districts.issuingOfficeHint} />
      <TextField {...text('officeMark')} hint={districts.officeMarkHint} />
      <fieldset className={styles.group}>
        <legend>{districts.returns}</legend>
        <Select {...weekday('returnOpenWeekday')} />
        <Select {...weekday('returnWeekday')} hint={districts.returnWeekdayHint} />
        <TextField {...text('returnTime')} type="time" />
      </fieldset>
    </div>
  );
}
