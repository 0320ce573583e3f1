import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { addWeeks, dayOf, Week } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { owedByUnit } from '#shared/returns/chases.ts';
import { isOwed, type ReturnLine } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { IconButton } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { NumberHead, Table } from '../kit/Table.tsx';
import { Asking } from './Asking.tsx';
import { ByExcel } from './ByExcel.tsx';
import { ChaseButton } from './ChaseButton.tsx';
import { ReturnRow } from './ReturnRow.tsx';
import { SendBackDialog } from './SendBackDialog.tsx';
import { weekWords } from './words.ts';

const filters = ['all', 'missing', 'submitted', 'accepted', 'sent-back'] as const;
type Filter = (typeof filters)[number];

/** Who has and who has not returned, by unit; each return is accepted or sent back with a reason. */
export function OfficeReturns() {
  const trpc = useTRPC();
  const { returns } = useMessages();
  const { office } = returns;
  const today = dayOf(useNow());
  const [search, setSearch] = useSearchParams();
  const asked = Week.safeParse(search.get('week')).data ?? null;
  const filter = filters.find((each) => each === search.get('state')) ?? 'all';
  const [sendingBack, setSendingBack] = useState<ReturnLine | null>(null);
  const status = useQuery(trpc.returns.status.queryOptions({ week: asked }));
  if (!status.data) return <Asking query={status} />;

  const { week, counts, lines, chases } = status.data;
  const chasedAt = new Map(chases.map((chase) => [chase.unitId, chase.at]));
  const owing = [...owedByUnit(lines).keys()];
  const isOpen = week.week === week.openWeek && !week.isCut;
  const shown = lines.filter((line) => isShown(line, filter));
  const put = (name: 'week' | 'state', value: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const turn = (by: number) => {
    const other = addWeeks(week.week, by);
    put('week', other === week.openWeek ? null : other);
  };
  return (
    <Page width="wide">
      <PageHeader
        title={office.title}
        note={`${weekWords(week.week, returns)} · ${office.counts(counts.total - counts.owed, counts.total)}`}
        beside={
          <span>
            <IconButton icon="left" label={office.previousWeek} onClick={() => turn(-1)} />
            <IconButton icon="right" label={office.nextWeek} disabled={week.week >= week.openWeek} onClick={() => turn(1)} />
          </span>
        }
        actions={
          <>
            {isOpen && week.isAsked && owing.length > 0 && (
              <ChaseButton
                asked={{ week: week.week, unitIds: owing }}
                label={office.chaseAll(owing.length)}
                name={office.chaseAll(owing.length)}
              />
            )}

            <ByExcel />
            <Link href="/returns/ledger">{returns.punctuality.title}</Link>
            <Segmented
              label={office.filter}
              value={filter}
              onValue={(value) => put('state', value === 'all' ? null : value)}
              segments={filters.map((value) => ({
                value,
                label: `${office.filters[value]} ${value === 'all' ? counts.total : counts[value]}`,
              }))}
            />
          </>
        }
      />
      {week.isCut && <Notice>{office.over}</Notice>}
      {!week.isAsked && <Notice>{returns.quiet}</Notice>}
      {shown.length === 0 ? (
        <EmptyState title={office.none} />
      ) : (
        <Table label={office.title}>
          <thead>
            <tr>
              <th scope="col">{office.unit}</th>
              <th scope="col">{office.project}</th>
              <th scope="col">{office.state}</th>
              <NumberHead>{office.week}</NumberHead>
              <NumberHead>{office.year}</NumberHead>
              <th scope="col">{office.progress}</th>
              <th scope="col">{office.sent}</th>
              <th scope="col">{office.act}</th>
            </tr>
          </thead>
          <tbody>
            {[...groupBy(shown, (line) => line.unitId)].map(([unitId, own]) =>
              own.map((line, index) => (
                <ReturnRow
                  key={line.id}
                  line={line}
                  unit={index === 0 ? { rows: own.length, ...countOf(lines, unitId), chasedAt: chasedAt.get(unitId) ?? null } : null}
                  week={week.week}
                  isOpen={isOpen && week.isAsked}
                  today={today}
                  onSendBack={() => setSendingBack(line)}
                />
              )),
            )}
          </tbody>
        </Table>
      )}
      {sendingBack?.current && <SendBackDialog name={sendingBack.name} given={sendingBack.current} onClose={() => setSendingBack(null)} />}
    </Page>
  );
}

function isShown({ current }: ReturnLine, filter: Filter): boolean {
  return filter === 'all' || (current?.state ?? 'missing') === filter;
}

/** A unit's n of m counts all its projects, whatever the filter shows. */
function countOf(lines: readonly ReturnLine[], unitId: ReturnLine['unitId']) {
  const own = lines.filter((line) => line.unitId === unitId);
  return { done: own.filter((line) => !isOwed(line.current)).length, total: own.length };
}
