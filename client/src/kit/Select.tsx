import { classes } from './classes.ts';
import control from './control.module.css';
import { Field, type FieldText, type HiddenLabel } from './Field.tsx';
import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

export type Option<Value extends string> = { value: Value; label: string; disabled?: boolean };

type Choice<Value extends string> = {
  options: readonly Option<Value>[];
  /** Null shows `placeholder`. */
  value: Value | null;
  onValue: (value: Value | null) => void;
  /** The first line, which stands for null; without it null cannot be chosen again. */
  placeholder?: string;
  disabled?: boolean;
};

function Options<Value extends string>({ options, placeholder }: Pick<Choice<Value>, 'options' | 'placeholder'>) {
  return (
    <>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </>
  );
}

function chosen<Value extends string>(options: readonly Option<Value>[], value: string): Value | null {
  return options.find((option) => option.value === value)?.value ?? null;
}

/** One of a list, in a form. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  required = false,
  isLabelHidden = false,
  options,
  value,
  onValue,
  placeholder,
  disabled = false,
}: FieldText & HiddenLabel & Choice<Value>) {
  return (
    <Field label={label} hint={hint} error={error} required={required} isLabelHidden={isLabelHidden}>
      {(links) => (
        <span className={styles.frame}>
          <select
            {...links}
            className={classes(control.control, styles.select)}
            value={value ?? ''}
            disabled={disabled}
            onChange={(event) => onValue(chosen(options, event.target.value))}
          >
            <Options
              options={options}
              {...(placeholder === undefined && value === null ? { placeholder: '' } : placeholder === undefined ? {} : { placeholder })}
            />
          </select>
          <Icon name="down" size={14} />
        </span>
      )}
    </Field>
  );
}

/** One of a list, in a row of filters: the placeholder says what it filters, the ink frame that it does. */
export function Pick<Value extends string>({
  label,
  options,
  value,
  onValue,
  placeholder = label,
  disabled = false,
}: Choice<Value> & { label: string }) {
  return (
    <span className={classes(styles.frame, styles.narrow)}>
      <select
        className={classes(styles.pick, value !== null && styles.on)}
        aria-label={label}
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onValue(chosen(options, event.target.value))}
      >
        <Options options={options} placeholder={placeholder} />
      </select>
      <Icon name="down" size={14} />
    </span>
  );
}
