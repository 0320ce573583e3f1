import { expect, test } from 'vitest';
import type { Day } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { isVerifiedComplete, whyNotRecordVisit } from './rules.ts';
import type { VisitFinding } from './schema.ts';

const visits = (...list: [string, VisitFinding][]) =>
  list.map(([visitedOn, finding], at) => ({
    id: makeId('siteVisit', String(at).padStart(32, '0')),
    visitedOn: visitedOn as Day,
    finding,
  }));

test.each([
  ['no visit', [], false],
  ['found complete', visits(['2026-10-01', 'complete']), true],
  ['found incomplete since', visits(['2026-10-01', 'complete'], ['2026-10-08', 'incomplete']), false],
  ['an older visit entered later', visits(['2026-10-08', 'complete'], ['2026-10-01', 'incomplete']), true],
  ['two on one day, the later entry counts', visits(['2026-10-08', 'incomplete'], ['2026-10-08', 'complete']), true],
] as const)('verified complete with %s: %s → %s', (_case, list, expected) => {
  expect(isVerifiedComplete(list)).toBe(expected);
});

test('nobody has visited tomorrow', () => {
  expect(whyNotRecordVisit('2026-10-30' as Day, '2026-10-29' as Day)?.reason).toBe('date-in-future');
  expect(whyNotRecordVisit('2026-10-29' as Day, '2026-10-29' as Day)).toBeNull();
});
