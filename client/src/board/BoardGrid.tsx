import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useState } from 'react';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { aboveOf, type Carry, type Picked } from '#shared/board/carry.ts';
import type { Lane, LaneKey } from '#shared/board/lanes.ts';
import { type Lists, type Stack, stacksOf, type View } from '#shared/board/view.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { useLanguage } from '../kit/language.ts';
import { useKeepPreferences, usePreferences } from '../preferences/preferences.ts';
import styles from './BoardGrid.module.css';
import { Column } from './Column.tsx';
import { ColumnTabs } from './ColumnTabs.tsx';
import type { DrawnLane } from './carrying.ts';
import { useBoardTools } from './context.ts';
import { GroupHeads } from './Heads.tsx';
import type { Places } from './places.ts';
import { StackHead } from './StackHead.tsx';

/** In a lane a column shows so many cards before it is asked for the rest. */
const MOST_IN_LANE = 4;
/** Narrower than this a card's name breaks in three; the board then scrolls sideways. */
const LEAST_WIDTH = { project: 200, brief: 168 };
const FOLDED_WIDTH = 40;
const LANE_WIDTH = 36;
/** What a lane is taken to need until it has been measured. */
const LANE_HEIGHT = 420;

type BoardGridProps = {
  view: View;
  header: BoardHeader;
  allCards: readonly Card[];
  drawn: readonly DrawnLane[];
  /** The columns of what passes the filters, over all lanes; and of the whole board. */
  shown: Lists;
  all: Lists;
  laneKey: LaneKey | null;
  carry: Carry | null;
  isByKeys: boolean;
  picks: readonly Picked[];
  places: Places;
  followed: { id: Card['id']; column: string } | null;
};

/** The columns side by side under their heads, the lanes one below the other; on a phone one column at a time. */
export function BoardGrid(props: BoardGridProps) {
  const { view, header, allCards, drawn, shown, all, laneKey } = props;
  const { board } = useMessages();
  const { language } = useLanguage();
  const { collapsed } = usePreferences();
  const keep = useKeepPreferences();
  const { nameOf } = useBoardTools();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const stacks = stacksOf(view);
  const folded = new Set(collapsed[view.name]);
  const hasLanes = laneKey !== null;
  const least = view.columns.some((column) => view.face(column) === 'brief') ? LEAST_WIDTH.brief : LEAST_WIDTH.project;
  const widths = stacks.map(({ key }) => (folded.has(key) ? `${FOLDED_WIDTH}px` : `minmax(${least}px, 1fr)`));
  const width = stacks.reduce((total, { key }) => total + (folded.has(key) ? FOLDED_WIDTH : least), hasLanes ? LANE_WIDTH : 0);
  const grid: CSSProperties & Record<`--${string}`, string | number> = {
    '--columns': `${hasLanes ? `${LANE_WIDTH}px ` : ''}${widths.join(' ')}`,
    '--least': `${width}px`,
    '--stacks': stacks.length,
  };
  const starts = groupStarts(view);
  const stackName = (stack: Stack) => stack.words?.[language] ?? nameOf(stack.columns[0] ?? '');
  const fold = (key: string, isFolded: boolean) => {
    const columns = isFolded ? [...folded, key] : [...folded].filter((each) => each !== key);
    keep({ collapsed: { view: view.name, columns } });
  };

  const cellsOf = (lane: DrawnLane): ReactNode =>
    stacks.map((stack) => (
      <div key={stack.key} className={classes(styles.place, starts.has(stack.key) && styles.starts)}>
        <Cell stack={stack} lane={lane} isFolded={folded.has(stack.key)} name={stackName(stack)} {...props} />
      </div>
    ));

  return (
    <>
      <ColumnTabs scroller={scroller} tabs={stacks.map((stack) => ({ name: stackName(stack), count: countIn(stack, shown) }))} />
      <div
        ref={setScroller}
        className={classes(styles.board, hasLanes ? styles.lanes : styles.single, props.carry && styles.carrying)}
        style={grid}
      >
        <div className={styles.heads}>
          {view.groups && (
            <div className={styles.row}>
              {hasLanes && <span />}
              <GroupHeads groups={view.groups} header={header} cards={allCards} />
            </div>
          )}
          <div className={styles.row}>
            {hasLanes && <span className={styles.corner} />}
            {stacks.map((stack) =>
              folded.has(stack.key) ? (
                <div key={stack.key} className={classes(styles.foldedHead, starts.has(stack.key) && styles.starts)}>
                  <IconButton icon="right" size="small" label={board.unfold(stackName(stack))} onClick={() => fold(stack.key, false)} />
                </div>
              ) : (
                <div key={stack.key} className={classes(styles.head, starts.has(stack.key) && styles.starts)}>
                  <StackHead {...{ view, stack, header, shown, all }} name={stackName(stack)} onFold={() => fold(stack.key, true)} />
                </div>
              ),
            )}
          </div>
        </div>
        {hasLanes ? (
          <Lanes {...{ drawn, laneKey, scroller, cellsOf }} />
        ) : (
          drawn[0] && <div className={classes(styles.row, styles.cells)}>{cellsOf(drawn[0])}</div>
        )}
      </div>
    </>
  );
}

