import { describe, expect, test } from 'vitest';
import { publishedCalendar } from '../calendar/notices.ts';
import type { Day, Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { zero } from '../kit/money.ts';
import { decisionClock, decisionStanding, followUp, whyNotMakeDecision, whyNotMarkDone } from './decisions.ts';
import { isEarly, meetingDay, whyNotChangeMeeting, whyNotClose, whyNotDecide, whyNotOpen, whyNotShow } from './rules.ts';
import type { MeetingState } from './schema.ts';
import { foldUnits, overviewOf, pageIndex, screenPages, turnPage } from './screen.ts';

const week = '2026-W44' as Week;
const item = (number: number) => ({ id: makeId('agendaItem', String(number).padStart(32, '0')) });

test.each([
  ['2026-W44', 1, '2026-11-02', 'a Monday that people work on'],
  ['2026-W40', 1, '2026-10-08', 'the National Day holiday moves it to the first working day'],
  ['2026-W01', 1, '2026-01-05', 'the Monday after New Year'],
  ['2026-W07', 2, '2026-02-24', 'Spring Festival moves it into the week after'],
] as const)('the meeting of %s on weekday %s is held on %s: %s', (of, weekday, on, _why) => {
  expect(meetingDay(of as Week, { weekday }, publishedCalendar)).toBe(on);
});

describe('a meeting’s states', () => {
  test.each<[MeetingState, Record<'change' | 'decide' | 'show' | 'close', string | null>]>([
    ['planned', { change: null, decide: 'meeting-not-open', show: 'meeting-not-open', close: 'meeting-not-open' }],
    ['open', { change: null, decide: null, show: null, close: null }],
    ['closed', { change: 'meeting-closed', decide: 'meeting-closed', show: null, close: 'meeting-closed' }],
  ])('%s', (state, expected) => {
    const reason = {
      change: whyNotChangeMeeting({ state })?.reason ?? null,
      decide: whyNotDecide({ state })?.reason ?? null,
      show: whyNotShow({ state })?.reason ?? null,
      close: whyNotClose({ state })?.reason ?? null,
    };
    expect(reason).toEqual(expected);
  });

  test.each([
    ['planned', '2026-10-25', null, 'week-not-begun'],
    ['planned', '2026-10-26', null, null],
    ['planned', '2026-11-02', { week: '2026-W43' as Week, number: 1 }, 'other-meeting-open'],
    ['open', '2026-11-02', null, 'meeting-already-open'],
    ['closed', '2026-11-02', null, 'meeting-closed'],
  ] as const)('a %s meeting on %s with %j open is refused for %s', (state, today, other, reason) => {
    expect(whyNotOpen({ state, week }, today as Day, other)?.reason ?? null).toBe(reason);
  });

  test('a meeting is early up to its week’s Sunday', () => {
    expect(isEarly({ week }, '2026-11-01' as Day)).toBe(true);
    expect(isEarly({ week }, '2026-11-02' as Day)).toBe(false);
  });
});

describe('decisions', () => {
  const today = '2026-11-09' as Day;
  const decision = (id: string, of: string, state: 'open' | 'done', dueOn: string) => ({
    id: makeId('decision', id.padStart(32, '0')),
    week: of as Week,
    state,
    dueOn: dueOn as Day,
    ...decisionClock({ state, dueOn: dueOn as Day }, publishedCalendar, today),
  });

  test('a meeting follows up all of the last one and what is still open of older ones, the late first', () => {
    const all = [
      decision('1', '2026-W40', 'done', '2026-10-10'),
      decision('2', '2026-W40', 'open', '2026-11-30'),
      decision('3', '2026-W44', 'done', '2026-11-06'),
      decision('4', '2026-W44', 'open', '2026-11-06'),
      decision('5', '2026-W45', 'open', '2026-11-20'),
    ];
    const followed = followUp(all, { week: '2026-W45' as Week });
    expect(followed.map((one) => Number(one.id.slice(4)))).toEqual([4, 2, 3]);
  });

  test.each<[string, 'open' | 'answered' | 'done', string, string, number, number[]]>([
    ['on its last day it is in time', 'open', '2026-11-09', '2026-11-09', 0, []],
    ['a weekend between makes nothing late', 'open', '2026-11-06', '2026-11-08', 0, []],
    ['on Monday one working day', 'open', '2026-11-06', '2026-11-09', 1, []],
    ['the National Day holiday does not count', 'open', '2026-09-30', '2026-10-08', 1, []],
    ['a make-up Saturday does', 'open', '2026-10-09', '2026-10-10', 1, []],
    ['a deadline on a day off moves to the next working day', 'open', '2026-10-03', '2026-10-08', 0, []],
    ['and is late from the day after', 'open', '2026-10-03', '2026-10-09', 1, []],
    ['an answered one waits for the office', 'answered', '2026-10-09', '2026-11-09', 0, []],
    ['a settled one is never late', 'done', '2026-10-09', '2026-11-09', 0, []],
    ['in a year without a notice it says so', 'open', '2026-12-31', '2027-01-05', 3, [2027]],
  ])('%s', (_case, state, dueOn, asOf, overdueDays, unknownYears) => {
    const clock = decisionClock({ state, dueOn: dueOn as Day }, publishedCalendar, asOf as Day);
    expect(clock).toEqual({ overdueDays, unknownYears });
    expect(decisionStanding({ state, ...clock }) === 'overdue').toBe(overdueDays > 0);
  });

  test('a deadline may be today, never before; a day of completion may be today, never after', () => {
    const ownerUnitId = makeId('unit', '1'.padStart(32, '0'));
    const made = { ownerUnitId, helperUnitIds: [], dueOn: today };
    expect(whyNotMakeDecision({ state: 'open' }, made, today)).toBeNull();
    expect(whyNotMakeDecision({ state: 'open' }, { ...made, dueOn: '2026-11-08' as Day }, today)?.reason).toBe('deadline-passed');
    expect(whyNotMakeDecision({ state: 'open' }, { ...made, helperUnitIds: [ownerUnitId] }, today)?.reason).toBe('helper-is-owner');
    expect(whyNotMarkDone({ state: 'open' }, today, today)).toBeNull();
    expect(whyNotMarkDone({ state: 'open' }, '2026-11-10' as Day, today)?.reason).toBe('done-in-future');
  });
});

describe('the screen', () => {
  const pages = screenPages([item(1), item(2)]);

  test('its pages follow the agenda, and the ends hold', () => {
    expect(pages.map((page) => page.page)).toEqual(['overview', 'follow-up', 'item', 'item', 'closing']);
    expect(turnPage(pages, { page: 'overview' }, -1)).toEqual({ page: 'overview' });
    expect(turnPage(pages, { page: 'follow-up' }, 1)).toEqual({ page: 'item', agendaItemId: item(1).id });
    expect(turnPage(pages, { page: 'closing' }, 1)).toEqual({ page: 'closing' });
  });

  test('a page whose item was taken off the agenda falls back to the first', () => {
    expect(pageIndex(pages, { page: 'item', agendaItemId: item(9).id })).toBe(0);
  });

  const unit = (number: number, lamp: 'red' | 'yellow' | 'green' | null) => ({
    kind: 'key' as const,
    lamp,
    unitId: makeId('unit', String(number).padStart(32, '0')),
    unitName: `单位${number}`,
    projectId: `p${number}`,
    standing: 'active' as const,
    yearPlan: null,
    doneThisYear: zero,
    plannedToDate: null,
  });

  test('units stand by their red lamps, and folding loses no project', () => {
    const { units, unrated } = overviewOf([unit(1, 'green'), unit(2, 'red'), unit(3, 'yellow'), unit(3, 'red'), unit(4, null)], null);
    expect(units.map((one) => one.unitName)).toEqual(['单位3', '单位2', '单位1', '单位4']);
    expect(unrated).toBe(1);
    const folded = foldUnits(units, 3);
    expect(folded.map((one) => [one.unitName, one.units, one.total])).toEqual([
      ['单位3', 1, 2],
      ['单位2', 1, 1],
      ['单位1', 2, 2],
    ]);
  });
});
