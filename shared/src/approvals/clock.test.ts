import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedCalendar as calendar } from '../calendar/notices.ts';
import { addDays, type Day, day } from '../kit/calendar.ts';
import { type ClockedStep, standing, validity } from './clock.ts';
import type { StepEntry } from './schema.ts';

const accepted: ClockedStep = {
  state: 'accepted',
  limitDays: 20,
  limitUnit: 'workday',
  acceptedOn: day('2026-09-24'),
  dueOn: null,
  doneOn: null,
  tolerantUntil: null,
  course: null,
};
const at = (step: Partial<ClockedStep>, asOf: string) => standing({ ...accepted, ...step }, day(asOf), calendar);

describe('a limit in working days', () => {
  test.each([
    // 24 September is a Thursday; 25 to 27 and 1 to 7 October are off, 10 October is worked.
    ['2026-09-24', 0, 20, 0],
    ['2026-09-27', 0, 20, 0],
    ['2026-09-28', 1, 19, 0],
    ['2026-10-07', 3, 17, 0],
    ['2026-10-10', 6, 14, 0],
    ['2026-10-28', 19, 1, 0],
    ['2026-10-29', 20, 0, 0],
    ['2026-10-30', 21, null, 1],
    ['2026-11-01', 21, null, 1],
    ['2026-11-02', 22, null, 2],
  ])('on %s %i of 20 are used, %s left, %i overdue', (asOf, used, left, overdue) => {
    expect(at({}, asOf)).toMatchObject({
      phase: 'running',
      usedDays: used,
      dueInWorkdays: left,
      overdueWorkdays: overdue,
      dueOn: '2026-10-29',
    });
  });
  test('decided on the day of acceptance uses no day', () => {
    expect(at({ state: 'done', limitDays: 0, doneOn: day('2026-09-24') }, '2026-10-30')).toMatchObject({
      phase: 'finished',
      usedDays: 0,
      finishedLateWorkdays: 0,
    });
  });
  test('a limit of no days, accepted on a day off, ends on the next working day', () => {
    expect(at({ limitDays: 0, acceptedOn: day('2026-10-03') }, '2026-10-08')).toMatchObject({ dueOn: '2026-10-08', overdueWorkdays: 0 });
  });
});

describe('a limit in calendar days', () => {
  test.each([
    ['2026-09-23', 10, '2026-10-08'],
    ['2026-09-28', 12, '2026-10-10'],
    ['2026-09-29', 12, '2026-10-12'],
    ['2026-11-02', 15, '2026-11-17'],
  ])('accepted %s, %i days: due %s, on a working day', (from, limitDays, dueOn) => {
    expect(at({ acceptedOn: day(from), limitDays, limitUnit: 'calendar' }, from).dueOn).toBe(dueOn);
  });
  test('days used are calendar days, days overdue working days', () => {
    expect(at({ acceptedOn: day('2026-10-12'), limitDays: 7, limitUnit: 'calendar' }, '2026-10-26')).toMatchObject({
      usedDays: 14,
      dueOn: '2026-10-19',
      overdueWorkdays: 5,
    });
  });
});

describe('states', () => {
  test('a step not yet accepted is late only against a promised day', () => {
    const waiting = { state: 'pending', acceptedOn: null } as const;
    expect(at(waiting, '2026-11-02')).toMatchObject({
      phase: 'waiting',
      usedDays: null,
      dueOn: null,
      overdueWorkdays: 0,
      dueInWorkdays: null,
    });
    expect(at({ ...waiting, dueOn: day('2026-10-29') }, '2026-11-02')).toMatchObject({ phase: 'waiting', overdueWorkdays: 2 });
  });
  test('a promised day goes before the limit’s', () => {
    expect(at({ dueOn: day('2026-11-30') }, '2026-11-02')).toMatchObject({ dueOn: '2026-11-30', overdueWorkdays: 0 });
  });
  test('a day past the due day without a working day in between is not overdue', () => {
    expect(at({ dueOn: day('2026-10-30') }, '2026-11-01')).toMatchObject({ overdueWorkdays: 0, dueInWorkdays: 0 });
  });
  test('a stop on a day that nobody knows leaves nothing to count', () => {
    expect(at({ state: 'supplement' }, '2026-12-31')).toMatchObject({ phase: 'stopped', usedDays: null, dueOn: null, overdueWorkdays: 0 });
  });
  test('while papers are tolerated as missing, the day they are promised for is the due day and nothing is used', () => {
    expect(at({ state: 'tolerant', tolerantUntil: day('2026-12-01') }, '2026-11-30')).toMatchObject({
      phase: 'suspended',
      usedDays: 0,
      dueOn: '2026-12-01',
      dueInWorkdays: 1,
    });
    expect(at({ state: 'tolerant', tolerantUntil: day('2026-12-01') }, '2026-12-03').overdueWorkdays).toBe(2);
    expect(at({ state: 'tolerant' }, '2026-11-02')).toMatchObject({ dueOn: null, overdueWorkdays: 0 });
  });
  test('without a limit nothing is due', () => {
    expect(at({ limitDays: null }, '2026-12-31')).toMatchObject({ usedDays: 65, dueOn: null, overdueWorkdays: 0, dueInWorkdays: null });
  });
  test('a step done late says by how much and is no longer overdue', () => {
    expect(at({ state: 'done', doneOn: day('2026-11-02') }, '2026-12-31')).toMatchObject({
      phase: 'finished',
      usedDays: 22,
      finishedLateWorkdays: 2,
      overdueWorkdays: 0,
    });
  });
  test('as of an earlier day, what came later has not happened', () => {
    const done = { state: 'done', doneOn: day('2026-11-02') } as const;
    expect(at(done, '2026-10-30')).toMatchObject({ phase: 'running', overdueWorkdays: 1 });
    expect(at(done, '2026-09-23')).toMatchObject({ phase: 'waiting', usedDays: null });
  });
  test('a step done with no dates kept is finished and never late', () => {
    expect(at({ state: 'done', acceptedOn: null }, '2026-11-02')).toMatchObject({
      phase: 'finished',
      usedDays: null,
      finishedLateWorkdays: 0,
    });
  });
  test('no permit needed: no clock', () => {
    expect(at({ state: 'exempt', dueOn: day('2026-01-01') }, '2026-11-02')).toMatchObject({
      phase: 'exempt',
      overdueWorkdays: 0,
      dueOn: null,
    });
  });
});

