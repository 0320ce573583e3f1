import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import type { RegistrationDue } from '#shared/registrations/papers.ts';
import { unregistered, whyNotRegister } from '#shared/registrations/rules.ts';
import { Registration } from '#shared/registrations/schema.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Estimate } from '../calendar/Estimate.tsx';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct } from '../projects/data.ts';
import { FactFields } from './FactFields.tsx';
import { Papers } from './Papers.tsx';
import styles from './registrations.module.css';

type RegistrationDialogProps = {
  project: Pick<Project, 'id' | 'totalInvestment'>;
  registration: Registration | null;
  /** By when it has to be in the base; null where it need not be. */
  due: RegistrationDue | null;
  onClose: () => void;
};

type Opened = Omit<Registration, 'id' | 'projectId'>;

/** The papers at hand, what they say, and when it was handed in, given back and taken into the statistics bureau's base. */
export function RegistrationDialog({ project, registration, due, onClose }: RegistrationDialogProps) {
  useEditing(project.id);
  const messages = useMessages();
  const { kit, registrations } = messages;
  const set = useMutation(useTRPC().registrations.set.mutationOptions(useAfterAct(registrations.saved)));
  const today = useToday();
  const [opened, setOpened] = useState<Opened>(registration ?? { ...unregistered, version: 0 });
  const [typed, setTyped] = useState<Opened>(opened);
  const [isReadable, setReadable] = useState(true);
  const change = (part: Partial<Opened>) => setTyped({ ...typed, ...part });
  const conflict = useConflict({
    keys: ['submittedOn', 'returnedOn', 'returnedReason', 'registeredOn', 'note', 'papers', 'facts'],
    opened,
    read: (newer) => Registration.safeParse(newer).data ?? null,
    fieldsOf: (row: Opened) => row,
    fields: typed,
    onFields: setTyped,
    onOpened: setOpened,
  });
  const labels: Partial<Record<keyof Opened, string>> = registrations.fields;
  const refusal = whyNotRegister(typed, today);

  function onFacts(facts: Opened['facts'], areReadable: boolean): void {
    setReadable(areReadable);
    change({ facts });
  }

  function save(): void {
    if (refusal || !isReadable || !conflict.maySend()) return;
    const { submittedOn, returnedOn, returnedReason, registeredOn, note, papers, facts } = typed;
    const dates = { submittedOn, returnedOn, returnedReason: returnedOn ? returnedReason : null, registeredOn };
    const words = { note: note?.trim() || null, papers, facts };
    set.mutate({ projectId: project.id, ...dates, ...words, version: opened.version }, { onSuccess: onClose, onError: conflict.meet });
  }

  const day = (name: 'submittedOn' | 'returnedOn' | 'registeredOn') => ({
    label: registrations.fields[name],
    value: typed[name],
    onDay: (value: Opened['submittedOn']) => change({ [name]: value }),
    max: today,
  });
  return (
    <FormDialog
      title={registrations.title}
      save={registrations.save}
      busy={set.isPending}
      failure={refusal ? refusalSentence(refusal, messages) : isReadable ? conflict.failureText(set.error) : registrations.unreadable}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(key) => labels[key] ?? ''}
          textOf={(key, value) => (value === null ? '' : key === 'papers' || key === 'facts' ? registrations.changedThere : String(value))}
          onChoose={conflict.choose}
        />
      )}
      {due && (
        <p className={styles.due}>
          {kit.phrases([registrations.dueBy(kit.day(due.dueOn)), ...(due.overdueDays > 0 ? [registrations.overdue(due.overdueDays)] : [])])}
          <Estimate years={due.unknownYears} />
        </p>
      )}
      <Papers totalInvestment={project.totalInvestment} papers={typed.papers} onPapers={(papers) => change({ papers })} />
      <FactFields project={project} facts={typed.facts} today={today} onFacts={onFacts} />
      <FormGrid>
        <DateField {...day('submittedOn')} />
        <DateField {...day('registeredOn')} />
        <DateField {...day('returnedOn')} />
        <TextField
          label={registrations.fields.returnedReason}
          value={typed.returnedReason ?? ''}
          onText={(text) => change({ returnedReason: text || null })}
          maxLength={200}
          disabled={typed.returnedOn === null}
        />
        <WideCell>
          <TextField
            label={registrations.fields.note}
            value={typed.note ?? ''}
            onText={(text) => change({ note: text || null })}
            maxLength={300}
          />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
