import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from '../calendar/workdays.ts';
import { addDays, day, instantAt, Month, Quarter } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import {
  type CountedFacts,
  fateOf,
  inReturnSet,
  type ReturnFacts,
  ReturnSet,
  type ReturnTally,
  rankUnits,
  sumTallies,
  tallyReturns,
  weeksDue,
} from './punctuality.ts';

/** National Day 2026: off from Thursday 1 to Thursday 8 October. */
const nationalDay = workCalendar(
  [0, 1, 2, 3, 4, 5, 6, 7].map((days) => ({ day: addDays(day('2026-10-01'), days), kind: 'off' as const, name: '国庆节' })),
  [2026],
);
const district = { returnOpenWeekday: 1, returnWeekday: 5, returnTime: '17:00' };
const present = instantAt(day('2026-11-26'), '09:00');
const october = Month.parse('2026-10');

describe('the weeks that a ledger counts', () => {
  it('belong where their cut-off falls: a holiday pushes September’s last into October', () => {
    const weeks = weeksDue(october, present, district, nationalDay);
    // Week 40 was due on 2 October, a day off, hence on the 9th, as week 41 is.
    expect(weeks.map(({ week }) => week)).toEqual(['2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W44']);
    expect(weeks[0]?.dueAt).toBe(instantAt(day('2026-10-09'), '17:00'));
  });

  it('count once their cut-off is past', () => {
    const due = instantAt(day('2026-10-30'), '17:00');
    const lastOf = (now: typeof due) => weeksDue(october, now, district, nationalDay).at(-1)?.week;
    expect(lastOf(due)).toBe('2026-W44');
    expect(lastOf(instantAt(day('2026-10-30'), '16:59'))).toBe('2026-W43');
  });

  it('a quarter’s are those of its months', () => {
    const months = ['2026-10', '2026-11', '2026-12'].flatMap((month) => weeksDue(Month.parse(month), present, district, nationalDay));
    expect(weeksDue(Quarter.parse('2026-Q4'), present, district, nationalDay)).toEqual(months);
  });
});

const inTime: ReturnFacts = {
  ...{ state: 'accepted', isLate: false, sentBacks: 0, resends: 0, warnings: 0, isUnchanged: false, byOffice: false },
};
const never: ReturnFacts = {
  ...{ state: null, isLate: null, sentBacks: null, resends: null, warnings: null, isUnchanged: null, byOffice: null },
};

describe('what became of a return', () => {
  it.each([
    ['came in time', inTime, 'on-time'],
    ['waits to be looked at', { ...inTime, state: 'submitted' }, 'on-time'],
    ['came after the cut-off', { ...inTime, isLate: true }, 'late'],
    ['was filled in by the office, whenever that was', { ...inTime, isLate: true, byOffice: true }, 'filled-in'],
    ['never came', never, 'missing'],
    ['went back and did not come again', { ...inTime, state: 'sent-back', sentBacks: 1 }, 'missing'],
    ['went back and came again', { ...inTime, sentBacks: 1 }, 'on-time'],
  ] as const)('one that %s', (_what, facts, fate) => {
    expect(fateOf(facts)).toBe(fate);
  });

  it('is taken at once only where it never went back', () => {
    expect(inReturnSet(inTime, 'first-time')).toBe(true);
    expect(inReturnSet({ ...inTime, sentBacks: 1 }, 'first-time')).toBe(false);
    expect(inReturnSet({ ...inTime, state: 'submitted' }, 'first-time')).toBe(false);
  });

  it('of one that never came nothing but that is counted', () => {
    expect(ReturnSet.options.filter((set) => inReturnSet(never, set))).toEqual(['owed', 'missing']);
  });
});

const unit = (sign: string) => makeId('unit', sign.repeat(32));
const flag = fc.boolean();
const someFacts: fc.Arbitrary<CountedFacts> = fc
  .record({
    unitId: fc.constantFrom(unit('a'), unit('b'), unit('c')),
    count: fc.integer({ min: 1, max: 40 }),
    state: fc.constantFrom('submitted' as const, 'accepted' as const, 'sent-back' as const, null),
    ...{ isLate: flag, isUnchanged: flag, byOffice: flag },
    ...{ sentBacks: fc.nat(2), resends: fc.nat(2), warnings: fc.nat(3) },
  })
  .map((facts) => (facts.state === null ? { ...facts, ...never } : facts));

describe('the lines', () => {
  it('every return that was owed has one fate, and nothing is counted twice or left out', () => {
    fc.assert(
      fc.property(fc.array(someFacts), (counted) => {
        const tallies = [...tallyReturns(counted).values()];
        for (const tally of tallies) {
          expect(tally['on-time'] + tally.late + tally['filled-in'] + tally.missing).toBe(tally.owed);
        }
        expect(sumTallies(tallies).owed).toBe(counted.reduce((all, { count }) => all + count, 0));
      }),
    );
  });

  const line = (sign: string, fields: Partial<ReturnTally>) => ({
    ...sumTallies([]),
    ...{ unitId: unit(sign), unitName: sign, owed: 10, 'on-time': 10 },
    ...fields,
  });

  it('rank by what came in time, then by what is missing, then by what went back; equals share a place', () => {
    const ranked = rankUnits([
      line('a', { 'on-time': 8, late: 1, missing: 1 }),
      line('b', { 'on-time': 16, owed: 20, late: 4 }),
      line('c', {}),
      line('d', { 'sent-back': 1 }),
      line('e', { owed: 4, 'on-time': 4 }),
      line('f', { owed: 0, 'on-time': 0 }),
    ]);
    // Who owed nothing has no place.
    expect(ranked.map(({ unitName, rank }) => [unitName, rank])).toEqual([
      ['c', 1],
      ['e', 1],
      ['d', 3],
      ['b', 4],
      ['a', 5],
    ]);
  });
});
