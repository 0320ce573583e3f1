import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import type { MeetingData } from './MeetingPage.tsx';
import { useDeclineRequest } from './mutations.ts';

/** Answers who asked for an item that it is not taken up, and why. */
export function DeclineDialog({ request, onClose }: { request: MeetingData['requests'][number]; onClose: () => void }) {
  const { proposing } = useMessages().meetings;
  const toast = useToast();
  const decline = useDeclineRequest();
  const failure = useFailureText(decline.error);
  const [reason, setReason] = useState('');
  const given = reason.trim();

  function send(): void {
    if (given.length < 2) return;
    decline.mutate(
      { id: request.id, version: request.version, reason: given },
      {
        onSuccess: () => {
          toast({ text: proposing.declined });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={proposing.declineTitle}
      size="small"
      save={proposing.decline}
      busy={decline.isPending}
      failure={failure}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={proposing.declineReason}
        hint={proposing.declineText(request.byName)}
        required
        autoFocus
        maxLength={200}
        value={reason}
        onText={setReason}
      />
    </FormDialog>
  );
}
