import { expect, it } from 'vitest';
import { tuijinDefault } from '#shared/lamps/presets/tuijin-default.ts';
import { yinchuan2025 } from '#shared/lamps/presets/yinchuan-2025.ts';
import { en, zh } from './messages.ts';
import { bandWords } from './rule-words.ts';

const of = (set: typeof tuijinDefault, id: string) => {
  const found = set.dimensions.find((dimension) => dimension.id === id);
  if (!found) throw new Error(id);
  return found;
};

it('says on which side of a bound the bound itself lies', () => {
  const progress = of(tuijinDefault, 'progress');
  expect(bandWords(progress, 'green', zh)).toEqual(['5%及以下']);
  expect(bandWords(progress, 'yellow', zh)).toEqual(['超过 5%，不足 15%']);
  expect(bandWords(progress, 'red', zh)).toEqual(['15%及以上']);
  expect(bandWords(progress, 'red', en)).toEqual(['15% or more']);
});

it('names the unit that is measured in', () => {
  expect(bandWords(of(yinchuan2025, 'progress'), 'red', zh)).toEqual(['超过 30 个百分点']);
  expect(bandWords(of(tuijinDefault, 'approvals'), 'yellow', zh)).toEqual(['1 日及以上，不足 5 日']);
});

it('leaves a lamp empty that the rule does not know', () => {
  expect(bandWords(of(yinchuan2025, 'payment'), 'yellow', zh)).toEqual([]);
});
