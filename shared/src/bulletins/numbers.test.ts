import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, type Quantity } from '../documents/model.ts';
import { numbersOf } from '../documents/tokens.ts';
import * as rates from '../figures/rates.ts';
import { addDays, day, Month } from '../kit/calendar.ts';
import { formatPercent, formatWan, yuan } from '../kit/money.ts';
import type { BulletinRow } from './input.ts';
import { bodyOf, draft, project } from './sample-month.ts';

const anyAmount = fc.integer({ min: 0, max: 90_000_000_000 }).map(yuan);
const anyRow = fc
  .record({
    unitName: fc.constantFrom('住建局', '水利局', '南岭镇'),
    kind: fc.constantFrom('key', 'reconstruction'),
    yearClass: fc.constantFrom('continued', 'new', 'finishing', 'reserve'),
    standing: fc.constantFrom('active', 'active', 'active', 'suspended', 'withdrawn'),
    yearPlan: fc.option(anyAmount),
    plannedToDate: fc.option(anyAmount),
    doneThisYear: anyAmount,
    totalInvestment: anyAmount,
    lamp: fc.option(fc.constantFrom('green', 'yellow', 'red')),
    previousLamp: fc.option(fc.constantFrom('green', 'yellow', 'red')),
    reasons: fc.array(fc.record({ dimension: fc.option(fc.constantFrom('progress', 'start', 'approvals')), text: fc.constant('滞后') }), {
      maxLength: 2,
    }),
    nextStep: fc.option(
      fc.record({
        name: fc.constant('施工许可'),
        due: fc.option(fc.integer({ min: 0, max: 90 }).map((days) => addDays(day('2026-09-20'), days))),
        overdueDays: fc.integer({ min: 0, max: 12 }),
      }),
    ),
    openProblems: fc.integer({ min: 0, max: 4 }),
    plannedStart: fc.option(fc.constantFrom('2026-08', '2026-10', '2026-12').map((month) => Month.parse(month))),
    actualStart: fc.option(fc.constantFrom(day('2026-03-01'), day('2026-11-01'))),
    isRegistered: fc.boolean(),
    needsRegistration: fc.boolean(),
    track: fc.option(fc.constantFrom('approval', 'filing')),
    category: fc.option(fc.constantFrom('教育', '水利')),
    stage: fc.constantFrom('preparing', 'building', 'completed'),
    actualFinish: fc.option(fc.constant(day('2026-09-30'))),
    steps: fc.record({ needed: fc.nat(6), done: fc.nat(6) }),
  })
  .map(({ steps, ...changes }) => {
    const stepsDone = Math.min(steps.needed, steps.done);
    const stepsOwed = ['环评批复', '施工许可', '用地批复', '选址意见', '初步设计', '能评'].slice(0, steps.needed - stepsDone);
    return {
      ...changes,
      unitKind: changes.unitName === '南岭镇' ? 'town' : 'bureau',
      stepsNeeded: steps.needed,
      stepsDone,
      stepsOwed,
    } satisfies Partial<BulletinRow>;
  });
const anyMonth = fc
  .array(anyRow, { maxLength: 14 })
  .map((rows) => rows.map((changes, index) => project(index + 1, changes)))
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      praise: fc.subarray(rows.map((row) => row.projectId)),
      criticise: fc.subarray(rows.map((row) => row.projectId)),
      previousMonthCounts: fc.option(fc.record({ green: fc.nat(20), yellow: fc.nat(20), red: fc.nat(20) })),
      rectifyBy: fc.option(fc.constant(day('2026-11-06'))),
    }),
  );

/** What the figures read of a project and a bulletin does not. */
const unread = { plannedFinish: null };

