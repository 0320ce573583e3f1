import { describe, expect, test } from 'vitest';
import type { Day, Month, Week } from '../kit/calendar.ts';
import { accountDay, currentBulletinMonth, currentWeek, meetingDayOf, monthEndIn } from './periods.ts';

describe('the current week', () => {
  test.each([
    ['a Thursday after last week’s meeting was closed', '2026-10-29', '2026-W43', '2026-10-26', '2026-W44'],
    ['the Monday of the meeting, before it is closed', '2026-11-02', '2026-W43', '2026-11-02', '2026-W44'],
    ['the Monday of the meeting, once it is closed', '2026-11-02', '2026-W44', '2026-11-02', '2026-W45'],
    ['the day after a meeting that nobody held', '2026-11-03', '2026-W43', '2026-11-02', '2026-W45'],
    ['a meeting that was held before its week was over', '2026-10-30', '2026-W44', '2026-10-26', '2026-W45'],
    ['a district that has never met', '2026-10-29', null, '2026-10-26', '2026-W44'],
  ])('%s', (_case, today, closed, meetingDay, expected) => {
    expect(currentWeek(today as Day, closed as Week | null, meetingDay as Day)).toBe(expected);
  });
});

test('a week is reviewed on the meeting’s weekday of the week after it', () => {
  expect(meetingDayOf('2026-W44' as Week, 1)).toBe('2026-11-02');
  expect(meetingDayOf('2026-W53' as Week, 3)).toBe('2027-01-06');
});

describe('the bulletin in hand', () => {
  test.each([
    ['last month’s is not issued', '2026-11-02', '2026-09', '2026-01', '2026-10'],
    ['last month’s is issued', '2026-11-04', '2026-10', '2026-01', '2026-11'],
    ['this month’s is issued on its last day', '2026-11-30', '2026-11', '2026-01', '2026-12'],
    ['none was ever issued, and units reported last month', '2026-11-04', null, '2026-10', '2026-10'],
    ['a district that began this month', '2026-11-04', null, '2026-11', '2026-11'],
    ['a district without a single return', '2026-11-04', null, null, '2026-11'],
  ])('%s', (_case, today, issued, reported, expected) => {
    expect(currentBulletinMonth(today as Day, issued as Month | null, reported as Month | null)).toBe(expected);
  });
});

test('the week that holds a month’s end names that day', () => {
  expect(monthEndIn('2026-W44' as Week)).toBe('2026-10-31');
  expect(monthEndIn('2026-W45' as Week)).toBeNull();
  expect(monthEndIn('2026-W09' as Week)).toBe('2026-02-28');
});

test.each([
  ['2026-10-29', '2026-10-29'],
  ['2027-01-03', '2026-12-31'],
  ['2027-01-04', '2027-01-04'],
  ['2025-12-31', '2025-12-31'],
])('figures read on %s stand for %s', (asOf, expected) => {
  expect(accountDay(asOf as Day)).toBe(expected);
});
