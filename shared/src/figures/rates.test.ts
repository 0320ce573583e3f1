import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day, Month } from '../kit/calendar.ts';
import { formatPercent, parseYi, sum, yuan, zero } from '../kit/money.ts';
import { isEarlyStart, isLateStart } from './membership.ts';
import { plannedToDate } from './plan.ts';
import * as rates from './rates.ts';

const asOf = day('2024-09-30');
const blank: rates.FigureRow = {
  projectId: '',
  kind: 'key',
  level: 'district',
  track: 'approval',
  yearClass: 'continued',
  stage: 'building',
  standing: 'active',
  totalInvestment: zero,
  yearPlan: null,
  plannedToDate: null,
  doneThisYear: zero,
  doneSinceStart: zero,
  plannedStart: null,
  actualStart: null,
  plannedFinish: null,
  actualFinish: null,
  stepsNeeded: 0,
  stepsDone: 0,
  needsRegistration: false,
  isRegistered: false,
};
const rows = (count: number, of: (index: number) => Partial<rates.FigureRow>) =>
  Array.from({ length: count }, (_, index): rates.FigureRow => ({ ...blank, projectId: `p${index}`, ...of(index) }));
/** So many whole shares of a sum that nothing is lost. */
const part = (total: number, count: number, index: number) =>
  yuan(Math.floor((total * (index + 1)) / count) - Math.floor((total * index) / count));

describe('铜梁 2024, January to September', () => {
  const plan = parseYi('405.34') ?? zero;
  const done = parseYi('297') ?? zero;
  const list = rows(211, (index) => ({
    yearPlan: part(plan, 211, index),
    plannedToDate: plannedToDate({ annual: part(plan, 211, index), byMonth: null }, asOf),
    doneThisYear: part(done, 211, index),
    ...(index < 67 ? { yearClass: 'new', plannedStart: Month.parse(`2024-${String((index % 12) + 1).padStart(2, '0')}`) } : {}),
    ...(index < 57 ? { actualStart: day('2024-06-01') } : {}),
  }));
  test('211 projects, 405.34 planned and 297 done are 73.27 % of the year’s plan', () => {
    const rate = rates.yearPlanRate(list);
    expect(rates.total(list)).toMatchObject({ count: 211, yearPlan: plan, doneThisYear: done });
    expect(rates.rateText(rate, 2)).toBe('73.27');
    expect(rate).toMatchObject({ unit: 'yuan', numerator: done, denominator: plan });
    expect(rate.numeratorIds).toHaveLength(211);
  });
  test('57 of 67 planned starts are 85.07 %', () => {
    const rate = rates.startRate(list, asOf, 'year');
    expect([rate.numerator, rate.denominator, rates.rateText(rate, 2)]).toEqual([57, 67, '85.07']);
    expect(rate.denominatorIds).toHaveLength(67);
  });
  test('序时 at the end of September is three quarters', () => {
    const rate = rates.progressRate(list);
    expect(formatPercent(rate.denominator, plan, 2)).toBe('75.00');
    expect(rates.rateText(rate, 2)).toBe('97.70');
  });
});

describe('other published figures', () => {
  test('河南: what is finished stands over all planned projects, not over the started', () => {
    const list = rows(19_867, (index) => ({
      kind: 'reconstruction',
      ...(index < 19_807 ? { actualStart: day('2022-03-01') } : {}),
      ...(index < 18_839 ? { actualFinish: day('2022-10-31') } : {}),
    }));
    expect(rates.rateText(rates.finishRate(list, day('2022-11-15'), 'all'), 1)).toBe('94.8');
    expect(rates.rateText(rates.startRate(list, day('2022-11-15'), 'all'), 1)).toBe('99.7');
  });
  test('河南: with early starts 492 started of 489 due are 100.6 %, and the early ones are named', () => {
    const list = rows(500, (index) => ({
      yearClass: 'new',
      plannedStart: Month.parse(index < 489 ? '2024-08' : '2024-12'),
      ...(index < 492 ? { actualStart: day('2024-08-20') } : {}),
    }));
    expect(rates.rateText(rates.startRate(list, asOf, 'due'), 1)).toBe('100.6');
    expect(list.filter((row) => isEarlyStart(row, asOf)).map((row) => row.projectId)).toEqual(['p489', 'p490', 'p491']);
    expect(list.filter((row) => isLateStart(row, asOf))).toEqual([]);
  });
  test.each([
    ['76.97', '10.3'],
    ['83.55', '16.9'],
  ])('开封 in August: %s %% is %s points ahead of 序时', (rate, ahead) => {
    const [list] = [
      rows(1, () => ({
        yearPlan: yuan(120_000),
        plannedToDate: plannedToDate({ annual: yuan(120_000), byMonth: null }, day('2019-08-31')),
        doneThisYear: yuan(Number(rate.replace('.', '')) * 12),
      })),
    ];
    const { numerator, denominator } = rates.yearPlanRate(list);
    expect(formatPercent(numerator, denominator, 2)).toBe(rate);
    expect(formatPercent(numerator - rates.progressRate(list).denominator, denominator, 1)).toBe(ahead);
  });
  test('驻马店: 联审联批 counts items, of which a project has many: 117 of 131 are 89.3 %', () => {
    // Twelve projects with ten steps and one with eleven; the first two lack seven each.
    const list = rows(13, (index) => ({ stepsNeeded: index === 12 ? 11 : 10, stepsDone: index < 2 ? 3 : index === 12 ? 11 : 10 }));
    const rate = rates.stepRate([...list, ...rows(1, () => ({ projectId: 'without' }))]);
    expect([rate.numerator, rate.denominator, rate.unit, rates.rateText(rate, 1)]).toEqual([117, 131, 'item', '89.3']);
    expect(rate.denominatorIds).not.toContain('without');
  });
  test('驻马店: 30 started of 42 signed are 71.4 %; what the government pays for signs nothing', () => {
    const list = rows(60, (index) => ({
      track: index < 42 ? 'filing' : 'approval',
      stage: index < 30 ? 'building' : index < 42 ? 'signed' : 'started',
    }));
    const rate = rates.conversionRate(list, 'signed', 'started');
    expect([rate.numerator, rate.denominator, rates.rateText(rate, 1)]).toEqual([30, 42, '71.4']);
    const planned = rows(1, () => ({ track: 'filing', stage: 'planned' }));
    expect(rates.conversionRate(planned, 'signed', 'started').denominator).toBe(0);
  });
  test.each([
    [760, 889, 1, '85.5'],
    [2977, 3012, 1, '98.8'],
  ])('%i of %i', (numerator, denominator, decimals, expected) => {
    expect(rates.rateText({ unit: 'count', numerator, denominator, numeratorIds: [], denominatorIds: [] }, decimals)).toBe(expected);
  });
});

