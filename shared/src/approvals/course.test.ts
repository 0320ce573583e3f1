import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../kit/calendar.ts';
import { courseOf, mayFollow, rewritten, told, whyNotTakeBack, whyNotTell, withoutLast } from './course.ts';
import type { ApprovalStep, StepEntry } from './schema.ts';

type Told = Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn' | 'tolerantUntil' | 'course'>;

const today = day('2026-11-25');
const pending: Told = { state: 'pending', acceptedOn: null, doneOn: null, tolerantUntil: null, course: null };
const accept = (on: string): StepEntry => ({ kind: 'accepted', on: day(on) });
const stop = (on: string, cause: 'supplement' | 'review' = 'supplement'): StepEntry => ({
  kind: 'stopped',
  on: day(on),
  cause,
  note: null,
});
const resume = (on: string): StepEntry => ({ kind: 'resumed', on: day(on) });
const tolerate = (on: string, until: string): StepEntry => ({ kind: 'tolerated', on: day(on), papers: ['规划许可'], until: day(until) });
const redeem = (on: string): StepEntry => ({ kind: 'redeemed', on: day(on) });
const withdraw = (on: string, note: string | null = '逾期未补齐'): StepEntry => ({ kind: 'withdrawn', on: day(on), note });
const done = (on: string): StepEntry => ({ kind: 'done', on: day(on) });
const exempt: StepEntry = { kind: 'exempt', on: null, reason: '并入可研报告' };
const telling = (...entries: StepEntry[]) => entries.reduce<Told>(told, pending);

describe('what is told amounts to state and dates', () => {
  test.each<[StepEntry[], Partial<Told>]>([
    [[accept('2026-11-02')], { state: 'accepted', acceptedOn: day('2026-11-02') }],
    [[accept('2026-11-02'), stop('2026-11-05')], { state: 'supplement', acceptedOn: day('2026-11-02') }],
    [[accept('2026-11-02'), stop('2026-11-05', 'review')], { state: 'accepted' }],
    [[accept('2026-11-02'), stop('2026-11-05'), resume('2026-11-09')], { state: 'accepted' }],
    [[tolerate('2026-11-02', '2026-11-20')], { state: 'tolerant', acceptedOn: day('2026-11-02'), tolerantUntil: day('2026-11-20') }],
    [[tolerate('2026-11-02', '2026-11-20'), redeem('2026-11-18')], { state: 'accepted', acceptedOn: day('2026-11-02') }],
    [[tolerate('2026-11-02', '2026-11-20'), withdraw('2026-11-23')], { state: 'pending', acceptedOn: null, tolerantUntil: null }],
    [[done('2026-11-02')], { state: 'done', acceptedOn: day('2026-11-02'), doneOn: day('2026-11-02') }],
    [[exempt], { state: 'exempt', acceptedOn: null }],
  ])('%j', (entries, expected) => {
    expect(telling(...entries)).toMatchObject(expected);
  });
});

describe('an order that cannot be is refused', () => {
  test.each<[string, StepEntry[], StepEntry, string]>([
    ['a stop before acceptance', [], stop('2026-11-02'), 'wrong-order'],
    ['a resumption without a stop', [accept('2026-11-02')], resume('2026-11-03'), 'wrong-order'],
    ['a second acceptance', [accept('2026-11-02')], accept('2026-11-03'), 'wrong-order'],
    ['a decision while the clock stands', [accept('2026-11-02'), stop('2026-11-03')], done('2026-11-04'), 'wrong-order'],
    ['a decision while papers are missing', [tolerate('2026-11-02', '2026-11-20')], done('2026-11-04'), 'wrong-order'],
    ['anything after the decision', [done('2026-11-02')], accept('2026-11-03'), 'wrong-order'],
    ['anything where nothing is needed', [exempt], accept('2026-11-03'), 'wrong-order'],
    ['papers handed in that were never missing', [accept('2026-11-02')], redeem('2026-11-03'), 'wrong-order'],
    ['a day before the last one', [accept('2026-11-05')], stop('2026-11-04'), 'day-before-last'],
    ['a day to come', [], accept('2026-11-26'), 'date-in-future'],
    ['a stop without a day', [accept('2026-11-05')], { kind: 'stopped', on: null, cause: 'supplement', note: null }, 'day-missing'],
    ['tolerance that names no paper', [], { kind: 'tolerated', on: today, papers: [], until: day('2026-12-01') }, 'papers-missing'],
    ['tolerance without a promised day', [], { kind: 'tolerated', on: today, papers: ['环评'], until: null }, 'until-missing'],
    ['papers promised for the day itself', [], tolerate('2026-11-25', '2026-11-25'), 'until-too-early'],
    ['a withdrawal without a word why', [tolerate('2026-11-02', '2026-11-20')], withdraw('2026-11-23', null), 'reason-missing'],
    ['no need without a word why', [], { kind: 'exempt', on: null, reason: null }, 'reason-missing'],
  ])('%s', (_, entries, entry, reason) => {
    expect(whyNotTell(telling(...entries), entry, null, today)).toMatchObject({ reason });
  });
  test('what is granted cannot lapse before it is granted', () => {
    expect(whyNotTell(pending, done('2026-11-02'), day('2026-11-01'), today)).toMatchObject({ reason: 'valid-before-done' });
    expect(whyNotTell(pending, done('2026-11-02'), day('2027-11-01'), today)).toBeNull();
  });
});

