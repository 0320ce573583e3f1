import { useState } from 'react';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/TextField.tsx';

/** Asks why the agenda may be longer than its limit this time. */
export function FullDialog({ onReason, onClose }: { onReason: (reason: string) => void; onClose: () => void }) {
  const { meetings } = useMessages();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Dialog
      title={meetings.fullTitle}
      mark="stop"
      description={meetings.fullText(AGENDA_LIMIT)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{meetings.cancel}</Button>
          <Button
            look="primary"
            disabled={given.length < 2}
            onClick={() => {
              onReason(given);
              onClose();
            }}
          >
            {meetings.add}
          </Button>
        </>
      }
    >
      <TextField label={meetings.fullReason} required value={reason} onText={setReason} maxLength={200} autoFocus />
    </Dialog>
  );
}
