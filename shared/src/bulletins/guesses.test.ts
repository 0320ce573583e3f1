import { expect, test } from 'vitest';
import { publishedCalendar } from '../calendar/notices.ts';
import { workCalendar } from '../calendar/workdays.ts';
import { type Day, day, type Month } from '../kit/calendar.ts';
import { guessedYears } from './guesses.ts';
import { project } from './sample-month.ts';

const month = '2026-12' as Month;
const due = (on: Day | null, lamp: 'red' | 'green' = 'red') =>
  project(1, { lamp, nextStep: { name: '环境影响评价', due: on, overdueDays: 0 } });

test.each([
  ['ahead, in a year without a notice', [due(day('2027-01-08'))], [2027]],
  ['ahead, beyond one', [due(day('2028-01-05'))], [2027, 2028]],
  ['in the month itself', [due(day('2026-12-20'))], []],
  ['none', [due(null), project(2, { lamp: 'red' })], []],
  ['of a green project, which the bulletin does not name', [due(day('2027-01-08'), 'green')], []],
])('a deadline %s', (_where, rows, years) => {
  expect(guessedYears({ month, rows }, publishedCalendar)).toEqual(years);
});

test('a deadline that has passed rests on the years up to the month’s end as well', () => {
  const known = workCalendar([], [2025]);
  expect(guessedYears({ month, rows: [due(day('2025-12-20'))] }, known)).toEqual([2026]);
});
