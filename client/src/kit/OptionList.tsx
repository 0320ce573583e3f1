import { type Choice, type ChoiceGroup, optionId } from './choices.ts';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './OptionList.module.css';

type OptionListProps<Line extends Choice> = {
  id: string;
  label: string;
  groups: readonly ChoiceGroup<Line>[];
  active: Line | undefined;
  onPoint: (choice: Line) => void;
  onChoose: (choice: Line) => void;
};

/** A list below a field. The focus stays in the field; the pointer must not take it away before its click counts. */
export function OptionList<Line extends Choice>({ id, label, groups, active, onPoint, onChoose }: OptionListProps<Line>) {
  const shown = groups.filter((group) => group.choices.length > 0);
  return (
    <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={label} hidden={shown.length === 0}>
      {shown.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
        <div key={group.label} role="group" aria-label={group.label}>
          <p className={styles.group} aria-hidden="true">
            {group.label}
          </p>
          {group.choices.map((choice) => (
            <Option
              key={choice.key}
              id={optionId(id, choice)}
              choice={choice}
              isActive={choice.key === active?.key}
              onPoint={() => onPoint(choice)}
              onChoose={() => onChoose(choice)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = { id: string; choice: Choice; isActive: boolean; onPoint: () => void; onChoose: () => void };

function Option({ id, choice, isActive, onPoint, onChoose }: OptionProps) {
  const { name, beside, tail, tailIcon, whyNot } = choice;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
    <div
      id={id}
      className={classes(styles.option, whyNot && styles.shut)}
      role="option"
      aria-selected={isActive}
      aria-disabled={whyNot ? true : undefined}
      ref={isActive ? inSight : null}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.beside}>{whyNot ?? beside}</span>
      <span className={styles.tail}>
        {tail}
        {tailIcon && (
          <>
            {' '}
            <Icon name={tailIcon} size={12} />
          </>
        )}
      </span>
    </div>
  );
}

function inSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
