import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import type { ListedDecision } from './DecisionsPage.tsx';
import { useSendBackDecision } from './mutations.ts';

/** Why an answer is not enough; the owner reads it and answers again. */
export function SendBackDialog({ decision, onClose }: { decision: ListedDecision; onClose: () => void }) {
  const { meetings } = useMessages();
  const toast = useToast();
  const sendBack = useSendBackDecision();
  const failure = useFailureText(sendBack.error);
  const [reason, setReason] = useState('');
  const given = reason.trim();

  function send(): void {
    if (given.length < 2) return;
    sendBack.mutate(
      { id: decision.id, version: decision.version, reason: given },
      {
        onSuccess: () => {
          toast({ text: meetings.follow.sentBack });
          onClose();
        },
      },
    );
  }
  return (
    <FormDialog
      title={meetings.follow.sendBack}
      save={meetings.follow.sendBack}
      busy={sendBack.isPending}
      failure={failure}
      onSave={send}
      onClose={onClose}
    >
      <TextArea label={meetings.follow.sendBackReason} required limit={200} autoFocus value={reason} onText={setReason} />
    </FormDialog>
  );
}
