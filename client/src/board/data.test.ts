import { expect, test } from 'vitest';
import type { BoardDelta, BoardSnapshot, Card } from '#shared/board/card.ts';
import { merge } from './data.ts';

function card(id: string, name = id): Card {
  return { id, name } as unknown as Card;
}

const header = { week: '2026-W44' } as unknown as BoardSnapshot['header'];
const board: BoardSnapshot = { seq: 10, header, cards: [card('a'), card('b')] };

function delta(seq: number, cards: Card[], gone: string[] = []): BoardDelta {
  return { seq, header, cards, gone: gone as unknown as BoardDelta['gone'] };
}

test('a card that did not change stays the same object, so that it is not drawn again', () => {
  const after = merge(board, delta(11, [card('b', 'renamed')]));
  expect(after.cards[0]).toBe(board.cards[0]);
  expect(after.cards[1]?.name).toBe('renamed');
});

test('a new project is added, one that left is taken away', () => {
  const after = merge(board, delta(11, [card('c')], ['a']));
  expect(after.cards.map((each) => each.id)).toEqual(['b', 'c']);
});

test('an answer that comes late does not turn the board back', () => {
  expect(merge(board, delta(9, [card('a', 'old')]))).toBe(board);
});
