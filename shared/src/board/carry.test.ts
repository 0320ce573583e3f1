import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from './card.ts';
import { aboveOf, type Carry, lift, type Picked, step } from './carry.ts';
import { sampleCard, sampleId } from './sample-card.ts';
import { type Lists, stacksOf } from './view.ts';
import { view as cycleView } from './views/cycle.ts';
import { view as lampView } from './views/lamps.ts';

const card = (at: number): Card => ({ ...sampleCard, id: sampleId('project', at), key: at });
const [a, b, c, d, e] = [card(1), card(2), card(3), card(4), card(5)] as const;
const lists: Lists = { owing: [d, e], returned: [], agenda: [a, b, c], praise: [], criticise: [], route: [], red: [], black: [] };
const from = (column: string, ...cards: Card[]): Picked[] => cards.map((each) => ({ card: each, from: column }));

describe('carrying by the keyboard', () => {
  test('it is lifted at its own place', () => {
    expect(lift(b, 'agenda', '0', lists)).toMatchObject({ over: 'agenda', index: 1, picks: [{ card: b, from: 'agenda' }] });
  });

  test('up and down go one place and stop at the ends', () => {
    const up = (carry: Carry) => step(carry, 'up', lists, cycleView);
    const down = (carry: Carry) => step(carry, 'down', lists, cycleView);
    const top = up(up(lift(b, 'agenda', '0', lists)));
    expect(top.index).toBe(0);
    expect(aboveOf(top, lists, lists)).toBeNull();
    expect(aboveOf(down(down(down(lift(b, 'agenda', '0', lists)))), lists, lists)).toBe(c);
  });

  test('coming from another column it goes to the end of an ordered one', () => {
    const right = (carry: Carry) => step(carry, 'right', lists, cycleView);
    const carried = right(right(lift(d, 'owing', '0', lists)));
    expect(carried.over).toBe('agenda');
    expect(aboveOf(carried, lists, lists)).toBe(c);
    const home = step(step(carried, 'left', lists, cycleView), 'left', lists, cycleView);
    expect(home).toEqual(lift(d, 'owing', '0', lists));
  });

  test('it does not leave the board at its edges, and a column that sorts itself has no places', () => {
    expect(step(lift(d, 'owing', '0', lists), 'left', lists, cycleView)).toEqual(lift(d, 'owing', '0', lists));
    expect(step(lift(e, 'owing', '0', lists), 'up', lists, cycleView).index).toBe(1);
  });

  test('wherever the keys lead, the cards are over a column of the view, at a place that it has', () => {
    const keys = fc.array(fc.constantFrom('left' as const, 'right' as const, 'up' as const, 'down' as const), { maxLength: 30 });
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom(from('agenda', b), from('agenda', a, c), [...from('owing', d), ...from('agenda', b)]),
        (path, picks) => {
          const [lead] = picks;
          if (!lead) return false;
          const end = path.reduce((carry, key) => step(carry, key, lists, cycleView), lift(lead.card, lead.from, '0', lists, picks));
          const staying = (lists[end.over] ?? []).filter((each) => picks.every((pick) => pick.card.id !== each.id));
          return end.index >= 0 && end.index <= staying.length && end.picks === picks;
        },
      ),
    );
  });
});

describe('several at once', () => {
  test('none of them is a neighbour of the place they go to', () => {
    const carry = lift(a, 'agenda', '0', lists, from('agenda', a, b));
    expect(carry.index).toBe(0);
    expect(aboveOf({ ...carry, index: 1 }, lists, lists)).toBe(c);
  });
});

describe('where filters and lanes leave cards out of sight', () => {
  // A lane, or a filter, that shows b alone of the agenda a b c.
  const shown: Lists = { ...lists, agenda: [b] };
  test.each<[string, number, Card | null]>([
    ['above the first that is shown: right before it', 0, a],
    ['below it: right behind it', 1, b],
  ])('%s', (_case, index, above) => {
    expect(aboveOf({ picks: from('owing', d), over: 'agenda', index }, shown, lists)).toBe(above);
  });

  test('where nothing is shown it goes to the end', () => {
    expect(aboveOf({ picks: from('owing', d), over: 'agenda', index: 0 }, { ...lists, agenda: [] }, lists)).toBe(c);
  });

  test('the order of what is in sight is as it was dropped, whatever is hidden', () => {
    const whole = Array.from({ length: 8 }, (_, at) => card(at + 10));
    fc.assert(
      fc.property(fc.subarray(whole), fc.nat(8), (visible, at) => {
        const index = Math.min(at, visible.length);
        const above = aboveOf({ picks: from('owing', d), over: 'agenda', index }, { agenda: visible }, { agenda: whole });
        const after = [...whole];
        after.splice(above ? whole.indexOf(above) + 1 : 0, 0, d);
        const seen = after.filter((each) => each === d || visible.includes(each));
        expect(seen.indexOf(d)).toBe(index);
      }),
    );
  });
});

test('a head stands over each column, or over those that the view stacks', () => {
  expect(stacksOf(lampView).map(({ columns }) => columns)).toEqual([['unrated'], ['green'], ['yellow'], ['red']]);
  expect(stacksOf(cycleView).flatMap(({ columns }) => columns)).toEqual(cycleView.columns);
});
