import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import type { PeriodKind } from '#shared/figures/period.ts';
import { periodAt } from '#shared/figures/period.ts';
import { idOf } from '#shared/kit/ids.ts';
import { ReturnPeriod, ReturnSet } from '#shared/returns/punctuality.ts';
import { punctualityHead } from '#shared/returns/punctuality-sheet.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { PeriodPicker } from '../figures/PeriodPicker.tsx';
import { periodText } from '../figures/words.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { Asking } from './Asking.tsx';
import { usePunctualityExport } from './mutations.ts';
import styles from './Punctuality.module.css';
import { PunctualityRows } from './PunctualityRows.tsx';
import { PunctualityTable } from './PunctualityTable.tsx';
import { columnIn, columnKey, sortedLines } from './punctuality-sorting.ts';

const kinds = ['month', 'quarter', 'year'] as const satisfies readonly PeriodKind[];
const UnitId = idOf('unit');

/** 填报台账: how punctually and how well each unit returns, every number with its rows. A unit sees its own line. */
export function PunctualityPage() {
  const { figures, returns } = useMessages();
  const { punctuality } = returns;
  const { actor } = useSession();
  const trpc = useTRPC();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const period = ReturnPeriod.safeParse(search.get('period')).data ?? ReturnPeriod.parse(periodAt('month', today));
  const sort = columnIn(search.get('sort'));
  const unitId = UnitId.safeParse(search.get('unit')).data ?? null;
  const set = ReturnSet.safeParse(search.get('set')).data ?? 'owed';
  const ledger = useQuery(trpc.punctuality.ledger.queryOptions({ period }, { placeholderData: keepPreviousData }));
  const district = useQuery(trpc.districts.mine.queryOptions());
  const save = usePunctualityExport();
  const put = (changes: Record<string, string | null>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  if (!ledger.data) return <Asking query={ledger} />;

  const { lines, weeks, ranked } = ledger.data;
  const open = lines.find((line) => line.unitId === unitId) ?? null;
  return (
    <Page width="wide">
      {district.data && <PaperHead {...{ period, weeks: weeks.length, districtName: district.data.name, asOf: today }} />}
      <div className={styles.screen}>
        <PageHeader
          title={punctuality.title}
          beside={<b>{periodText(period, figures)}</b>}
          note={punctuality.note(weeks.length, ranked)}
          actions={
            <span className={styles.acts}>
              {/* Everybody comes here from the page that they have. */}
              {actor && mayCall(actor.role, 'returns.submit') ? (
                <Link href="/returns" className={styles.back}>
                  <Icon name="back" /> {punctuality.back}
                </Link>
              ) : (
                <Link href="/ledgers/progress" className={styles.back}>
                  <Icon name="back" /> {punctuality.toLedgers}
                </Link>
              )}
              <Button icon="download" busy={save.isPending} disabled={lines.length === 0} onClick={() => save.mutate({ period })}>
                {punctuality.export}
              </Button>
              <Button icon="print" onClick={() => window.print()}>
                {punctuality.print}
              </Button>
            </span>
          }
        />
      </div>
      <search className={styles.bar} aria-label={figures.filters}>
        <PeriodPicker period={period} kinds={kinds} onPeriod={(next) => put({ period: next, unit: null, set: null })} />
      </search>
      {lines.length === 0 ? (
        <EmptyState title={punctuality.none} hint={punctuality.noneHint} />
      ) : (
        <>
          <PunctualityTable
            lines={sortedLines(lines, sort)}
            isWhole={lines.length > 1}
            sort={sort}
            onSort={(column) => put({ sort: column && columnKey(column) })}
            open={open && { unitId: open.unitId, set }}
            onOpen={(next) => put({ unit: next.unitId, set: next.set })}
          />
          <p className={styles.rules}>{punctuality.rules}</p>
        </>
      )}
      {open && (
        <PunctualityRows
          period={period}
          unitId={open.unitId}
          unitName={open.unitName}
          set={set}
          onClose={() => put({ unit: null, set: null })}
        />
      )}
    </Page>
  );
}

/** What heads the table on paper, which is Chinese and leaves the house; on the screen the page has its own head. */
function PaperHead(head: Parameters<typeof punctualityHead>[0]) {
  const { title, note } = punctualityHead(head);
  return (
    <header className={styles.paper} lang="zh-CN">
      <style>{'@page { size: 297mm 210mm; margin: 12mm; }'}</style>
      <p className={styles.paperTitle}>{title}</p>
      <p className={styles.paperNote}>
        <span>{note.left}</span>
        <span>{note.right}</span>
      </p>
    </header>
  );
}