describe('what was told wrongly is taken back', () => {
  test('one entry at a time, and what was done at once as a whole', () => {
    const stopped = telling(accept('2026-11-02'), stop('2026-11-05'));
    expect(withoutLast(stopped)).toMatchObject({ state: 'accepted', acceptedOn: '2026-11-02' });
    expect(withoutLast(withoutLast(stopped))).toMatchObject({ state: 'pending', acceptedOn: null });
    expect(withoutLast(telling(done('2026-11-02')))).toMatchObject({ state: 'pending', acceptedOn: null, doneOn: null });
    expect(whyNotTakeBack(pending)).toMatchObject({ reason: 'nothing-told' });
  });
  test('a withdrawal taken back leaves the tolerance with its day', () => {
    const step = withoutLast(telling(tolerate('2026-11-02', '2026-11-20'), withdraw('2026-11-23')));
    expect(step).toMatchObject({ state: 'tolerant', tolerantUntil: '2026-11-20' });
  });
});

describe('state and dates written outright', () => {
  const stopped = telling(accept('2026-11-02'), stop('2026-11-05'), resume('2026-11-09'));

  test('a decision entered by a list keeps the stops before it', () => {
    const step = rewritten(stopped, { ...stopped, state: 'done', doneOn: day('2026-11-20') }, today);
    expect(step.course?.map(({ kind }) => kind)).toEqual(['accepted', 'stopped', 'resumed', 'done']);
  });
  test('a corrected acceptance keeps them too, unless it lies behind them', () => {
    expect(rewritten(stopped, { ...stopped, acceptedOn: day('2026-11-03') }, today).course?.length).toBe(3);
    expect(rewritten(stopped, { ...stopped, acceptedOn: day('2026-11-06') }, today).course).toBeNull();
  });
  test('a step put under 补正 stands from today', () => {
    const plain = { ...pending, state: 'accepted', acceptedOn: day('2026-11-02') } as const;
    expect(rewritten(plain, { ...plain, state: 'supplement' }, today).course?.at(-1)).toMatchObject({ kind: 'stopped', on: today });
  });
  test('what its columns say whole needs no course', () => {
    expect(rewritten(null, { ...pending, state: 'accepted', acceptedOn: day('2026-11-02') }, today).course).toBeNull();
  });
});

const anyDay = fc.integer({ min: 0, max: 60 }).map((n): Day => addDays(day('2026-09-20'), n));
const anyEntry: fc.Arbitrary<StepEntry> = fc.oneof(
  anyDay.map((on): StepEntry => ({ kind: 'accepted', on })),
  anyDay.map((on): StepEntry => ({ kind: 'stopped', on, cause: 'supplement', note: null })),
  anyDay.map((on): StepEntry => ({ kind: 'stopped', on, cause: 'hearing', note: null })),
  anyDay.map((on): StepEntry => ({ kind: 'resumed', on })),
  anyDay.map((on): StepEntry => ({ kind: 'tolerated', on, papers: ['一份'], until: addDays(on, 20) })),
  anyDay.map((on): StepEntry => ({ kind: 'redeemed', on })),
  anyDay.map((on): StepEntry => ({ kind: 'withdrawn', on, note: '未补齐' })),
  anyDay.map((on): StepEntry => ({ kind: 'done', on })),
);
/** A step after those of the entries that were not refused. */
const anyStep = fc
  .array(anyEntry, { maxLength: 14 })
  .map((entries) => entries.reduce<Told>((step, entry) => (whyNotTell(step, entry, null, today) ? step : told(step, entry)), pending));

test('whatever is told in an order that can be, days stand in order and columns fit', () => {
  fc.assert(
    fc.property(anyStep, (step) => {
      const days = courseOf(step).flatMap(({ on }) => on ?? []);
      expect(days).toEqual([...days].sort());
      expect(step.state === 'done').toBe(step.doneOn !== null);
      expect(step.acceptedOn === null).toBe(step.state === 'pending');
      if (step.acceptedOn && step.doneOn) expect(step.doneOn >= step.acceptedOn).toBe(true);
    }),
  );
});

test('what may not follow is refused, and what is told may be taken back to where it was', () => {
  fc.assert(
    fc.property(anyStep, anyEntry, (step, entry) => {
      const refusal = whyNotTell(step, entry, null, today);
      expect(mayFollow(step, entry.kind)).toBe(refusal?.reason !== 'wrong-order');
      if (refusal) return;
      const { state, acceptedOn, doneOn } = withoutLast(told(step, entry));
      expect({ state, acceptedOn, doneOn }).toEqual({ state: step.state, acceptedOn: step.acceptedOn, doneOn: step.doneOn });
    }),
  );
});

test('of a step accepted and decided on one day only what was told last is taken back', () => {
  const accepted = telling(accept('2026-11-02'));
  expect(withoutLast(told(accepted, done('2026-11-02')))).toEqual(accepted);
  expect(withoutLast(telling(done('2026-11-02'))).state).toBe('pending');
});

test('a course never says anything else than the columns that were written', () => {
  const anyState = fc.constantFrom('pending', 'accepted', 'tolerant', 'supplement', 'done', 'exempt');
  fc.assert(
    fc.property(anyStep, anyState, anyDay, anyDay, (before, state, a, b) => {
      const [acceptedOn, doneOn] = a < b ? [a, b] : [b, a];
      const columns = {
        state,
        acceptedOn: state === 'pending' || state === 'exempt' ? null : acceptedOn,
        doneOn: state === 'done' ? doneOn : null,
        tolerantUntil: state === 'tolerant' ? addDays(doneOn, 9) : null,
      };
      const step = rewritten(before, { ...before, ...columns }, today);
      const again = withoutLast(told(step, { kind: 'accepted', on: today }));
      expect(step).toMatchObject(columns);
      expect({ state: again.state, doneOn: again.doneOn }).toEqual({ state, doneOn: columns.doneOn });
    }),
  );
});
