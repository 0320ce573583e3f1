import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from './card.ts';
import { sampleCard, sampleId } from './sample-card.ts';
import { listsOf } from './view.ts';
import { view as lamps } from './views/lamps.ts';

const cards: fc.Arbitrary<Card[]> = fc
  .uniqueArray(
    fc.record({
      key: fc.integer({ min: 1, max: 40 }),
      lamp: fc.constantFrom('red', 'yellow', 'green', null),
      missedLastWeek: fc.boolean(),
    }),
    { selector: ({ key }) => key, maxLength: 20 },
  )
  .map((made) => made.map((card) => ({ ...sampleCard, ...card, id: sampleId('project', card.key) })));

describe('the lists of a view', () => {
  test('come to the same from the lists before as from nothing', () => {
    fc.assert(
      fc.property(cards, cards, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (before, others, stays) => {
        // Some cards stay as they were, some are others, some come, some go.
        const after = [...before.filter((card, at) => stays[at] && !others.some(({ id }) => id === card.id)), ...others];
        const lists = listsOf(before, lamps);
        expect(listsOf(after, lamps, { cards: before, lists })).toEqual(listsOf(after, lamps));
      }),
    );
  });

  test('are the same lists where nothing has left or entered a column', () => {
    const red: Card = { ...sampleCard, lamp: 'red', id: sampleId('project', 1) };
    const green: Card = { ...sampleCard, lamp: 'green', id: sampleId('project', 2) };
    const before = [red, green];
    const lists = listsOf(before, lamps);
    const again = listsOf([red, { ...green, name: '改名' }], lamps, { cards: before, lists });
    expect(again.red).toBe(lists.red);
    expect(again.green).not.toBe(lists.green);
    expect(again.green.map(({ name }) => name)).toEqual(['改名']);
  });
});
