import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, Month } from '../kit/calendar.ts';
import { wan, yuan } from '../kit/money.ts';
import { evaluate } from './evaluate.ts';
import { LampInput, noFacts } from './input.ts';
import { tuijinDefault } from './presets/tuijin-default.ts';
import { yinchuan2025 } from './presets/yinchuan-2025.ts';
import { LampResult } from './result.ts';
import type { DimensionId, RuleSet } from './schema.ts';

const building: LampInput = {
  ...noFacts,
  asOf: day('2025-06-30'),
  stage: 'building',
  standing: 'active',
  yearClass: 'continued',
  yearPlan: wan(10_000),
  plannedToDate: wan(5_000),
  doneThisYear: wan(5_000),
  plannedStart: null,
  actualStart: day('2024-03-01'),
  needsRegistration: true,
  registeredOn: day('2024-04-01'),
  overdueSteps: [],
};
const step = (overdueWorkdays: number, name = '环评') => ({ name, agency: '生态环境分局', overdueWorkdays, dueOn: day('2025-06-20') });
const rule = (result: LampResult, dimension: DimensionId) => result.reasons.find((reason) => reason.dimension === dimension);
const lampOf = (rules: RuleSet, input: Partial<LampInput>, dimension: DimensionId) =>
  rule(evaluate(rules, { ...building, ...input }), dimension)?.lamp ?? null;

describe('银川 2025, the published cases', () => {
  test.each([
    [50, 50, 'green'],
    [50, 40.01, 'green'],
    [50, 40, 'yellow'],
    [50, 20, 'yellow'],
    [50, 19.99, 'red'],
  ])('进度: time %d %%, done %d %% is %s', (time, actual, expected) => {
    const input = { plannedToDate: wan(time * 100), doneThisYear: wan(actual * 100) };
    expect(lampOf(yinchuan2025, input, 'progress')).toBe(expected);
  });
  test.each([
    ['2025-03-31', 'yellow'],
    ['2025-05-31', 'red'],
  ])('开工: planned for March, not started on %s is %s', (asOf, expected) => {
    const input = { asOf: day(asOf), stage: 'preparing', plannedStart: Month.parse('2025-03'), actualStart: null } as const;
    expect(lampOf(yinchuan2025, input, 'start')).toBe(expected);
  });
  test('开工: a justified reason exempts, and the rule’s own red stays on record', () => {
    const exemption = {
      kind: 'justified',
      dimension: 'start',
      reason: '征地涉及文物勘探',
      approvedBy: '区政府常务会议',
      until: day('2025-06-30'),
    } as const;
    const input = {
      asOf: day('2025-05-31'),
      plannedStart: Month.parse('2025-03'),
      actualStart: null,
      stage: 'preparing',
      exemptions: [exemption],
    } as const;
    const result = evaluate(yinchuan2025, { ...building, ...input, exemptions: [exemption] });
    expect(result.lamp).toBe('green');
    expect(rule(result, 'start')).toMatchObject({ lamp: 'red', exemption });
    expect(result.reasons.at(-1)?.dimension).toBe('start');
    const expired = evaluate(yinchuan2025, { ...building, ...input, exemptions: [{ ...exemption, until: day('2025-05-30') }] });
    expect(expired.lamp).toBe('red');
  });
  test.each([
    ['2025-04-09', 'green'],
    ['2025-04-10', 'yellow'],
    ['2025-05-10', 'yellow'],
    ['2025-05-11', 'red'],
  ])('入库: started on 10 March, unregistered on %s is %s', (asOf, expected) => {
    const input = { asOf: day(asOf), actualStart: day('2025-03-10'), registeredOn: null };
    expect(lampOf(yinchuan2025, input, 'registration')).toBe(expected);
  });
  test.each([
    [100, 100, 'green'],
    [99, 100, 'red'],
    [0, 0, null],
  ])('支付: %d of %d required is %s', (paid, required, expected) => {
    expect(lampOf(yinchuan2025, { payment: { paid: yuan(paid), required: yuan(required) } }, 'payment')).toBe(expected);
  });
});

