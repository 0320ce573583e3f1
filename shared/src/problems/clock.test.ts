import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { exceptionsOf, notices } from '../calendar/notices.ts';
import { addWorkdays, isWorkday, workCalendar, workdaysBetween } from '../calendar/workdays.ts';
import { addDays, day } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { usualLimits } from '../limits/schema.ts';
import { changed, escalated, problemClock } from './clock.ts';
import { type Problem, ProblemRung } from './schema.ts';

const calendar = workCalendar(
  notices.flatMap(exceptionsOf),
  notices.map((notice) => notice.year),
);
const days = usualLimits.problemDays;

function problem(fields: Partial<Problem> = {}): Problem {
  return {
    ...{ id: makeId('problem', 'a'.repeat(32)), projectId: makeId('project', 'b'.repeat(32)), title: '三户未签约', category: 'demolition' },
    ...{ state: 'raised', rung: 'unit', rungSince: day('2026-09-21'), raisedOn: day('2026-09-21'), dueOn: null, ownerUnitId: null },
    ...{ helperUnitIds: [], solvedOn: null, closedOn: null, version: 1 },
    ...fields,
  };
}

describe('the days of a problem', () => {
  // 2026-09-21 is a Monday; 25–27 September are 中秋, 1–7 October 国庆, and 20 September was worked.
  it.each([
    [
      'it has five working days on its rung, holidays left out',
      {},
      '2026-09-21',
      { openDays: 0, rungDueOn: '2026-09-29', rungDaysLeft: 5 },
    ],
    ['the last day is still in time', {}, '2026-09-29', { openDays: 8, rungDueOn: '2026-09-29', rungDaysLeft: 0 }],
    ['afterwards its days are over', {}, '2026-09-30', { rungDaysLeft: -1 }],
    [
      'a later deadline of the office stands in their place, and moves from a day off',
      { dueOn: day('2026-10-03') },
      '2026-09-30',
      { rungDueOn: '2026-10-08', overdueDays: 0 },
    ],
    ['a deadline on a day off is late from the second working day on', { dueOn: day('2026-09-26') }, '2026-09-28', { overdueDays: 0 }],
    ['lateness is in working days', { dueOn: day('2026-09-24') }, '2026-10-09', { openDays: 18, overdueDays: 5 }],
    [
      'what is solved waits for nobody',
      { state: 'solved', solvedOn: day('2026-09-24') },
      '2026-12-01',
      { openDays: 3, rungDueOn: null, overdueDays: 0 },
    ],
  ] as const)('%s', (_what, fields, asOf, expected) => {
    expect(problemClock(problem(fields), days, calendar, day(asOf))).toMatchObject(expected);
  });

  test('a year without a notice is named, and only where a day depends on it', () => {
    const late = problem({ rungSince: day('2026-12-30'), raisedOn: day('2026-12-30') });
    expect(problemClock(late, days, calendar, day('2026-12-30')).unknownYears).toEqual([2027]);
    expect(problemClock(problem(), days, calendar, day('2026-09-22')).unknownYears).toEqual([]);
  });
});

describe('the ladder', () => {
  it.each([
    ['on its last day it stays', problem(), '2026-09-29', null],
    ['on the next working day it climbs', problem(), '2026-09-30', 'office'],
    ['on a day off nothing climbs', problem(), '2026-10-01', null],
    ['and the first working day after does it', problem(), '2026-10-08', 'office'],
    ['one rung a time, however long nobody looked', problem({ rungSince: day('2026-03-02') }), '2026-09-30', 'office'],
    ['the leader’s goes to the meeting', problem({ rung: 'leader' }), '2026-10-15', 'meeting'],
    ['the highest rung is the last', problem({ rung: 'meeting' }), '2026-12-01', null],
    ['what is solved stays where it was', problem({ state: 'solved', solvedOn: day('2026-09-22') }), '2026-12-01', null],
    ['what the office gave time climbs when that is over', problem({ dueOn: day('2026-10-20') }), '2026-10-20', null],
    ['and then it does', problem({ dueOn: day('2026-10-20') }), '2026-10-21', 'office'],
  ] as const)('%s', (_what, before, today, rung) => {
    expect(escalated(before, days, calendar, day(today))?.rung ?? null).toBe(rung);
  });

  test('a rung without days moves nothing on', () => {
    expect(escalated(problem(), { ...days, unit: null }, calendar, day('2026-12-01'))).toBeNull();
  });

  test('asked again on the same day it has climbed already, and has its days anew', () => {
    const today = day('2026-09-30');
    const once = escalated(problem(), days, calendar, today);
    expect(once).toMatchObject({ rung: 'office', rungSince: today });
    expect(once && escalated(once, days, calendar, today)).toBeNull();
  });

  const start = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(day('2024-02-01'), offset));

  test('asked every day it climbs on working days alone, and stays on every rung for all of its days', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), (from, allowed) => {
        const equal = { unit: allowed, office: allowed, leader: allowed, meeting: allowed };
        let at = problem({ raisedOn: from, rungSince: from });
        for (let today = from; at.rung !== 'meeting'; today = addDays(today, 1)) {
          const next = escalated(at, equal, calendar, today);
          if (!next) continue;
          expect(isWorkday(calendar, today)).toBe(true);
          expect(workdaysBetween(calendar, at.rungSince, today).days).toBe(allowed + 1);
          expect(ProblemRung.options.indexOf(next.rung)).toBe(ProblemRung.options.indexOf(at.rung) + 1);
          at = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the days left say when it climbs', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 40 }), (from, passed) => {
        const asOf = addDays(from, passed);
        const own = problem({ raisedOn: from, rungSince: from });
        const { rungDaysLeft } = problemClock(own, days, calendar, asOf);
        if (isWorkday(calendar, asOf)) expect(escalated(own, days, calendar, asOf) !== null).toBe((rungDaysLeft ?? 0) < 0);
        expect(rungDaysLeft).toBe(workdaysBetween(calendar, asOf, addWorkdays(calendar, from, 5).day).days);
      }),
    );
  });

  test('whoever moves it to another rung begins its days anew', () => {
    const today = day('2026-09-24');
    expect(changed(problem(), { rung: 'leader' }, today).rungSince).toBe(today);
    expect(changed(problem(), { title: '两户未签约' }, today).rungSince).toBe('2026-09-21');
  });
});