describe('a course', () => {
  const run = (course: StepEntry[], asOf: string, fields: Partial<ClockedStep> = {}) => at({ ...fields, course }, asOf);
  const from: StepEntry = { kind: 'accepted', on: day('2026-11-02') };
  const stop = (on: string): StepEntry => ({ kind: 'stopped', on: day(on), cause: 'review', note: null });
  const resume = (on: string): StepEntry => ({ kind: 'resumed', on: day(on) });

  test.each([
    ['2026-11-06', 'running', 4, '2026-11-30'],
    ['2026-11-09', 'stopped', 5, null],
    ['2026-11-20', 'stopped', 5, null],
    ['2026-11-24', 'running', 6, '2026-12-14'],
    ['2026-12-15', 'running', 21, '2026-12-14'],
  ] as const)('stopped on 9 and resumed on 23 November: on %s %s, %i used, due %s', (asOf, phase, usedDays, dueOn) => {
    expect(run([from, stop('2026-11-09'), resume('2026-11-23')], asOf)).toMatchObject({ phase, usedDays, dueOn });
  });
  test('what was overdue before a stop stays so and grows no further in it', () => {
    const course = [from, stop('2026-12-02')];
    expect(run(course, '2026-12-02')).toMatchObject({ phase: 'stopped', overdueWorkdays: 2, dueOn: '2026-11-30' });
    expect(run(course, '2026-12-20')).toMatchObject({ phase: 'stopped', overdueWorkdays: 2, dueInWorkdays: null });
    expect(run([...course, resume('2026-12-21')], '2026-12-22').overdueWorkdays).toBe(3);
  });
  test('papers that were missing are there: what is provisional becomes final within two working days', () => {
    const until = day('2026-11-20');
    const course: StepEntry[] = [from, { kind: 'tolerated', on: day('2026-11-05'), papers: ['环评批复'], until }];
    expect(run(course, '2026-11-18')).toMatchObject({ phase: 'suspended', usedDays: 3, dueOn: until, dueInWorkdays: 2 });
    expect(run(course, '2026-11-24')).toMatchObject({ phase: 'suspended', usedDays: 3, overdueWorkdays: 2 });
    const redeemed: StepEntry[] = [...course, { kind: 'redeemed', on: day('2026-11-20') }];
    expect(run(redeemed, '2026-11-23')).toMatchObject({ phase: 'running', usedDays: 4, dueOn: '2026-11-24', dueInWorkdays: 1 });
    expect(run(redeemed, '2026-11-25').overdueWorkdays).toBe(1);
    const withdrawn: StepEntry[] = [...course, { kind: 'withdrawn', on: day('2026-11-24'), note: '逾期未补齐' }];
    expect(run(withdrawn, '2026-11-25')).toMatchObject({ phase: 'waiting', usedDays: null, dueOn: null, overdueWorkdays: 0 });
    expect(run([...withdrawn, { kind: 'accepted', on: day('2026-11-25') }], '2026-11-26')).toMatchObject({ phase: 'running', usedDays: 1 });
  });
  test('a limit of calendar days leaves the days of a stop out, and still ends on a working day', () => {
    const course = [from, stop('2026-11-05'), resume('2026-11-12')];
    expect(run(course, '2026-11-13', { limitDays: 12, limitUnit: 'calendar' })).toMatchObject({ usedDays: 4, dueOn: '2026-11-23' });
  });
});

