import { describe, expect, test } from 'vitest';
import { day, Month } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import { classIn, lastFiguresBefore, proposeCarry, whyNotCarry, whyNotCarryInto } from './carry.ts';

const month = (text: string | null) => (text === null ? null : Month.parse(text));

describe('the class of a year’s list', () => {
  test.each([
    ['building', null, '2027-06', 'finishing'],
    ['building', null, '2027-12', 'finishing'],
    ['building', null, '2028-01', 'continued'],
    ['building', null, '2026-03', 'finishing'],
    ['building', null, null, 'continued'],
    ['started', '2026-11', '2029-06', 'continued'],
    ['preparing', '2027-03', '2029-06', 'new'],
    ['preparing', '2026-03', null, 'new'],
    ['preparing', '2028-01', null, 'reserve'],
    ['signed', null, null, 'reserve'],
    ['planned', null, '2027-06', 'reserve'],
  ] as const)('%s, to start %s, to finish %s, is %s in 2027', (stage, start, finish, yearClass) => {
    expect(classIn({ stage, plannedStart: month(start), plannedFinish: month(finish) }, 2027)).toBe(yearClass);
  });
});

describe('what is proposed', () => {
  const last = { plan: { doneBeforeYear: wan(10_000) }, doneThisYear: wan(5_000) };
  test.each([
    ['2027-06', 40_000, 25_000],
    ['2028-06', 40_000, 12_500],
    ['2029-06', 40_000, 8_333],
    [null, 40_000, null],
    ['2027-06', 12_000, 0],
  ] as const)('to finish %s of %i 万元: %s', (finish, total, annual) => {
    const project = { stage: 'building', plannedStart: null, plannedFinish: month(finish), totalInvestment: wan(total) } as const;
    expect(proposeCarry(project, last, 2027)).toMatchObject({
      doneBeforeYear: wan(15_000),
      annual: annual === null ? null : wan(annual),
    });
  });
  test('a reserve project plans nothing', () => {
    const project = { stage: 'planned', plannedStart: null, plannedFinish: month('2027-06'), totalInvestment: wan(1_000) } as const;
    expect(proposeCarry(project, { plan: null, doneThisYear: wan(0) }, 2027)).toMatchObject({ yearClass: 'reserve', annual: 0 });
  });
});

test.each([
  ['building', 'active', null],
  ['completed', 'active', 'carry-finished'],
  ['at-capacity', 'active', 'carry-finished'],
  ['building', 'suspended', 'carry-not-active'],
  ['building', 'withdrawn', 'carry-not-active'],
] as const)('%s and %s: %s', (stage, standing, reason) => {
  expect(whyNotCarry({ stage, standing })?.reason ?? null).toBe(reason);
});

test('only this year and the next are made up', () => {
  const today = day('2026-11-25');
  expect([2025, 2026, 2027, 2028].map((year) => whyNotCarryInto(year, today)?.reason ?? null)).toEqual([
    'carry-year',
    null,
    null,
    'carry-year',
  ]);
});

test('last year’s figures are those of its last day, or of today while it runs', () => {
  expect(lastFiguresBefore(2027, day('2026-11-25'))).toBe('2026-11-25');
  expect(lastFiguresBefore(2027, day('2027-01-08'))).toBe('2026-12-31');
});
