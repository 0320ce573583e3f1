import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, day, lastDayOfMonth, Month } from '../kit/calendar.ts';
import { wan, yuan } from '../kit/money.ts';
import { cohortOf } from './cohort.ts';
import { evaluate, ratedDay } from './evaluate.ts';
import { explain, headline } from './explain.ts';
import { type LampInput, noFacts } from './input.ts';
import { tuijinDefault } from './presets/tuijin-default.ts';
import { replay } from './replay.ts';
import { LampResult } from './result.ts';
import { RuleSet } from './schema.ts';

const project: LampInput = {
  ...noFacts,
  kind: 'key',
  level: 'city',
  track: 'approval',
  asOf: day('2026-06-30'),
  stage: 'building',
  standing: 'active',
  yearClass: 'continued',
  yearPlan: wan(12_000),
  plannedToDate: wan(6_000),
  doneThisYear: wan(6_000),
  plannedStart: null,
  actualStart: day('2025-03-01'),
  needsRegistration: false,
  registeredOn: null,
};
const lag = {
  id: 'progress',
  metric: 'relativeShortfall',
  bands: [
    { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
    { lamp: 'yellow', from: { value: '0', inclusive: false }, to: { value: '30', inclusive: true } },
    { lamp: 'red', from: { value: '30', inclusive: false }, to: null },
  ],
  gap: 'green',
  reading: null,
};
const setOf = (dimensions: unknown[], more: object = {}) => RuleSet.parse({ ...tuijinDefault, id: 'ad-hoc', dimensions, ...more });
const january = Month.parse('2026-01');

/** One project through months, by the share of 6,000 that it had done in each. */
function through(rules: RuleSet, shares: (number | 'exempt')[]) {
  const months = shares.map((share, at) => {
    const month = addMonths(january, at);
    const done = share === 'exempt' ? 0 : share;
    const exemptions =
      share === 'exempt'
        ? [{ dimension: 'progress', kind: 'force-majeure' as const, reason: '汛期停工', approvedBy: '指挥部', until: null }]
        : [];
    return { month, inputs: new Map([['one', { ...project, asOf: lastDayOfMonth(month), doneThisYear: wan(60 * done), exemptions }]]) };
  });
  return replay(rules, months).flatMap(({ results }) => [...results.values()]);
}
const lampsOf = (rules: RuleSet, shares: (number | 'exempt')[]) => through(rules, shares).map(({ lamp }) => lamp);

describe('conditions over consecutive months', () => {
  const ladder = setOf([{ ...lag, streaks: [{ lamp: 'yellow', months: 3, to: 'red' }] }]);
  test.each([
    [
      [90, 90, 90, 90],
      ['yellow', 'yellow', 'red', 'red'],
    ],
    [
      [90, 90, 100, 90],
      ['yellow', 'yellow', 'green', 'yellow'],
    ],
    [
      [50, 90, 90],
      ['red', 'yellow', 'red'],
    ],
    [
      [90, 'exempt', 90, 90],
      ['yellow', null, 'yellow', 'yellow'],
    ],
  ] as const)('%j gives %j', (shares, lamps) => {
    expect(lampsOf(ladder, [...shares])).toEqual(lamps);
  });
  test('the month says which row made it worse, since when, and what would turn it', () => {
    const last = through(ladder, [90, 90, 90]).at(-1);
    const [reason] = last?.reasons ?? [];
    expect(reason).toMatchObject({
      lamp: 'red',
      streak: { months: 3, base: 'yellow' },
      since: '2026-03',
      turn: { by: 'invest', to: 'green' },
    });
    expect(reason && explain(reason, 'zh')).toEqual({
      short: '投资进度连续 3 月黄',
      long: '投资进度：截至2026年3月31日，今年完成投资 5,400 万元，序时应完成 6,000 万元，差 600 万元，滞后 10%。规则：滞后超过 0%、不超过 30%为黄灯；连续 3 个月黄灯以上为红灯。自2026年3月起红灯。再完成 600 万元转绿灯。',
    });
  });
  test('a lamp that lasts says which month it is', () => {
    const [reason] = through(ladder, [50, 50, 50, 50]).at(-1)?.reasons ?? [];
    expect(reason && explain(reason, 'zh').long).toContain('自2026年1月起红灯，第 4 个月。');
    expect(reason && explain(reason, 'en').long).toContain('Red since 2026-01, month 4.');
  });
  test('a row must make it worse', () => {
    expect(() => setOf([{ ...lag, streaks: [{ lamp: 'red', months: 2, to: 'yellow' }] }])).toThrow('streak-not-worse');
  });
  test('no row of months ever makes a lamp better', () => {
    const order = ['green', 'yellow', 'red'];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 110 }), { minLength: 1, maxLength: 12 }), (shares) => {
        const plain = lampsOf(setOf([lag]), shares);
        const stricter = lampsOf(ladder, shares);
        for (const [at, lamp] of stricter.entries())
          expect(order.indexOf(lamp ?? '')).toBeGreaterThanOrEqual(order.indexOf(plain[at] ?? ''));
      }),
      { numRuns: 60 },
    );
  });
});

