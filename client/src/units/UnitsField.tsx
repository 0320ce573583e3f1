import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Select } from '../kit/Select.tsx';
import { useUnitOptions } from './options.ts';
import styles from './UnitsField.module.css';

type UnitsFieldProps = {
  label: string;
  /** What the empty choice says. */
  add: string;
  most: number;
  value: readonly Id<'unit'>[];
  /** A unit that cannot be among them. */
  except: Id<'unit'> | null;
  onValue: (value: Id<'unit'>[]) => void;
};

/** Several units, chosen one after another; a press on one takes it out. */
export function UnitsField({ label, add, most, value, except, onValue }: UnitsFieldProps) {
  const { units: words } = useMessages();
  const units = useUnitOptions();
  const nameOf = (id: Id<'unit'>) => units.find((unit) => unit.value === id)?.label.trim() ?? '';
  return (
    <div className={styles.field}>
      <Select
        label={label}
        placeholder={add}
        options={units.map((unit) => ({ ...unit, disabled: unit.value === except || value.includes(unit.value) }))}
        value={null}
        disabled={value.length >= most}
        onValue={(id) => id && onValue([...value, id])}
      />
      {value.length > 0 && (
        <ul className={styles.units} aria-label={label}>
          {value.map((id) => (
            <li key={id}>
              <button
                type="button"
                className={styles.unit}
                aria-label={words.leaveOut(nameOf(id))}
                onClick={() => onValue(value.filter((one) => one !== id))}
              >
                {nameOf(id)} <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
