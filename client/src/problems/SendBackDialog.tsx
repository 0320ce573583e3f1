import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useFailureText } from '../projects/data.ts';
import { type ShownProblem, useSendBackProblem } from './data.ts';

const SHORTEST = 2;

/** Why it is not solved after all; whoever has to deal with it reads the reason. */
export function SendBackDialog({ problem, onClose }: { problem: ShownProblem; onClose: () => void }) {
  const { problems } = useMessages();
  const sendBack = useSendBackProblem();
  const failure = useFailureText(sendBack.error);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isShort = reason.trim().length < SHORTEST;

  function send(): void {
    setAsked(true);
    if (!isShort) sendBack.mutate({ id: problem.id, version: problem.version, reason: reason.trim() }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={problems.sendBackTitle(problem.title)}
      save={problems.sendBack}
      busy={sendBack.isPending}
      failure={failure}
      onSave={send}
      onClose={onClose}
    >
      <TextArea
        label={problems.sendBackReason}
        required
        limit={200}
        autoFocus
        value={reason}
        onText={setReason}
        error={asked && isShort ? problems.reasonMissing : null}
      />
    </FormDialog>
  );
}
