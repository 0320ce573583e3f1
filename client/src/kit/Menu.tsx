import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement, type Ref, useEffect, useId, useRef, useState } from 'react';
import type { IconName } from './Icon.tsx';
import { type MenuFocus, MenuList } from './MenuList.tsx';

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

/** What a menu asks of the button that opens it. */
type TriggerProps = {
  ref?: Ref<HTMLButtonElement>;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  'aria-controls'?: string | undefined;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
};

type MenuProps = {
  label: string;
  trigger: ReactElement<TriggerProps>;
  /** A function is asked when the menu opens: a page with hundreds of menus draws their buttons alone. */
  groups: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  align?: 'start' | 'end';
  /** Its button was pressed before the menu was there. */
  isAsked?: boolean;
};

/** A menu below `trigger`, which must be one button. */
export function Menu({ label, trigger, groups, align = 'end', isAsked = false }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [focus, setFocus] = useState<MenuFocus | null>(null);
  const isOpen = focus !== null;
  useEffect(() => {
    if (isAsked) setFocus('list');
  }, [isAsked]);
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        // A press of Enter or the space key is a click without a count.
        onClick: ({ detail }) => setFocus(isOpen ? null : detail === 0 ? 'first' : 'list'),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          event.stopPropagation();
          setFocus(event.key === 'ArrowDown' ? 'first' : 'last');
        },
      })}
      {focus && button.current && (
        <MenuList
          {...{ id, label, align, focus }}
          button={button.current}
          groups={typeof groups === 'function' ? groups() : groups}
          onClose={(goesBack, act) => {
            setFocus(null);
            if (goesBack) button.current?.focus();
            // The focus is back before the item acts, so that a dialog which it opens returns there.
            if (act) queueMicrotask(act);
          }}
        />
      )}
    </>
  );
}
