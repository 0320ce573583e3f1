import { describe, expect, test } from 'vitest';
import type { Instant } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { composed, kindOf, whyNotCompose, whyNotDiscard, whyNotIssue, whyNotWithdraw, withdrawn } from './rules.ts';
import type { Report, ReportSubject } from './schema.ts';

const nth = (at: number) => makeId('project', String(at).padStart(32, '0'));
const theme: ReportSubject = { about: 'theme', title: '征迁受阻项目', projectIds: [nth(1), nth(2)] };
const report: Report = {
  ...{ id: makeId('report', '1'.repeat(32)), districtId: makeId('unit', '2'.repeat(32)), subject: theme, state: 'drafting' },
  ...{ toUnits: false, edits: [], draftedByName: '宋科长', draftedAt: '2026-11-03T02:00:00.000Z' as Instant, number: null },
  ...{ documentId: null, issuedAt: null, correctsId: null, correctsWhy: null, version: 1 },
};
const documentId = makeId('document', '3'.repeat(32));
const issued: Report = { ...report, state: 'issued', number: 3, documentId, issuedAt: '2026-11-04T02:00:00.000Z' as Instant };

test.each([
  ['project', 'special-report'],
  ['theme', 'special-report'],
  ['reconstruction', 'briefing'],
] as const)('a report on a %s is a %s', (about, kind) => {
  expect(kindOf({ about })).toBe(kind);
});

describe('what is refused', () => {
  test.each([
    ['a draft is changed', whyNotCompose(report, { edits: [] }), null],
    ['a theme gets other projects', whyNotCompose(report, { projectIds: [nth(1)] }), null],
    [
      'a project has no title of its own',
      whyNotCompose({ ...report, subject: { about: 'reconstruction' } }, { title: '改名' }),
      'report-no-theme',
    ],
    ['what is issued is not changed', whyNotCompose(issued, { toUnits: true }), 'report-issued'],
    ['a draft is issued', whyNotIssue(report, 2), null],
    ['nothing is issued twice', whyNotIssue(issued, 2), 'report-issued'],
    ['a report on nothing is not issued', whyNotIssue(report, 0), 'report-empty'],
    ['a draft is let go', whyNotDiscard(report), null],
    ['a correction is owed', whyNotDiscard({ ...report, correctsId: documentId }), 'report-corrects'],
    ['what is issued is not let go', whyNotDiscard(issued), 'report-issued'],
    ['a draft is not withdrawn', whyNotWithdraw(report), 'report-not-issued'],
    ['what is issued is withdrawn', whyNotWithdraw(issued), null],
  ] as const)('%s', (_what, refusal, reason) => {
    expect(refusal?.reason ?? null).toBe(reason);
  });
});

test('a change leaves alone what it does not name', () => {
  expect(composed(report, { toUnits: true })).toEqual({ ...report, toUnits: true });
  expect(composed(report, { projectIds: [nth(2)] }).subject).toEqual({ ...theme, projectIds: [nth(2)] });
});

test('a withdrawal begins a correction that names what was issued', () => {
  expect(withdrawn(issued, '投资数有误')).toEqual({ ...report, correctsId: documentId, correctsWhy: '投资数有误' });
});
