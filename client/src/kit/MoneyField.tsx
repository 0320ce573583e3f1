import type { ComponentProps } from 'react';
import { useState } from 'react';
import { classes } from './classes.ts';
import control from './control.module.css';
import { Field, type FieldText } from './Field.tsx';
import { useKitMessages } from './language.ts';
import { type MoneyReading, readMoney } from './money.ts';

type MoneyFieldProps = FieldText & {
  /** What is typed, in 万元. The form keeps the text and reads it with `readMoney`. */
  text: string;
  onText: (text: string, reading: MoneyReading) => void;
  /** A correction of an earlier figure may be below zero. */
  allowNegative?: boolean;
  changed?: boolean;
} & Omit<ComponentProps<'input'>, 'className' | 'style' | 'value' | 'onChange' | 'id' | 'children' | 'type'>;

export function MoneyField({
  label,
  hint,
  error,
  required = false,
  text,
  onText,
  allowNegative = false,
  changed = false,
  onBlur,
  ...rest
}: MoneyFieldProps) {
  const messages = useKitMessages();
  // Complains when the field is left, not at the first digit; takes it back at once.
  const [left, setLeft] = useState(false);
  const reading = readMoney(text, allowNegative);
  const own =
    reading.state === 'unreadable'
      ? messages.unreadableAmount(reading.typed)
      : reading.state === 'negative'
        ? messages.negativeAmount
        : null;
  return (
    <Field label={label} hint={hint} error={error ?? (left ? own : null)} required={required}>
      {(links) => (
        <div className={classes(control.framed, changed && control.changed)}>
          <input
            autoComplete="off"
            inputMode={allowNegative ? 'text' : 'decimal'}
            {...rest}
            {...links}
            type="text"
            className={control.bare}
            value={text}
            onChange={(event) => onText(event.target.value, readMoney(event.target.value, allowNegative))}
            onBlur={(event) => {
              setLeft(true);
              onBlur?.(event);
            }}
          />
          <span className={control.unit}>{messages.wan}</span>
        </div>
      )}
    </Field>
  );
}
