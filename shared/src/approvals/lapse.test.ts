import { describe, expect, test } from 'vitest';
import { publishedCalendar } from '../calendar/notices.ts';
import { day } from '../kit/calendar.ts';
import type { ClockedStep } from './clock.ts';
import { LAPSED, lapsed } from './lapse.ts';
import type { StepEntry } from './schema.ts';

const bare = { limitDays: 20, limitUnit: 'workday', dueOn: null, doneOn: null } as const;
const tolerated = (until: string | null): StepEntry => ({
  ...{ kind: 'tolerated', on: day('2026-09-21'), papers: ['土地证'] },
  until: until === null ? null : day(until),
});
const step = (until: string | null): ClockedStep => ({
  ...bare,
  ...{ state: 'tolerant', acceptedOn: day('2026-09-21'), tolerantUntil: until === null ? null : day(until), course: [tolerated(until)] },
});

describe('a tolerance that nobody redeemed', () => {
  test.each([
    ['on the day promised it still holds', '2026-10-09', '2026-10-09', false],
    ['the day after it is withdrawn', '2026-10-09', '2026-10-10', true],
    ['a promise for a day off holds until the next working day', '2026-10-03', '2026-10-08', false],
    ['and no longer', '2026-10-03', '2026-10-09', true],
    ['without a day promised nothing ends it', null, '2026-12-30', false],
  ])('%s', (_case, until, today, isLapsed) => {
    expect(lapsed(step(until), publishedCalendar, day(today)) !== null).toBe(isLapsed);
  });

  test('the step begins anew, with what happened kept, and asked again nothing more happens', () => {
    const after = lapsed(step('2026-10-09'), publishedCalendar, day('2026-10-12'));
    expect(after).toMatchObject({ state: 'pending', acceptedOn: null, tolerantUntil: null });
    expect(after?.course).toEqual([tolerated('2026-10-09'), { kind: 'withdrawn', on: '2026-10-12', note: LAPSED }]);
    expect(after && lapsed(after, publishedCalendar, day('2026-10-13'))).toBeNull();
  });

  test('a list that names the state and the day alone is told the same way', () => {
    const listed = { ...step('2026-10-09'), course: null };
    expect(lapsed(listed, publishedCalendar, day('2026-10-12'))).toMatchObject({ state: 'pending', tolerantUntil: null });
  });

  test('what runs, was redeemed or is done is left alone', () => {
    const redeemed = { ...step('2026-10-09'), state: 'accepted' as const };
    const course: StepEntry[] = [tolerated('2026-10-09'), { kind: 'redeemed', on: day('2026-09-30') }];
    expect(lapsed({ ...redeemed, course }, publishedCalendar, day('2026-10-12'))).toBeNull();
    expect(lapsed({ ...redeemed, course: null }, publishedCalendar, day('2026-10-12'))).toBeNull();
  });
});
