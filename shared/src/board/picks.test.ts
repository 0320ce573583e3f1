import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from './card.ts';
import type { Picked } from './carry.ts';
import { extended, isPicked, present, toggled } from './picks.ts';
import { sampleCard, sampleId } from './sample-card.ts';
import type { Lists } from './view.ts';

const cards = Array.from({ length: 6 }, (_, at): Card => ({ ...sampleCard, id: sampleId('project', at + 1), key: at + 1 }));
const [a, b, c, d, e] = cards as [Card, Card, Card, Card, Card, Card];
const lists: Lists = { owing: [a, b, c, d], agenda: [e], red: [a] };
const names = (picks: readonly Picked[]) => picks.map(({ card, from }) => `${card.key}${from}`);

describe('picking', () => {
  test('a second press lets go, and a project is picked in one column at a time', () => {
    const one = toggled([], a, 'owing');
    expect(names(one)).toEqual(['1owing']);
    expect(toggled(one, a, 'owing')).toEqual([]);
    expect(names(toggled(one, a, 'red'))).toEqual(['1red']);
  });

  test.each<[string, Picked[], Card, string, string[]]>([
    ['down to a card', [{ card: a, from: 'owing' }], c, 'owing', ['2owing', '3owing', '1owing']],
    ['up to a card', [{ card: d, from: 'owing' }], b, 'owing', ['2owing', '3owing', '4owing']],
    ['in another column, this alone', [{ card: a, from: 'owing' }], e, 'agenda', ['1owing', '5agenda']],
    ['with nothing picked, this alone', [], b, 'owing', ['2owing']],
  ])('everything %s', (_case, picks, card, from, expected) => {
    expect(names(extended(picks, card, from, lists))).toEqual(expected);
  });

  test('a range begins where the one before began', () => {
    const far = extended([{ card: a, from: 'owing' }], d, 'owing', lists);
    expect(names(extended(far, b, 'owing', lists)).at(-1)).toBe('1owing');
  });

  test('what has left its column is no longer picked, and the rest stands in the board’s order', () => {
    const picks = [d, e, a].map((card) => ({ card, from: card === e ? 'agenda' : 'owing' }));
    expect(names(present(picks, lists))).toEqual(['1owing', '4owing', '5agenda']);
    expect(names(present(picks, { ...lists, owing: [a], agenda: [] }))).toEqual(['1owing']);
  });

  test('no project is ever picked twice', () => {
    const acts = fc.array(
      fc.record({ card: fc.constantFrom(...cards), from: fc.constantFrom('owing', 'agenda', 'red'), isRange: fc.boolean() }),
    );
    fc.assert(
      fc.property(acts, (all) => {
        let picks: readonly Picked[] = [];
        for (const { card, from, isRange } of all) picks = isRange ? extended(picks, card, from, lists) : toggled(picks, card, from);
        const ids = picks.map(({ card }) => card.id);
        return new Set(ids).size === ids.length && picks.every(({ card, from }) => isPicked(picks, card, from));
      }),
    );
  });
});
