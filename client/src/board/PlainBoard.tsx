import { useMemo } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import type { Card } from '#shared/board/card.ts';
import { type Lane, type LaneKey, lanesOf } from '#shared/board/lanes.ts';
import type { View } from '#shared/board/view.ts';
import { formatWan, sum } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Board, type Face, type OnMove } from './Board.tsx';
import { listsOf } from './carry.ts';
import { Head } from './Heads.tsx';
import styles from './PlainBoard.module.css';

/** In a lane a column shows so many cards before it is asked for the rest. */
const MOST_IN_LANE = 4;

/** Narrower than this a card's name breaks in three; the board then scrolls sideways. */
const LEAST_WIDTH = 168;

export type PlainBoardProps<Name extends string> = {
  cards: readonly Card[];
  laneKey: LaneKey | null;
  role: Role;
  canMove: boolean;
  canReturn: boolean;
  onMove: OnMove<Name>;
};

type Props<Name extends string> = PlainBoardProps<Name> & {
  view: View<Name>;
  nameOf: (column: Name) => string;
  face: Face<Name>;
  /** Why a column has nothing to do with a lane; null where it has. */
  shadedIn?: (lane: Lane, column: Name) => string | null;
};

/** A view whose columns stand side by side, each with its count and sum; its lanes one below the other. */
export function PlainBoard<Name extends string>({ cards, laneKey, view, nameOf, shadedIn, ...rest }: Props<Name>) {
  const { board } = useMessages();
  const lanes = useMemo(() => lanesOf(cards, laneKey), [cards, laneKey]);
  const totals = useMemo(() => listsOf(cards, view), [cards, view]);
  const laneName = useLaneName();
  const hasLanes = laneKey !== null;
  const grid = { gridTemplateColumns: `${hasLanes ? '36px ' : ''}repeat(${view.columns.length}, minmax(0, 1fr))` };
  return (
    <Board {...rest} {...{ view, lanes, nameOf }} slotText={(_column, index) => board.place(index + 1)}>
      {(parts) => (
        <div
          className={classes(styles.board, hasLanes ? styles.lanes : styles.single)}
          style={{ minWidth: view.columns.length * LEAST_WIDTH }}
        >
          <div className={styles.heads} style={grid}>
            {hasLanes && <span />}
            {view.columns.map((column) => (
              <div key={column} className={styles.head}>
                <Head label={nameOf(column)} count={String(totals[column].length)}>
                  {board.sum(formatWan(sum(totals[column].map((card) => card.totalInvestment)), 0))}
                </Head>
              </div>
            ))}
          </div>
          {parts.map(({ lane, column }) => (
            <section
              key={lane.key}
              className={styles.lane}
              style={grid}
              aria-label={hasLanes && laneKey ? laneName(lane, laneKey) : undefined}
            >
              {hasLanes && laneKey && (
                <h3 className={styles.laneName}>
                  <span>{laneName(lane, laneKey)}</span>
                  <small>{lane.cards.length}</small>
                </h3>
              )}
              {view.columns.map((name) => {
                const shade = shadedIn?.(lane, name) ?? null;
                return (
                  <div key={name} className={classes(styles.cell, shade && styles.shaded)}>
                    {shade ? <p className={styles.shade}>{shade}</p> : column(name, hasLanes ? { most: MOST_IN_LANE } : { isLong: true })}
                  </div>
                );
              })}
            </section>
          ))}
        </div>
      )}
    </Board>
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
