import { expect, test } from 'vitest';
import { publishedCalendar as calendar } from '../calendar/notices.ts';
import { day } from '../kit/calendar.ts';
import { stepCell } from './pivot.ts';
import type { StepEntry } from './schema.ts';

const step = {
  ...({ state: 'accepted', limitDays: 20, limitUnit: 'workday', acceptedOn: day('2026-12-01'), dueOn: null } as const),
  ...{ doneOn: null, tolerantUntil: null, documentNumber: null, course: null },
};
const accepted: StepEntry = { kind: 'accepted', on: day('2026-12-01') };
const stopped = (cause: 'supplement' | 'publicity'): StepEntry => ({ kind: 'stopped', on: day('2026-12-04'), cause, note: null });
const at = (course: StepEntry[] | null, asOf: string) => stepCell({ ...step, course }, day(asOf), calendar);

test.each([
  ['runs', null, '2026-12-03', { status: 'running', used: 2, limit: 20 }],
  ['is about to fall due', null, '2026-12-28', { status: 'due', used: 19 }],
  ['is late', null, '2026-12-31', { status: 'overdue', over: 2 }],
  ['waits for papers', [accepted, stopped('supplement')], '2026-12-10', { status: 'supplement', used: 3 }],
  ['stands for a public notice', [accepted, stopped('publicity')], '2026-12-10', { status: 'stopped', used: 3 }],
])('a step that %s on a day', (_how, course, asOf, expected) => {
  expect(at(course, asOf)).toMatchObject(expected);
});

test('a cell names the years without a notice that it rests on, and says nothing where there are none', () => {
  expect(at(null, '2026-12-03')).not.toHaveProperty('unknownYears');
  expect(stepCell({ ...step, limitDays: 40 }, day('2026-12-03'), calendar)).toMatchObject({ unknownYears: [2027] });
});
