import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useLayerFocus } from './focus.ts';
import styles from './Popover.module.css';

type PopoverProps = {
  /** Read out when it opens. */
  label: string;
  /** What it hangs below. */
  anchor: HTMLElement;
  onClose: () => void;
  children: ReactNode;
};

/** A small layer below something of the page. Rendered means open; focus goes in, and back to where it was. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const focus = useLayerFocus();
  const virtual = useRef(anchor);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={virtual} />
      <Radix.Portal>
        <Radix.Content className={styles.popover} aria-label={label} align="start" sideOffset={2} collisionPadding={8} {...focus}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
