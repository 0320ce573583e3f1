import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignLines } from './compare.ts';

describe('two versions side by side', () => {
  test('a changed line stands beside the one it replaced, an added one alone', () => {
    expect(alignLines(['甲', '乙', '丙'], ['甲', '乙二', '丙', '丁'])).toEqual([
      { left: '甲', right: '甲' },
      { left: '乙', right: '乙二' },
      { left: '丙', right: '丙' },
      { left: null, right: '丁' },
    ]);
  });

  test('nothing is lost on either side, and the same text has no change', () => {
    const lines = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const pairs = alignLines(left, right);
        expect(pairs.flatMap((pair) => pair.left ?? [])).toEqual(left);
        expect(pairs.flatMap((pair) => pair.right ?? [])).toEqual(right);
        expect(alignLines(left, left).every((pair) => pair.left === pair.right)).toBe(true);
      }),
    );
  });
});
