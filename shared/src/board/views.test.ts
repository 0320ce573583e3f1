import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrderKey } from '../kit/rank.ts';
import { Stage } from '../projects/schema.ts';
import { addressFromQuery, addressToQuery, BoardView } from './address.ts';
import { applyCommand } from './apply.ts';
import type { Card } from './card.ts';
import { type FlagColumn, flagColumns, flagView } from './flags.ts';
import { type LampColumn, lampColumns, lampView } from './lamps.ts';
import { LaneKey, lanesOf } from './lanes.ts';
import { sampleCard as base, sampleId } from './sample-card.ts';
import { stageView } from './stage.ts';

const key = OrderKey.parse('V');
const entry = { id: sampleId('entry', 1), groupId: 'a', routeKey: null, isScored: false, version: 1 };
const stop: Card = { ...base, entry: { ...entry, routeKey: key } };
const scored: Card = { ...base, entry: { ...entry, routeKey: key, isScored: true } };
const flagged: Card = { ...scored, flag: { id: sampleId('flag', 1), colour: 'red', state: 'proposed', version: 1 } };
const decided: Card = { ...scored, flag: { id: sampleId('flag', 1), colour: 'red', state: 'reviewed', version: 1 } };

describe('the quarter', () => {
  test.each<[string, Card, FlagColumn]>([
    ['no entry', base, 'candidate'],
    ['an entry without a stop', { ...base, entry }, 'candidate'],
    ['a stop', stop, 'route'],
    ['a stop with a scoresheet', scored, 'scored'],
    ['a flag on its way', flagged, 'red'],
  ])('%s stands in its column, and in that alone', (_case, card, column) => {
    expect(flagView.place(card)).toEqual([column]);
  });

  test.each<[string, Card, FlagColumn, FlagColumn, object | null]>([
    ['a candidate onto the route', base, 'candidate', 'route', { type: 'placeOnRoute', after: null }],
    ['a stop off the route', stop, 'route', 'candidate', { type: 'leaveRoute' }],
    ['a scored stop off the route', scored, 'scored', 'candidate', { refused: { reason: 'scored-by-inspectors' } }],
    ['a stop cannot be dragged to a score', stop, 'route', 'scored', { refused: { reason: 'scored-by-inspectors' } }],
    ['a scored stop to a flag', scored, 'scored', 'black', { type: 'proposeFlag', colour: 'black' }],
    ['a candidate that is no entry to a flag', base, 'candidate', 'red', { refused: { reason: 'not-an-entry' } }],
    ['a proposal taken back', flagged, 'red', 'scored', { type: 'withdrawFlag' }],
    ['a proposal of the other colour', flagged, 'red', 'black', { refused: { reason: 'already-flagged', colour: 'red' } }],
    ['a reviewed flag stays', decided, 'red', 'candidate', { refused: { reason: 'flag-decided' } }],
    ['where it is', flagged, 'red', 'red', null],
  ])('%s', (_case, card, from, column, expected) => {
    const outcome = flagView.drop(card, from, { column, above: null }, 'office');
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });
});

describe('the month', () => {
  const overridden: Card = { ...base, lamp: 'green', ruleLamp: 'yellow', isOverridden: true };
  test.each<[string, Card, LampColumn, LampColumn, object | null]>([
    ['another lamp than the rule gives', base, 'yellow', 'red', { type: 'overrideLamp', lamp: 'red' }],
    ['back onto the rule’s own', overridden, 'green', 'yellow', { type: 'withdrawOverride' }],
    ['from one lamp by hand to another', overridden, 'green', 'red', { type: 'overrideLamp', lamp: 'red' }],
    ['a rated project is not unrated by hand', base, 'yellow', 'unrated', { refused: { reason: 'lamp-by-rule' } }],
    ['an unrated one can be rated', { ...base, lamp: null, ruleLamp: null }, 'unrated', 'green', { type: 'overrideLamp', lamp: 'green' }],
    [
      'and becomes unrated again',
      { ...base, lamp: 'green', ruleLamp: null, isOverridden: true },
      'green',
      'unrated',
      { type: 'withdrawOverride' },
    ],
    ['where it is', base, 'yellow', 'yellow', null],
  ])('%s', (_case, card, from, column, expected) => {
    const outcome = lampView.drop(card, from, { column, above: null }, 'office');
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });

  test('a card stands where the command has put it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lampColumns),
        fc.constantFrom(...lampColumns),
        fc.constantFrom(...lampColumns),
        (ruled, shown, column) => {
          const lampOf = (name: LampColumn) => (name === 'unrated' ? null : name);
          const card = { ...base, ruleLamp: lampOf(ruled), lamp: lampOf(shown), isOverridden: ruled !== shown };
          const outcome = lampView.drop(card, shown, { column, above: null }, 'office');
          if (outcome === null || 'refused' in outcome) return true;
          return lampView.place(applyCommand(card, outcome, [card]))[0] === column;
        },
      ),
    );
  });
});

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

test('in every view each card stands somewhere, and every drop comes to something', () => {
  const cards = [base, stop, scored, flagged, decided, { ...base, lamp: null }];
  for (const card of cards) {
    for (const column of flagColumns) expect(() => flagView.drop(card, 'candidate', { column, above: null }, 'office')).not.toThrow();
    for (const column of Stage.options) expect(() => stageView.drop(card, card.stage, { column, above: null }, 'officer')).not.toThrow();
    expect([flagView, lampView, stageView].map((view) => view.place(card).length)).toEqual([1, 1, 1]);
  }
});

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

test('what is in the address comes back as it was, and nonsense is the cycle', () => {
  for (const view of BoardView.options) {
    for (const lanes of [null, ...LaneKey.options]) {
      const { filter } = addressFromQuery(queryOf('kind=key&q=北湖'));
      const query = addressToQuery({ view, lanes, filter });
      expect(addressFromQuery(queryOf(query))).toEqual({ view, lanes, filter });
    }
  }
  expect(addressFromQuery(queryOf('view=nonsense&lanes=1'))).toMatchObject({ view: 'cycle', lanes: null });
});

function queryOf(text: string) {
  const pairs = new Map(text.split('&').map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
  return { get: (name: string) => pairs.get(name) ?? null };
}
