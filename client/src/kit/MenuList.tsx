import { type KeyboardEvent, type SyntheticEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Menu.module.css';
import type { MenuGroup, MenuItem } from './Menu.tsx';

/** Where the focus goes when a menu opens: a mouse points for itself, keys begin at an end. */
export type MenuFocus = 'list' | 'first' | 'last';

type MenuListProps = {
  id: string;
  label: string;
  button: HTMLElement;
  groups: readonly MenuGroup[];
  align: 'start' | 'end';
  focus: MenuFocus;
  /** `goesBack`: whether the focus returns to the button; it does not where somebody has gone elsewhere. */
  onClose: (goesBack: boolean, act?: () => void) => void;
};

const GAP = 4;
const MARGIN = 8;

/** The open menu, in the browser's top layer: nothing cuts it off, and nothing lies over it. */
export function MenuList({ id, label, button, groups, align, focus, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    element.showPopover();
    place(element, button, align);
    const items = itemsOf(element);
    const first = focus === 'list' ? element : items.at(focus === 'first' ? 0 : -1);
    first?.focus({ preventScroll: true });
  }, [button, align, focus]);

  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      const isOurs = target instanceof Node && (list.current?.contains(target) || button.contains(target));
      if (!isOurs) close.current(false);
    };
    const follow = (event: Event) => {
      if (list.current && event.target !== list.current) place(list.current, button, align);
    };
    document.addEventListener('pointerdown', onPress, true);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [button, align]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab') onClose(true);
    else if (event.key === 'Escape') onClose(true);
    else {
      const next = neighbour(itemsOf(event.currentTarget), document.activeElement, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      popover="manual"
      className={styles.menu}
      onKeyDown={onKeyDown}
      // What happens in a menu is no click on, and no drag of, the card around it.
      onClick={stop}
      onDoubleClick={stop}
      onPointerDown={stop}
      onMouseDown={stop}
      onTouchStart={stop}
    >
      {groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a menu's group is a role
        <div key={group.title ?? group.items[0]?.key ?? index} role="group" aria-label={group.title} className={styles.group}>
          {group.title && (
            <div className={styles.title} aria-hidden="true">
              {group.title}
            </div>
          )}
          {group.items.map((item) => (
            <Item key={item.key} item={item} onChosen={() => onClose(true, item.onSelect)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Item({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  return (
    <button
      type="button"
      {...(item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
      aria-disabled={item.whyNot ? true : undefined}
      tabIndex={-1}
      className={classes(styles.item, item.danger && styles.danger)}
      onClick={item.whyNot ? undefined : onChosen}
    >
      <span className={styles.mark}>
        {item.checked ? <Icon name="check" size={14} /> : item.icon && <Icon name={item.icon} size={14} />}
      </span>
      <span className={styles.words}>
        {item.label}
        {item.whyNot && <span className={styles.why}>{item.whyNot}</span>}
      </span>
    </button>
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** The item that a key leads to: the next or last one round, an end, or the next one that begins with a letter. */
function neighbour(items: readonly HTMLElement[], from: Element | null, key: string): HTMLElement | undefined {
  const at = from instanceof HTMLElement ? items.indexOf(from) : -1;
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(Math.max(at, 0) - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1 || key === ' ') return undefined;
      const letter = key.toLowerCase();
      return [...items.slice(at + 1), ...items].find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
    }
  }
}

/** Below the button, or above where there is more room; never beyond the window, and no higher than it. */
function place(list: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const by = button.getBoundingClientRect();
  list.style.maxHeight = '';
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = window.innerHeight - by.bottom - GAP - MARGIN;
  const above = by.top - GAP - MARGIN;
  const goesBelow = height <= below || below >= above;
  const most = Math.max(0, goesBelow ? below : above);
  const left = align === 'end' ? by.right - width : by.left;
  list.style.maxHeight = `${most}px`;
  list.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
  list.style.top = `${goesBelow ? by.bottom + GAP : by.top - GAP - Math.min(height, most)}px`;
}
