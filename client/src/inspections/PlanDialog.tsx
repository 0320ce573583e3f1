import { useState } from 'react';
import { whyNotPlan } from '#shared/inspections/rules.ts';
import { type Criterion, PlanInspection } from '#shared/inspections/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { DateField } from '../kit/DateField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useKitMessages } from '../kit/language.ts';
import { Notice } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { usePlan } from './mutations.ts';
import styles from './PlanPanel.module.css';
import type { PlanOf } from './PlanPanel.tsx';

type PlanDialogProps = { inspection: PlanOf & { version: number | null }; usedGroups: readonly string[]; onClose: () => void };

/** The office sets the day, the sheet and the quotas. Once scoring has begun the sheet is shown and stands. */
export function PlanDialog({ inspection, usedGroups, onClose }: PlanDialogProps) {
  const messages = useMessages();
  const kit = useKitMessages();
  const text = messages.inspections.plan;
  const toast = useToast();
  const plan = usePlan();
  const [draft, setDraft] = useState(() => ({ ...PlanInspection.omit({ version: true }).strip().parse(inspection) }));
  const isSheetSet = inspection.state !== 'planned';
  const given = PlanInspection.safeParse({ ...draft, version: inspection.version });
  const why = whyNotPlan(inspection, draft, usedGroups);

  function setCriterion(at: number, change: Partial<Criterion>): void {
    setDraft({ ...draft, criteria: draft.criteria.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  }

  function save(): void {
    if (!given.success || why) return;
    plan.mutate(given.data, {
      onSuccess: () => {
        toast({ text: text.saved });
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={text.edit}
      size="large"
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button look="primary" busy={plan.isPending} disabled={!given.success || why !== null} onClick={save}>
            {text.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <DateField label={text.day} value={draft.day} onDay={(day) => day && setDraft({ ...draft, day })} required />
          <Quota label={text.red} value={draft.redPerGroup} onValue={(redPerGroup) => setDraft({ ...draft, redPerGroup })} />
          <Quota label={text.black} value={draft.blackPerGroup} onValue={(blackPerGroup) => setDraft({ ...draft, blackPerGroup })} />
        </div>
        <div className={styles.rows}>
          <h3 className={styles.head}>
            {text.criteria}
            <span className={styles.note}>{text.criteriaNote(draft.criteria.reduce((sum, one) => sum + one.weight, 0))}</span>
          </h3>
          {draft.criteria.map((criterion, index) => (
            <div key={criterion.id} className={styles.criterion}>
              <TextField
                label={text.criterion(index + 1)}
                value={criterion.name}
                disabled={isSheetSet}
                onText={(name) => setCriterion(index, { name })}
              />
              <span className={styles.hint}>
                <TextField
                  label={text.hint(index + 1)}
                  value={criterion.hint ?? ''}
                  disabled={isSheetSet}
                  onText={(hint) => setCriterion(index, { hint: hint === '' ? null : hint })}
                />
              </span>
              <Quota
                label={text.weight(index + 1)}
                value={criterion.weight}
                disabled={isSheetSet}
                onValue={(weight) => setCriterion(index, { weight })}
              />
              <IconButton
                icon="trash"
                label={text.removeCriterion(criterion.name)}
                disabled={isSheetSet || draft.criteria.length === 1}
                onClick={() => setDraft({ ...draft, criteria: draft.criteria.filter((one) => one !== criterion) })}
              />
            </div>
          ))}
          {!isSheetSet && draft.criteria.length < 12 && (
            <span>
              <Button
                size="small"
                icon="plus"
                onClick={() =>
                  setDraft({ ...draft, criteria: [...draft.criteria, { id: freeId(draft.criteria), name: '', hint: null, weight: 1 }] })
                }
              >
                {text.addCriterion}
              </Button>
            </span>
          )}
        </div>
        <div className={styles.rows}>
          <h3 className={styles.head}>{text.groups}</h3>
          <div className={styles.pair}>
            {draft.groups.map((group, index) => (
              <TextField
                key={group.id}
                label={text.group(index + 1)}
                value={group.name}
                onText={(name) => setDraft({ ...draft, groups: draft.groups.map((one) => (one === group ? { ...one, name } : one)) })}
              />
            ))}
          </div>
        </div>
        {why && <Notice look="yellow">{refusalSentence(why, messages)}</Notice>}
      </div>
    </Dialog>
  );
}

function Quota({
  label,
  value,
  onValue,
  disabled = false,
}: {
  label: string;
  value: number;
  onValue: (value: number) => void;
  disabled?: boolean;
}) {
  return (
    <TextField
      label={label}
      value={String(value)}
      inputMode="numeric"
      disabled={disabled}
      onText={(typed) => {
        const digits = typed.replace(/\D/g, '');
        onValue(Math.min(100, Number(digits)));
      }}
    />
  );
}

function freeId(criteria: readonly Criterion[]): string {
  for (let number = criteria.length + 1; ; number++) {
    const id = `criterion-${number}`;
    if (!criteria.some((one) => one.id === id)) return id;
  }
}
