import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactElement, useRef } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Menu.module.css';

export type MenuItem = {
  key: string;
  label: string;
  icon?: IconName;
  onSelect: () => void;
  /** Why it cannot be done now: shown under the label. The item stays reachable, so that the reason can be read. */
  whyNot?: string | null;
  danger?: boolean;
  /** One of several: marked when it is the present one. */
  checked?: boolean;
};

/** Items in groups; a fine rule stands between groups. */
export type MenuGroup = { title?: string; items: readonly MenuItem[] };

/** A menu below `trigger`, which must be one button. */
export function Menu({
  label,
  trigger,
  groups,
  align = 'end',
}: {
  label: string;
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  align?: 'start' | 'end';
}) {
  // An item acts after the menu has given focus back, so that a dialog which it opens returns to the trigger.
  const chosen = useRef<(() => void) | null>(null);
  const actWhenClosed = () => {
    const act = chosen.current;
    chosen.current = null;
    if (act) queueMicrotask(act);
  };
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={actWhenClosed}
        >
          {groups.map((group, index) => (
            <Radix.Group key={group.title ?? group.items[0]?.key ?? index} className={styles.group}>
              {group.title && <Radix.Label className={styles.title}>{group.title}</Radix.Label>}
              {group.items.map((item) => (
                <Item
                  key={item.key}
                  item={item}
                  onChosen={() => {
                    chosen.current = item.onSelect;
                  }}
                />
              ))}
            </Radix.Group>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const look = classes(styles.item, item.danger && styles.danger);
  const content = (
    <>
      <span className={styles.mark}>
        {item.checked ? <Icon name="check" size={14} /> : item.icon && <Icon name={item.icon} size={14} />}
      </span>
      <span className={styles.words}>
        {item.label}
        {item.whyNot && <span className={styles.why}>{item.whyNot}</span>}
      </span>
    </>
  );
  if (item.checked !== undefined) {
    return (
      <Radix.CheckboxItem className={look} checked={item.checked} onSelect={onChosen}>
        {content}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item
      className={look}
      aria-disabled={item.whyNot ? true : undefined}
      onSelect={(event) => {
        if (item.whyNot) event.preventDefault();
        else onChosen();
      }}
    >
      {content}
    </Radix.Item>
  );
}