describe('every number of every bulletin', () => {
  /** The test's own reading of a row; `overdueDays` is the one field that is not a column. */
  function field(row: BulletinRow, name: string): number {
    if (name === 'overdueDays') return row.nextStep?.overdueDays ?? 0;
    const value = Object.entries(row).find(([key]) => key === name)?.[1];
    return typeof value === 'number' ? value : 0;
  }

  test('is the count, the sum, the rate or the change of the rows that its source names, and is printed so', () => {
    fc.assert(
      fc.property(anyMonth, ({ rows, ...changes }) => {
        const document = draft(rows, changes);
        const chosen = (quantity: Quantity) => {
          const ids = 'set' in quantity.rows ? (document.rowSets[quantity.rows.set]?.ids ?? ['missing set']) : [quantity.rows.one];
          return ids.map((id) => {
            const row = rows.find((each) => each.projectId === id);
            if (!row) throw new Error(`no row ${id}`);
            return row;
          });
        };
        const amount = (quantity: Quantity) => {
          const picked = chosen(quantity);
          return quantity.of === 'count' ? picked.length : picked.reduce((sum, row) => sum + field(row, quantity.field), 0);
        };
        for (const number of numbersOf(document)) {
          const { formula } = number.source;
          if (formula.kind === 'change') {
            expect(number.value).toBe(amount(formula.now) - formula.before);
            expect(number.text).toBe(String(Math.abs(number.value)));
          } else if (formula.kind === 'ratio') {
            const [part, base] = [amount(formula.part), amount(formula.base)];
            expect(number.value).toBe(part / base);
            expect(number.text.replace('%', '')).toBe(formatPercent(part, base));
          } else {
            const { quantity } = formula;
            expect(number.value).toBe(amount(quantity));
            const isMoney = quantity.of === 'sum' && !['openProblems', 'overdueDays', 'stepsNeeded', 'stepsDone'].includes(quantity.field);
            expect(number.text).toBe(isMoney ? formatWan(yuan(number.value)) : String(number.value));
          }
        }
      }),
    );
  });

  test('stands in a document that survives JSON and never speaks of nothing', () => {
    fc.assert(
      fc.property(anyMonth, ({ rows, ...changes }) => {
        const document = draft(rows, changes);
        expect(Document.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
        expect(bodyOf(document)).not.toMatch(/NaN|undefined|null|Infinity|(?<![\d.,])0个|，。|。。|；。|：。|，，/);
      }),
    );
  });

  test('is the rate that the figures page and the screen work out of the same projects', () => {
    fc.assert(
      fc.property(anyMonth, ({ rows }) => {
        const monthEnd = day('2026-10-31');
        const active = rows.filter((row) => row.standing === 'active').map((row) => ({ ...unread, ...row }));
        const expected: Record<string, string | null> = {
          年度计划完成率: rates.rateText(rates.yearPlanRate(active), 1),
          序时完成率: rates.rateText(rates.progressRate(active), 1),
          开工率: rates.rateText(rates.startRate(active, monthEnd, 'year'), 1),
          入库率: rates.rateText(rates.registrationRate(active), 1),
        };
        // The chapters on the whole list alone: below them the same rates are printed by kind and by unit.
        for (const number of numbersOf(draft(rows))) {
          const { label, formula } = number.source;
          const isOfAll = formula.kind === 'ratio' && 'set' in formula.base.rows && !formula.base.rows.set.includes(':');
          const isOfLamps = formula.kind === 'ratio' && 'set' in formula.base.rows && formula.base.rows.set === 'listed';
          if (isOfAll && !isOfLamps && label in expected) expect(number.text).toBe(`${expected[label]}%`);
        }
      }),
    );
  });

  test('is one of a set that holds just the rows of its filter', () => {
    fc.assert(
      fc.property(anyMonth, ({ rows, ...changes }) => {
        const { rowSets } = draft(rows, changes);
        const active = rows.filter((row) => row.standing === 'active');
        for (const lamp of ['green', 'yellow', 'red'] as const) {
          expect(rowSets[lamp]?.ids).toEqual(active.filter((row) => row.lamp === lamp).map((row) => row.projectId));
        }
        const rated = ['green', 'yellow', 'red', 'unrated'].flatMap((key) => rowSets[key]?.ids ?? []);
        expect(rated.toSorted()).toEqual(active.map((row) => row.projectId).toSorted());
        const grouped = Object.entries(rowSets).flatMap(([key, set]) => (key.startsWith('red:') ? set.ids : []));
        expect(grouped.toSorted()).toEqual((rowSets['red']?.ids ?? []).toSorted());
      }),
    );
  });
});
