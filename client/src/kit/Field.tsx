import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';
import hidden from './Hidden.module.css';
import { useKitMessages } from './language.ts';

/** What a control must carry so that its label, hint and error are read with it. */
export type FieldLinks = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; required: boolean };

/** What every control of a form takes beside its value. */
export type FieldText = {
  label: string;
  hint?: ReactNode;
  /** A sentence: what is wrong and what to do. The control keeps what was typed. */
  error?: string | null | undefined;
  required?: boolean;
};

/** In a table, where the head says what a column holds, the label is for who cannot see it. */
export type HiddenLabel = { isLabelHidden?: boolean };

type FieldProps = FieldText & HiddenLabel & { children: (links: FieldLinks) => ReactNode };

export function Field({ label, hint, error, required = false, isLabelHidden = false, children }: FieldProps) {
  const id = useId();
  const messages = useKitMessages();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <div className={isLabelHidden ? hidden.hidden : styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
          {required && <span className={styles.required}>{messages.required}</span>}
        </label>
        {hint && (
          <span className={styles.hint} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined, required })}
      {error && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
