import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../calendar/notices.ts';
import { makeId } from '../kit/ids.ts';
import type { OrderKey } from '../kit/rank.ts';
import { groupFor, presetCriteria, presetGroups, presetInspection } from './presets.ts';
import {
  whyNotAddStop,
  whyNotClose,
  whyNotCriteria,
  whyNotGroup,
  whyNotGroups,
  whyNotMarks,
  whyNotOpen,
  whyNotPlan,
  whyNotReadResults,
  whyNotRemoveStop,
  whyNotScore,
} from './rules.ts';
import { Inspection, type InspectionState } from './schema.ts';

const criteria = [...presetCriteria];
const groups = [...presetGroups];
const full = { investment: 300, works: 250, approvals: 200, site: 150, rectification: 100 };
const states: InspectionState[] = ['planned', 'open', 'closed'];

describe('the preset', () => {
  it('adds up to a hundred points', () => {
    expect(whyNotCriteria(criteria)).toBeNull();
  });

  it('makes a valid inspection on a working day of its quarter', () => {
    for (const quarter of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
      const preset = presetInspection(makeId('unit', '0'.repeat(32)), Inspection.shape.quarter.parse(quarter), publishedCalendar);
      expect(Inspection.omit({ id: true, version: true }).parse(preset).day.slice(0, 4)).toBe('2026');
    }
    expect(presetInspection(makeId('unit', '0'.repeat(32)), Inspection.shape.quarter.parse('2026-Q4'), publishedCalendar).day).toBe(
      '2026-12-21',
    );
    // 19 to 21 June are 端午节.
    expect(presetInspection(makeId('unit', '0'.repeat(32)), Inspection.shape.quarter.parse('2026-Q2'), publishedCalendar).day).toBe(
      '2026-06-18',
    );
  });

  it.each([
    { kind: 'reconstruction', category: '产业园恢复', group: 'reconstruction' },
    { kind: 'key', category: '装备制造', group: 'industry' },
    { kind: 'key', category: '教育', group: 'livelihood' },
    { kind: 'key', category: null, group: 'livelihood' },
  ] as const)('puts a $kind project of $category into $group', ({ kind, category, group }) => {
    expect(groupFor({ kind, category }, groups)).toBe(group);
  });

  it('falls back to the first group where its own was taken away', () => {
    expect(groupFor({ kind: 'key', category: '教育' }, [{ id: 'towns', name: '乡镇组' }])).toBe('towns');
  });
});

describe('an inspection', () => {
  it.each(states)('opens only while it is planned, closes only while it is open (%s)', (state) => {
    expect(whyNotOpen({ state }, 1)?.reason ?? null).toBe(state === 'planned' ? null : 'inspection-not-in-state');
    expect(whyNotClose({ state }, 1)?.reason ?? null).toBe(state === 'open' ? null : 'inspection-not-in-state');
  });

  it('does not open without a stop nor close without a scoresheet', () => {
    expect(whyNotOpen({ state: 'planned' }, 0)).toEqual({ reason: 'no-stops' });
    expect(whyNotClose({ state: 'open' }, 0)).toEqual({ reason: 'no-scoresheets' });
  });

  it('says how many points its criteria give when it is not a hundred', () => {
    expect(whyNotCriteria(criteria.slice(1))).toEqual({ reason: 'weights-not-100', total: 70 });
  });

  it('keeps its scoresheet once scoring is open, and everything once it is closed', () => {
    const changed = criteria.map((one) => ({ ...one, hint: null }));
    expect(whyNotPlan({ state: 'planned', criteria }, { criteria: changed, groups }, [])).toBeNull();
    expect(whyNotPlan({ state: 'open', criteria }, { criteria: changed, groups }, [])).toEqual({ reason: 'criteria-in-use' });
    expect(whyNotPlan({ state: 'open', criteria }, { criteria, groups }, [])).toBeNull();
    expect(whyNotPlan({ state: 'closed', criteria }, { criteria, groups }, [])).toEqual({ reason: 'inspection-closed' });
  });

  it('does not lose a group that entries stand in', () => {
    expect(whyNotGroups(groups.slice(1), ['industry'])).toEqual({ reason: 'group-in-use', groupId: 'industry' });
    expect(whyNotGroups(groups, ['industry'])).toBeNull();
    expect(whyNotGroup({ state: 'open', groups }, 'nowhere')).toEqual({ reason: 'group-unknown', groupId: 'nowhere' });
  });
});

describe('the route', () => {
  const key = 'V' as OrderKey;

  it('takes a rated project as a stop, and no stop twice', () => {
    expect(whyNotAddStop({ state: 'planned' }, { standing: 'active' }, null)).toBeNull();
    expect(whyNotAddStop({ state: 'open' }, { standing: 'active' }, { routeKey: null })).toBeNull();
    expect(whyNotAddStop({ state: 'planned' }, { standing: 'active' }, { routeKey: key })).toEqual({ reason: 'already-a-stop' });
  });

  it('takes no withdrawn project, and nothing once the inspection is closed', () => {
    expect(whyNotAddStop({ state: 'planned' }, { standing: 'withdrawn' }, null)).toEqual({ reason: 'project-withdrawn' });
    expect(whyNotAddStop({ state: 'closed' }, { standing: 'active' }, null)).toEqual({ reason: 'inspection-closed' });
  });

  it('keeps an entry that has marks or a flag', () => {
    expect(whyNotRemoveStop({ state: 'open' }, { sheets: 2, isFlagged: false })).toEqual({ reason: 'entry-scored', sheets: 2 });
    expect(whyNotRemoveStop({ state: 'planned' }, { sheets: 0, isFlagged: true })).toEqual({ reason: 'entry-flagged' });
    expect(whyNotRemoveStop({ state: 'planned' }, { sheets: 0, isFlagged: false })).toBeNull();
  });
});

describe('a scoresheet', () => {
  const open = { state: 'open', criteria } as const;
  const inspector = { id: 'me', role: 'inspector' } as const;

  it.each([
    { marks: full, reason: null },
    { marks: { ...full, investment: 301 }, reason: 'mark-over-weight' },
    { marks: { ...full, site: -1 }, reason: 'mark-over-weight' },
    { marks: { investment: 300 }, reason: 'mark-missing' },
    { marks: { ...full, beauty: 1 }, reason: 'mark-unknown' },
  ])('with these marks is refused for: $reason', ({ marks, reason }) => {
    expect(whyNotMarks(criteria, marks)?.reason ?? null).toBe(reason);
  });

  it.each(states)('is handed in only while scoring is open (%s)', (state) => {
    expect(whyNotScore({ state, criteria }, inspector, full, null)?.reason ?? null).toBe(state === 'open' ? null : 'inspection-not-open');
  });

  it('is its own inspector’s alone', () => {
    expect(whyNotScore(open, { id: 'office', role: 'office' }, full, null)).toEqual({ reason: 'sheet-not-own' });
    expect(whyNotScore(open, inspector, full, { inspectorId: makeId('account', '1'.repeat(32)) })).toEqual({ reason: 'sheet-not-own' });
  });
});

it('those who are rated read the results when the scoring has ended', () => {
  expect(states.map((state) => whyNotReadResults({ state }, 'officer')?.reason ?? null)).toEqual([
    'results-not-out',
    'results-not-out',
    null,
  ]);
  expect(states.map((state) => whyNotReadResults({ state }, 'leader'))).toEqual([null, null, null]);
});
