import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import type { Picked } from '#shared/board/carry.ts';
import { type LaneKey, lanesOf } from '#shared/board/lanes.ts';
import { extended, present, toggled } from '#shared/board/picks.ts';
import { listsOf, type View } from '#shared/board/view.ts';
import { useMessages } from '../app/language.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { isComposing } from '../kit/keys.ts';
import { useLanguage } from '../kit/language.ts';
import { whenPainted } from '../kit/painted.ts';
import { part } from '../kit/part.ts';
import { useUndoLast } from '../kit/Toast.tsx';
import { usePreferences } from '../preferences/preferences.ts';
import styles from './Board.module.css';
import { BoardGrid } from './BoardGrid.tsx';
import { CardFace } from './CardFace.tsx';
import { type Direction, useCarrying } from './carrying.ts';
import { BoardContext, type BoardTools, type Spot } from './context.ts';
import { useFollow } from './follow.ts';
import { useLists } from './lists.ts';
import type { OnMove } from './moves.ts';
import { focusNeighbour } from './neighbour.ts';
import { usePlaces } from './places.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { agendaName } from './series.ts';

type BoardProps = {
  view: View;
  header: BoardHeader;
  /** Every card, for what a column holds beyond filters and lanes. */
  allCards: readonly Card[];
  /** The cards that pass the filters. */
  cards: readonly Card[];
  laneKey: LaneKey | null;
  role: Role;
  onMove: OnMove;
  /** Where the page finds the way to send the focus after a card. */
  followRef: RefObject<(card: Card, column: string) => void>;
  /** Lays a card open beside the board. */
  onOpen: (card: Card) => void;
};