/** The heads with which a group begins, the first one aside: a stronger rule stands before them. */
function groupStarts(view: View): ReadonlySet<string> {
  const stacks = stacksOf(view);
  let at = 0;
  const starts = (view.groups ?? []).map((group) => {
    const key = stacks[at]?.key ?? '';
    at += group.stacks;
    return key;
  });
  return new Set(starts.slice(1));
}

function countIn(stack: Stack, lists: Lists): number {
  return stack.columns.reduce((count, column) => count + (lists[column]?.length ?? 0), 0);
}

/** A column that sorts itself counts no places: it is not drawn again when those of another change. */
const noPlace = () => 0;
const noStart = () => '';

type CellProps = BoardGridProps & { stack: Stack; lane: DrawnLane; isFolded: boolean; name: string };

/** One stack of columns in one lane. */
function Cell({ view, all, carry, isByKeys, picks, places, followed, laneKey, stack, lane, isFolded, name }: CellProps) {
  const { board } = useMessages();
  const { language } = useLanguage();
  const { nameOf } = useBoardTools();
  const { empty, shade } = view.words[language];
  const [first] = stack.columns;
  if (isFolded) {
    return (
      <div
        className={classes(styles.folded, carry?.over === first && carry?.lane === lane.id && styles.over)}
        // A strip of one column takes a drop like the column itself; of several it would not be known which.
        {...(stack.columns.length === 1 ? { 'data-list': '', 'data-lane': lane.id, 'data-column': first } : {})}
      >
        <span className={styles.foldedName}>{name}</span>
        <small>{countIn(stack, lane.lists)}</small>
      </div>
    );
  }
  if (laneKey && first && view.isShaded?.(first, laneKey, lane.lane.key)) {
    return (
      <div className={classes(styles.cell, styles.shaded)}>
        <p className={styles.shade}>{shade}</p>
      </div>
    );
  }
  const isLong = laneKey === null && stack.columns.length === 1 && ['project', 'brief'].includes(view.face(first ?? ''));
  return (
    <div className={classes(styles.cell, laneKey === null && !isLong && styles.scroll)}>
      {stack.columns.map((column) => {
        const cards = lane.lists[column] ?? [];
        const isHere = carry !== null && carry.over === column && carry.lane === lane.id;
        const moving = carry?.picks.map(({ card }) => card.id) ?? [];
        const above = carry && isHere ? aboveOf(carry, lane.lists, all) : null;
        const at = isHere ? places.behind(column, above, moving) : null;
        const text = at && (column === 'agenda' ? board.nth(at.place, at.startsAt) : board.place(at.place));
        const list = (
          <Column
            key={column}
            {...{ column, cards, isLong, picks }}
            lane={lane.id}
            label={nameOf(column)}
            carried={carry?.picks.some((pick) => pick.from === column) ? new Set(moving) : null}
            slot={carry && text && view.isOrdered(column) ? { index: carry.index, text, isAimed: isByKeys } : null}
            isOver={isHere && carry.from !== column && !view.isOrdered(column) ? (isByKeys ? 'keys' : 'pointer') : null}
            empty={empty?.[column] ?? board.emptyColumn}
            most={laneKey === null ? null : MOST_IN_LANE}
            wanted={followed?.column === column ? followed.id : null}
            placeOf={view.isOrdered(column) ? places.placeOf : noPlace}
            startOf={column === 'agenda' ? places.startOf : noStart}
          />
        );
        if (stack.columns.length === 1) return list;
        return (
          <div key={column} className={styles.part}>
            <h4 className={styles.partHead}>
              {nameOf(column)}
              <span>{cards.length}</span>
            </h4>
            {list}
          </div>
        );
      })}
    </div>
  );
}

type LanesProps = {
  drawn: readonly DrawnLane[];
  laneKey: LaneKey;
  scroller: HTMLDivElement | null;
  cellsOf: (lane: DrawnLane) => ReactNode;
};

/** The lanes; of many only those in sight are in the page. */
function Lanes({ drawn, laneKey, scroller, cellsOf }: LanesProps) {
  const laneName = useLaneName();
  const rows = useVirtualizer({
    count: drawn.length,
    getScrollElement: () => scroller,
    estimateSize: () => LANE_HEIGHT,
    getItemKey: (at) => drawn[at]?.lane.key ?? at,
    overscan: 2,
  });
  return (
    <div className={styles.sized} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const lane = drawn[index];
        return (
          lane && (
            <section
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={classes(styles.row, styles.lane)}
              style={{ transform: `translateY(${start}px)` }}
              aria-label={laneName(lane.lane, laneKey)}
            >
              <h3 className={styles.laneName}>
                <span>{laneName(lane.lane, laneKey)}</span>
                <small>{lane.lane.cards.length}</small>
              </h3>
              {cellsOf(lane)}
            </section>
          )
        );
      })}
    </div>
  );
}

/** What a lane is called: the value that its cards share. */
function useLaneName(): (lane: Lane, by: LaneKey) => string {
  const { board, vocabulary } = useMessages();
  return (lane, by) => {
    switch (by) {
      case 'kind':
        return lane.key === 'reconstruction' ? vocabulary.kindShort.reconstruction : vocabulary.kindShort.key;
      case 'unit':
        return lane.cards[0]?.unitName ?? '';
      case 'leader':
        return lane.key || board.noLeader;
    }
  };
}
