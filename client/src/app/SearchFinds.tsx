import { Icon } from '../kit/Icon.tsx';
import { useMessages } from './language.tsx';
import styles from './Search.module.css';
import type { Find } from './search.ts';

type FindsProps = {
  id: string;
  finds: readonly Find[];
  active: Find | undefined;
  onPoint: (find: Find) => void;
  onOpen: (find: Find) => void;
};

/** The list under the field. The focus stays in the field; the pointer must not take it away before its click counts. */
export function Finds({ id, finds, active, onPoint, onOpen }: FindsProps) {
  const { app } = useMessages();
  const groups = [
    { label: app.search.projects, finds: finds.filter((find) => find.type === 'project') },
    { label: app.search.units, finds: finds.filter((find) => find.type === 'unit') },
  ];
  return (
    <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={app.search.label} hidden={finds.length === 0}>
      {groups
        .filter((group) => group.finds.length > 0)
        .map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
          <div key={group.label} role="group" aria-label={group.label}>
            <p className={styles.group} aria-hidden="true">
              {group.label}
            </p>
            {group.finds.map((find) => (
              <Option
                key={find.id}
                id={`${id}-${find.id}`}
                find={find}
                isActive={find.id === active?.id}
                onPoint={onPoint}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
    </div>
  );
}

type OptionProps = { id: string; find: Find; isActive: boolean } & Pick<FindsProps, 'onPoint' | 'onOpen'>;

function Option({ id, find, isActive, onPoint, onOpen }: OptionProps) {
  const { app } = useMessages();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
    <div
      id={id}
      className={styles.option}
      role="option"
      aria-selected={isActive}
      ref={isActive ? inSight : null}
      onPointerMove={() => onPoint(find)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onOpen(find)}
    >
      <span className={styles.name}>{find.name}</span>
      <span className={styles.beside}>{find.beside}</span>
      {find.type === 'unit' ? (
        <span className={styles.tail}>
          {app.search.toBoard} <Icon name="right" size={12} />
        </span>
      ) : (
        <span className={styles.tail}>{find.code}</span>
      )}
    </div>
  );
}

function inSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
