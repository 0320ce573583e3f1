import { describe, expect, it, test } from 'vitest';
import { exceptionsOf, notices } from '../calendar/notices.ts';
import { workCalendar } from '../calendar/workdays.ts';
import { day } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import { crossChecks, missingPapers, papersFor, registrationDue, registrationStatus, tierOf } from './papers.ts';
import { noFacts, whyNotRegister } from './rules.ts';

const calendar = workCalendar(
  notices.flatMap(exceptionsOf),
  notices.map((notice) => notice.year),
);
const asOf = day('2026-10-29');

describe('the size of a project', () => {
  it.each([
    [499.9999, null],
    [500, 'monthly'],
    [4999.9999, 'monthly'],
    [5000, 'direct'],
  ] as const)('%d万元 is reported as %s', (amount, tier) => {
    expect(tierOf(wan(amount))).toBe(tier);
  });

  test('it says which papers are asked for, and those that are at hand are not missing', () => {
    expect(papersFor(wan(400))).toEqual([]);
    expect(papersFor(wan(800))).toContain('passed');
    expect(missingPapers(wan(8000), ['approval', 'contract', 'photo', 'creditCode', 'application', 'passed'])).toEqual(['statement']);
  });
});

describe('what the papers say', () => {
  const project = { totalInvestment: wan(8000) };
  const agreed = {
    ...{
      approvedFor: '示例区城市建设（集团）有限公司',
      declaredBy: '示例区城市建设(集团)有限公司',
      contractOwner: '示例区城市建设（集团） 有限公司',
    },
    ...{ approvedOn: day('2026-03-01'), contractOn: day('2026-03-01'), approvedTotal: wan(8000), declaredTotal: wan(8000) },
  };
  const found = (facts: typeof noFacts) => crossChecks(facts, project).map(({ finding }) => finding);

  it.each([
    ['agrees, whatever the width of its brackets', agreed, ['agrees', 'agrees', 'agrees']],
    ['is not known before it was copied out', noFacts, ['unknown', 'unknown', 'unknown']],
    ['differs where the contract’s owner is another', { ...agreed, contractOwner: '示例区水利局' }, ['differs', 'agrees', 'agrees']],
    ['differs as soon as two are known to', { ...noFacts, approvedTotal: wan(7000) }, ['unknown', 'unknown', 'differs']],
    [
      'differs where the contract is older than the approval',
      { ...agreed, contractOn: day('2026-02-28') },
      ['agrees', 'differs', 'agrees'],
    ],
    ['is checked to the yuan', { ...agreed, declaredTotal: wan(8000.0001) }, ['agrees', 'agrees', 'differs']],
  ] as const)('%s', (_what, facts, findings) => {
    expect(found(facts)).toEqual(findings);
  });
});

describe('the day by which it has to be in the base', () => {
  const project = { totalInvestment: wan(8000), stage: 'building' as const, actualStart: day('2026-09-01') };
  const given = { months: 1, calendar, asOf };

  it.each([
    ['a month after the start, after the holiday', {}, null, { dueOn: '2026-10-08', overdueDays: 16 }],
    ['late by the days until it was in the base', {}, day('2026-10-09'), { overdueDays: 1 }],
    ['in time when it was in the base by then', {}, day('2026-10-08'), { overdueDays: 0 }],
    ['none for what is too small', { totalInvestment: wan(499) }, null, null],
    ['none before a start is known', { actualStart: null }, null, null],
    ['an estimate in a year without a notice', { actualStart: day('2026-12-20') }, null, { unknownYears: [2027], overdueDays: 0 }],
  ] as const)('%s', (_what, fields, registeredOn, expected) => {
    const due = registrationDue({ ...project, ...fields }, registeredOn, given);
    if (expected === null) expect(due).toBeNull();
    else expect(due).toMatchObject(expected);
  });
});

describe('where a registration stands', () => {
  const dates = { submittedOn: day('2026-10-10'), returnedOn: null, registeredOn: null };
  it.each([
    [null, true, 'owed'],
    [null, false, 'not-yet'],
    [dates, true, 'submitted'],
    [{ ...dates, returnedOn: day('2026-10-12') }, true, 'returned'],
    [{ ...dates, submittedOn: day('2026-10-15'), returnedOn: day('2026-10-12') }, true, 'submitted'],
    [{ ...dates, returnedOn: day('2026-10-12'), registeredOn: day('2026-10-20') }, true, 'registered'],
    [{ ...dates, registeredOn: day('2026-11-01') }, true, 'submitted'],
  ] as const)('%j, needed %s: %s', (registration, isNeeded, status) => {
    expect(registrationStatus(registration, isNeeded, asOf)).toBe(status);
  });

  test('what was given back has a reason, and is not given back once it is in', () => {
    const given = { submittedOn: day('2026-10-10'), returnedOn: day('2026-10-12'), returnedReason: null, registeredOn: null };
    expect(whyNotRegister(given, asOf)).toMatchObject({ reason: 'return-without-reason' });
    const registered = { ...given, returnedReason: '总投资不符', registeredOn: day('2026-10-11') };
    expect(whyNotRegister(registered, asOf)).toMatchObject({ reason: 'returned-after-registered' });
  });
});