describe('red made good turns yellow', () => {
  const careful = setOf([{ ...lag, recovery: { from: 'red', to: 'yellow', months: 2 } }]);
  test.each([
    [
      [50, 100, 100, 100],
      ['red', 'yellow', 'yellow', 'green'],
    ],
    [
      [90, 100],
      ['yellow', 'green'],
    ],
    [
      [50, 100, 50, 100],
      ['red', 'yellow', 'red', 'yellow'],
    ],
    [
      ['exempt', 100],
      [null, 'green'],
    ],
  ] as const)('%j gives %j', (shares, lamps) => {
    expect(lampsOf(careful, [...shares])).toEqual(lamps);
  });
  test('what turns a red lamp turns it yellow first', () => {
    const [reason] = through(careful, [50]).at(-1)?.reasons ?? [];
    expect(reason?.turn).toMatchObject({ by: 'invest', to: 'yellow' });
  });
});

describe('how dimensions combine', () => {
  const overdue = [{ name: '环评', agency: null, overdueWorkdays: 9, dueOn: day('2026-06-01') }];
  const approvals = tuijinDefault.dimensions.find(({ id }) => id === 'approvals');
  const input = { ...project, doneThisYear: wan(5_400), overdueSteps: overdue };
  test.each([
    ['worst', 'red'],
    ['best', 'yellow'],
    ['first', 'yellow'],
    [{ redFrom: 2, yellowFrom: 2 }, 'yellow'],
    [{ redFrom: 1, yellowFrom: 2 }, 'red'],
    [{ redFrom: 3, yellowFrom: 3 }, 'green'],
  ] as const)('yellow progress and red approvals by %j make %s', (combine, lamp) => {
    const result = evaluate(setOf([lag, approvals], { combine }), input);
    expect(result.lamp).toBe(lamp);
    expect(result.reasons.map((reason) => reason.lamp)).toEqual(['red', 'yellow']);
  });
});

describe('what a set speaks of', () => {
  const scoped = (scope: object) => evaluate(setOf([lag], { scope: { ...tuijinDefault.scope, ...scope } }), project).outOfScope;
  test.each([
    [{ kinds: ['key'] }, null],
    [{ kinds: ['reconstruction'] }, 'not-in-scope'],
    [{ levels: ['province', 'district'] }, 'not-in-scope'],
    [{ tracks: ['approval'] }, null],
    [{ stages: ['preparing'] }, 'not-in-scope'],
    [{ leastYearPlan: 120_000_000 }, null],
    [{ leastYearPlan: 120_000_001 }, 'not-in-scope'],
  ])('%j', (scope, expected) => {
    expect(scoped(scope)).toBe(expected);
  });
  test('a value that the text leaves out may have no lamp at all', () => {
    const open = { ...lag, bands: [lag.bands[2]], gap: null };
    expect(evaluate(setOf([open]), project)).toMatchObject({ lamp: null, silent: [{ dimension: 'progress', why: 'not-defined' }] });
  });
  test('a lamp may go by an earlier day than the month’s last', () => {
    const rules = setOf([lag], { asOf: { day: 25 } });
    expect(ratedDay(rules, day('2026-06-30'))).toBe('2026-06-25');
    expect(ratedDay(rules, day('2026-06-12'))).toBe('2026-06-12');
    expect(ratedDay(tuijinDefault, day('2026-06-30'))).toBe('2026-06-30');
  });
});

