import type { ReactNode } from 'react';
import styles from './Checkbox.module.css';

type CheckboxProps = {
  /** Its accessible name; `children` may add what is not read out, such as a count. */
  label: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  disabled?: boolean;
  children?: ReactNode;
};

export function Checkbox({ label, checked, onChecked, disabled = false, children }: CheckboxProps) {
  return (
    <label className={styles.check}>
      <input
        className={styles.box}
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span>{label}</span>
      {children}
    </label>
  );
}
