import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNear, nearKey } from './names.ts';
import { nearIndexes } from './near.ts';

const key = fc.string({ unit: fc.constantFrom('东', '西', '林', '水'), maxLength: 12 });

describe('near names', () => {
  it('are the same pairs that comparing every two of them gives', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), fc.array(key, { maxLength: 12 }), (ours, theirs) => {
        const found = nearIndexes(ours, theirs);
        ours.forEach((our, index) => {
          const expected = theirs.flatMap((their, at) => (areNear(our, their) ? [at] : []));
          expect(found.get(index) ?? []).toEqual(expected);
        });
      }),
    );
  });

  it('are found among 10,000 that begin alike without comparing each with each', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => nearKey(`灾后恢复重建第${index}号排洪沟修复加固工程`));
    let compared = 0;
    const counted = keys.map((text) => text);
    counted.push(`${keys[77]}及附属`);
    const found = nearIndexes(counted, counted);
    for (const list of found.values()) compared += list.length;
    expect(found.get(10_000)).toEqual([77, 10_000]);
    expect(compared).toBeLessThan(10_010);
  });
});