describe('what was found on site', () => {
  const verified = { on: day('2026-06-10'), done: wan(3_000), reported: wan(5_000) };
  const rated = (given: Partial<LampInput>, verification = { tolerance: '10', use: 'verified' }) =>
    evaluate(setOf([lag], { verification }), { ...project, verified, ...given }).reasons[0];
  test('a difference beyond the setting counts, with what was reported since, and the lamp says so', () => {
    const reason = rated({});
    expect(reason).toMatchObject({ lamp: 'red', facts: { doneThisYear: wan(4_000), checked: { isUsed: true, done: wan(3_000) } } });
    expect(reason && explain(reason, 'zh').long).toContain(
      '今年完成投资 4,000 万元（2026年6月10日实地核查为 3,000 万元，当时自报 5,000 万元，按核查数及其后新报数计）',
    );
  });
  test('the report may be the one to count; the difference is told all the same', () => {
    const reason = rated({}, { tolerance: '10', use: 'reported' });
    expect(reason).toMatchObject({ lamp: 'green', facts: { doneThisYear: wan(6_000), checked: { isUsed: false } } });
  });
  test.each([
    [wan(4_500), null],
    [yuan(wan(4_500) - 1), true],
    [wan(5_500), null],
    [wan(5_501), true],
  ])('of 5,000 reported %d found: beyond ten percent is %s', (done, used) => {
    const facts = rated({ verified: { ...verified, done } })?.facts;
    expect(facts?.code === 'investment' ? (facts.checked?.isUsed ?? null) : undefined).toBe(used);
  });
  test('a visit of another year, or after the day, says nothing', () => {
    expect(rated({ verified: { ...verified, on: day('2025-12-20') } })?.lamp).toBe('green');
    expect(rated({ verified: { ...verified, on: day('2026-07-01') } })?.lamp).toBe('green');
  });
});

/** A set that nobody foresaw: six dimensions, names and grades of its own, entered as data alone. */
const invented = RuleSet.parse(
  JSON.parse(`{
  "id": "invented-district", "name": { "zh": "虚构区四档规则", "en": "Invented four grades" },
  "published": { "place": "虚构区", "on": "2026-01-01", "url": "https://example.org/rules" },
  "rates": "project",
  "scope": { "kinds": ["key"], "levels": [], "tracks": [], "stages": [], "leastYearPlan": 5000000 },
  "combine": { "redFrom": 2, "yellowFrom": 1 }, "asOf": { "day": 25 }, "verification": { "tolerance": "5.5", "use": "reported" },
  "dimensions": [
    { "id": "year", "name": { "zh": "年度进度", "en": "Year" }, "metric": "ratioToYear", "gap": null, "reading": null, "bands": [
      { "lamp": "green", "grade": { "zh": "优秀", "en": "excellent" }, "from": { "value": "55", "inclusive": true }, "to": null },
      { "lamp": "yellow", "grade": { "zh": "良好", "en": "good" }, "from": { "value": "40", "inclusive": true }, "to": { "value": "55", "inclusive": false } },
      { "lamp": "yellow", "grade": { "zh": "一般", "en": "fair" }, "from": { "value": "25.5", "inclusive": true }, "to": { "value": "40", "inclusive": false } },
      { "lamp": "red", "grade": { "zh": "较差", "en": "poor" }, "from": null, "to": { "value": "25.5", "inclusive": false } } ] },
    { "id": "place", "name": { "zh": "排名", "en": "Place" }, "metric": "rankFromEnd", "within": "kind", "gap": "green", "reading": null, "bands": [
      { "lamp": "red", "from": null, "to": { "value": "1", "inclusive": true } },
      { "lamp": "yellow", "from": { "value": "2", "inclusive": true }, "to": { "value": "3", "inclusive": true } },
      { "lamp": "green", "from": { "value": "4", "inclusive": true }, "to": null } ] },
    { "id": "finish", "name": { "zh": "竣工", "en": "Finish" }, "metric": "daysPastPlannedFinish", "gap": "green", "reading": null, "bands": [
      { "lamp": "red", "from": { "value": "180", "inclusive": true }, "to": null } ] },
    { "id": "growth", "name": { "zh": "增速", "en": "Growth" }, "metric": "growthBelowAverage", "gap": "green", "reading": null, "bands": [
      { "lamp": "yellow", "from": { "value": "0", "inclusive": false }, "to": null } ] },
    { "id": "target", "name": { "zh": "增速目标", "en": "Growth target" }, "metric": "growthBelowPlan", "gap": "green", "reading": null, "bands": [
      { "lamp": "yellow", "from": { "value": "10", "inclusive": true }, "to": null } ] }
  ] }`),
);

