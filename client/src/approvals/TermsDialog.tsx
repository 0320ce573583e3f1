import { useState } from 'react';
import { ApprovalStep, LimitMark, StepTerms } from '#shared/approvals/schema.ts';
import { whyNotNeed } from '#shared/approvals/templates.ts';
import { LimitUnit } from '#shared/calendar/spans.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useSetTerms } from './mutations.ts';
import styles from './TermsDialog.module.css';
import { readTerms, type TypedTerms, typedTerms } from './terms-form.ts';

type TermsDialogProps = { step: ApprovalStep; steps: readonly Pick<ApprovalStep, 'id' | 'name' | 'needs'>[]; onClose: () => void };

/** What a step needs before it, and what is known of its limit, papers and validity; a circle is refused as it is ticked. */
export function TermsDialog({ step, steps, onClose }: TermsDialogProps) {
  useEditing(step.projectId);
  const messages = useMessages();
  const { approvals, projects, kit } = messages;
  const set = useSetTerms();
  const [opened, setOpened] = useState(step);
  const fieldsOf = (row: ApprovalStep) => ({ ...typedTerms(row.terms, kit.list), needs: row.needs });
  const [{ needs, ...typed }, setForm] = useState(() => fieldsOf(opened));
  const setTyped = (next: TypedTerms) => setForm({ ...next, needs });
  const setNeeds = (next: ApprovalStep['needs']) => setForm({ ...typed, needs: next });
  const [asked, setAsked] = useState(false);
  const terms = StepTerms.safeParse(readTerms(typed));
  const conflict = useConflict({
    keys: ['days', 'unit', 'mark', 'validMonths', 'basis', 'papers', 'needs'],
    opened,
    read: (newer) => ApprovalStep.safeParse(newer).data ?? null,
    fieldsOf,
    fields: { ...typed, needs },
    onFields: setForm,
    onOpened: setOpened,
  });
  const labels = { ...approvals, days: approvals.statutoryDays, unit: approvals.limitUnit };
  const nameOf = (id: string) => steps.find((other) => other.id === id)?.name ?? '';
  const textOf = ({ unit, mark, needs: wanted, ...texts }: ReturnType<typeof fieldsOf>) => ({
    ...texts,
    unit: approvals.units[unit],
    mark: approvals.marks[mark],
    needs: kit.list(wanted.map(nameOf)),
  });
  const refusal = whyNotNeed(steps, step.id, needs);

  function save(): void {
    setAsked(true);
    if (refusal || !terms.success || !conflict.maySend()) return;
    set.mutate({ id: step.id, version: opened.version, terms: terms.data, needs }, { onSuccess: onClose, onError: conflict.meet });
  }

  return (
    <FormDialog
      title={approvals.termsTitle(step.name)}
      save={approvals.save}
      busy={set.isPending}
      failure={
        refusal ? refusalSentence(refusal, messages) : asked && !terms.success ? projects.fieldError : conflict.failureText(set.error)
      }
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(key) => labels[key]}
          textOf={(key, value) => textOf({ ...typed, needs, [key]: value })[key]}
          onChoose={conflict.choose}
        />
      )}
      <TermsFields typed={typed} onTyped={setTyped} />
      <fieldset className={styles.needs}>
        <legend>{approvals.needs}</legend>
        {steps
          .filter((other) => other.id !== step.id)
          .map((other) => (
            <Checkbox
              key={other.id}
              label={other.name}
              checked={needs.includes(other.id)}
              onChecked={(on) => setNeeds(on ? [...needs, other.id] : needs.filter((id) => id !== other.id))}
            />
          ))}
      </fieldset>
    </FormDialog>
  );
}

/** The fields that a template's step and a project's step have in common. */
export function TermsFields({ typed, onTyped }: { typed: TypedTerms; onTyped: (typed: TypedTerms) => void }) {
  const { approvals } = useMessages();
  const put = (change: Partial<TypedTerms>) => onTyped({ ...typed, ...change });
  return (
    <FormGrid>
      <TextField label={approvals.statutoryDays} inputMode="numeric" value={typed.days} onText={(days) => put({ days })} />
      <Select
        label={approvals.limitUnit}
        value={typed.unit}
        onValue={(unit) => put({ unit: unit ?? typed.unit })}
        options={LimitUnit.options.map((unit) => ({ value: unit, label: approvals.units[unit] }))}
      />
      <Select
        label={approvals.mark}
        value={typed.mark}
        onValue={(mark) => put({ mark: mark ?? typed.mark })}
        options={LimitMark.options.map((mark) => ({ value: mark, label: approvals.marks[mark] }))}
      />
      <TextField
        label={approvals.validMonths}
        inputMode="numeric"
        value={typed.validMonths}
        onText={(validMonths) => put({ validMonths })}
      />
      <TextField label={approvals.basis} value={typed.basis} onText={(basis) => put({ basis })} maxLength={200} />
      <TextField label={approvals.papers} hint={approvals.missingHint} value={typed.papers} onText={(papers) => put({ papers })} />
    </FormGrid>
  );
}
