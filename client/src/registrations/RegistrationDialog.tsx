import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { whyNotRegister } from '#shared/registrations/rules.ts';
import type { Registration } from '#shared/registrations/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useAfterAct, useFailureText } from '../projects/data.ts';

type RegistrationDialogProps = { projectId: Registration['projectId']; registration: Registration | null; onClose: () => void };

/** When a project was handed in to the statistics bureau, and when it was taken into its base. */
export function RegistrationDialog({ projectId, registration, onClose }: RegistrationDialogProps) {
  const messages = useMessages();
  const { registrations } = messages;
  const set = useMutation(useTRPC().registrations.set.mutationOptions(useAfterAct(registrations.saved)));
  const failure = useFailureText(set.error);
  const today = useToday();
  const [opened] = useState(registration);
  const [submittedOn, setSubmittedOn] = useState(opened?.submittedOn ?? null);
  const [registeredOn, setRegisteredOn] = useState(opened?.registeredOn ?? null);
  const [note, setNote] = useState(opened?.note ?? '');
  const refusal = whyNotRegister({ submittedOn, registeredOn }, today);

  function save(): void {
    if (refusal) return;
    const input = { projectId, submittedOn, registeredOn, note: note.trim() === '' ? null : note.trim(), version: opened?.version ?? 0 };
    set.mutate(input, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={registrations.title}
      save={registrations.save}
      busy={set.isPending}
      failure={refusal ? refusalSentence(refusal, messages) : failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <DateField label={registrations.submittedOn} value={submittedOn} onDay={setSubmittedOn} max={today} />
        <DateField label={registrations.registeredOn} value={registeredOn} onDay={setRegisteredOn} max={today} />
        <WideCell>
          <TextField label={registrations.note} value={note} onText={setNote} maxLength={300} />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
