import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Month } from '#shared/kit/calendar.ts';
import type { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import type { LampRow } from './data.ts';
import { Lamp } from './Lamp.tsx';
import styles from './MonthPage.module.css';
import { MoreRows } from './MoreRows.tsx';
import { ReasonList } from './ReasonList.tsx';

type LampRowsProps = { of: { month: Month; attempt?: number }; lamp: LampColour | 'unrated'; provisional: boolean };

/** The projects with one lamp, each with all its reasons; as many at once as a page can hold. */
export function LampRows({ of, lamp, provisional }: LampRowsProps) {
  const messages = useMessages();
  const words = messages.lampMonth;
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.lamps.rows.queryOptions({ ...of, lamp }));
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  if (data.length === 0) return <EmptyState title={words.empty} />;
  return <MoreRows rows={data}>{(row) => <Row key={row.projectId} row={row} provisional={provisional} />}</MoreRows>;
}

function Row({ row, provisional }: { row: LampRow; provisional: boolean }) {
  const { kit, lampMonth: words, vocabulary } = useMessages();
  const { override } = row;
  const rule = row.ruleLamp ? vocabulary.lamp[row.ruleLamp] : vocabulary.noLamp;
  return (
    <li className={styles.row}>
      <div className={styles.subject}>
        <Lamp colour={row.lamp} size={24} provisional={provisional} />
        <Link href={`/projects/${row.projectId}`} className={styles.name}>
          {row.name}
        </Link>
        <span className={styles.note}>{kit.apart([row.unitName, row.leaderName && words.leader(row.leaderName)])}</span>
      </div>
      {override && (
        <Notice>
          {kit.clauses([words.byRule(rule), words.overridden(override.byName, vocabulary.lamp[override.lamp], override.reason)])}
        </Notice>
      )}
      <ReasonList reasons={row.reasons} />
    </li>
  );
}
