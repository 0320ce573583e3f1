import { useState } from 'react';
import { whyNotBasis } from '#shared/flags/rules.ts';
import type { FlagColour } from '#shared/flags/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useKitMessages } from '../kit/language.ts';
import { TextArea } from '../kit/TextField.tsx';

type FlagDialogProps = {
  title: string;
  hint?: string;
  /** What the words are: the basis of a flag of this colour, or (null) why a proposal is taken back. */
  basisOf: FlagColour | null;
  text: string;
  confirm: string;
  busy: boolean;
  onConfirm: (text: string) => void;
  onClose: () => void;
};

/** Asks for the words that stand with a flag. */
export function FlagDialog({ title, hint, basisOf, text, confirm, busy, onConfirm, onClose }: FlagDialogProps) {
  const messages = useMessages();
  const kit = useKitMessages();
  const [typed, setTyped] = useState(text);
  const why = basisOf && whyNotBasis(basisOf, typed);
  return (
    <Dialog
      title={title}
      {...(hint ? { description: hint } : {})}
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button look="primary" busy={busy} disabled={why !== null || typed.trim().length > 300} onClick={() => onConfirm(typed.trim())}>
            {confirm}
          </Button>
        </>
      }
    >
      <TextArea
        label={basisOf ? messages.flags.basis : messages.flags.withdrawReason}
        value={typed}
        onText={setTyped}
        limit={300}
        required={basisOf === 'black'}
        error={why && typed !== '' ? refusalSentence(why, messages) : null}
      />
    </Dialog>
  );
}
