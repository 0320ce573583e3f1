import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from './bands.ts';
import { gapsOf } from './gaps.ts';
import { isShare, metricKinds } from './metrics.ts';
import { presets } from './presets/all.ts';
import type { Bound } from './schema.ts';

const at = (value: string, inclusive: boolean): Bound => ({ value, inclusive });

describe('the values that a rule leaves open', () => {
  test('银川 leaves those between 0 and 10 points', () => {
    const lag = presets.flatMap(({ dimensions }) => dimensions).find(({ metric }) => metric === 'lagPoints');
    expect(lag && gapsOf(lag.metric, lag.bands)).toEqual([{ from: at('0', false), to: at('10', false) }]);
  });

  test.each(presets.filter(({ id }) => id !== 'yinchuan-2025').map((preset) => [preset.id, preset] as const))(
    '%s leaves none',
    (_, preset) => {
      expect(preset.dimensions.flatMap(({ metric, bands }) => gapsOf(metric, bands))).toEqual([]);
    },
  );

  test.each([
    ['nothing is counted below zero', 'ratioToPlan', [{ from: at('0', true), to: null }], []],
    ['who is ahead of the plan lies below zero', 'lagPoints', [{ from: at('0', true), to: null }], [{ from: null, to: at('0', false) }]],
    [
      'no whole number lies between 1 and 2',
      'stepOverdueWorkdays',
      [
        { from: null, to: at('1', true) },
        { from: at('2', true), to: null },
      ],
      [],
    ],
    [
      'one lies between 1 and 3',
      'stepOverdueWorkdays',
      [
        { from: null, to: at('1', true) },
        { from: at('3', true), to: null },
      ],
      [{ from: at('1', false), to: at('3', false) }],
    ],
    [
      'a single value is a gap',
      'lagPoints',
      [
        { from: null, to: at('5', false) },
        { from: at('5', false), to: null },
      ],
      [{ from: at('5', true), to: at('5', true) }],
    ],
    ['the last place is 1', 'rankFromEnd', [{ from: at('1', true), to: null }], []],
  ] as const)('%s', (_, metric, bands, expected) => {
    expect(gapsOf(metric, bands)).toEqual(expected);
    expect(gapsOf(metric, bands.toReversed())).toEqual(expected);
  });

  test('every value lies in a band or in a gap, and never in both', () => {
    const dimensions = presets.flatMap((preset) => preset.dimensions);
    fc.assert(
      fc.property(fc.constantFrom(...dimensions), fc.integer({ min: -400, max: 4_000 }), ({ metric, bands }, tenths) => {
        const { counts, least } = metricKinds[metric];
        const number = counts === 'whole' ? Math.round(tenths / 10) : tenths / 10;
        fc.pre(number >= least);
        const value = isShare(metric) ? { part: Math.round(number * 10), base: 1_000 } : { part: Math.round(number * 10), base: 10 };
        const holds = (stretch: (typeof bands)[number] | { from: Bound | null; to: Bound | null }) =>
          isWithin(value, isShare(metric), stretch);
        expect(bands.some(holds)).not.toBe(gapsOf(metric, bands).some(holds));
      }),
    );
  });
});
