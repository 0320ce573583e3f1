import { type ClipboardEvent, useState } from 'react';
import { yearOf } from '#shared/kit/calendar.ts';
import { formatWan, yuan } from '#shared/kit/money.ts';
import { whyNotPlanYear } from '#shared/projects/plans.ts';
import { YearPlan } from '#shared/projects/schema.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { type ProjectView, useSetYearPlan } from './data.ts';
import styles from './PlanDialog.module.css';
import {
  fieldsOf,
  noMonths,
  type PlanForm,
  type PlanReading,
  pastedInto,
  planFields,
  planFormOf,
  readPlan,
  withFields,
} from './plan-form.ts';

/** The plan that the form was opened at; a year without one stands at version 0. */
type Opened = { plan: ProjectView['yearPlan']; version: number };

/** The year's plan by month; the sum is checked against the year while it is typed, and a range of a spreadsheet may be pasted in. */
export function PlanDialog({ view, onClose }: { view: ProjectView; onClose: () => void }) {
  useEditing(view.project.id);
  const { projects } = useMessages();
  const words = projects.plan;
  const set = useSetYearPlan();
  const [opened, setOpened] = useState<Opened>({ plan: view.yearPlan, version: view.yearPlan?.version ?? 0 });
  const { plan } = opened;
  const year = yearOf(useToday());
  const [form, setForm] = useState(() => planFormOf(plan));
  const [asked, setAsked] = useState(false);
  const read = readPlan(form);
  const isFrozen = plan !== null && plan.baseline !== null;
  const change = (part: Partial<PlanForm>) => setForm((present) => ({ ...present, ...part }));
  const conflict = useConflict({
    keys: planFields,
    opened,
    read: (newer) => {
      const found = YearPlan.safeParse(newer).data;
      return found ? { plan: found, version: found.version } : null;
    },
    fieldsOf: (row) => fieldsOf(planFormOf(row.plan)),
    fields: fieldsOf(form),
    onFields: (merged) => setForm((present) => withFields(present, merged)),
    onOpened: setOpened,
  });
  const labels: Record<string, string> = { annual: projects.annualThisYear(year), doneBeforeYear: projects.fields.doneBeforeYear };

  function save(): void {
    setAsked(true);
    const { annual, doneBeforeYear, byMonth, isWhole } = read;
    if (!isWhole || annual.state !== 'amount' || doneBeforeYear.state !== 'amount') return;
    const wanted = { annual: annual.amount, doneBeforeYear: doneBeforeYear.amount, byMonth, reason: form.reason.trim() || null };
    if (whyNotPlanYear(wanted, plan) || !conflict.maySend()) return;
    const input = { ...wanted, projectId: view.project.id, year, version: opened.version };
    set.mutate(input, { onSuccess: onClose, onError: conflict.meet });
  }

  const wrong = (state: string) => (asked && state !== 'amount' ? projects.fieldError : null);
  return (
    <FormDialog
      title={words.title(year)}
      size="large"
      save={projects.save}
      busy={set.isPending}
      failure={conflict.failureText(set.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(field) => labels[field] ?? words.month(Number(field))}
          textOf={(_field, value) => value ?? ''}
          onChoose={conflict.choose}
        />
      )}
      <FormGrid>
        <MoneyField
          label={projects.annualThisYear(year)}
          required
          text={form.annual}
          onText={(annual) => change({ annual })}
          error={wrong(read.annual.state)}
        />
        <MoneyField
          label={projects.fields.doneBeforeYear}
          required
          text={form.doneBeforeYear}
          onText={(doneBeforeYear) => change({ doneBeforeYear })}
          error={wrong(read.doneBeforeYear.state)}
        />
        <WideCell>
          <Months form={form} read={read} onMonths={(months) => change({ months })} />
        </WideCell>
        {isFrozen && (
          <WideCell>
            <TextArea
              label={words.reason}
              required
              limit={300}
              rows={2}
              value={form.reason}
              onText={(reason) => change({ reason })}
              error={asked && !form.reason.trim() ? words.reasonMissing : null}
            />
          </WideCell>
        )}
      </FormGrid>
    </FormDialog>
  );
}

type MonthsProps = { form: PlanForm; read: PlanReading; onMonths: (months: readonly string[]) => void };

function Months({ form, read, onMonths }: MonthsProps) {
  const { projects } = useMessages();
  const words = projects.plan;

  function paste(event: ClipboardEvent<HTMLInputElement>, at: number): void {
    const next = pastedInto(form.months, at, event.clipboardData.getData('text'));
    if (!next) return;
    event.preventDefault();
    onMonths(next);
  }

  return (
    <fieldset className={styles.months}>
      <legend className={styles.legend}>{words.months}</legend>
      <div className={styles.grid}>
        {form.months.map((text, at) => {
          const label = words.month(at + 1);
          const isWrong = read.months[at]?.state === 'unreadable' || read.months[at]?.state === 'negative';
          return (
            <label key={label} className={styles.month}>
              <span>{label}</span>
              <input
                className={styles.amount}
                inputMode="decimal"
                autoComplete="off"
                value={text}
                aria-invalid={isWrong || undefined}
                onPaste={(event) => paste(event, at)}
                onChange={(event) => onMonths(form.months.map((month, index) => (index === at ? event.target.value : month)))}
              />
            </label>
          );
        })}
      </div>
      <p className={styles.sum} role="status">
        <Sum read={read} />
      </p>
      <p className={styles.hint}>{words.pasteHint}</p>
      {read.byMonth !== null && (
        <Button size="small" look="text" onClick={() => onMonths(noMonths)}>
          {words.clear}
        </Button>
      )}
    </fieldset>
  );
}

function Sum({ read }: { read: PlanReading }) {
  const { kit, projects } = useMessages();
  const words = projects.plan;
  if (read.byMonth === null) return words.noMonths;
  if (read.annual.state !== 'amount') return null;
  const { amount } = read.annual;
  const missing = amount - read.total;
  const verdict =
    missing === 0 ? words.level : missing > 0 ? words.short(formatWan(yuan(missing), 4)) : words.over(formatWan(yuan(-missing), 4));
  return (
    <span className={missing === 0 ? styles.level : styles.off}>
      {kit.phrases([words.sum(formatWan(read.total, 4), formatWan(amount, 4)), verdict])}
    </span>
  );
}
