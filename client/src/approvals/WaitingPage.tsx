import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { idOf } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { Pick } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { TabLinks } from '../kit/TabLinks.tsx';
import { Table } from '../kit/Table.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { useUnitOptions } from '../units/options.ts';
import { useWaiting, type WaitingRow } from './data.ts';
import styles from './StepList.module.css';
import { TellDialog } from './TellDialog.tsx';

/** What waits with the asker's units as the agency, the longest first; the office and leaders choose an agency, or see all. */
export function WaitingPage() {
  const messages = useMessages();
  const { approvals, app } = messages;
  const { actor } = useSession();
  const agencyId = idOf('unit').safeParse(new URLSearchParams(useSearch()).get('agency')).data ?? null;
  const [, navigate] = useLocation();
  const units = useUnitOptions();
  const [open, setOpen] = useState<WaitingRow | null>(null);
  const { data, error } = useWaiting(agencyId);
  if (!actor) return null;
  const isDistrict = actor.role !== 'officer';
  return (
    <Page width="wide">
      <PageHeader
        title={isDistrict ? approvals.waiting.title : approvals.waiting.mine}
        note={data && approvals.waiting.note(data.length, data.filter((row) => row.clock.overdueWorkdays > 0).length)}
        actions={
          isDistrict && (
            <Pick
              label={approvals.agency}
              placeholder={approvals.waiting.allAgencies}
              value={agencyId}
              onValue={(id) => navigate(id ? `/approvals?agency=${id}` : '/approvals')}
              options={units}
            />
          )
        }
      />
      <ApprovalTabs />
      {error && <EmptyState title={errorSentence(error, messages)} />}
      {!error && !data && <Skeleton label={app.loading} />}
      {data?.length === 0 && <EmptyState title={approvals.waiting.none} />}
      {data && data.length > 0 && (
        <Table label={approvals.waiting.title} sticky stacks>
          <thead>
            <tr>
              <th scope="col">{approvals.waiting.since}</th>
              <th scope="col">{approvals.name}</th>
              <th scope="col">{approvals.waiting.project}</th>
              {isDistrict && <th scope="col">{approvals.agency}</th>}
              <th scope="col">{approvals.used}</th>
              <th scope="col">{approvals.waiting.due}</th>
              {mayCall(actor.role, 'approvals.tell') && <th scope="col">{approvals.acts}</th>}
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <Waiting
                key={row.id}
                row={row}
                isDistrict={isDistrict}
                onTell={mayCall(actor.role, 'approvals.tell') ? () => setOpen(row) : null}
              />
            ))}
          </tbody>
        </Table>
      )}
      {open && <TellDialog step={{ ...open, terms: null }} role={actor.role} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** The pages that look at approvals of many projects. */
export function ApprovalTabs() {
  const { approvals } = useMessages();
  const { actor } = useSession();
  const mayKeep = actor !== null && mayCall(actor.role, 'approvals.keepTemplate');
  return (
    <TabLinks
      label={approvals.waiting.pages}
      links={[
        { href: '/approvals', label: approvals.waiting.tab, isExact: true },
        { href: '/approvals/counts', label: approvals.joint.tab },
        { href: '/ledgers/approvals', label: approvals.waiting.ledger },
        ...(mayKeep ? [{ href: '/settings/steps', label: approvals.templates.tab }] : []),
      ]}
    />
  );
}

function Waiting({ row, isDistrict, onTell }: { row: WaitingRow; isDistrict: boolean; onTell: (() => void) | null }) {
  const { approvals, kit, vocabulary } = useMessages();
  const { clock } = row;
  const causes = approvals.chart.causes;
  return (
    <tr>
      <td className={styles.plain} data-label={approvals.waiting.since}>
        {row.acceptedOn}
      </td>
      <td className={styles.name} data-lead>
        {row.name}
      </td>
      <td className={styles.name}>
        <Lamp colour={row.lamp} size={18} provisional />{' '}
        {row.isOwn ? <Link href={`/projects/${row.projectId}/steps`}>{row.projectName}</Link> : row.projectName}
        <small className={styles.small}>{kit.phrases([row.unitName, vocabulary.stage[row.stage]])}</small>
      </td>
      {isDistrict && (
        <td className={styles.plain} data-label={approvals.agency}>
          {row.agencyName}
        </td>
      )}
      <td className={styles.plain} data-label={approvals.used}>
        {clock.usedDays === null
          ? approvals.dayUnknown
          : approvals.usedOf(
              String(clock.usedDays),
              clock.limitDays === null ? approvals.noLimit : String(clock.limitDays),
              approvals.units[clock.limitUnit],
            )}
      </td>
      <td className={styles.plain} data-label={approvals.waiting.due}>
        {clock.dueOn} {clock.overdueWorkdays > 0 && <Chip look="overdue">{approvals.late(clock.overdueWorkdays)}</Chip>}
        {clock.dueInWorkdays !== null && (
          <Chip look={clock.dueInWorkdays <= 3 ? 'yellow' : 'plain'}>{approvals.left(clock.dueInWorkdays)}</Chip>
        )}{' '}
        {clock.stop && <Chip look="yellow">{causes[clock.stop.cause]}</Chip>}{' '}
        {clock.tolerance && <Chip look="dashed">{vocabulary.approvalState.tolerant}</Chip>}
        {clock.tolerance && clock.tolerance.papers.length > 0 && (
          <small className={styles.small}>{kit.labelled(approvals.missing, kit.list(clock.tolerance.papers))}</small>
        )}
        <Estimate years={clock.unknownYears} />
      </td>
      {onTell && (
        <td>
          <Button size="small" onClick={onTell} aria-label={approvals.tellTitle(row.name)}>
            {approvals.tell}
          </Button>
        </td>
      )}
    </tr>
  );
}
