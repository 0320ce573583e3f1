import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { stepMoves, whyNotChangeStep, whyNotStep } from '#shared/approvals/moves.ts';
import { ApprovalGroup, ApprovalState, ApprovalStep, CreateApprovalStep, noLimit } from '#shared/approvals/schema.ts';
import { mayWrite } from '#shared/auth/permissions.ts';
import { LimitUnit } from '#shared/calendar/spans.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useUnitOptions } from '../units/options.ts';
import { useCreateStep, useUpdateStep } from './mutations.ts';

type StepDialogProps = { projectId: ApprovalStep['projectId']; step: ApprovalStep | null; role: Role; onClose: () => void };

const begun: Omit<CreateApprovalStep, 'projectId'> = {
  name: '',
  group: 'land',
  agencyUnitId: null,
  ...noLimit,
  state: 'pending',
  acceptedOn: null,
  doneOn: null,
  documentNumber: null,
  tolerantUntil: null,
};

/** A step's fields as they are typed: its limit is text until it is read. */
type StepForm = Omit<CreateApprovalStep, 'projectId' | 'limitDays'> & { limitDays: string };

const formFields = [
  'name',
  'group',
  'state',
  'agencyUnitId',
  'acceptedOn',
  'doneOn',
  'limitDays',
  'limitUnit',
  'dueOn',
  'tolerantUntil',
  'documentNumber',
] as const satisfies readonly (keyof StepForm)[];

function formOf(step: Omit<CreateApprovalStep, 'projectId'>): StepForm {
  const { name, group, agencyUnitId, limitUnit, state, acceptedOn, dueOn, doneOn, documentNumber, tolerantUntil } = step;
  const limitDays = step.limitDays === null ? '' : String(step.limitDays);
  return { name, group, agencyUnitId, limitDays, limitUnit, state, acceptedOn, dueOn, doneOn, documentNumber, tolerantUntil };
}

/** A step, new or on record; the states offered are those that the table lets this role reach. */
export function StepDialog({ projectId, step, role, onClose }: StepDialogProps) {
  useEditing(projectId);
  const messages = useMessages();
  const { approvals, projects, vocabulary } = messages;
  const create = useCreateStep();
  const update = useUpdateStep();
  const units = useUnitOptions();
  const today = useToday();
  const [opened, setOpened] = useState(step);
  const [typed, setTyped] = useState(() => formOf(opened ?? begun));
  const [asked, setAsked] = useState(false);
  const labels: Record<keyof StepForm, string> = { ...approvals, agencyUnitId: approvals.agency, limitDays: approvals.limit };
  const act = opened ? 'approvals.update' : 'approvals.create';
  /** What the access table keeps for the office stands there to be read, with the reason. */
  const fixed = (field: keyof typeof noLimit, hint?: string) =>
    mayWrite(role, act, field) ? { disabled: false, hint } : { disabled: true, hint: approvals.officeSets };
  const set = (change: Partial<StepForm>) => setTyped({ ...typed, ...change });
  const conflict = useConflict({
    keys: formFields,
    opened,
    read: (newer) => ApprovalStep.safeParse(newer).data ?? null,
    fieldsOf: formOf,
    fields: typed,
    onFields: setTyped,
    onOpened: setOpened,
  });
  const words: { [Field in keyof StepForm]?: (value: StepForm[Field]) => string } = {
    group: (group) => vocabulary.approvalGroup[group],
    state: (state) => vocabulary.approvalState[state],
    limitUnit: (unit) => approvals.units[unit],
    agencyUnitId: (id) => units.find((unit) => unit.value === id)?.label.trim() ?? '',
  };
  function textOf<Field extends keyof StepForm>(field: Field, value: StepForm[Field]): string {
    return words[field]?.(value) ?? value ?? '';
  }
  const states = ApprovalState.options.filter(
    (state) =>
      !opened ||
      state === opened.state ||
      stepMoves.some((move) => move.from === opened.state && move.to.includes(state) && move.by.includes(role)),
  );
  const refusal = opened ? whyNotChangeStep(opened, typed, { role }, today) : whyNotStep(typed, today);
  const read = CreateApprovalStep.safeParse({
    ...typed,
    documentNumber: typed.documentNumber?.trim() ? typed.documentNumber : null,
    limitDays: typed.limitDays.trim() === '' ? null : Number(typed.limitDays),
    projectId,
  });
  const wrong = (field: string) => (asked && read.error?.issues.some((issue) => issue.path[0] === field) ? projects.fieldError : null);

  function save(): void {
    setAsked(true);
    if (refusal || !read.success || !conflict.maySend()) return;
    const { projectId: _project, ...fields } = read.data;
    if (opened) update.mutate({ ...fields, id: opened.id, version: opened.version }, { onSuccess: onClose, onError: conflict.meet });
    else create.mutate(read.data, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={opened ? approvals.editTitle(opened.name) : approvals.add}
      save={approvals.save}
      busy={create.isPending || update.isPending}
      failure={asked && refusal ? refusalSentence(refusal, messages) : conflict.failureText(create.error ?? update.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && <Conflict state={conflict.state} labelOf={(field) => labels[field]} textOf={textOf} onChoose={conflict.choose} />}
      <FormGrid>
        <TextField label={approvals.name} required value={typed.name} onText={(name) => set({ name })} error={wrong('name')} />
        <Select
          label={approvals.group}
          value={typed.group}
          onValue={(group) => set({ group: group ?? typed.group })}
          options={ApprovalGroup.options.map((group) => ({ value: group, label: vocabulary.approvalGroup[group] }))}
        />
        <Select
          label={approvals.state}
          value={typed.state}
          onValue={(state) => set({ state: state ?? typed.state })}
          options={states.map((state) => ({ value: state, label: vocabulary.approvalState[state] }))}
        />
        <Select
          label={approvals.agency}
          placeholder={approvals.noAgency}
          value={typed.agencyUnitId}
          onValue={(agencyUnitId) => set({ agencyUnitId })}
          options={units}
        />
        <DateField label={approvals.acceptedOn} value={typed.acceptedOn} onDay={(acceptedOn) => set({ acceptedOn })} max={today} />
        <DateField label={approvals.doneOn} value={typed.doneOn} onDay={(doneOn) => set({ doneOn })} max={today} />
        <TextField
          label={approvals.limit}
          inputMode="numeric"
          value={typed.limitDays}
          onText={(limitDays) => set({ limitDays })}
          error={wrong('limitDays')}
          {...fixed('limitDays')}
        />
        <Select
          {...fixed('limitUnit')}
          label={approvals.limitUnit}
          value={typed.limitUnit}
          onValue={(limitUnit) => set({ limitUnit: limitUnit ?? typed.limitUnit })}
          options={LimitUnit.options.map((unit) => ({ value: unit, label: approvals.units[unit] }))}
        />
        <DateField label={approvals.dueOn} value={typed.dueOn} onDay={(dueOn) => set({ dueOn })} {...fixed('dueOn', approvals.dueHint)} />
        <DateField label={approvals.tolerantUntil} value={typed.tolerantUntil} onDay={(tolerantUntil) => set({ tolerantUntil })} />
        <TextField
          label={approvals.documentNumber}
          value={typed.documentNumber ?? ''}
          onText={(documentNumber) => set({ documentNumber })}
          maxLength={60}
        />
      </FormGrid>
    </FormDialog>
  );
}
