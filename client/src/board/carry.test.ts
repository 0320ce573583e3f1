import { describe, expect, test } from 'vitest';
import type { Card } from '#shared/board/card.ts';
import { type CycleColumn, cycleView } from '#shared/board/cycle.ts';
import { aboveOf, type Carry, type Lists, lift, step } from './carry.ts';

function card(name: string): Card {
  return { id: name, name } as unknown as Card;
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(card) as [Card, Card, Card, Card];
const lists: Lists<CycleColumn> = { owing: [d], returned: [], agenda: [a, b, c], praise: [], criticise: [], route: [], red: [], black: [] };

describe('carrying a card by the keyboard', () => {
  test('it is lifted at its own place', () => {
    expect(lift(b, 'agenda', '', lists)).toMatchObject({ over: 'agenda', index: 1 });
  });

  test('up and down go one place and stop at the ends', () => {
    const top = step(step(lift(b, 'agenda', '', lists), 'up', lists, cycleView), 'up', lists, cycleView);
    expect(top.index).toBe(0);
    expect(aboveOf(top, lists)).toBeNull();
    const end = ['down', 'down', 'down'].reduce<Carry<CycleColumn>>(
      (carry) => step(carry, 'down', lists, cycleView),
      lift(b, 'agenda', '', lists),
    );
    expect(aboveOf(end, lists)).toBe(c);
  });

  test('coming from another column it goes to the end of an ordered one', () => {
    const carried = step(step(lift(d, 'owing', '', lists), 'right', lists, cycleView), 'right', lists, cycleView);
    expect(carried.over).toBe('agenda');
    expect(aboveOf(carried, lists)).toBe(c);
  });

  test('it does not leave the board at its edges', () => {
    expect(step(lift(d, 'owing', '', lists), 'left', lists, cycleView)).toEqual(lift(d, 'owing', '', lists));
  });

  test('a column that sorts itself has no places', () => {
    expect(step(lift(d, 'owing', '', lists), 'down', lists, cycleView).index).toBe(0);
  });
});
