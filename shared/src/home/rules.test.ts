import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../board/card.ts';
import { sampleCard } from '../board/sample-card.ts';
import { makeId } from '../kit/ids.ts';
import { firstOf, HOME_ROWS, isLeadersOwn, lampCounts, owedReturns, owingUnits, returning, troubled } from './rules.ts';

const unit = (sign: string) => makeId('unit', sign.repeat(32));
const [housing, water] = [unit('a'), unit('b')] as const;
const card = (key: number, fields: Partial<Card> = {}): Card => ({ ...sampleCard, key, ...fields });
const keys = (cards: readonly { key: number }[]) => cards.map(({ key }) => key);

describe('what is owed', () => {
  test('comes in the order of lateness: sent back, missed last week, red, yellow, not rated, green', () => {
    const cards = [
      card(1, { lamp: 'green', returned: null }),
      card(2, { lamp: 'red', returned: 'submitted' }),
      card(3, { lamp: 'red', returned: null }),
      card(4, { lamp: null, returned: null }),
      card(5, { lamp: 'yellow', returned: null }),
      card(6, { lamp: 'green', returned: null, missedLastWeek: true }),
      card(7, { lamp: 'green', returned: 'sent-back' }),
      card(8, { lamp: 'green', returned: 'accepted' }),
    ];
    expect(keys(owedReturns(cards))).toEqual([7, 6, 3, 5, 4, 1]);
  });

  test('is asked of active projects outside the reserve alone', () => {
    const cards = [card(1), card(2, { standing: 'suspended' }), card(3, { yearClass: 'reserve' })];
    expect(keys(returning(cards))).toEqual([1]);
  });

  test('is counted by unit, the one that owes most first; who owes nothing is not named', () => {
    const cards = [
      card(1, { unitId: housing, unitName: '住建局', returned: 'accepted' }),
      card(2, { unitId: housing, unitName: '住建局', returned: null }),
      card(3, { unitId: water, unitName: '水利局', returned: null }),
      card(4, { unitId: water, unitName: '水利局', returned: 'sent-back' }),
      card(5, { unitId: unit('c'), unitName: '教育局', returned: 'submitted' }),
    ];
    expect(owingUnits(cards)).toEqual([
      { unitId: water, unitName: '水利局', owed: 2, total: 2 },
      { unitId: housing, unitName: '住建局', owed: 1, total: 2 },
    ]);
  });
});

describe('a leader’s projects', () => {
  const leader = { name: '郑副区长', unitIds: new Set([water]) };
  test.each([
    ['answered for by name', { leaderName: '郑副区长', unitId: housing }, true],
    ['of a linked unit', { leaderName: '钱副区长', unitId: water }, true],
    ['of another leader', { leaderName: '钱副区长', unitId: housing }, false],
    ['of nobody', { leaderName: null, unitId: housing }, false],
  ] as const)('%s', (_what, fields, isOwn) => {
    expect(isLeadersOwn(fields, leader)).toBe(isOwn);
  });

  test('stand red before yellow, the longest overdue step first; green, not rated and suspended ones are left out', () => {
    const step = (overdueDays: number) => ({ name: '环评', dueOn: null, overdueDays });
    const cards = [
      card(1, { lamp: 'yellow', nextStep: step(9) }),
      card(2, { lamp: 'red', nextStep: null }),
      card(3, { lamp: 'red', nextStep: step(3) }),
      card(4, { lamp: 'green' }),
      card(5, { lamp: null }),
      card(6, { lamp: 'red', standing: 'suspended' }),
    ];
    expect(keys(troubled(cards))).toEqual([3, 2, 1]);
    expect(lampCounts(cards)).toEqual({ red: 2, yellow: 1, green: 1 });
  });
});

test('a part shows its first rows and says how many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (all) => {
      const { total, first } = firstOf(all);
      expect(total).toBe(all.length);
      expect(first).toEqual(all.slice(0, HOME_ROWS));
    }),
  );
});