describe('a permit', () => {
  test.each([
    ['2026-09-01', { isExpired: false, isExpiring: false }],
    ['2026-11-20', { isExpired: false, isExpiring: true, workdaysLeft: 29 }],
    ['2026-12-31', { isExpired: false, isExpiring: true, workdaysLeft: 0 }],
    ['2027-01-01', { isExpired: true, isExpiring: false, workdaysLeft: 0 }],
  ])('good until the end of 2026 on %s', (asOf, expected) => {
    expect(validity({ state: 'done', validUntil: day('2026-12-31') }, day(asOf), calendar)).toMatchObject(expected);
  });
  test('that does not lapse, or is not granted, has nothing to say', () => {
    expect(validity({ state: 'done', validUntil: null }, day('2026-09-01'), calendar)).toBeNull();
    expect(validity({ state: 'pending', validUntil: day('2026-12-31') }, day('2027-01-01'), calendar)).toBeNull();
  });
});

describe('stops', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map((n): Day => addDays(day('2025-06-02'), n));
  const days = (count: number) => fc.array(anyDay, { minLength: count, maxLength: count }).map((some) => [...some].sort());
  const unit = fc.constantFrom('workday' as const, 'calendar' as const);
  const course = ([accepted, ...rest]: readonly Day[]): StepEntry[] => [
    { kind: 'accepted', on: accepted ?? day('2025-06-02') },
    ...rest.map((on, nth): StepEntry => (nth % 2 === 0 ? { kind: 'stopped', on, cause: 'review', note: null } : { kind: 'resumed', on })),
  ];
  const used = (entries: StepEntry[], asOf: Day, limitUnit: 'workday' | 'calendar') =>
    standing({ ...accepted, limitUnit, course: entries }, asOf, calendar).usedDays ?? 0;

  test('an interval that is stopped and resumed at once has the sum that it had', () => {
    fc.assert(
      fc.property(days(3), unit, ([from, split, asOf], limitUnit) => {
        if (!from || !split || !asOf) return;
        expect(used(course([from, split, split]), asOf, limitUnit)).toBe(used(course([from]), asOf, limitUnit));
      }),
    );
  });
  test('no stop takes back a day that was used, and none is used while it lasts', () => {
    fc.assert(
      fc.property(days(5), anyDay, unit, (all, asOf, limitUnit) => {
        const stops = all.filter((_, nth) => nth < 5);
        const entries = course(stops);
        const [from, first, back] = stops;
        if (!from || !first || !back) return;
        const tomorrow = used(entries, addDays(asOf, 1), limitUnit);
        expect(tomorrow).toBeGreaterThanOrEqual(used(entries, asOf, limitUnit));
        if (asOf >= first) expect(used(entries, asOf, limitUnit)).toBeGreaterThanOrEqual(used(course([from]), first, limitUnit));
        if (asOf >= first && asOf < back) expect(used(entries, asOf, limitUnit)).toBe(used(entries, first, limitUnit));
      }),
    );
  });
  test('what was overdue on one day is not less so on the next', () => {
    fc.assert(
      fc.property(days(5), anyDay, fc.integer({ min: 0, max: 40 }), unit, (all, asOf, limitDays, limitUnit) => {
        const step = { ...accepted, limitDays, limitUnit, course: course(all) };
        const now = standing(step, asOf, calendar).overdueWorkdays;
        expect(standing(step, addDays(asOf, 1), calendar).overdueWorkdays).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

test('a due day in a year without a notice is given with a warning', () => {
  expect(at({ acceptedOn: day('2026-12-21') }, '2026-12-25')).toMatchObject({ dueOn: '2027-01-18', unknownYears: [2027] });
  expect(at({}, '2026-10-29').unknownYears).toEqual([]);
});

test('a step is either overdue or has days left, and one day later is never better', () => {
  const anyDay = fc.integer({ min: 0, max: 700 }).map((n): Day => addDays(day('2025-01-02'), n));
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('workday', 'calendar'),
      (acceptedOn, asOf, limitDays, limitUnit) => {
        const step: ClockedStep = { ...accepted, acceptedOn, limitDays, limitUnit };
        const now = standing(step, asOf, calendar);
        const next = standing(step, addDays(asOf, 1), calendar);
        if (now.phase === 'waiting') return;
        expect(now.overdueWorkdays > 0).toBe(now.dueInWorkdays === null);
        expect(next.overdueWorkdays).toBeGreaterThanOrEqual(now.overdueWorkdays);
        if (limitUnit === 'workday' && now.dueInWorkdays) expect(now.dueInWorkdays + (now.usedDays ?? 0)).toBe(limitDays);
      },
    ),
  );
});