const DragLayer = part(async () => (await import('../kit/DragLayer.tsx')).DragLayer);

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** Any view of the board: the same cards, picked and carried by mouse, finger, keys or menu. What differs is the view. */
export const Board = memo(function Board(props: BoardProps) {
  const { view, header, allCards, cards, laneKey, role, onMove, followRef, onOpen } = props;
  const { board } = useMessages();
  const { language } = useLanguage();
  const { density, letterKeys } = usePreferences();
  const undoLast = useUndoLast();
  const [spoken, setSpoken] = useState('');
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const canMove = mayCall(role, view.needs);
  const canReturn = mayCall(role, 'returns.submit');
  const all = useLists(allCards, view);
  const drawn = useMemo(
    () =>
      lanesOf(cards, laneKey).map((lane, at) => ({
        ...{ id: String(at), lane },
        lists: laneKey === null && cards === allCards ? all : listsOf(lane.cards, view),
      })),
    [all, allCards, cards, laneKey, view],
  );
  const shown = useMemo(() => (laneKey === null ? (drawn[0]?.lists ?? {}) : listsOf(cards, view)), [cards, drawn, laneKey, view]);
  const picks = useMemo(() => present(picked, shown), [picked, shown]);
  const { followed, follow, letGo } = useFollow(drawn);
  followRef.current = follow;
  const agenda = agendaName(header);
  const nameOf = useCallback(
    (column: string) => (column === 'agenda' && agenda) || (view.words[language].columns[column] ?? column),
    [view, language, agenda],
  );
  const places = usePlaces(view, all, header);

  const move: OnMove = (moved, target) => {
    const heard = onMove(moved, target);
    if (heard === 'moved' && picked.length > 0) setPicked([]);
    return heard;
  };
  const { carry, isByKeys, liftByKey, carryByKey, drag } = useCarrying({
    ...{ view, drawn, all, picks, places, nameOf },
    ...{ onMove: move, onDropped: follow, say: setSpoken },
  });

  function sayPicks(next: readonly Picked[]): void {
    setPicked(next);
    setSpoken(next.length > 0 ? board.pickedCount(next.length) : board.unpicked);
  }

  function onKey(event: KeyboardEvent<HTMLElement>, card: Card, spot: Spot): void {
    // A key of the card's menu, or one that an input method has, is not the card's.
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    letGo();
    const direction = arrows[event.key];
    const letter = letterKeys ? event.key.toLowerCase() : '';
    if (carry && isByKeys()) carryByKey(event.key, direction, carry);
    else if (event.key === ' ' && canMove) liftByKey(card, spot);
    else if (event.key === 'Enter') onOpen(card);
    else if (event.key === 'Escape' && picks.length > 0 && !carry) sayPicks([]);
    else if (direction && event.shiftKey && canMove) {
      const next = focusNeighbour(event.currentTarget, direction);
      const reached = next?.column === spot.column && all[spot.column]?.find((each) => each.id === next.id);
      const from = picks.length === 0 ? [{ card, from: spot.column }] : picks;
      if (reached) sayPicks(extended(from, reached, spot.column, shown));
    } else if (direction) focusNeighbour(event.currentTarget, direction);
    else if (letter === 'j' || letter === 'k') focusNeighbour(event.currentTarget, letter === 'j' ? 'down' : 'up');
    else if (letter === 'x' && canMove) sayPicks(toggled(picks, card, spot.column));
    else if (letter === 'z' && !event.shiftKey) undoLast();
    else if (event.key === 'ContextMenu') event.currentTarget.querySelector('button')?.click();
    else return;
    event.preventDefault();
  }

  function onPress(event: MouseEvent<HTMLElement>, card: Card, { column }: Spot): void {
    if (!canMove || !(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    if (event.target.closest('button, a')) return;
    const { nativeEvent } = event;
    const isFinger = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
    if (event.shiftKey) sayPicks(extended(picks, card, column, shown));
    else if (event.ctrlKey || event.metaKey || (isFinger && picks.length > 0)) sayPicks(toggled(picks, card, column));
    else if (picks.length > 0) sayPicks([]);
  }

  const acts = {
    onMove: (moved: readonly Picked[], target: Parameters<OnMove>[1]) => {
      const heard = move(moved, target);
      const [first] = moved;
      if (first && heard !== 'nothing') follow(first.card, heard === 'refused' ? first.from : target.column);
      if (first && heard === 'moved') setSpoken(board.dropped(first.card.name, nameOf(target.column)));
      return heard;
    },
    onKey,
    onPress,
    onPick: (card: Card, { column }: Spot) => sayPicks(toggled(picks, card, column)),
    lastOf: (column: string) => all[column]?.at(-1) ?? null,
  };
  const latest = useRef(acts);
  latest.current = acts;
  const tools = useMemo(
    (): BoardTools => ({
      ...{ view, role, density, canMove, canReturn, nameOf },
      lastOf: (column) => latest.current.lastOf(column),
      onMove: (moved, target) => latest.current.onMove(moved, target),
      onKey: (event, card, spot) => latest.current.onKey(event, card, spot),
      onPress: (event, card, spot) => latest.current.onPress(event, card, spot),
      onDrag: (event, card, spot) => drag.press(event, { card, spot }, event.currentTarget),
      onLongPress: (card, spot) => latest.current.onPick(card, spot),
      onPick: (card, spot) => latest.current.onPick(card, spot),
      onOpen,
    }),
    [view, role, density, canMove, canReturn, nameOf, onOpen, drag.press],
  );

  // The hand is fetched once the cards are in sight, so that it is there before the first press and not before the cards.
  useEffect(() => (canMove ? whenPainted(drag.want) : undefined), [canMove, drag.want]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was picked in one view is not picked in another
  useEffect(() => setPicked([]), [view]);

  return (
    <BoardContext value={tools}>
      <div className={styles.board} data-density={density} onPointerDownCapture={letGo}>
        <BoardGrid {...{ view, header, allCards, drawn, shown, all, laneKey, carry, picks, places, followed }} isByKeys={isByKeys()} />
        {picks.length > 0 && <SelectionBar picks={picks} onClear={() => sayPicks([])} />}
      </div>
      {drag.isWanted && (
        <Suspense fallback={null}>
          <DragLayer drag={drag.drag}>
            {carry && !isByKeys() && (
              <div className={styles.held}>
                <CardFace
                  face={view.face(carry.from)}
                  card={carry.card}
                  place={places.placeOf(carry.from, carry.card)}
                  startsAt={places.startOf(carry.from, carry.card)}
                  density={density}
                />
                {carry.picks.length > 1 && <b className={styles.many}>{carry.picks.length}</b>}
              </div>
            )}
          </DragLayer>
        </Suspense>
      )}
      <Hidden>
        <span role="status" aria-live="assertive">
          {spoken}
        </span>
      </Hidden>
    </BoardContext>
  );
});
