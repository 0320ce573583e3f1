import { useState } from 'react';
import { yearOf } from '#shared/kit/calendar.ts';
import { formatWan, zero } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { readMoney } from '../kit/money.ts';
import { Notice } from '../kit/Page.tsx';
import { type ProjectView, useFailureText, useSetYearPlan } from './data.ts';

/** The year's plan and what was done before the year. */
export function PlanDialog({ view, onClose }: { view: ProjectView; onClose: () => void }) {
  const { projects } = useMessages();
  const set = useSetYearPlan();
  const failure = useFailureText(set.error);
  const [plan] = useState(view.yearPlan);
  const year = yearOf(useToday());
  const [annual, setAnnual] = useState(plan ? formatWan(plan.annual, 4) : '');
  const [before, setBefore] = useState(formatWan(plan?.doneBeforeYear ?? zero, 4));
  const [asked, setAsked] = useState(false);
  const annualRead = readMoney(annual);
  const beforeRead = readMoney(before);
  const isMonthly = plan?.byMonth?.some((amount) => amount !== null) ?? false;

  function save(): void {
    setAsked(true);
    if (annualRead.state !== 'amount' || beforeRead.state !== 'amount') return;
    const isSame = plan !== null && plan.annual === annualRead.amount;
    // Months that no longer make the year would be refused; the plan then runs evenly, as the remark says.
    const byMonth = isSame ? plan.byMonth : null;
    set.mutate(
      {
        projectId: view.project.id,
        year,
        annual: annualRead.amount,
        byMonth,
        doneBeforeYear: beforeRead.amount,
        version: plan?.version ?? 0,
      },
      { onSuccess: onClose },
    );
  }

  const wrong = (state: string) => (asked && state !== 'amount' ? projects.fieldError : null);
  return (
    <FormDialog title={projects.setPlan} save={projects.save} busy={set.isPending} failure={failure} onSave={save} onClose={onClose}>
      <FormGrid>
        <MoneyField label={projects.annualThisYear(year)} required text={annual} onText={setAnnual} error={wrong(annualRead.state)} />
        <MoneyField label={projects.fields.doneBeforeYear} required text={before} onText={setBefore} error={wrong(beforeRead.state)} />
        {isMonthly && (
          <WideCell>
            <Notice look="yellow">{projects.planByMonth}</Notice>
          </WideCell>
        )}
      </FormGrid>
    </FormDialog>
  );
}
