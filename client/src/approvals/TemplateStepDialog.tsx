import { useState } from 'react';
import { ApprovalGroup } from '#shared/approvals/schema.ts';
import { TemplateStep, whyNotKeepTemplate } from '#shared/approvals/templates.ts';
import { LimitUnit } from '#shared/calendar/spans.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './TermsDialog.module.css';
import { TermsFields } from './TermsDialog.tsx';
import { freeRef, readTerms, typedTerms } from './terms-form.ts';

type TemplateStepDialogProps = {
  step: TemplateStep | null;
  steps: readonly TemplateStep[];
  onPut: (step: TemplateStep) => void;
  onRemove: (step: TemplateStep) => void;
  onClose: () => void;
};

type TypedStep = { name: string; group: ApprovalGroup; agency: string; promised: string; unit: LimitUnit; exempt: string; needs: string[] };

/** One step of a template; what it would break in the template is said before it is put in. */
export function TemplateStepDialog({ step, steps, onPut, onRemove, onClose }: TemplateStepDialogProps) {
  const messages = useMessages();
  const { approvals, projects, vocabulary } = messages;
  const [typed, setTyped] = useState<TypedStep>({
    name: step?.name ?? '',
    group: step?.group ?? 'land',
    agency: step?.agency ?? '',
    promised: step?.promised ? String(step.promised.days) : '',
    unit: step?.promised?.unit ?? 'workday',
    exempt: step?.exempt ?? '',
    needs: step?.needs ?? [],
  });
  const [terms, setTerms] = useState(() => typedTerms(step?.terms ?? null, messages.kit.list));
  const [asked, setAsked] = useState(false);
  const put = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const text = (words: string) => (words.trim() === '' ? null : words.trim());
  const read = TemplateStep.safeParse({
    ...{ ref: step?.ref ?? freeRef(steps), name: typed.name, group: typed.group, needs: typed.needs, terms: readTerms(terms) },
    agency: text(typed.agency),
    promised: typed.promised.trim() === '' ? null : { days: Number(typed.promised), unit: typed.unit },
    exempt: text(typed.exempt),
  });
  const others = steps.filter((other) => other.ref !== step?.ref);
  const refusal = read.success ? whyNotKeepTemplate([...others, read.data]) : null;

  function save(): void {
    setAsked(true);
    if (read.success && !refusal) onPut(read.data);
  }

  return (
    <FormDialog
      title={step ? approvals.templates.editTitle(step.name) : approvals.add}
      save={approvals.templates.put}
      busy={false}
      failure={refusal ? refusalSentence(refusal, messages) : asked && !read.success ? projects.fieldError : null}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <TextField label={approvals.name} required value={typed.name} onText={(name) => put({ name })} maxLength={60} />
        <Select
          label={approvals.group}
          value={typed.group}
          onValue={(group) => put({ group: group ?? typed.group })}
          options={ApprovalGroup.options.map((group) => ({ value: group, label: vocabulary.approvalGroup[group] }))}
        />
        <TextField
          label={approvals.agency}
          hint={approvals.templates.agencyHint}
          value={typed.agency}
          onText={(agency) => put({ agency })}
          maxLength={30}
        />
        <TextField
          label={approvals.templates.promisedDays}
          inputMode="numeric"
          value={typed.promised}
          onText={(promised) => put({ promised })}
        />
        <Select
          label={approvals.templates.promisedUnit}
          value={typed.unit}
          onValue={(unit) => put({ unit: unit ?? typed.unit })}
          options={LimitUnit.options.map((unit) => ({ value: unit, label: approvals.units[unit] }))}
        />
        <TextField label={approvals.templates.exempt} value={typed.exempt} onText={(exempt) => put({ exempt })} maxLength={200} />
      </FormGrid>
      <TermsFields typed={terms} onTyped={setTerms} />
      <fieldset className={styles.needs}>
        <legend>{approvals.needs}</legend>
        {others.map(({ ref, name }) => (
          <Checkbox
            key={ref}
            label={name}
            checked={typed.needs.includes(ref)}
            onChecked={(on) => put({ needs: on ? [...typed.needs, ref] : typed.needs.filter((need) => need !== ref) })}
          />
        ))}
      </fieldset>
      {step && (
        <Button look="text" size="small" onClick={() => onRemove(step)}>
          {approvals.templates.remove}
        </Button>
      )}
    </FormDialog>
  );
}
