import { describe, expect, test } from 'vitest';
import type { Card } from './card.ts';
import { LaneKey, lanesOf } from './lanes.ts';
import { sampleCard as base, sampleId } from './sample-card.ts';

describe('lanes', () => {
  const town: Card = { ...base, id: sampleId('project', 2), kind: 'reconstruction', unitId: sampleId('unit', 2), leaderName: null };
  test.each<[LaneKey | null, string[], number[]]>([
    [null, [''], [2]],
    ['kind', ['key', 'reconstruction'], [1, 1]],
    ['unit', [base.unitId, town.unitId], [1, 1]],
    ['leader', ['郑副区长', ''], [1, 1]],
  ])('by %s', (by, keys, counts) => {
    const lanes = lanesOf([base, town], by);
    expect(lanes.map((lane) => lane.key)).toEqual(keys);
    expect(lanes.map((lane) => lane.cards.length)).toEqual(counts);
  });

  test('no card is lost or doubled', () => {
    const cards = [base, town, { ...base, id: sampleId('project', 3), leaderName: '王区长' }];
    for (const by of [null, ...LaneKey.options]) {
      const ids = lanesOf(cards, by).flatMap((lane) => lane.cards.map((card) => card.id));
      expect(ids.sort()).toEqual(cards.map((card) => card.id).sort());
    }
  });

  test('both kinds have their lane, with or without cards', () => {
    expect(lanesOf([town], 'kind').map((lane) => lane.cards.length)).toEqual([0, 1]);
  });
});
