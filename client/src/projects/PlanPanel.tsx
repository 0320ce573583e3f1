import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { yearOf } from '#shared/kit/calendar.ts';
import { formatWan, type Money, sum, yuan } from '#shared/kit/money.ts';
import { monthsOf } from '#shared/projects/plans.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { type ProjectView, useApproveYearPlan, useFailureText } from './data.ts';
import { PlanDialog } from './PlanDialog.tsx';
import styles from './ProjectPage.module.css';

type Plan = NonNullable<ProjectView['yearPlan']>;

/** The year's plan month by month, beside the baseline that was approved, and why it differs from it. */
export function PlanPanel({ view, role }: { view: ProjectView; role: Role }) {
  const { kit, projects } = useMessages();
  const words = projects.plan;
  const [open, setOpen] = useState<'edit' | 'approve' | null>(null);
  const year = yearOf(useToday());
  const plan = view.yearPlan;
  const baseline = plan?.baseline ?? null;
  const standing = plan && (baseline ? words.approvedBy(baseline.approvedOn, baseline.approvedBy) : words.notApproved);
  const spread = plan && plan.byMonth === null && words.isEven;
  return (
    <Section
      title={words.title(year)}
      note={kit.apart([standing, spread])}
      actions={
        <>
          {plan && !baseline && mayCall(role, 'projects.approveYearPlan') && (
            <Button size="small" icon="stamp" onClick={() => setOpen('approve')}>
              {words.approve}
            </Button>
          )}
          {mayCall(role, 'projects.setYearPlan') && (
            <Button size="small" icon="edit" onClick={() => setOpen('edit')}>
              {words.edit}
            </Button>
          )}
        </>
      }
    >
      {plan ? <Months plan={plan} /> : <p className={styles.quiet}>{words.noPlan}</p>}
      {view.planChanges.length > 0 && <Changes changes={view.planChanges} />}
      {open === 'edit' && <PlanDialog view={view} onClose={() => setOpen(null)} />}
      {open === 'approve' && plan && <ApproveDialog plan={plan} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function Months({ plan }: { plan: Plan }) {
  const { projects } = useMessages();
  const words = projects.plan;
  const current = monthsOf(plan, plan.year);
  const baseline = plan.baseline && monthsOf(plan.baseline, plan.year);
  const differences = baseline?.map((amount, at) => yuan((current[at] ?? 0) - amount)) ?? null;
  const isSame = differences?.every((amount) => amount === 0) ?? true;
  return (
    <Table label={words.title(plan.year)}>
      <thead>
        <tr>
          <th scope="col">{projects.wan}</th>
          {current.map((_, at) => (
            <NumberHead key={words.month(at + 1)}>{words.month(at + 1)}</NumberHead>
          ))}
          <NumberHead>{words.annual}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {baseline && <Amounts label={words.baseline} months={baseline} />}
        <Amounts label={words.current} months={current} />
        {differences && !isSame && <Amounts label={words.difference} months={differences} isDifference />}
      </tbody>
    </Table>
  );
}

type AmountsProps = { label: string; months: readonly Money[]; isDifference?: boolean };

function Amounts({ label, months, isDifference = false }: AmountsProps) {
  const { projects } = useMessages();
  const shown = (amount: Money) => {
    if (amount === 0) return projects.none;
    return isDifference && amount > 0 ? `+${formatWan(amount)}` : formatWan(amount);
  };
  return (
    <tr>
      <th scope="row">{label}</th>
      {months.map((amount, at) => (
        <NumberCell key={projects.plan.month(at + 1)}>{shown(amount)}</NumberCell>
      ))}
      <NumberCell>
        <b>{shown(sum(months))}</b>
      </NumberCell>
    </tr>
  );
}

function Changes({ changes }: { changes: ProjectView['planChanges'] }) {
  const { projects } = useMessages();
  const words = projects.plan;
  return (
    <>
      <h3 className={styles.small}>{words.changes}</h3>
      <ol>
        {changes.map((change) => (
          <li key={change.seq} className={styles.entry}>
            <div className={styles.entryHead}>
              <b>{change.on}</b>
              <span>{change.from === change.to ? words.onlyMonths : words.fromTo(formatWan(change.from), formatWan(change.to))}</span>
              <span className={styles.quiet}>{change.by}</span>
            </div>
            <p>{change.reason}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function ApproveDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { projects } = useMessages();
  const words = projects.plan;
  const approve = useApproveYearPlan();
  const failure = useFailureText(approve.error);
  const [{ projectId, year, version }] = useState(plan);
  return (
    <FormDialog
      title={words.approve}
      save={words.approve}
      busy={approve.isPending}
      failure={failure}
      onSave={() => approve.mutate({ projectId, year, version }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Notice>{words.approveMeans}</Notice>
    </FormDialog>
  );
}
