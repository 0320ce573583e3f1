import { describe, expect, test } from 'vitest';
import { OrderKey } from '../../kit/rank.ts';
import type { Card } from '../card.ts';
import { sampleCard as base, sampleId } from '../sample-card.ts';
import { type FlagColumn, view as flagView } from './flags.ts';

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
