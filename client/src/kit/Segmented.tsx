import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Segmented.module.css';

export type Segment<Value extends string> = { value: Value; label: ReactNode; icon?: IconName; disabled?: boolean };

type SegmentedProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value | null;
  onValue: (value: Value) => void;
  /** `tall` is for a thumb: 44 px, the whole width. */
  size?: 'normal' | 'tall';
};

/** One of two to five, all in sight. Native radios: arrow keys, forms and screen readers come with them. */
export function Segmented<Value extends string>({ label, segments, value, onValue, size = 'normal' }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div className={size === 'tall' ? styles.tall : styles.normal} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            className={styles.radio}
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled ?? false}
            onChange={() => onValue(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} size={14} />}
          {segment.label}
        </label>
      ))}
    </div>
  );
}
