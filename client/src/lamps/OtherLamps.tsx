import { useQuery } from '@tanstack/react-query';
import type { Month } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Lamp } from './Lamp.tsx';
import styles from './MonthPage.module.css';
import { MoreRows } from './MoreRows.tsx';
import { ReasonList } from './ReasonList.tsx';

type OtherLampsProps = { of: { month: Month; attempt?: number; rates: 'unit' | 'task' }; provisional: boolean };

/** The lamps of units, or of months' tasks, the worst first. */
export function OtherLamps({ of, provisional }: OtherLampsProps) {
  const messages = useMessages();
  const words = messages.lampMonth;
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.lamps.others.queryOptions(of));
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  return (
    <MoreRows rows={data}>
      {(row) => (
        <li key={`${row.subjectId} ${row.month}`} className={styles.row}>
          <div className={styles.subject}>
            <Lamp colour={row.lamp} size={24} provisional={provisional} />
            <b>{of.rates === 'task' ? words.task(row.name, row.month) : row.name}</b>
          </div>
          <ReasonList reasons={row.reasons} />
        </li>
      )}
    </MoreRows>
  );
}
