import { expect, test } from 'vitest';
import { day } from '../kit/calendar.ts';
import { painted, whyNotSetYear } from './changes.ts';
import type { CalendarException } from './workdays.ts';

const off = (on: string): CalendarException => ({ day: day(on), kind: 'off', name: '元旦' });

test.each([
  ['its own days', [off('2027-01-01'), off('2026-12-31')], true, null],
  ['a day far back in the year before', [off('2026-12-20')], true, 'day-of-other-year'],
  ['a day of the year after', [off('2028-01-01')], true, 'day-of-other-year'],
  ['one day twice', [off('2027-01-01'), off('2027-01-01')], true, 'day-twice'],
  ['no holiday at all, as a notice', [], true, 'notice-without-days'],
  ['no holiday yet', [], false, null],
] as const)('a year with %s', (_what, days, isKnown, reason) => {
  expect(whyNotSetYear({ year: 2027, isKnown, days: [...days] })?.reason ?? null).toBe(reason);
});

test('a stroke makes a day a holiday, the same stroke gives it back', () => {
  const friday = day('2027-01-01');
  const once = painted([], friday, { kind: 'off', name: '元旦' });
  expect(once).toEqual([off('2027-01-01')]);
  expect(painted(once, friday, { kind: 'off', name: '春节' })).toEqual([]);
  expect(painted(once, friday, null)).toEqual([]);
});

test('work is painted on weekends alone; on a weekday it only takes a holiday away', () => {
  const work = { kind: 'work', name: '调休上班' } as const;
  expect(painted([], day('2027-01-03'), work)).toEqual([{ ...work, day: '2027-01-03' }]);
  expect(painted([], day('2027-01-04'), work)).toEqual([]);
  expect(painted([off('2027-01-04')], day('2027-01-04'), work)).toEqual([]);
});
