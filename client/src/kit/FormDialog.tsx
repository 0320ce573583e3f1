import { type ReactNode, type SubmitEvent, useId } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { useKitMessages } from './language.ts';
import { Notice } from './Page.tsx';

type FormDialogProps = {
  title: string;
  size?: 'small' | 'medium' | 'large';
  /** What the button that sends says. */
  save: string;
  busy: boolean;
  /** Why the server, or a rule, would not take it. */
  failure: string | null;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog with one form: Enter sends, a press beside it throws nothing away. */
export function FormDialog({ title, size = 'medium', save, busy, failure, onSave, onClose, children }: FormDialogProps) {
  const form = useId();
  const messages = useKitMessages();
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    onSave();
  }
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button onClick={onClose}>{messages.cancel}</Button>
          <Button look="primary" type="submit" form={form} busy={busy}>
            {save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        {children}
      </form>
      {failure && <Notice look="red">{failure}</Notice>}
    </Dialog>
  );
}
