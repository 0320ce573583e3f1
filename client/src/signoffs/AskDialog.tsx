import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import { AskSignoff, type Signoff } from '#shared/signoffs/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct, useFailureText } from '../projects/data.ts';

/** Asks a leader to let a project start while papers of its permit are missing. */
export function AskDialog({ projectId, onClose }: { projectId: Signoff['projectId']; onClose: () => void }) {
  useEditing(projectId);
  const { projects, signoffs } = useMessages();
  const ask = useMutation(useTRPC().signoffs.ask.mutationOptions(useAfterAct(signoffs.asked)));
  const failure = useFailureText(ask.error);
  const today = useToday();
  const [reason, setReason] = useState('');
  const [promisedOn, setPromisedOn] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const read = AskSignoff.safeParse({ projectId, reason, promisedOn });
  const wrong = (field: string) => (tried && read.error?.issues.some((issue) => issue.path[0] === field) ? projects.fieldError : null);

  function save(): void {
    setTried(true);
    if (read.success) ask.mutate(read.data, { onSuccess: onClose });
  }

  return (
    <FormDialog title={signoffs.ask} save={signoffs.send} busy={ask.isPending} failure={failure} onSave={save} onClose={onClose}>
      <FormGrid>
        <DateField label={signoffs.promisedOn} required value={promisedOn} onDay={setPromisedOn} min={today} error={wrong('promisedOn')} />
        <WideCell>
          <TextArea label={signoffs.reason} required limit={300} value={reason} onText={setReason} error={wrong('reason')} />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