describe('what counts', () => {
  test('a project that has left the list is in neither part; a suspended one stays', () => {
    const [active, suspended, withdrawn] = (['active', 'suspended', 'withdrawn'] as const).map((standing) =>
      rows(1, () => ({ projectId: standing, standing, yearClass: 'new', plannedStart: Month.parse('2024-03') })),
    );
    const list = [...(active ?? []), ...(suspended ?? []), ...(withdrawn ?? [])];
    expect(rates.startRate(list, asOf, 'year').denominatorIds).toEqual(['active', 'suspended']);
    expect(list.filter((row) => isLateStart(row, asOf)).map((row) => row.projectId)).toEqual(['active']);
  });
  test('what is done without a plan does not lift the rate', () => {
    const list = rows(2, (index) => ({
      doneThisYear: yuan(50),
      yearPlan: index ? null : yuan(100),
      plannedToDate: index ? null : yuan(75),
    }));
    expect(rates.yearPlanRate(list)).toMatchObject({ numerator: 50, denominator: 100, numeratorIds: ['p0'] });
  });
  test('a project whose own months plan nothing yet counts in both rates, so that they speak of one sum', () => {
    const list = rows(2, (index) => ({ yearPlan: yuan(100), plannedToDate: yuan(index ? 0 : 50), doneThisYear: yuan(25) }));
    expect(rates.yearPlanRate(list)).toMatchObject({ numerator: 50, denominator: 200 });
    expect(rates.progressRate(list)).toMatchObject({ numerator: 50, denominator: 50 });
    expect(rates.timeRate(list)).toMatchObject({ numerator: 50, denominator: 200 });
  });
  test('no base, no rate', () => {
    expect(rates.rateText(rates.yearPlanRate([]), 2)).toBeNull();
    expect(rates.rateText(rates.finishRate([], asOf, 'all'), 2)).toBeNull();
  });
  test('a start after the day has not happened', () => {
    const list = rows(1, () => ({ yearClass: 'new', plannedStart: Month.parse('2024-09'), actualStart: day('2024-10-01') }));
    expect(rates.startRate(list, asOf, 'year').numerator).toBe(0);
    expect(list.filter((row) => isLateStart(row, asOf))).toHaveLength(1);
  });
});

test('sums by a key add up to the whole, and each row is in one of them', () => {
  const anyRow = fc.record({
    level: fc.constantFrom('province', 'city', 'district'),
    kind: fc.constantFrom('key', 'reconstruction'),
    done: fc.nat(),
    plan: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), (list) => {
      const all = list.map(
        (row, index): rates.FigureRow => ({
          ...blank,
          projectId: `p${index}`,
          level: row.level,
          kind: row.kind,
          doneThisYear: yuan(row.done),
          yearPlan: row.plan === null ? null : yuan(row.plan),
        }),
      );
      for (const groups of [rates.sumsBy(all, (row) => row.level), rates.sumsBy(all, (row) => row.kind)]) {
        const whole = rates.total(all);
        expect(sum([...groups.values()].map((group) => group.doneThisYear))).toBe(whole.doneThisYear);
        expect(sum([...groups.values()].map((group) => group.yearPlan))).toBe(whole.yearPlan);
        expect([...groups.values()].flatMap((group) => group.ids).sort()).toEqual([...whole.ids].sort());
      }
    }),
  );
});

test('due starts are either started or named as 应开未开', () => {
  const started = (index: number): Day | null => (index % 3 ? day('2024-05-05') : null);
  const list = rows(60, (index) => ({
    yearClass: 'new',
    plannedStart: Month.parse(`2024-${String((index % 9) + 1).padStart(2, '0')}`),
    actualStart: started(index),
  }));
  const rate = rates.startRate(list, asOf, 'due');
  expect(rate.numerator + list.filter((row) => isLateStart(row, asOf)).length).toBe(rate.denominator);
});

test('reconstruction counts what was done since the start against the total, whatever the year', () => {
  const list = rows(4, (index) => ({
    kind: 'reconstruction',
    totalInvestment: yuan(10_000_000),
    doneSinceStart: yuan(2_500_000 * (index + 1)),
    doneThisYear: zero,
  }));
  const rate = rates.investmentRate(list);
  expect(rates.rateText(rate, 1)).toBe('62.5');
  expect(rate).toMatchObject({ numerator: 25_000_000, denominator: 40_000_000 });
});
