import { useState } from 'react';
import type { WeeklyReturn } from '#shared/returns/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useSendBack } from './mutations.ts';

const LIMIT = 300;

/** Sends a return back: the unit reads the reason above its form. */
export function SendBackDialog({
  name,
  given,
  onClose,
}: {
  name: string;
  given: Pick<WeeklyReturn, 'id' | 'version'>;
  onClose: () => void;
}) {
  const messages = useMessages();
  const { office } = messages.returns;
  const toast = useToast();
  const sendBack = useSendBack();
  const [reason, setReason] = useState('');
  const isReady = reason.trim().length >= 2 && reason.trim().length <= LIMIT;
  const send = () =>
    sendBack.mutate(
      { id: given.id, version: given.version, reason },
      {
        onSuccess: () => {
          toast({ text: office.returnedBack(name) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={office.sendBackTitle(name)}
      keepOnOutsidePress
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.kit.cancel}</Button>
          <Button look="primary" busy={sendBack.isPending} disabled={!isReady} onClick={send}>
            {office.sendBack}
          </Button>
        </>
      }
    >
      <TextArea
        label={office.reason}
        hint={office.reasonHint}
        required
        rows={3}
        limit={LIMIT}
        error={sendBack.isError ? errorSentence(sendBack.error, messages) : null}
        value={reason}
        onText={setReason}
      />
    </Dialog>
  );
}
