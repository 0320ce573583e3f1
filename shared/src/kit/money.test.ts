import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as money from './money.ts';
import { Money, yuan } from './money.ts';

const anyMoney = fc.integer({ min: -9e15, max: 9e15 }).map(yuan);

describe('reading amounts', () => {
  test.each([
    ['12,450', 124_500_000],
    ['１２．５', 125_000],
    ['0.0845', 845],
    ['281914.26', 2_819_142_600],
    ['−3', -30_000],
    ['－3', -30_000],
    ['-0', 0],
    [' 1 234 ', 12_340_000],
    ['1.50000000', 15_000],
    ['900000000000', 9e15],
  ])('%s 万元', (text, expected) => {
    expect(money.parseWan(text)).toBe(expected);
  });
  test.each(['', '.5', '5.', '1.00001', '1e5', '12万', '--1', '1.2.3', 'abc', '900000000000.0001', '99999999999999999999'])(
    '%s is not an amount in 万元',
    (text) => {
      expect(money.parseWan(text)).toBeNull();
    },
  );
  test('亿元 have eight decimals', () => {
    expect(money.parseYi('405.34')).toBe(40_534_000_000);
    expect(money.parseYi('0.00000001')).toBe(1);
    expect(money.parseYi('0.000000001')).toBeNull();
  });
  test('what is parsed is money', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,14}(\.\d{1,5})?$/), (text) => {
        const parsed = money.parseWan(text);
        if (parsed !== null) expect(Money.safeParse(parsed).success).toBe(true);
      }),
    );
  });
});

describe('writing amounts', () => {
  test.each([
    [124_500_000, 2, '12,450'],
    [845, 2, '0.08'],
    [850, 2, '0.09'],
    [-850, 2, '−0.09'],
    [-49, 2, '0'],
    [12_345_678_901_234, 2, '1,234,567,890.12'],
    [15_000, 0, '2'],
    [12_345, 9, '1.2345'],
  ])('%i yuan with %i places', (amount, places, expected) => {
    expect(money.formatWan(yuan(amount), places)).toBe(expected);
  });
  test('an amount in full survives writing and reading', () => {
    fc.assert(
      fc.property(anyMoney, (amount) => {
        expect(money.parseWan(money.formatWan(amount, 4))).toBe(amount);
        expect(money.parseYi(money.formatYi(amount, 8))).toBe(amount);
      }),
    );
  });
  test('there is no negative zero', () => {
    expect(Object.is(yuan(-0.4), 0)).toBe(true);
  });
});

describe('ratios', () => {
  test.each([
    [361_200, 396_500, 1, '91.1'],
    [29_700, 40_534, 2, '73.27'],
    [57, 67, 2, '85.07'],
    [1, 8, 2, '12.50'],
    [1, 8, 1, '12.5'],
    [1, 8, 0, '13'],
    [-1, 8, 0, '−13'],
    [-1, 1000, 0, '0'],
    [7, 5, 0, '140'],
  ])('%i of %i with %i decimals', (part, base, decimals, expected) => {
    expect(money.formatPercent(part, base, decimals)).toBe(expected);
  });
  test('nothing is a share of nothing', () => {
    expect(money.formatPercent(0, 0)).toBeNull();
  });
  test('40.00 % is not 39.99 %', () => {
    expect(money.compareRatio(4000, 10_000, 2, 5)).toBe(0);
    expect(money.compareRatio(3999, 10_000, 2, 5)).toBe(-1);
    // Apart by less than a double can tell.
    expect(money.compareRatio(8_999_999_999_999_999, 9e15, 1, 1)).toBe(-1);
    expect(money.compareRatio(8_999_999_999_999_999, 9e15, 8_999_999_999_999_998, 9e15)).toBe(1);
  });
  test('comparing is antisymmetric and blind to a common factor', () => {
    const part = fc.integer({ min: -9e12, max: 9e12 });
    const base = fc.integer({ min: 1, max: 9e12 });
    fc.assert(
      fc.property(part, base, part, base, fc.integer({ min: 1, max: 900 }), (a, b, n, d, k) => {
        expect(money.compareRatio(a, b, n, d) + money.compareRatio(n, d, a, b)).toBe(0);
        expect(money.compareRatio(a * k, b * k, a, b)).toBe(0);
      }),
    );
  });
});
