import { describe, expect, test } from 'vitest';
import { day, lastDayOfMonth, Month } from '../../kit/calendar.ts';
import { wan, yuan } from '../../kit/money.ts';
import { evaluate, evaluateTask } from '../evaluate.ts';
import { explain } from '../explain.ts';
import { type LampInput, noFacts } from '../input.ts';
import type { RuleSet } from '../schema.ts';
import { presets } from './all.ts';
import { ouhai2020 } from './ouhai-2020.ts';
import { sanya2022, sanya2022Units } from './sanya-2022.ts';
import { wuhanMajorProject } from './wuhan-major-project.ts';

// The cases that the published texts give, set beside each rule set in the sources this product was made from.
const project: LampInput = {
  ...noFacts,
  asOf: day('2025-06-30'),
  stage: 'building',
  standing: 'active',
  yearClass: 'continued',
  yearPlan: wan(12_000),
  plannedToDate: wan(6_000),
  doneThisYear: wan(6_000),
  plannedStart: null,
  actualStart: day('2024-03-01'),
  needsRegistration: false,
  registeredOn: null,
};
const lampOf = (rules: RuleSet, input: Partial<LampInput>) => evaluate(rules, { ...project, ...input }).lamp;

test.each(presets.filter(({ published }) => published).map((set) => [set.id, set] as const))(
  '%s names where it was published',
  (_, set) => {
    expect(set.published?.url).toMatch(/^https?:\/\//);
    expect(set.dimensions.every(({ reading }) => reading !== null)).toBe(true);
  },
);

describe('三亚 2022, projects', () => {
  test.each([
    [6000, 'green'],
    [5999.99, 'yellow'],
    [3000, 'yellow'],
    [2999.99, 'red'],
  ])('of a plan of 12,000 in June %d done is %s', (done, expected) => {
    expect(lampOf(sanya2022, { doneThisYear: wan(done) })).toBe(expected);
  });
  test('a plan below 1000万元 a year is not spoken of', () => {
    const small = { yearPlan: yuan(9_999_999), plannedToDate: yuan(5_000_000), doneThisYear: yuan(0) };
    expect(evaluate(sanya2022, { ...project, ...small })).toMatchObject({ lamp: null, outOfScope: 'not-in-scope' });
    expect(lampOf(sanya2022, { ...small, yearPlan: yuan(10_000_000) })).toBe('red');
  });
});

describe('三亚 2022, units', () => {
  test.each([
    [[0], 'green'],
    [[1], 'yellow'],
    [[1, 1], 'red'],
    [[1, 0, 1], 'yellow'],
  ])('months missed %j: %s', (missed, expected) => {
    const tasks = missed.map((one, at) => ({ month: Month.parse(`2025-0${at + 1}`), planned: wan(500), done: wan(one ? 499.9999 : 500) }));
    const unit = { stage: null, unitKind: 'town' as const, actualStart: null, tasks };
    expect(lampOf(sanya2022Units, unit)).toBe(expected);
  });
  test('before the first month has ended nobody is rated', () => {
    expect(lampOf(sanya2022Units, { stage: null, tasks: [] })).toBeNull();
  });
});

describe('武汉', () => {
  test.each([
    [40, 'green'],
    [39.99, 'yellow'],
    [30, 'yellow'],
    [29.99, 'red'],
  ])('time 50 %%, done %d %% is %s', (actual, expected) => {
    const hundredth = { yearPlan: wan(10_000), plannedToDate: wan(5_000) };
    expect(lampOf(wuhanMajorProject, { ...hundredth, doneThisYear: wan(actual * 100) })).toBe(expected);
  });
});

describe('瓯海 2020', () => {
  const task = (month: string, asOf: string, doneThen: number, doneNow: number) => {
    const given = { month: Month.parse(month), asOf: day(asOf), planned: wan(1_000), doneThen: wan(doneThen), doneNow: wan(doneNow) };
    return evaluateTask(ouhai2020, given);
  };
  test('郭溪养老养生康复城一期: March missed, made good in April', () => {
    expect(task('2020-03', '2020-03-31', 900, 900).lamp).toBe('red');
    const march = task('2020-03', '2020-04-30', 900, 1_000);
    expect(march.lamp).toBe('yellow');
    expect(task('2020-04', '2020-04-30', 1_000, 1_000).lamp).toBe('green');
    const [reason] = march.reasons;
    expect(reason && explain(reason, 'zh').long).toBe(
      '月度节点：截至2020年3月31日，2020年3月应累计完成 1,000 万元，月底完成 900 万元，以后补齐。规则：月度任务差超过 0%为红灯，补齐后转黄灯，不再转绿。自2020年3月起黄灯。',
    );
  });
  test('what is made good in part stays red, and says what is lacking', () => {
    const [reason] = task('2020-03', '2020-04-30', 900, 950).reasons;
    expect(reason).toMatchObject({ lamp: 'red', turn: { by: 'invest', amount: wan(50), to: 'yellow' } });
  });
  test('a figure corrected downwards later takes nothing from a task that was met', () => {
    expect(task('2020-03', lastDayOfMonth(Month.parse('2020-04')), 1_000, 900).lamp).toBe('green');
  });
});
