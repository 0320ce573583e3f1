import { describe, expect, it } from 'vitest';
import { workCalendar } from '../calendar/workdays.ts';
import { addDays, day, Week } from '../kit/calendar.ts';
import { askedBefore, asksForReturns, missedBefore, returnDays } from './weeks.ts';

/** Spring Festival 2026: off from Sunday 15 to Monday 23 February, so that week 8 holds no working day. */
const springFestival = workCalendar(
  [0, 1, 2, 3, 4, 5, 6, 7, 8].map((days) => ({ day: addDays(day('2026-02-15'), days), kind: 'off' as const, name: '春节' })),
  [2026],
);
const week = (text: string) => Week.parse(text);

describe('the weeks that ask for returns', () => {
  it('a week without a working day asks for none', () => {
    expect(asksForReturns(springFestival, week('2026-W08'))).toBe(false);
    expect(asksForReturns(springFestival, week('2026-W07'))).toBe(true);
    expect(asksForReturns(springFestival, week('2026-W09'))).toBe(true);
  });

  it('the week before a holiday week is the last that asked', () => {
    expect(askedBefore(springFestival, week('2026-W09'))).toBe('2026-W07');
    expect(askedBefore(springFestival, week('2026-W10'))).toBe('2026-W09');
  });

  for (const [last, missed] of [
    [null, false],
    ['2026-W07', false],
    ['2026-W06', true],
  ] as const) {
    it(`after the holiday, a last return of ${last ?? 'never'} is ${missed ? '' : 'not '}a missed week`, () => {
      expect(missedBefore(springFestival, week('2026-W09'), last && { week: week(last) })).toBe(missed);
    });
  }

  it.each([
    // Friday 13 February is worked; Sunday 15 to Monday 23 is not.
    ['2026-W07', 1, 5, '2026-02-09', '2026-02-13'],
    ['2026-W07', 3, 7, '2026-02-11', '2026-02-24'],
    ['2026-W09', 1, 1, '2026-02-23', '2026-02-24'],
    ['2026-W10', 4, 6, '2026-03-05', '2026-03-09'],
  ])(
    'in %s returns open on weekday %i and those due on weekday %i are: %s to %s',
    (of, returnOpenWeekday, returnWeekday, opensOn, dueOn) => {
      expect(returnDays(week(of), { returnOpenWeekday, returnWeekday }, springFestival)).toEqual({ opensOn, dueOn, unknownYears: [] });
    },
  );
});