describe('开工 and 入库 between the published cases', () => {
  test.each([
    ['2025-03-30', 'green'],
    ['2025-04-15', 'yellow'],
    ['2025-04-30', 'yellow'],
    ['2025-05-30', 'yellow'],
    ['2025-02-28', 'green'],
    ['2026-01-31', 'red'],
  ])('planned for March, not started on %s is %s: only month-ends count', (asOf, expected) => {
    const input = { asOf: day(asOf), stage: 'preparing', plannedStart: Month.parse('2025-03'), actualStart: null } as const;
    expect(lampOf(yinchuan2025, input, 'start')).toBe(expected);
  });
  test('a start after the day in question has not happened yet', () => {
    const input = { asOf: day('2025-05-31'), plannedStart: Month.parse('2025-03'), actualStart: day('2025-06-01') };
    expect(lampOf(yinchuan2025, input, 'start')).toBe('red');
    expect(lampOf(yinchuan2025, { ...input, asOf: day('2025-06-01') }, 'start')).toBe('green');
  });
  test.each([
    ['2025-02-27', 'green'],
    ['2025-02-28', 'yellow'],
    ['2025-03-31', 'yellow'],
    ['2025-04-01', 'red'],
  ])('started on 31 January, unregistered on %s is %s', (asOf, expected) => {
    expect(lampOf(yinchuan2025, { asOf: day(asOf), actualStart: day('2025-01-31'), registeredOn: null }, 'registration')).toBe(expected);
  });
});

describe('the house set', () => {
  test.each([
    [10_000, 'green'],
    [12_000, 'green'],
    [9_500, 'green'],
    [9_499.9999, 'yellow'],
    [8_500.0001, 'yellow'],
    [8_500, 'red'],
    [0, 'red'],
  ])('of 10,000 planned to date %d done is %s', (done, expected) => {
    expect(lampOf(tuijinDefault, { yearPlan: wan(12_000), plannedToDate: wan(10_000), doneThisYear: wan(done) }, 'progress')).toBe(
      expected,
    );
  });
  test.each([
    [[], 'green'],
    [[1], 'yellow'],
    [[2, 4], 'yellow'],
    [[1, 5, 3], 'red'],
  ])('steps overdue by %j working days are %s', (days, expected) => {
    expect(lampOf(tuijinDefault, { overdueSteps: days.map((one) => step(one)) }, 'approvals')).toBe(expected);
  });
  test('is marked as nobody’s published rule, and 银川 names its source', () => {
    expect(tuijinDefault.published).toBeNull();
    expect(yinchuan2025.published?.url).toContain('https://');
  });
});

describe('what is not judged', () => {
  test.each([
    ['no plan', { yearPlan: null, plannedToDate: null }, 'no-plan'],
    ['a plan of zero', { yearPlan: yuan(0), plannedToDate: yuan(0) }, 'no-plan'],
    ['nothing planned yet this year', { plannedToDate: yuan(0) }, 'nothing-planned-yet'],
  ] as const)('%s: no progress lamp', (_, input, why) => {
    const result = evaluate(tuijinDefault, { ...building, ...input });
    expect(rule(result, 'progress')).toBeUndefined();
    expect(result.silent).toContainEqual({ dimension: 'progress', why });
  });
  test.each([
    [{ standing: 'suspended' }, 'suspended'],
    [{ standing: 'withdrawn' }, 'withdrawn'],
    [{ stage: 'completed' }, 'finished'],
    [{ stage: 'at-capacity' }, 'finished'],
  ] as const)('%j is out of scope', (input, outOfScope) => {
    expect(evaluate(tuijinDefault, { ...building, doneThisYear: yuan(0), ...input })).toMatchObject({
      lamp: null,
      outOfScope,
      reasons: [],
    });
  });
  test('a reserve project without a plan is judged by its approvals alone', () => {
    const reserve = {
      yearClass: 'reserve',
      stage: 'planned',
      yearPlan: null,
      plannedToDate: null,
      plannedStart: Month.parse('2025-01'),
      actualStart: null,
    } as const;
    expect(evaluate(tuijinDefault, { ...building, ...reserve, overdueSteps: null }).lamp).toBeNull();
    expect(evaluate(tuijinDefault, { ...building, ...reserve, overdueSteps: [step(6)] }).lamp).toBe('red');
  });
  test('a project below the statistics threshold has no registration lamp', () => {
    expect(lampOf(tuijinDefault, { needsRegistration: false, registeredOn: null }, 'registration')).toBeNull();
  });
});

