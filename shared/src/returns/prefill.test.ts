import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant, Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { wan, yuan } from '../kit/money.ts';
import { baseOf, noChange, type PreviousReturn, prefill, weekFromYear, yearFromWeek } from './prefill.ts';
import type { WeeklyReturn } from './schema.ts';

const week = (text: string) => Week.parse(text);
const lastWeek: PreviousReturn = {
  week: week('2026-W42'),
  doneThisWeek: wan(420),
  doneThisYear: wan(12_100),
  progress: '土方回填完成 86%。',
  problem: '环评公众参与说明需补正',
  nextStep: '报送第二次补正材料',
};

describe('the form of a return', () => {
  it('opens with last week’s words and cumulative, and without an amount', () => {
    expect(prefill(week('2026-W43'), lastWeek, null)).toEqual({
      doneThisWeek: null,
      doneThisYear: wan(12_100),
      doneAtMonthEnd: null,
      progress: '土方回填完成 86%。',
      problem: '环评公众参与说明需补正',
      nextStep: '报送第二次补正材料',
      request: null,
    });
  });

  it('opens empty for a project that never returned', () => {
    expect(prefill(week('2026-W43'), null, null)).toMatchObject({ doneThisYear: 0, progress: '', problem: null, nextStep: null });
  });

  it('opens with this week’s own return once there is one', () => {
    const own: WeeklyReturn = {
      ...lastWeek,
      id: makeId('weeklyReturn', '0'.repeat(32)),
      projectId: makeId('project', '0'.repeat(32)),
      week: week('2026-W43'),
      state: 'sent-back',
      doneThisWeek: wan(350),
      doneThisYear: wan(12_450),
      doneAtMonthEnd: null,
      request: '请生态环境分局组织复核会',
      sentBackReason: '累计与上周不衔接',
      submittedAt: Instant.parse('2026-10-22T08:00:00.000Z'),
      submittedBy: '罗科员',
      filledInFor: null,
      version: 3,
    };
    expect(prefill(week('2026-W43'), lastWeek, own)).toMatchObject({ doneThisWeek: wan(350), request: '请生态环境分局组织复核会' });
  });

  it('“no change” is nothing done in last week’s words', () => {
    expect(noChange(week('2026-W43'), lastWeek)).toMatchObject({ doneThisWeek: 0, doneThisYear: wan(12_100), progress: lastWeek.progress });
  });

  for (const { of, monthEnd, expected } of [
    { of: '2026-W43', monthEnd: 'no month’s end', expected: null },
    { of: '2026-W40', monthEnd: 'Wednesday 30 September', expected: wan(12_100) },
    { of: '2026-W44', monthEnd: 'Saturday 31 October', expected: wan(12_100) },
  ]) {
    it(`${of} holds ${monthEnd}: the month-end figure is ${expected === null ? 'not asked' : 'the last cumulative'}`, () => {
      expect(prefill(week(of), { ...lastWeek, week: week('2026-W39') }, null).doneAtMonthEnd).toBe(expected);
    });
  }

  it('a new year’s cumulative begins at nothing, and December’s end is still the old year’s', () => {
    const december = { ...lastWeek, week: week('2025-W52') };
    expect(prefill(week('2026-W01'), december, null)).toMatchObject({ doneThisYear: 0, doneAtMonthEnd: wan(12_100) });
    expect(baseOf(week('2026-W01'), december)).toBe(0);
  });

  it('this week and the cumulative follow each other, both ways', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 }).map(yuan);
    fc.assert(
      fc.property(amount, amount, (base, thisWeek) => {
        expect(weekFromYear(base, yearFromWeek(base, thisWeek))).toBe(thisWeek);
        expect(yearFromWeek(base, weekFromYear(base, thisWeek))).toBe(thisWeek);
      }),
    );
  });
});
