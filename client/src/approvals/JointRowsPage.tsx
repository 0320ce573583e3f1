import { Link, useSearch } from 'wouter';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { type JointRow, useJointRows } from './data.ts';
import { type Behind, behindOf } from './joint-address.ts';
import styles from './StepList.module.css';
import { ApprovalTabs } from './WaitingPage.tsx';

/** The items that one count of 联审联批 counts: what is owed by its due day, then what is done. */
export function JointRowsPage() {
  const messages = useMessages();
  const { approvals, app } = messages;
  const { joint } = approvals;
  const behind = behindOf(useSearch());
  const { data, error } = useJointRows(behind);
  const by = behind.slice === 'all' ? 'agency' : behind.slice;
  return (
    <Page width="wide">
      <PageHeader
        title={joint.rowsTitle(nameOf(behind, data, approvals.noAgency), joint.shows[behind.show])}
        note={data && joint.rowsNote(data.length)}
        actions={<Link href={`/approvals/counts?by=${by}`}>{joint.back}</Link>}
      />
      <ApprovalTabs />
      {error && <EmptyState title={errorSentence(error, messages)} />}
      {!error && !data && <Skeleton label={app.loading} />}
      {data?.length === 0 && <EmptyState title={joint.noRows} />}
      {data && data.length > 0 && (
        <Table label={joint.title} sticky>
          <thead>
            <tr>
              <th scope="col">{approvals.waiting.project}</th>
              <th scope="col">{approvals.name}</th>
              <th scope="col">{approvals.agency}</th>
              <th scope="col">{approvals.state}</th>
              <th scope="col">{approvals.dueAndNumber}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}

/** What the rows are of, in words: a project bears its name on every row. */
function nameOf({ slice, key }: Behind, rows: readonly JointRow[] | undefined, none: string): string {
  if (slice === 'project') return rows?.[0]?.projectName ?? '';
  return slice === 'agency' && key === '' ? none : key;
}

function Row({ row }: { row: JointRow }) {
  const { approvals, kit, vocabulary } = useMessages();
  const { clock } = row;
  return (
    <tr>
      <td className={styles.name}>
        <Link href={`/projects/${row.projectId}/steps`}>{row.projectName}</Link>
        <small className={styles.small}>{row.unitName}</small>
      </td>
      <td className={styles.name}>{row.name}</td>
      <td className={styles.plain}>{row.agencyName ?? approvals.noAgency}</td>
      <td className={styles.plain}>
        <Chip look={row.isDone ? 'green' : row.state === 'tolerant' ? 'dashed' : 'plain'}>{vocabulary.approvalState[row.state]}</Chip>
      </td>
      <td className={styles.plain}>
        {row.isDone ? kit.phrases([row.doneOn, row.documentNumber].filter((part) => part !== null)) : clock.dueOn}{' '}
        {clock.overdueWorkdays > 0 && <Chip look="overdue">{approvals.late(clock.overdueWorkdays)}</Chip>}
        {!row.isDone && <Estimate years={clock.unknownYears} />}
      </td>
    </tr>
  );
}
