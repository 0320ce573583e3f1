import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import styles from './Drawer.module.css';
import { useLayerFocus } from './focus.ts';
import { useKitMessages } from './language.ts';

type DrawerProps = {
  title: string;
  /** Before the title: a lamp. */
  lead?: ReactNode;
  /** After the title: a chip. */
  beside?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  /** Where focus goes back; by default to what had it. A board that changed cards meanwhile names the new one. */
  returnTo?: () => HTMLElement | null;
};

/**
 * The right-hand drawer. Not modal: the board stays in use beside it, so a press outside does not close it.
 * Rendered means open.
 */
export function Drawer({ title, lead, beside, children, footer, onClose, returnTo }: DrawerProps) {
  const messages = useKitMessages();
  const focus = useLayerFocus(returnTo);
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Content
          className={styles.drawer}
          aria-describedby={undefined}
          {...focus}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <div className={styles.head}>
            {lead}
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {beside}
            <IconButton icon="close" label={messages.close} onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
