import { createContext, type KeyboardEvent, type MouseEvent, type PointerEvent, useContext } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import type { Card } from '#shared/board/card.ts';
import type { View } from '#shared/board/view.ts';
import type { Density } from '#shared/preferences/schema.ts';
import type { OnMove } from './moves.ts';

/** Where a card is met: its column, in a lane. */
export type Spot = { column: string; lane: string };

/** What the cards of a board have in common. It stays the same object while cards move, so that only what moved is drawn anew. */
export type BoardTools = {
  view: View;
  role: Role;
  density: Density;
  canMove: boolean;
  canReturn: boolean;
  nameOf: (column: string) => string;
  /** The last card of a column: a move by menu goes behind it. */
  lastOf: (column: string) => Card | null;
  onMove: OnMove;
  onKey: (event: KeyboardEvent<HTMLElement>, card: Card, spot: Spot) => void;
  onPress: (event: MouseEvent<HTMLElement>, card: Card, spot: Spot) => void;
  onDrag: (event: PointerEvent<HTMLElement>, card: Card, spot: Spot) => void;
  onLongPress: (card: Card, spot: Spot) => void;
  onPick: (card: Card, spot: Spot) => void;
  onOpen: (card: Card) => void;
};

export const BoardContext = createContext<BoardTools | null>(null);

/** The board that a card stands on. */
export function useBoardTools(): BoardTools {
  const tools = useContext(BoardContext);
  if (!tools) throw new Error('a card outside the board');
  return tools;
}