describe('the whole', () => {
  test('the lamp is the worst dimension’s, and reasons come worst first', () => {
    const result = evaluate(tuijinDefault, { ...building, doneThisYear: wan(4_600), overdueSteps: [step(6)] });
    expect(result.lamp).toBe('red');
    expect(result.reasons.map((reason) => [reason.dimension, reason.lamp])).toEqual([
      ['approvals', 'red'],
      ['progress', 'yellow'],
      ['start', 'green'],
      ['registration', 'green'],
    ]);
  });
  test('an exemption takes nothing from a green lamp', () => {
    const exemption = { kind: 'justified', dimension: 'progress', reason: '连续降雨', approvedBy: '项目办', until: null } as const;
    const result = evaluate(tuijinDefault, { ...building, exemptions: [exemption] });
    expect(rule(result, 'progress')?.exemption).toBeNull();
  });
  test('with its only dimension exempt a project has no lamp', () => {
    const exemption = { kind: 'justified', dimension: 'approvals', reason: '等待专家评审', approvedBy: '项目办', until: null } as const;
    const input = {
      yearPlan: null,
      plannedToDate: null,
      actualStart: null,
      needsRegistration: false,
      overdueSteps: [step(9)],
      exemptions: [exemption],
    };
    expect(evaluate(tuijinDefault, { ...building, ...input })).toMatchObject({ lamp: null, outOfScope: null });
  });
  test('a result is plain data that a cut can keep', () => {
    const result = evaluate(tuijinDefault, { ...building, doneThisYear: wan(100), overdueSteps: [step(2)] });
    expect(LampResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(LampInput.parse(JSON.parse(JSON.stringify(building)))).toEqual(building);
  });
  test('the money named turns the lamp, and one yuan less does not', () => {
    const amount = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(tuijinDefault, yinchuan2025),
        fc.integer({ min: 1, max: 5_000_000 }),
        amount,
        amount,
        (rules, planned, later, done) => {
          const input = { ...building, plannedToDate: yuan(planned), yearPlan: yuan(planned + later), doneThisYear: yuan(done) };
          const before = rule(evaluate(rules, input), 'progress');
          const turn = before?.turn;
          if (!before || before.lamp === 'green') return;
          if (turn?.by !== 'invest') throw new Error('a lagging lamp must say what turns it');
          const lampWith = (more: number) => lampOf(rules, { ...input, doneThisYear: yuan(done + more) }, 'progress');
          expect(lampWith(turn.amount)).toBe(turn.to);
          expect(turn.to).not.toBe(before.lamp);
          expect(lampWith(turn.amount - 1)).toBe(before.lamp);
        },
      ),
      { numRuns: 500 },
    );
  });
  test('more done is never worse', () => {
    const order = ['green', 'yellow', 'red'];
    const amount = fc.integer({ min: 0, max: 9e12 });
    fc.assert(
      fc.property(fc.constantFrom(tuijinDefault, yinchuan2025), amount, amount, (rules, done, more) => {
        const at = (sum: number) =>
          order.indexOf(lampOf(rules, { yearPlan: yuan(9e12), plannedToDate: yuan(6e12), doneThisYear: yuan(sum) }, 'progress') ?? '');
        expect(at(done + more)).toBeLessThanOrEqual(at(done));
      }),
    );
  });
});
