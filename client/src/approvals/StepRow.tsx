import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { union } from '#shared/calendar/spans.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { Menu } from '../kit/Menu.tsx';
import type { PlanRow, PlanView } from './data.ts';
import styles from './StepList.module.css';
import { short } from './words.ts';

type StepRowProps = { step: PlanRow; view: PlanView; role: Role; onOpen: (what: 'tell' | 'edit' | 'terms') => void };

const looks: Record<PlanRow['state'], ChipLook> = {
  pending: 'plain',
  accepted: 'plain',
  tolerant: 'dashed',
  supplement: 'yellow',
  done: 'green',
  exempt: 'level',
};

export function StepRow({ step, view, role, onOpen }: StepRowProps) {
  const { approvals, kit, vocabulary } = useMessages();
  const { clock } = step;
  const unit = approvals.units[clock.limitUnit];
  const limit = clock.limitDays === null ? approvals.noLimit : String(clock.limitDays);
  const limitOnly = clock.limitDays === null ? limit : approvals.limitOf(limit, unit);
  const needs = step.needs.flatMap((id) => view.steps.find((one) => one.id === id)?.name ?? []);
  return (
    <tr>
      <td className={styles.name} data-lead>
        {step.name}
        {needs.length > 0 && <small className={styles.small}>{kit.labelled(approvals.needs, kit.list(needs))}</small>}
      </td>
      <td className={styles.plain} data-label={approvals.agency}>
        {step.agencyName ?? approvals.noAgency}
      </td>
      <td data-label={approvals.state}>
        <Chip look={looks[step.state]}>{vocabulary.approvalState[step.state]}</Chip>
        {clock.stop && clock.stop.cause !== 'supplement' && <Chip look="yellow">{approvals.chart.causes[clock.stop.cause]}</Chip>}
        {clock.exemptReason && <small className={styles.small}>{clock.exemptReason}</small>}
        {clock.tolerance && clock.tolerance.papers.length > 0 && (
          <small className={styles.small}>{kit.labelled(approvals.missing, kit.list(clock.tolerance.papers))}</small>
        )}
      </td>
      <td className={styles.plain} data-label={approvals.used}>
        {clock.phase !== 'exempt' && (clock.usedDays === null ? limitOnly : approvals.usedOf(String(clock.usedDays), limit, unit))}
      </td>
      <td className={styles.plain} data-label={approvals.dueAndNumber}>
        <Due step={step} today={view.today} />
        {step.documentNumber && <small className={styles.small}>{step.documentNumber}</small>}
        <Valid step={step} />
        <Estimate years={union(clock.unknownYears, step.validity?.unknownYears ?? [])} />
      </td>
      <td className={styles.plain} data-label={approvals.earliest}>
        <Earliest step={step} view={view} />
      </td>
      <td className={styles.plain}>
        {mayCall(role, 'approvals.tell') && (
          <Button size="small" onClick={() => onOpen('tell')} aria-label={approvals.tellTitle(step.name)}>
            {approvals.tell}
          </Button>
        )}
        {mayCall(role, 'approvals.update') && (
          <Menu
            label={approvals.more(step.name)}
            trigger={<Button icon="dots" size="small" look="text" aria-label={approvals.more(step.name)} />}
            groups={[
              {
                items: [
                  { key: 'edit', label: approvals.editTitle(step.name), onSelect: () => onOpen('edit') },
                  ...(mayCall(role, 'approvals.setTerms')
                    ? [{ key: 'terms', label: approvals.termsTitle(step.name), onSelect: () => onOpen('terms') }]
                    : []),
                ],
              },
            ]}
          />
        )}
      </td>
    </tr>
  );
}

function Valid({ step: { validity } }: { step: PlanRow }) {
  const { approvals } = useMessages();
  if (!validity) return null;
  if (validity.isExpired) return <Chip look="overdue">{approvals.expired(validity.validUntil)}</Chip>;
  if (validity.isExpiring) return <Chip look="yellow">{approvals.expiring(validity.validUntil, validity.workdaysLeft)}</Chip>;
  return <small className={styles.small}>{approvals.validUntilDay(validity.validUntil)}</small>;
}

/** When the plan has it done, its slack, and what the assumption makes of it. */
function Earliest({ step, view: { plan, whatIf, today } }: { step: PlanRow; view: PlanView }) {
  const { approvals } = useMessages();
  const planned = plan.steps.find((one) => one.id === step.id);
  if (!planned || planned.isSettled) return null;
  const assumed = whatIf?.plan.steps.find((one) => one.id === step.id);
  const slack = planned.slackWorkdays;
  return (
    <>
      {short(planned.ends, today)} {slack !== null && <Chip look={slack === 0 ? 'red' : 'plain'}>{approvals.slack(slack)}</Chip>}
      {assumed && assumed.ends !== planned.ends && (
        <small className={styles.small}>{approvals.assumedEnd(short(assumed.ends, today))}</small>
      )}
    </>
  );
}

function Due({ step: { clock, doneOn }, today }: { step: PlanRow; today: Day }) {
  const { approvals } = useMessages();
  switch (clock.phase) {
    case 'finished':
      return (
        <>
          {doneOn && approvals.done(short(doneOn, today))}{' '}
          {clock.finishedLateWorkdays > 0 && approvals.finishedLate(clock.finishedLateWorkdays)}
        </>
      );
    case 'stopped':
      return (
        <>
          {clock.stop &&
            approvals.chart.stoppedFor(approvals.chart.causes[clock.stop.cause], clock.stoppedDays, approvals.units[clock.limitUnit])}{' '}
          {clock.overdueWorkdays > 0 && <Chip look="overdue">{approvals.late(clock.overdueWorkdays)}</Chip>}
        </>
      );
    case 'exempt':
      return null;
    case 'suspended':
      return (
        <>
          {clock.dueOn && approvals.papersDue(short(clock.dueOn, today))}{' '}
          {clock.overdueWorkdays > 0 && <Chip look="overdue">{approvals.toWithdraw(clock.overdueWorkdays)}</Chip>}
        </>
      );
    case 'waiting':
    case 'running':
      return (
        <>
          {clock.dueOn && short(clock.dueOn, today)}{' '}
          {clock.overdueWorkdays > 0 && <Chip look="overdue">{approvals.late(clock.overdueWorkdays)}</Chip>}
          {clock.dueInWorkdays !== null && (
            <Chip look={clock.dueInWorkdays <= 3 ? 'yellow' : 'plain'}>{approvals.left(clock.dueInWorkdays)}</Chip>
          )}
        </>
      );
  }
}
