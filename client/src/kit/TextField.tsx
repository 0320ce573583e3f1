import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import control from './control.module.css';
import { Field, type FieldText, type HiddenLabel } from './Field.tsx';
import { useKitMessages } from './language.ts';

type Typed = FieldText & { value: string; onText: (text: string) => void; changed?: boolean };

type TextFieldProps = Typed & HiddenLabel & Omit<ComponentProps<'input'>, 'className' | 'style' | 'value' | 'onChange' | 'id' | 'children'>;

export function TextField({
  label,
  hint,
  error,
  required = false,
  isLabelHidden = false,
  value,
  onText,
  changed = false,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} isLabelHidden={isLabelHidden}>
      {(links) => (
        <input
          type="text"
          {...rest}
          {...links}
          className={classes(control.control, changed && control.changed)}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = Typed & {
  /** Counts what is typed; more is marked, never cut off. */
  limit?: number;
} & Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'value' | 'onChange' | 'id' | 'children' | 'maxLength'>;

export function TextArea({
  label,
  hint,
  error,
  required = false,
  value,
  onText,
  changed = false,
  limit,
  rows = 3,
  ...rest
}: TextAreaProps) {
  const messages = useKitMessages();
  const counted = limit === undefined ? hint : (hint ?? messages.letters(value.trim().length, limit));
  return (
    <Field label={label} hint={counted} error={error} required={required}>
      {(links) => (
        <textarea
          {...rest}
          {...links}
          rows={rows}
          className={classes(control.control, control.area, changed && control.changed)}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
