import { describe, expect, it } from 'vitest';
import { makeId } from '../kit/ids.ts';
import { wan } from '../kit/money.ts';
import { type KnownPlans, monthsReported, planMonths } from './plan-months.ts';
import type { FollowedReading } from './read.ts';
import type { ByMonth, MonthlyRow } from './rows.ts';

const id = makeId('project', '1'.padStart(32, '0'));
const known: KnownPlans = {
  year: 2026,
  projects: [
    {
      id,
      name: '白鹭湖水厂扩建工程',
      standing: 'active',
      yearClass: 'new',
      unitId: makeId('unit', '2'.padStart(32, '0')),
      unitName: '水利局',
    },
  ],
  plans: [],
  done: new Map([[id, wan(90)]]),
};

const months = (of: Record<number, number>): ByMonth => Array.from({ length: 12 }, (_, at) => of[at + 1] ?? null);

function readingOf(row: Partial<MonthlyRow>): Extract<FollowedReading, { kind: 'monthly' }> {
  const rows: MonthlyRow[] = [
    {
      ...{
        sheet: '月度计划',
        row: 5,
        seq: '1',
        name: '白鹭湖水厂扩建工程',
        unit: '水利局',
        units: ['水利局'],
        remark: null,
        parentRow: null,
      },
      ...{ level: null, stage: null, planStart: null, planFinish: null, totalInvestWan: null, annualPlanWan: 100 },
      match: { how: 'exact', projectId: id, name: '白鹭湖水厂扩建工程', sheet: null, row: null },
      ...{ planByMonthWan: null, doneByMonthWan: null, cumPlanByMonthWan: null, cumDoneByMonthWan: null, cumDoneWan: null, percent: null },
      ...row,
    },
  ];
  return { kind: 'monthly', year: 2026, asOf: null, week: null, sheets: [], rows, findings: [] };
}

const planned = (row: Partial<MonthlyRow>) => planMonths(readingOf(row), known)[0];

describe('a plan by month', () => {
  it('of cumulative figures leaves what comes before the first to it, and the months between two to the later', () => {
    const write = planned({ cumPlanByMonthWan: months({ 2: 10, 3: 25, 6: 60, 12: 100 }) })?.write;
    const expected = [null, 10, 15, null, null, 35, null, null, null, null, null, 40];
    expect(write).toMatchObject({
      kind: 'plan',
      after: { annual: wan(100), byMonth: expected.map((at) => (at === null ? null : wan(at))) },
    });
  });

  it.each([
    ['its own cumulative column', { cumDoneWan: 80, doneByMonthWan: months({ 1: 1 }) }, 80],
    ['the last cumulative month', { cumDoneByMonthWan: months({ 1: 10, 2: 70 }) }, 70],
    ['its months', { doneByMonthWan: months({ 1: 10, 2: 20.5 }) }, 30.5],
  ])('compares what is done by %s with the returns, and writes none of it', (_by, row, listed) => {
    const plan = planned({ planByMonthWan: months({ 12: 100 }), ...row });
    expect(plan?.amounts).toEqual([wan(100), wan(listed)]);
    expect(plan?.notes).toEqual([{ code: 'done-differs', facts: { listed: wan(listed), recorded: wan(90) } }]);
  });

  it.each([
    ['plan', { annualPlanWan: null }],
    ['refused', { planByMonthWan: months({ 1: 99 }) }],
    ['unknown', { match: null }],
    ['part', { parentRow: 4 }],
  ] as const)('is left out: %s', (leftOut, row) => {
    expect(planned(row)).toMatchObject({ verdict: 'left-out', leftOut, write: null });
  });

  it('reports as many months as any row fills', () => {
    expect(monthsReported(readingOf({}))).toBe(0);
    expect(monthsReported(readingOf({ doneByMonthWan: months({ 1: 3, 8: 0 }) }))).toBe(8);
  });
});
