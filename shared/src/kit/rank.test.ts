import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { between, compareKeys, keyAgain, OrderKey, sequence } from './rank.ts';

const anyKey = fc.stringMatching(/^[0-9A-Za-z]{0,6}[1-9A-Za-z]$/).map((text) => OrderKey.parse(text));

describe('order keys', () => {
  test('a key between two others sorts between them, bytewise', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        if (a === b) return;
        const [low, high] = a < b ? [a, b] : [b, a];
        const key = between(low, high);
        expect(OrderKey.safeParse(key).success).toBe(true);
        expect(compareKeys(low, key)).toBe(-1);
        expect(compareKeys(key, high)).toBe(-1);
      }),
      { numRuns: 2000 },
    );
  });
  test('there is room before the first and after the last', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(between(null, key) < key && key < between(key, null)).toBe(true);
      }),
    );
  });
  test('any run of insertions keeps the list’s order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 120 }), (places) => {
        const keys: OrderKey[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, between(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect([...keys].sort(compareKeys)).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
  test('what is put back stands at its own key, or right behind whoever has it now', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyKey, { maxLength: 20 }), anyKey, (keys, wanted) => {
        const items = keys.map((orderKey, at) => ({ id: String(at), orderKey }));
        const key = keyAgain(items, wanted);
        expect(keys).not.toContain(key);
        const behind = keys
          .filter((each) => each < key)
          .sort(compareKeys)
          .at(-1);
        expect(key === wanted || behind === wanted).toBe(true);
      }),
    );
    const own = OrderKey.parse('V');
    expect(keyAgain([{ id: 'a', orderKey: own }], own, 'a')).toBe(own);
  });
  test.each([
    ['behind the last', (keys: OrderKey[]) => between(keys.at(-1) ?? null, null)],
    ['before the first', (keys: OrderKey[]) => between(null, keys.at(-1) ?? null)],
    ['behind the second', (keys: OrderKey[]) => between(keys.at(-1) ?? OrderKey.parse('V'), OrderKey.parse('W'))],
  ])('a hundred thousand in a row %s stay short enough for an index', (_where, next) => {
    const keys: OrderKey[] = [];
    for (let i = 0; i < 100_000; i++) keys.push(next(keys));
    expect(keys.every((key) => OrderKey.safeParse(key).success)).toBe(true);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(8);
    const isRising = (keys[0] ?? '') < (keys[1] ?? '');
    expect([...keys].sort(compareKeys)).toEqual(isRising ? keys : keys.reverse());
  });
  test('a thousand insertions right behind one item stay short enough for an index', () => {
    const low = between(null, null);
    let high = between(low, null);
    for (let i = 0; i < 1000; i++) high = between(low, high);
    expect(high.length).toBeLessThan(220);
  });
  test.each([0, 1, 2, 61, 62, 63, 500, 4000])('%i keys made at once ascend, are valid and short', (count) => {
    const keys = sequence(count);
    expect(keys).toHaveLength(count);
    expect(new Set(keys).size).toBe(count);
    expect([...keys].sort(compareKeys)).toEqual(keys);
    for (const key of keys) {
      expect(OrderKey.safeParse(key).success).toBe(true);
      expect(key.length).toBeLessThanOrEqual(4);
    }
  });
});
