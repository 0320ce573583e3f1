import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedCalendar } from '../calendar/notices.ts';
import { type Day, day, type Instant, instantAt, type Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { ProjectKind } from '../projects/schema.ts';
import {
  isFor,
  nextNumber,
  numberedFrom,
  plannedAnew,
  seriesFor,
  seriesNameOf,
  shownOnScreen,
  whyNotCloseSeries,
  whyNotMoveOnto,
  whyNotPlanIn,
  whyNotReopenSeries,
  whyNotSetSeries,
} from './series-rules.ts';

const own = { id: makeId('meetingSeries', '1'.padStart(32, '0')), name: '重点项目推进周例会', kind: null, closedOn: null };
const rebuilding = {
  id: makeId('meetingSeries', '2'.padStart(32, '0')),
  name: '灾后重建调度会',
  kind: 'reconstruction' as const,
  closedOn: null,
};
const over = { ...rebuilding, id: makeId('meetingSeries', '3'.padStart(32, '0')), closedOn: day('2026-10-01') };
const nothing = { isMeeting: false, items: 0, requests: 0 };

describe('a series', () => {
  test('has a name of its own, and never gives a number twice', () => {
    const before = { firstNumber: 1, closedOn: null };
    const wanted = { id: rebuilding.id, name: '灾后重建调度会', firstNumber: 1 };
    expect(whyNotSetSeries(wanted, before, [own, rebuilding], 12)).toBeNull();
    expect(whyNotSetSeries({ ...wanted, name: own.name }, before, [own, rebuilding], 0)).toMatchObject({ reason: 'series-name-taken' });
    expect(whyNotSetSeries({ ...wanted, id: null }, null, [own, rebuilding], 0)).toMatchObject({ reason: 'series-name-taken' });
    expect(whyNotSetSeries({ ...wanted, firstNumber: 12 }, before, [own], 12)).toEqual({ reason: 'first-number-used', used: 12 });
    expect(whyNotSetSeries({ ...wanted, firstNumber: 13 }, before, [own], 12)).toBeNull();
    expect(whyNotSetSeries(wanted, { ...before, closedOn: day('2026-10-01') }, [], 0)).toEqual({ reason: 'series-closed' });
  });

  test.each([
    ['the district’s own', { isDefault: true, closedOn: null }, nothing, 'series-is-default'],
    ['one that is closed', { isDefault: false, closedOn: day('2026-10-01') }, nothing, 'series-closed'],
    ['one that meets', { isDefault: false, closedOn: null }, { ...nothing, isMeeting: true }, 'series-meets'],
    ['one with items to come', { isDefault: false, closedOn: null }, { ...nothing, items: 2 }, 'series-has-items'],
    ['one with requests', { isDefault: false, closedOn: null }, { ...nothing, requests: 1 }, 'series-has-requests'],
    ['one with nothing left', { isDefault: false, closedOn: null }, nothing, undefined],
  ] as const)('%s is closed only where nothing is lost with it', (_which, series, load, reason) => {
    expect(whyNotCloseSeries(series, load)?.reason).toBe(reason);
  });

  test('that is closed plans nothing, and is opened again', () => {
    expect([whyNotPlanIn(over), whyNotPlanIn(own)]).toEqual([{ reason: 'series-closed' }, null]);
    expect([whyNotReopenSeries(over), whyNotReopenSeries(own)]).toEqual([null, { reason: 'series-not-closed' }]);
  });

  test('counts on within a year, from where the office says in that year', () => {
    expect(nextNumber({ firstNumber: 38, firstYear: 2026 }, 2026, null)).toBe(38);
    expect(nextNumber({ firstNumber: 38, firstYear: 2026 }, 2026, 38)).toBe(39);
    expect(nextNumber({ firstNumber: 38, firstYear: 2026 }, 2027, null)).toBe(1);
    const today = day('2026-10-29');
    expect(numberedFrom({ firstNumber: 38 }, null, today)).toEqual({ firstNumber: 38, firstYear: 2026 });
    expect(numberedFrom({ firstNumber: 38 }, { firstNumber: 38, firstYear: 2025 }, today)).toEqual({ firstNumber: 38, firstYear: 2025 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.option(fc.integer({ min: 1, max: 999 })), (firstNumber, last) => {
        const next = nextNumber({ firstNumber, firstYear: 2026 }, 2026, last);
        expect(next).toBeGreaterThan(last ?? 0);
        expect(next).toBeGreaterThanOrEqual(firstNumber);
      }),
    );
  });
});

describe('what a project comes to', () => {
  test('the series of its kind, else the district’s own; a closed one takes nothing', () => {
    expect(seriesFor('reconstruction', [own, rebuilding])).toBe(rebuilding);
    expect(seriesFor('key', [own, rebuilding])).toBe(own);
    expect(seriesFor(null, [own, rebuilding])).toBe(own);
    expect(seriesFor('reconstruction', [own, over])).toBe(own);
    expect(seriesFor('key', [])).toBeNull();
  });

  test('every project is for some open series, whatever series there are', () => {
    const closed = fc.constantFrom<Day | null>(null, day('2026-10-01'));
    const series = fc.record({ kind: fc.constantFrom(null, ...ProjectKind.options), closedOn: closed });
    fc.assert(
      fc.property(fc.array(series, { maxLength: 4 }), fc.constantFrom(...ProjectKind.options), (others, kind) => {
        const all = [{ kind: null, closedOn: null }, ...others];
        const theirs = all.filter((one) => one.closedOn === null && isFor(one, kind, all));
        expect(theirs.length).toBeGreaterThan(0);
        expect(theirs).toContain(seriesFor(kind, all));
      }),
    );
  });
});

describe('a screen that is tied to no series', () => {
  const at = (time: string): Instant => instantAt(day('2026-11-02'), time);
  const planned = { state: 'planned', openedAt: null, closedAt: null, day: day('2026-11-02'), time: '14:00', isRehearsed: false } as const;
  const open = { ...planned, state: 'open', openedAt: at('09:00') } as const;
  const closed = { ...open, state: 'closed', closedAt: at('10:00') } as const;
  const now = at('11:00');

  test('shows the meeting under way, then a rehearsal, then what was closed today, then the next to be held', () => {
    const rehearsed = { ...planned, isRehearsed: true };
    const sooner = { ...planned, time: '13:00' };
    const longAgo = { ...closed, closedAt: instantAt(day('2026-10-26'), '10:00') };
    expect(shownOnScreen([planned, closed, rehearsed, open], now)).toBe(open);
    expect(shownOnScreen([planned, closed, rehearsed], now)).toBe(rehearsed);
    expect(shownOnScreen([planned, closed], now)).toBe(closed);
    expect(shownOnScreen([planned, sooner], now)).toBe(sooner);
    expect(shownOnScreen([{ ...longAgo, time: '15:00' }, planned], now)).toBe(planned);
    expect(shownOnScreen([], now)).toBeNull();
  });

  test('of two under way it shows the one opened last', () => {
    const later = { ...open, openedAt: at('09:30') };
    expect(shownOnScreen([later, open], now)).toBe(later);
    expect(shownOnScreen([open, later], now)).toBe(later);
  });
});

describe('a meeting ahead whose series changes', () => {
  const thursdays = { weekday: 4, time: '15:00', length: 60, place: '应急指挥中心', host: '郑副区长', attendees: '应急局' };
  const meeting = { week: '2026-W44' as Week, day: day('2026-11-05'), ...thursdays };

  test.each<[string, Partial<typeof thursdays>, string, object | null]>([
    ['a name says nothing of it', {}, '2026-11-02', null],
    ['it moves with the weekday', { weekday: 3 }, '2026-11-02', { day: '2026-11-04' }],
    ['today is still ahead', { weekday: 1 }, '2026-11-02', { day: '2026-11-02' }],
    ['it does not move into the past', { weekday: 1 }, '2026-11-03', null],
    ['hour and place go along', { time: '10:00', place: '一号会议室' }, '2026-11-02', { time: '10:00', place: '一号会议室' }],
  ])('%s', (_case, change, today, expected) => {
    const found = plannedAnew(meeting, thursdays, { ...thursdays, ...change }, publishedCalendar, day(today));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  test('what was said of the meeting alone stays', () => {
    const own = { ...meeting, host: '宋区长', time: '16:00' };
    const after = { ...thursdays, host: '冯副区长', time: '10:00', length: 45 };
    expect(plannedAnew(own, thursdays, after, publishedCalendar, day('2026-11-02'))).toMatchObject({
      host: '宋区长',
      time: '16:00',
      length: 45,
    });
  });

  test('it stays in the year in which it is numbered', () => {
    const last = { ...meeting, week: '2026-W52' as Week, day: day('2026-12-31') };
    expect(plannedAnew(last, thursdays, { ...thursdays, weekday: 5 }, publishedCalendar, day('2026-12-28'))).toBeNull();
  });

  test('and not onto a day on which another series has its project', () => {
    expect(whyNotMoveOnto(null)).toBeNull();
    const other = { seriesName: '重点项目推进周例会', day: day('2026-11-02') };
    expect(whyNotMoveOnto(other)).toEqual({ reason: 'moved-onto-other-agenda', ...other });
  });
});

test('the district’s own series goes by the usual word, another by its name', () => {
  expect(seriesNameOf({ ...own, isDefault: true })).toBeNull();
  expect(seriesNameOf({ ...rebuilding, isDefault: false })).toBe('灾后重建调度会');
});