describe('a set not foreseen here', () => {
  const others = [wan(3_000), wan(4_000), wan(5_000), wan(6_600)].map((doneThisYear) => ({
    ...project,
    doneThisYear,
    doneLastYear: wan(4_000),
  }));
  const rate = (given: Partial<LampInput>) => {
    const input = { ...project, doneLastYear: wan(4_000), ...given };
    return evaluate(invented, input, cohortOf(invented, [...others, input]));
  };
  const of = (result: LampResult, dimension: string) => result.reasons.find((reason) => reason.dimension === dimension);

  test('grades carry their own words and map to lamps', () => {
    const result = rate({ doneThisYear: wan(3_060) });
    const year = of(result, 'year');
    expect(year).toMatchObject({ lamp: 'yellow', band: { grade: { zh: '一般' } } });
    expect(year && explain(year, 'zh').long).toContain('规则：完成年度计划 25.5%及以上、不足 40%为“一般”，黄灯。');
    expect(rate({ doneThisYear: yuan(wan(3_060) - 1) }).reasons.find(({ dimension }) => dimension === 'year')?.band?.grade?.zh).toBe(
      '较差',
    );
  });
  test('places count from the end, and ties share the better one', () => {
    expect(of(rate({ doneThisYear: wan(2_000) }), 'place')).toMatchObject({ lamp: 'red', facts: { place: 1, of: 5 } });
    expect(of(rate({ doneThisYear: wan(4_000) }), 'place')).toMatchObject({ lamp: 'yellow', facts: { place: 3, of: 5 } });
    const last = of(rate({ doneThisYear: wan(6_700) }), 'place');
    expect(last).toMatchObject({ lamp: 'green', facts: { place: 5, of: 5 } });
    expect(last && explain(last, 'zh').short).toBe('第 1 名');
  });
  test('growth is compared exactly with the average and with the plan', () => {
    // 18,600 + 5,000 against 5 × 4,000: the average growth is 18 %, one's own 25 %.
    expect(of(rate({ doneThisYear: wan(5_000) }), 'growth')?.lamp).toBe('green');
    const slow = of(rate({ doneThisYear: wan(4_500) }), 'growth');
    expect(slow).toMatchObject({ lamp: 'yellow', turn: null });
    expect(slow && explain(slow, 'zh').short).toBe('增速低于平均 3 个百分点');
    expect(of(rate({ doneThisYear: wan(5_600) }), 'target')).toMatchObject({
      lamp: 'yellow',
      turn: { by: 'invest', amount: 1, to: 'green' },
    });
  });
  test('days past a milestone count from the planned month’s last day', () => {
    const due = { plannedFinish: Month.parse('2026-01'), asOf: day('2026-07-29') };
    expect(of(rate(due), 'finish')?.lamp).toBe('green');
    const late = of(rate({ ...due, asOf: day('2026-07-30') }), 'finish');
    expect(late).toMatchObject({ lamp: 'red', facts: { days: 180 }, turn: { by: 'finish', to: 'green' } });
    expect(late && explain(late, 'zh').long).toContain('竣工：截至2026年7月30日，应于2026年1月31日前竣工，尚未竣工，逾期 180 天。');
  });
  test('two red dimensions make red, one bad makes yellow', () => {
    expect(rate({ doneThisYear: wan(2_000) }).lamp).toBe('red');
    expect(rate({ doneThisYear: wan(6_500) }).lamp).toBe('yellow');
  });
  test('is kept in a cut as plain data, however large its sums are', () => {
    const large = { doneThisYear: yuan(8.9e15), doneLastYear: yuan(8.8e15), plannedToDate: yuan(8.8e15), yearPlan: yuan(8.9e15) };
    const result = rate(large);
    expect(LampResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(headline(result, 'zh')).not.toBe('');
  });
});
