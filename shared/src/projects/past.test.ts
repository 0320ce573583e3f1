import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../kit/calendar.ts';
import { knownBy, type PastMove, type Stood, stoodOn, wasListed } from './past.ts';
import { Stage, Standing, stageNumber } from './schema.ts';

const monthEnd = day('2026-10-31');
const preparing: Stood = { stage: 'preparing', standing: 'active' };
const started: Stood = { stage: 'started', standing: 'active' };
const suspended: Stood = { stage: 'started', standing: 'suspended' };
const building: Stood = { stage: 'building', standing: 'active' };
const move = (on: string, from: Stood | null, to: Stood): PastMove => ({ on: day(on), from, to });

describe('how a project stood on a month’s last day', () => {
  test.each<[string, Stood, PastMove[], Stood]>([
    ['as it stands now where nothing was recorded since', started, [], started],
    ['as before what came later', started, [move('2026-11-02', preparing, started)], preparing],
    ['as after what was only recorded later', started, [move('2026-10-30', preparing, started)], started],
    ['as between two', building, [move('2026-10-30', preparing, started), move('2026-11-04', started, building)], started],
    ['active while it was suspended later', suspended, [move('2026-11-04', started, suspended)], started],
    ['suspended from the day named', suspended, [move('2026-10-20', started, suspended)], suspended],
    ['below a stage that was taken back later', preparing, [move('2026-11-03', started, preparing)], preparing],
    ['as it was entered', started, [move('2026-11-03', null, preparing), move('2026-11-05', preparing, started)], preparing],
  ])('%s', (_what, now, moves, then) => {
    expect(stoodOn(now, moves, monthEnd)).toEqual(then);
  });

  test('never at a stage beyond one that was taken back', () => {
    const stood = fc.record({ stage: fc.constantFrom(...Stage.options), standing: fc.constantFrom(...Standing.options) });
    const walk = fc.array(fc.tuple(stood, fc.constantFrom('2026-10-30', '2026-11-03')), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(stood, walk, (first, steps) => {
        const moves = steps.map(([to, on], at) => move(on, steps[at - 1]?.[0] ?? first, to));
        const now = moves.at(-1)?.to ?? first;
        const then = stageNumber(stoodOn(now, moves, monthEnd).stage);
        const back = moves.filter(({ from, to }) => from && stageNumber(to.stage) < stageNumber(from.stage));
        expect(back.every(({ to }) => then <= stageNumber(to.stage))).toBe(true);
      }),
    );
  });
});

test.each([
  ['2026-10-31', null, '2026-10-31'],
  ['2026-10-31', '2025-03-04', '2026-10-31'],
  ['2026-10-31', '2026-11-03', '2026-11-30'],
  ['2026-11-30', '2026-11-03', '2026-11-30'],
])('of %s, where the list was begun on %s, what was put on record by %s is known', (asOf, begun, known) => {
  expect(knownBy(day(asOf), begun === null ? null : day(begun))).toBe(known);
});

test.each([
  ['it is not known when it was entered', null, null, false, true],
  ['it was entered by then', '2026-10-31', null, false, true],
  ['it was entered later', '2026-11-01', null, false, false],
  ['it was entered later and had started', '2026-11-01', '2026-10-20', false, true],
  ['it was entered later and started later', '2026-11-01', '2026-11-01', false, false],
  ['it was entered later and had reported', '2026-11-01', null, true, true],
])('on the list: %s', (_what, listedOn, actualStart, hasReported, isListed) => {
  const on = (text: string | null) => (text === null ? null : day(text));
  expect(wasListed({ listedOn: on(listedOn), actualStart: on(actualStart), hasReported }, monthEnd, monthEnd)).toBe(isListed);
});
