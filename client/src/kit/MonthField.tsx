import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import control from './control.module.css';
import { Field, type FieldText } from './Field.tsx';

type MonthFieldProps = FieldText & { value: string; onText: (text: string) => void } & Omit<
    ComponentProps<'input'>,
    'className' | 'style' | 'value' | 'onChange' | 'id' | 'children' | 'type'
  >;

/** A month `2026-03`. Where a browser has no control of its own for it (Firefox, Safari), the same text is typed. */
export function MonthField({ label, hint, error, required = false, value, onText, ...rest }: MonthFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(links) => (
        <input
          placeholder="2026-03"
          {...rest}
          {...links}
          type="month"
          className={classes(control.control)}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
