import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestFinds, rankOf, type SearchKeys } from './search.ts';

const road: SearchKeys = {
  names: ['智能电气产业园建设项目（一期）'],
  pinyin: 'zhi neng dian qi chan ye yuan jian she xiang mu yi qi',
  initials: 'zndqcyyjsxmyq',
  code: '2603-999999-04-01-118650',
  unitName: '开发区管委会',
};

describe('what finds a project', () => {
  test.each([
    ['2603-999999-04-01-118650', 0],
    ['118650', 0],
    ['１１８６５０', 0],
    ['智能', 1],
    ['zndq', 2],
    ['ZNDQ', 2],
    ['zhineng', 3],
    ['zhi neng', 3],
    ["zhi'neng", 3],
    ['zhinengdianq', 3],
    ['产业园', 4],
    ['(一期)', 4],
    ['cyy', 5],
    ['chanye', 6],
    ['999999', 7],
    ['管委会', 8],
  ])('%s finds it at rank %i', (text, rank) => {
    expect(rankOf(road, text)).toBe(rank);
  });
  test.each(['', '  ', "'", '水库', 'xyz', 'hineng', 'ndianqq', '50 ', '%', '_'])('“%s” does not', (text) => {
    expect(rankOf(road, text)).toBe(text === '50 ' ? 7 : null);
  });
  test('pinyin begins with a syllable: what only ends one is not found', () => {
    expect(rankOf({ ...road, names: ['山'], pinyin: 'shan', initials: 's' }, 'an')).toBeNull();
    expect(rankOf({ ...road, names: ['安山'], pinyin: 'an shan', initials: 'as' }, 'an')).toBe(3);
  });
});

test('the best come first, equals in the order in which they came, and never more than asked for', () => {
  const named = (name: string): SearchKeys => ({ names: [name], pinyin: '', initials: '', code: null, unitName: null });
  const all = ['东湖桥', '西湖', '湖东路', '湖西路', '山'].map(named);
  expect(bestFinds(all, (keys) => keys, '湖', 3).map((keys) => keys.names[0])).toEqual(['湖东路', '湖西路', '东湖桥']);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 })), fc.string({ maxLength: 3 }), fc.nat(8), (names, text, limit) => {
      const finds = bestFinds(names.map(named), (keys) => keys, text, limit);
      expect(finds.length).toBeLessThanOrEqual(limit);
      const ranks = finds.map((keys) => rankOf(keys, text));
      expect(ranks).not.toContain(null);
      expect(ranks).toEqual(ranks.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    }),
  );
});
