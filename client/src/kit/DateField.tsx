import type { ComponentProps } from 'react';
import { Day } from '#shared/kit/calendar.ts';
import { classes } from './classes.ts';
import control from './control.module.css';
import { Field, type FieldText } from './Field.tsx';

type DateFieldProps = FieldText & {
  value: Day | null;
  onDay: (day: Day | null) => void;
  min?: Day;
  max?: Day;
  changed?: boolean;
} & Omit<ComponentProps<'input'>, 'className' | 'style' | 'value' | 'onChange' | 'id' | 'children' | 'type' | 'min' | 'max'>;

/** The browser's own date control: it knows the keyboard, the phone and the screen reader. */
export function DateField({ label, hint, error, required = false, value, onDay, changed = false, ...rest }: DateFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(links) => (
        <input
          {...rest}
          {...links}
          type="date"
          className={classes(control.control, changed && control.changed)}
          value={value ?? ''}
          onChange={(event) => {
            const day = Day.safeParse(event.target.value);
            onDay(day.success ? day.data : null);
          }}
        />
      )}
    </Field>
  );
}
