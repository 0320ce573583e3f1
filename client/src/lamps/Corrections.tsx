import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { FigureCorrection } from '#shared/cuts/corrections.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { formatWan, yuan } from '#shared/kit/money.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import styles from './MonthPage.module.css';

/** What was put right after the month was cut, beside what the cut says. */
export function Corrections({ month, label }: { month: Month; label: string }) {
  const messages = useMessages();
  const words = messages.lampMonth;
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.lamps.corrections.queryOptions({ month }));
  const text = (value: FigureCorrection['cut']) => {
    if (value === null) return words.none;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return typeof value === 'number' ? formatWan(yuan(value), 4) : value;
  };
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  if (data.length === 0) return <p className={styles.note}>{words.noCorrections}</p>;
  const { correctionHead: head } = words;
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{head.name}</th>
          <th scope="col">{head.unit}</th>
          <th scope="col">{head.field}</th>
          <NumberHead>{head.cut}</NumberHead>
          <NumberHead>{head.now}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {data.map((row) => (
          <tr key={`${row.projectId} ${row.field}`}>
            <th scope="row">
              <Link href={`/projects/${row.projectId}`} className={styles.name}>
                {row.name}
              </Link>
            </th>
            <td>{row.unitName}</td>
            <td>{words.field[row.field]}</td>
            <NumberCell>{text(row.cut)}</NumberCell>
            <NumberCell>{text(row.now)}</NumberCell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
