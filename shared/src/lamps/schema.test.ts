import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from './bands.ts';
import { presets } from './presets/all.ts';
import { tuijinDefault } from './presets/tuijin-default.ts';
import { RuleSet } from './schema.ts';

const progress = tuijinDefault.dimensions[0];
const withBands = (bands: unknown[]) => RuleSet.safeParse({ ...tuijinDefault, dimensions: [{ ...progress, bands }] });

describe('a rule set is data', () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))('%s survives the way through JSON', (_, preset) => {
    expect(RuleSet.parse(JSON.parse(JSON.stringify(preset)))).toEqual(preset);
  });
  test('two bands may meet but not claim the same value', () => {
    const low = { lamp: 'green', from: null, to: { value: '5', inclusive: true } };
    expect(withBands([low, { lamp: 'red', from: { value: '5.0', inclusive: false }, to: null }]).success).toBe(true);
    expect(withBands([low, { lamp: 'red', from: { value: '5.0', inclusive: true }, to: null }]).success).toBe(false);
    expect(withBands([low, { lamp: 'red', from: null, to: null }]).success).toBe(false);
  });
  test('a band must hold a value', () => {
    expect(withBands([{ lamp: 'red', from: { value: '5', inclusive: true }, to: { value: '5', inclusive: true } }]).success).toBe(true);
    expect(withBands([{ lamp: 'red', from: { value: '5', inclusive: true }, to: { value: '5', inclusive: false } }]).success).toBe(false);
    expect(withBands([{ lamp: 'red', from: { value: '6', inclusive: true }, to: { value: '5', inclusive: true } }]).success).toBe(false);
  });
  test.each(['1e3', '05', '.5', '5.', '1.23456', 'NaN', ''])('%s is no bound', (value) => {
    expect(withBands([{ lamp: 'red', from: { value, inclusive: true }, to: null }]).success).toBe(false);
  });
  test('a dimension stands once', () => {
    expect(RuleSet.safeParse({ ...tuijinDefault, dimensions: [progress, progress] }).success).toBe(false);
  });
  test('a value belongs to one band at most, or to the gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 20_000 }), fc.integer({ min: 1, max: 10_000 }), (part, base) => {
        for (const dimension of presets.flatMap((preset) => preset.dimensions)) {
          const first = classify({ part, base }, true, dimension);
          const last = classify({ part, base }, true, { ...dimension, bands: [...dimension.bands].reverse() });
          expect(last).toEqual(first);
        }
      }),
    );
  });
});
