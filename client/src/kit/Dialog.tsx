import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { useLayerFocus } from './focus.ts';
import { Icon, StopMark } from './Icon.tsx';
import { useKitMessages } from './language.ts';
import { isOnToast } from './toasts.ts';

type DialogProps = {
  title: string;
  /** `stop` heads a refusal, `alert` a question that needs a choice (a conflict). */
  mark?: 'stop' | 'alert';
  size?: 'small' | 'medium' | 'large';
  /** One sentence under the title, read out with it. */
  description?: string;
  children: ReactNode;
  footer?: ReactNode;
  /** Escape, the cross, a press outside. A form that holds unsent words asks here before it lets go. */
  onClose: () => void;
  /** With typed words inside, a press beside the dialog must not throw them away. */
  keepOnOutsidePress?: boolean;
};

/** Rendered means open: the parent renders it only while it is wanted. */
export function Dialog({ title, mark, size = 'small', description, children, footer, onClose, keepOnOutsidePress = false }: DialogProps) {
  const messages = useKitMessages();
  const focus = useLayerFocus();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={classes(styles.dialog, styles[size])}
          {...focus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onInteractOutside={(event) => {
            // A toast lies over the dialog; pressing its button is not a press outside.
            if (keepOnOutsidePress || isOnToast(event.target)) event.preventDefault();
          }}
        >
          <div className={styles.head}>
            {mark === 'stop' && <StopMark />}
            {mark === 'alert' && <Icon name="alert" />}
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <IconButton icon="close" label={messages.close} onClick={onClose} />
          </div>
          <div className={styles.body}>
            {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
            {children}
          </div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
