import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWeeks, day, lastDayOfWeek, Week, yearOf } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import { countingReturn, counts, doneThisYear, lastBefore } from './counting.ts';
import { ReturnState } from './schema.ts';

const given = (week: string, state: ReturnState, done = 0, atMonthEnd: number | null = null) => ({
  week: Week.parse(week),
  state,
  doneThisYear: wan(done),
  doneAtMonthEnd: atMonthEnd === null ? null : wan(atMonthEnd),
});

describe('the return that counts', () => {
  it('a submitted return counts at once', () => {
    expect(countingReturn([given('2026-W43', 'accepted'), given('2026-W44', 'submitted')], day('2026-10-29'))?.week).toBe('2026-W44');
  });

  it('sending it back falls back to the last figures before it', () => {
    const returns = [given('2026-W43', 'accepted', 12_100), given('2026-W44', 'sent-back', 12_450)];
    expect(countingReturn(returns, day('2026-10-29'))?.week).toBe('2026-W43');
    expect(doneThisYear(returns, day('2026-10-29'))).toBe(wan(12_100));
  });

  it('a later week does not count yet', () => {
    expect(countingReturn([given('2026-W43', 'accepted'), given('2026-W44', 'submitted')], day('2026-10-25'))?.week).toBe('2026-W43');
  });

  it('a new year begins at nothing, while the words of the old one remain', () => {
    const returns = [given('2026-W53', 'accepted', 9_000)];
    expect(doneThisYear(returns, day('2027-01-04'))).toBe(0);
    expect(lastBefore(returns, Week.parse('2027-W01'))?.week).toBe('2026-W53');
  });

  it('the last days of December keep their own year, although their week is the next one’s', () => {
    const returns = [given('2025-W52', 'accepted', 8_000), given('2026-W01', 'submitted', 30, 8_200)];
    expect(doneThisYear(returns, day('2025-12-30'))).toBe(wan(8_000));
    expect(doneThisYear(returns, day('2025-12-31'))).toBe(wan(8_200));
    expect(doneThisYear(returns, day('2026-01-02'))).toBe(wan(30));
  });

  it('on a month’s last day the confirmed figure counts, on the day after it the week’s own', () => {
    const returns = [given('2026-W39', 'accepted', 500), given('2026-W40', 'submitted', 620, 580)];
    expect(doneThisYear(returns, day('2026-09-30'))).toBe(wan(580));
    expect(doneThisYear(returns, day('2026-10-01'))).toBe(wan(620));
  });

  it('what counts is never sent back, never of another year, and nothing later that counts is left out', () => {
    const start = Week.parse('2025-W40');
    const returns = fc.uniqueArray(fc.record({ at: fc.nat(80), state: fc.constantFrom(...ReturnState.options) }), {
      selector: (each) => each.at,
    });
    fc.assert(
      fc.property(returns, fc.nat(80), (drawn, at) => {
        const all = drawn.map((each) => ({ week: addWeeks(start, each.at), state: each.state }));
        const asOf = lastDayOfWeek(addWeeks(start, at));
        const found = countingReturn(all, asOf);
        const open = all.filter((each) => counts(each.state) && each.week <= addWeeks(start, at) && yearOf(each.week) === yearOf(asOf));
        expect(found).toEqual(open.sort((a, b) => (a.week < b.week ? 1 : -1))[0] ?? null);
      }),
    );
  });
});
