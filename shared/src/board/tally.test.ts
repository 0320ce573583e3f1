import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeId } from '../kit/ids.ts';
import { Lamp } from '../lamps/schema.ts';
import type { Card } from './card.ts';
import { isLate } from './filter.ts';
import { sampleCard as base } from './sample-card.ts';
import { returnsOf, stackTallyOf, tallyOf } from './tally.ts';

const someCard = fc.record({
  kind: fc.constantFrom<Card['kind']>('key', 'reconstruction'),
  lamp: fc.constantFrom<Card['lamp']>(...Lamp.options, null),
  missedLastWeek: fc.boolean(),
  unitName: fc.constantFrom('交通局', '住建局', '水利局'),
  leaderName: fc.constantFrom('李副区长', '赵副区长', null),
  returned: fc.constantFrom<Card['returned']>('submitted', 'accepted', 'sent-back', null),
});
const cards = fc
  .array(someCard)
  .map((some) => some.map((each, at): Card => ({ ...base, ...each, key: at, unitId: unitIdOf(each.unitName) })));

function unitIdOf(name: string): Card['unitId'] {
  return makeId('unit', (name.codePointAt(0) ?? 0).toString(16).padStart(32, '0'));
}

describe('the tally of the board', () => {
  test('one pass counts what filters would find', () => {
    fc.assert(
      fc.property(cards, (all) => {
        const tally = tallyOf(all);
        for (const lamp of Lamp.options) expect(tally.lamp[lamp]).toBe(all.filter((card) => card.lamp === lamp).length);
        expect(tally.kind.key + tally.kind.reconstruction).toBe(all.length);
        expect(tally.late).toBe(all.filter(isLate).length);
        expect(new Set(tally.units.map(({ id }) => id))).toEqual(new Set(all.map((card) => card.unitId)));
        expect(new Set(tally.leaders)).toEqual(new Set(all.flatMap((card) => card.leaderName ?? [])));
      }),
    );
  });

  test('a card under two columns of one head counts once', () => {
    fc.assert(
      fc.property(cards, (all) => {
        const twice = stackTallyOf([all, all.filter(isLate)]);
        expect(twice).toEqual(stackTallyOf([all]));
        expect(twice.count).toBe(all.length);
      }),
    );
  });

  test('nobody has sent more than is owed', () => {
    fc.assert(
      fc.property(cards, (all) => {
        const { owing, done } = returnsOf(all);
        expect(done).toBeLessThanOrEqual(owing);
        expect(owing).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
