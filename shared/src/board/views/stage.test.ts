import { describe, expect, test } from 'vitest';
import type { Stage } from '../../projects/schema.ts';
import type { Card } from '../card.ts';
import { sampleCard as base } from '../sample-card.ts';
import { view as stageView } from './stage.ts';

describe('the stages', () => {
  test.each<[string, Partial<Card>, Stage, object | null]>([
    ['with its permit', { stage: 'preparing', permit: 'done' }, 'started', { type: 'moveStage', to: 'started' }],
    ['without its permit', { stage: 'preparing' }, 'started', { refused: { reason: 'gate', missing: ['permit-missing'] } }],
    ['达效, whose evidence the form asks for', { stage: 'producing' }, 'at-capacity', { type: 'moveStage' }],
    ['one back, whose reason the form asks for', { stage: 'building' }, 'started', { type: 'moveStage' }],
    ['over a stage', { stage: 'preparing', permit: 'done' }, 'building', { refused: { reason: 'no-such-move' } }],
    ['a stage that reconstruction does not have', { kind: 'reconstruction' }, 'producing', { refused: { reason: 'stage-not-for-kind' } }],
    ['where it is', {}, 'building', null],
  ])('%s', (_case, fields, column, expected) => {
    const card = { ...base, ...fields };
    const outcome = stageView.drop(card, card.stage, { column, above: null }, 'office');
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });

  test('开工 → 在建 is the office’s', () => {
    const outcome = stageView.drop({ ...base, stage: 'started' }, 'started', { column: 'building', above: null }, 'officer');
    expect(outcome).toEqual({ refused: expect.objectContaining({ reason: 'role' }) });
  });
});

test('only in lanes by kind are the stages shaded that reconstruction does not have', () => {
  const shaded = stageView.columns.filter((column) => stageView.isShaded?.(column, 'kind', 'reconstruction'));
  expect(shaded).toEqual(['signed', 'producing', 'at-capacity']);
  for (const column of stageView.columns) {
    expect(stageView.isShaded?.(column, 'kind', 'key')).toBe(false);
    expect(stageView.isShaded?.(column, 'unit', 'reconstruction')).toBe(false);
  }
});
