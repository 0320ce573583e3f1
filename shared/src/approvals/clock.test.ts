import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedCalendar as calendar } from '../calendar/notices.ts';
import { addDays, type Day, day } from '../kit/calendar.ts';
import { type ClockedStep, standing } from './clock.ts';

const accepted: ClockedStep = {
  state: 'accepted',
  limitDays: 20,
  limitUnit: 'workday',
  acceptedOn: day('2026-09-24'),
  dueOn: null,
  doneOn: null,
  tolerantUntil: null,
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
  test('while papers are being supplemented nothing runs and nothing is overdue', () => {
    expect(at({ state: 'supplement' }, '2026-12-31')).toMatchObject({ phase: 'stopped', usedDays: null, dueOn: null, overdueWorkdays: 0 });
  });
  test('tolerance runs to the day the missing papers are promised', () => {
    expect(at({ state: 'tolerant', tolerantUntil: day('2026-12-01') }, '2026-11-30')).toMatchObject({
      phase: 'running',
      dueOn: '2026-12-01',
      dueInWorkdays: 1,
    });
    expect(at({ state: 'tolerant', tolerantUntil: day('2026-12-01') }, '2026-12-03').overdueWorkdays).toBe(2);
    expect(at({ state: 'tolerant' }, '2026-11-02').overdueWorkdays).toBe(2);
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
