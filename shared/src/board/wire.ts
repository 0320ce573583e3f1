import { type Packed, pack, unpack } from '../kit/columns.ts';
import type { Id } from '../kit/ids.ts';
import type { BoardSnapshot, Card } from './card.ts';

/** The board as it is sent: the cards by column. The sequence number travels in a header, so that these bytes stay as long as the cards do. */
export type BoardWire = { header: BoardSnapshot['header']; cards: Packed<Card> };

/** Where the board is fetched from, with the agenda of a series; null is the district's own. */
export function boardPath(seriesId: Id<'meetingSeries'> | null): string {
  return seriesId ? `/board/snapshot?series=${seriesId}` : '/board/snapshot';
}

/** The header of the answer that says through which sequence number it is true. */
export const SEQ_HEADER = 'tuijin-seq';

/** Packs a board to be sent. */
export function toWire({ header, cards }: Omit<BoardSnapshot, 'seq'>): BoardWire {
  return { header, cards: pack(cards) };
}

/** The board that was sent, true through a sequence number. */
export function fromWire({ header, cards }: BoardWire, seq: number): BoardSnapshot {
  return { seq, header, cards: unpack(cards) };
}
