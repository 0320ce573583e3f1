import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { dayOf, type Instant, timeOf, weekNumber, yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { fateOf, type PunctualityRow, type ReturnFate, type ReturnPeriod, type ReturnSet } from '#shared/returns/punctuality.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import { Asking } from './Asking.tsx';
import styles from './Punctuality.module.css';
import { senderWords } from './words.ts';

type PunctualityRowsProps = { period: ReturnPeriod; unitId: Id<'unit'>; unitName: string; set: ReturnSet; onClose: () => void };

const looks: Record<ReturnFate, ChipLook> = { 'on-time': 'green', late: 'yellow', 'filled-in': 'plain', missing: 'red' };

/** The returns that one number of the ledger counts. */
export function PunctualityRows({ period, unitId, unitName, set, onClose }: PunctualityRowsProps) {
  const { punctuality } = useMessages().returns;
  const rows = useQuery(useTRPC().punctuality.rows.queryOptions({ period, unitId, set }));
  const title = punctuality.rowsOf(unitName, punctuality.sets[set]);
  return (
    <Section
      title={title}
      note={rows.data && punctuality.found(rows.data.rows.length, rows.data.total)}
      actions={
        <Button size="small" look="text" onClick={onClose}>
          {punctuality.close}
        </Button>
      }
    >
      {!rows.data ? (
        <Asking query={rows} />
      ) : (
        <Table label={title}>
          <thead>
            <tr>
              {(['week', 'project', 'state', 'due', 'sent', 'by', 'remarks'] as const).map((head) => (
                <th key={head} scope="col">
                  {punctuality[head]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.data.rows.map((row) => (
              <Row key={`${row.projectId} ${row.week}`} row={row} />
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

function Row({ row }: { row: PunctualityRow }) {
  const { kit, returns } = useMessages();
  const { punctuality } = returns;
  const fate = fateOf(row);
  const { submittedBy, filledInFor } = row;
  const remarks = [
    row.sentBacks ? punctuality.sentBackTimes(row.sentBacks) : null,
    row.resends ? punctuality.resent(row.resends) : null,
    row.warnings ? punctuality.warned(row.warnings) : null,
    row.isUnchanged ? punctuality.unchanged : null,
    row.sentBackReason ? kit.labelled(returns.office.reason, row.sentBackReason) : null,
  ].filter((remark) => remark !== null);
  return (
    <tr>
      <td className={styles.when}>{punctuality.weekOf(yearOf(row.week), weekNumber(row.week))}</td>
      <th scope="row">
        <Link href={`/projects/${row.projectId}/progress`}>{row.name}</Link>
      </th>
      <td>
        <Chip look={looks[fate]}>{punctuality.sets[fate]}</Chip>
      </td>
      <td className={styles.when}>{momentText(row.dueAt)}</td>
      <td className={styles.when}>{row.firstSubmittedAt ? momentText(row.firstSubmittedAt) : '—'}</td>
      <td className={styles.when}>{submittedBy === null ? '—' : senderWords({ submittedBy, filledInFor }, returns)}</td>
      <td>{kit.apart(remarks) || '—'}</td>
    </tr>
  );
}

function momentText(at: Instant): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}
