import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { boundsOf } from '#shared/figures/period.ts';
import { monthNumber } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Notice, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { figuresHref, rowsHref, useAsked, useBehind } from './address.ts';
import styles from './Rows.module.css';
import { RowsTable } from './RowsTable.tsx';
import { sorted, sortIn, sortText } from './sorting.ts';
import { basisText, periodText, setText } from './words.ts';

/** The projects that one number counts: the address names the number, so that it can be sent on. */
export function RowsPage() {
  const messages = useMessages();
  const { figures } = messages;
  const trpc = useTRPC();
  const today = useToday();
  const asked = useAsked();
  const behind = useBehind();
  const [, navigate] = useLocation();
  const sortedBy = new URLSearchParams(useSearch()).get('sort');
  const sort = useMemo(() => sortIn(sortedBy), [sortedBy]);
  const answer = useQuery(trpc.figures.rows.queryOptions({ ...asked, ...behind }));
  const rows = useMemo(() => sorted(answer.data?.rows ?? [], sort), [answer.data, sort]);
  const month = behind.month && figures.monthShort(monthNumber(behind.month));
  const unit = behind.own ? (answer.data?.rows[0]?.unitName ?? null) : null;
  const isRunning = boundsOf(asked.period).last >= today;
  return (
    <div className={styles.page}>
      <PageHeader
        title={figures.rowsOf(setText(behind.set, figures), month, unit)}
        beside={<b>{periodText(asked.period, figures)}</b>}
        note={
          answer.data &&
          `${figures.found(rows.length)} · ${figures.asOf(answer.data.span.asOf)} · ${basisText(answer.data.basis, isRunning, figures)} · ${figures.wan}`
        }
        actions={
          <Link href={figuresHref(asked)} className={styles.back}>
            <Icon name="back" /> {figures.back}
          </Link>
        }
      />
      {answer.error && <Notice look="red">{errorSentence(answer.error, messages)}</Notice>}
      {answer.isPending && <Skeleton label={figures.loading} />}
      {answer.data && rows.length === 0 && <EmptyState title={figures.nothing} hint={figures.nothingHint} />}
      {rows.length > 0 && (
        <RowsTable
          rows={rows}
          sort={sort}
          onSort={(next) => navigate(rowsHref(asked, behind, next && sortText(next)), { replace: true })}
        />
      )}
    </div>
  );
}
