import { type ReactNode, useCallback, useMemo } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { type CycleColumn, cycleView, startTimes } from '#shared/board/cycle.ts';
import { lanesOf } from '#shared/board/lanes.ts';
import { useMessages } from '../app/language.tsx';
import { Board, type OnMove } from './Board.tsx';
import styles from './CycleBoard.module.css';
import type { Lists } from './carry.ts';
import { AgendaCard, FlagCard, NominationCard, StopCard } from './EntryCard.tsx';
import { ColumnHead, GroupHeads } from './Heads.tsx';
import { ProjectCard } from './ProjectCard.tsx';

type CycleBoardProps = {
  header: BoardHeader;
  /** Every card, for the counts over the columns. */
  all: readonly Card[];
  /** The cards that pass the filters. */
  cards: readonly Card[];
  role: Role;
  canMove: boolean;
  canReturn: boolean;
  onMove: OnMove<CycleColumn>;
};

/** 周 月 季 side by side. */
export function CycleBoard({ header, all, cards, role, canMove, canReturn, onMove }: CycleBoardProps) {
  const { board } = useMessages();
  const lanes = useMemo(() => lanesOf(cards, null), [cards]);
  const nameOf = useCallback((column: CycleColumn) => board.columns[column], [board]);
  const { time } = header.meeting;
  const startsOf = useCallback((lists: Lists<CycleColumn>) => startTimes(time, minutesOf(lists)), [time]);
  const face = useCallback(
    (column: CycleColumn, card: Card, index: number, menu: ReactNode, lists: Lists<CycleColumn>) => (
      <CardFace
        column={column}
        card={card}
        index={index}
        menu={menu}
        startsAt={column === 'agenda' ? (startsOf(lists)[index] ?? '') : ''}
      />
    ),
    [startsOf],
  );
  const slotText = (column: CycleColumn, index: number, lists: Lists<CycleColumn>) =>
    column === 'agenda' ? board.nth(index + 1, startTimes(time, [...minutesOf(lists), 0])[index] ?? time) : board.place(index + 1);

  return (
    <Board {...{ view: cycleView, lanes, role, canMove, canReturn, nameOf, face, slotText, onMove }}>
      {([only]) =>
        only && (
          <div className={styles.board}>
            <GroupHeads header={header} cards={all} />
            <div className={styles.first}>
              <ColumnHead name="owing" header={header} lists={only.lists} />
              {only.column('owing', { isLong: true, empty: board.emptyOwing })}
            </div>
            <div className={styles.next}>
              <ColumnHead name="returned" header={header} lists={only.lists} />
              {only.column('returned', { isLong: true })}
            </div>
            <div className={styles.next}>
              <ColumnHead name="agenda" header={header} lists={only.lists} />
              <div className={styles.scroll}>{only.column('agenda')}</div>
            </div>
            <div className={styles.group}>
              <ColumnHead name="bulletin" header={header} lists={only.lists} />
              <div className={styles.scroll}>
                <PartHead label={board.columns.praise} count={only.lists.praise.length} />
                {only.column('praise')}
                <PartHead label={board.columns.criticise} count={only.lists.criticise.length} />
                {only.column('criticise')}
              </div>
            </div>
            <div className={styles.group}>
              <ColumnHead name="route" header={header} lists={only.lists} />
              <div className={styles.scroll}>{only.column('route')}</div>
            </div>
            <div className={styles.next}>
              <ColumnHead name="flags" header={header} lists={only.lists} />
              <div className={styles.scroll}>
                <PartHead label={board.columns.red} count={only.lists.red.length} />
                {only.column('red', { empty: board.flagDrop })}
                <PartHead label={board.columns.black} count={only.lists.black.length} />
                {only.column('black', { empty: board.flagDrop })}
              </div>
            </div>
          </div>
        )
      }
    </Board>
  );
}

function minutesOf(lists: Lists<CycleColumn>): number[] {
  return lists.agenda.map((card) => card.agenda?.minutes ?? 0);
}

type FaceProps = { column: CycleColumn; card: Card; index: number; startsAt: string; menu: ReactNode };

function CardFace({ column, card, index, startsAt, menu }: FaceProps) {
  switch (column) {
    case 'owing':
    case 'returned':
      return <ProjectCard card={card} menu={menu} />;
    case 'agenda':
      return <AgendaCard card={card} position={index + 1} startsAt={startsAt} menu={menu} />;
    case 'praise':
    case 'criticise':
      return <NominationCard card={card} position={index + 1} menu={menu} />;
    case 'route':
      return <StopCard card={card} position={index + 1} menu={menu} />;
    case 'red':
    case 'black':
      return <FlagCard card={card} position={index + 1} menu={menu} />;
  }
}

function PartHead({ label, count }: { label: string; count: number }) {
  return (
    <h4 className={styles.part}>
      {label}
      <span>{count}</span>
    </h4>
  );
}
