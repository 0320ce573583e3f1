import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BoardHeader } from '#shared/board/card.ts';
import { stackTallyOf } from '#shared/board/tally.ts';
import type { Lists, Stack, View } from '#shared/board/view.ts';
import { instantAt, weekdayOf } from '#shared/kit/calendar.ts';
import { formatWan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { IconButton } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { ProgressBlocks, type TrackPart } from '../kit/ProgressTrack.tsx';
import { usePainted } from '../kit/painted.ts';
import styles from './Heads.module.css';
import { useChooseSeries } from './series.ts';

type StackHeadProps = { view: View; stack: Stack; name: string; header: BoardHeader; shown: Lists; all: Lists; onFold: () => void };

/** Over each stack of columns: its name, how many cards, what they amount to, its limit, and what it is for. */
export function StackHead({ view, stack, name, header, shown, all, onFold }: StackHeadProps) {
  const { board } = useMessages();
  // The cards move first, the sums follow.
  const counted = usePainted(shown);
  const tally = stackTallyOf(stack.columns.map((column) => counted[column] ?? []));
  const [column = ''] = stack.columns;
  const limit = view.limitOf?.(column) ?? null;
  const taken = (all[column] ?? []).length + (column === 'agenda' ? header.meeting.matters.length : 0);
  const late = column === 'owing' ? tally.late : 0;
  const link = links[stack.key];
  const isChosen = column === 'agenda' && header.series.length > 0;
  return (
    <header className={styles.column}>
      <div className={styles.columnLine}>
        <h3 className={styles.columnTitle}>
          {link ? <Link href={link}>{name}</Link> : isChosen ? <SeriesMenu {...{ name, header }} /> : name}
        </h3>
        {/* A series' own name is long, and what is taken of the limit says as much. */}
        {!isChosen && <span className={styles.count}>{column === 'route' && view.groups ? board.stops(tally.count) : tally.count}</span>}
        {late > 0 && <span className={styles.hot}>{board.overdue(late)}</span>}
        {limit !== null && (
          <span className={taken >= limit ? styles.hot : styles.end} title={board.taken(taken, limit)}>
            {isChosen ? `${taken}/${limit}` : board.taken(taken, limit)}
          </span>
        )}
        <span className={styles.fold}>
          <IconButton icon="left" size="small" label={board.fold(name)} onClick={onFold} />
        </span>
      </div>
      {limit !== null && <LimitBlocks taken={taken} limit={limit} />}
      <p className={styles.note}>{board.sum(formatWan(tally.totalInvestment, 0))}</p>
      {view.groups && <CycleNote name={stack.key} header={header} />}
    </header>
  );
}

/** Which series' agenda stands in the column, where there are several. */
function SeriesMenu({ name, header }: { name: string; header: BoardHeader }) {
  const { board } = useMessages();
  const choose = useChooseSeries();
  const items = header.series.map(({ id, name: label }, at) => {
    return { key: id, label, checked: id === header.meeting.seriesId, onSelect: () => choose(at === 0 ? null : id) };
  });
  return (
    <Menu
      label={board.series}
      trigger={
        <button type="button" className={styles.series} title={name}>
          <span>{name}</span>
          <Icon name="down" size={14} />
        </button>
      }
      groups={() => [{ items }]}
    />
  );
}

const links: Readonly<Record<string, string>> = { bulletin: '/bulletins', route: '/inspections' };

function LimitBlocks({ taken, limit }: { taken: number; limit: number }) {
  const { board } = useMessages();
  const parts = Array.from(
    { length: Math.max(limit, taken) },
    (_, at): TrackPart => (at >= taken ? 'open' : at >= limit - 1 ? 'over' : 'done'),
  );
  return (
    <div className={styles.blocks}>
      <ProgressBlocks label={board.agendaCount(taken, limit)} parts={parts} />
    </div>
  );
}

/** What a column of the cycle is for, or until when. */
function CycleNote({ name, header }: { name: string; header: BoardHeader }): ReactNode {
  const { board } = useMessages();
  const hints: Readonly<Record<string, string>> = {
    ...{ returned: board.dragHint, bulletin: board.nominateHint, route: board.routeHint, flags: board.flagHint },
    agenda: header.meeting.matters.length > 0 ? board.matters(header.meeting.matters.length) : board.agendaHint,
  };
  return <p className={styles.note}>{name === 'owing' ? <Due header={header} /> : hints[name]}</p>;
}

function Due({ header }: { header: BoardHeader }) {
  const { board, kit } = useMessages();
  const now = useNow();
  const { day, time } = header.returnsDue;
  const hours = Math.floor((Date.parse(instantAt(day, time)) - Date.parse(now)) / 3_600_000);
  const due = board.due(kit.weekday(weekdayOf(day)), time);
  return <>{hours >= 0 ? `${due} · ${board.remaining(Math.floor(hours / 24), hours % 24)}` : due}</>;
}
