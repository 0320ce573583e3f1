import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { whyNotRegister } from '#shared/registrations/rules.ts';
import { Registration } from '#shared/registrations/schema.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct } from '../projects/data.ts';

type RegistrationDialogProps = { projectId: Registration['projectId']; registration: Registration | null; onClose: () => void };

type Opened = Pick<Registration, 'submittedOn' | 'registeredOn' | 'note' | 'version'>;

/** Before a registration is on record. */
const unregistered: Opened = { submittedOn: null, registeredOn: null, note: null, version: 0 };

/** When a project was handed in to the statistics bureau, and when it was taken into its base. */
export function RegistrationDialog({ projectId, registration, onClose }: RegistrationDialogProps) {
  useEditing(projectId);
  const messages = useMessages();
  const { registrations } = messages;
  const set = useMutation(useTRPC().registrations.set.mutationOptions(useAfterAct(registrations.saved)));
  const today = useToday();
  const [opened, setOpened] = useState<Opened>(registration ?? unregistered);
  const [typed, setTyped] = useState<Opened>(opened);
  const { submittedOn, registeredOn, note } = typed;
  const conflict = useConflict({
    keys: ['submittedOn', 'registeredOn', 'note'],
    opened,
    read: (newer) => Registration.safeParse(newer).data ?? null,
    fieldsOf: (row: Opened) => row,
    fields: typed,
    onMerged: (merged, newer) => {
      setTyped(merged);
      setOpened(newer);
    },
  });
  const labels: Partial<Record<keyof Opened, string>> = registrations;
  const refusal = whyNotRegister({ submittedOn, registeredOn }, today);

  function save(): void {
    if (refusal || !conflict.maySend()) return;
    const input = { projectId, submittedOn, registeredOn, note: note?.trim() ? note.trim() : null, version: opened.version };
    set.mutate(input, { onSuccess: onClose, onError: conflict.meet });
  }

  return (
    <FormDialog
      title={registrations.title}
      save={registrations.save}
      busy={set.isPending}
      failure={refusal ? refusalSentence(refusal, messages) : conflict.failureText(set.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(key) => labels[key] ?? ''}
          textOf={(_key, value) => (value === null ? '' : String(value))}
          onChoose={conflict.choose}
        />
      )}
      <FormGrid>
        <DateField
          label={registrations.submittedOn}
          value={submittedOn}
          onDay={(day) => setTyped({ ...typed, submittedOn: day })}
          max={today}
        />
        <DateField
          label={registrations.registeredOn}
          value={registeredOn}
          onDay={(day) => setTyped({ ...typed, registeredOn: day })}
          max={today}
        />
        <WideCell>
          <TextField label={registrations.note} value={note ?? ''} onText={(text) => setTyped({ ...typed, note: text })} maxLength={300} />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
