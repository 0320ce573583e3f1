import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DecideSignoff, Signoff } from '#shared/signoffs/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct, useFailureText } from '../projects/data.ts';

/** A leader's decision on a start with papers missing, with a remark if there is one to make. */
export function DecideDialog({ signoff, onClose }: { signoff: Signoff; onClose: () => void }) {
  useEditing(signoff.projectId);
  const { signoffs } = useMessages();
  const decide = useMutation(useTRPC().signoffs.decide.mutationOptions(useAfterAct(signoffs.decided)));
  const failure = useFailureText(decide.error);
  const [opened] = useState(signoff);
  const [remark, setRemark] = useState('');

  function send(verdict: DecideSignoff['verdict']): void {
    const words = remark.trim() === '' ? null : remark.trim();
    decide.mutate({ id: opened.id, version: opened.version, verdict, remark: words }, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={signoffs.title}
      description={opened.reason}
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button look="primary" busy={decide.isPending} onClick={() => send('signed')}>
            {signoffs.sign}
          </Button>
          <Button busy={decide.isPending} onClick={() => send('declined')}>
            {signoffs.decline}
          </Button>
        </>
      }
    >
      <p>{signoffs.promised(opened.promisedOn)}</p>
      <TextArea label={signoffs.remark} limit={300} value={remark} onText={setRemark} />
      {failure && <Notice look="red">{failure}</Notice>}
    </Dialog>
  );
}
