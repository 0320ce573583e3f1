import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, Document, type Inline, type NumberInline, type Quantity } from '../documents/model.ts';
import { textOf } from '../documents/numbers.ts';
import * as rates from '../figures/rates.ts';
import { addDays, day, Month } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { formatPercent, formatWan, wan, yuan } from '../kit/money.ts';
import { draftBulletin } from './draft.ts';
import type { BulletinInput, BulletinRow } from './input.ts';
import { movedSection, type Outline, switchedSection, usualOutline } from './outline.ts';

function project(index: number, changes: Partial<BulletinRow> = {}): BulletinRow {
  return {
    projectId: makeId('project', index.toString(16).padStart(32, '0')),
    name: `示例工程${index}`,
    unitName: '住建局',
    unitKind: 'bureau',
    leaderName: null,
    kind: 'key',
    level: 'district',
    track: null,
    category: null,
    yearClass: 'continued',
    stage: 'building',
    standing: 'active',
    yearPlan: wan(1000),
    plannedToDate: wan(800),
    doneThisYear: wan(800),
    doneSinceStart: wan(800),
    totalInvestment: wan(5000),
    lamp: 'green',
    reasons: [],
    previousLamp: null,
    nextStep: null,
    openProblems: 0,
    plannedStart: null,
    actualStart: null,
    actualFinish: null,
    stepsNeeded: 0,
    stepsDone: 0,
    stepsOwed: [],
    isRegistered: false,
    needsRegistration: false,
    ...changes,
  };
}

function draft(rows: readonly BulletinRow[], changes: Partial<BulletinInput> = {}): Document {
  return draftBulletin({
    district: { name: '示例区', issuingOffice: '示例区重点办' },
    month: Month.parse('2026-10'),
    issue: { year: 2026, number: 10 },
    issuedOn: day('2026-11-03'),
    isDraft: false,
    rows,
    praise: [],
    criticise: [],
    previousMonthCounts: null,
    rectifyBy: null,
    ...changes,
  });
}

function inlinesOf(block: Block): Inline[] {
  if (block.type === 'paragraph') return block.inlines;
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'table') return [...block.rows.flat(), ...(block.total ?? [])].flatMap((cell) => cell.inlines);
  return [];
}

function numbersOf(document: Document): NumberInline[] {
  const blocks = [...document.blocks, ...document.annexes.flatMap((annex) => annex.blocks)];
  return blocks.flatMap(inlinesOf).filter((inline) => inline.type === 'number');
}

/** What a reader sees of the body, a line a block. */
function bodyOf(document: Document): string {
  return document.blocks
    .map((block) => {
      if (block.type === 'heading') return block.text;
      if (block.type === 'paragraph') return `${block.lead?.text ?? ''}${textOf(block.inlines)}`;
      return '';
    })
    .join('\n');
}

function headingsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
}

describe('what a bulletin says', () => {
  test('an empty month says that there was nothing to rate, and nothing else', () => {
    const document = draft([]);
    expect(headingsOf(document)).toEqual([]);
    expect(bodyOf(document)).toContain('没有在库项目，无评定内容');
    expect(numbersOf(document)).toEqual([]);
    expect(document.annexes).toEqual([]);
  });

  test('one green project without a past gives no comparison, no ranking and no empty section', () => {
    const document = draft([project(1)]);
    expect(headingsOf(document)).toEqual(['一、总体情况', '二、绿灯项目', '三、下一步要求']);
    expect(bodyOf(document)).toContain('本月评定绿灯1个，没有黄灯、红灯项目。');
    expect(bodyOf(document)).not.toContain('上月');
    expect(bodyOf(document)).not.toMatch(/[^0-9.]0个|NaN|null|undefined/);
    expect(document.annexes).toEqual([]);
    expect(document.title.join('')).toBe('关于2026年10月全区重点项目推进情况的通报');
  });

  test('the title names both kinds where both are listed', () => {
    const document = draft([project(1), project(2, { kind: 'reconstruction' })]);
    expect(document.title.join('')).toBe('关于2026年10月全区重点项目和灾后重建项目推进情况的通报');
    expect(bodyOf(document)).toContain('（一）重点项目和灾后重建。');
  });

  test.each([
    [{ green: 1, yellow: 0, red: 0 }, '各灯个数与上月持平'],
    [{ green: 3, yellow: 0, red: 0 }, '与上月相比，绿灯减少2个'],
    [{ green: 0, yellow: 2, red: 1 }, '与上月相比，红灯减少1个，黄灯减少2个，绿灯增加1个'],
  ])('against last month’s %j it says %s', (previousMonthCounts, said) => {
    expect(bodyOf(draft([project(1)], { previousMonthCounts }))).toContain(said);
  });

  test.each<[string, Partial<BulletinRow>, string]>([
    ['no year’s plan', { yearPlan: null, plannedToDate: null }, '总投资5,000万元。本年累计完成投资800万元。'],
    ['no plan to date', { plannedToDate: wan(0) }, '年度计划投资1,000万元，累计完成800万元，为年度计划的80.0%。'],
    ['both', {}, '累计完成800万元，为年度计划的80.0%，为序时计划800万元的100.0%，达到序时进度。'],
  ])('with %s it holds the investment only against what there is', (_name, changes, said) => {
    expect(bodyOf(draft([project(1, changes)]))).toContain(said);
  });

  test('projects without a plan stay out of the rate and are said to', () => {
    const document = draft([project(1), project(2, { yearPlan: null, plannedToDate: null, doneThisYear: wan(900) })]);
    expect(bodyOf(document)).toContain('列有年度投资计划的1个项目年度计划投资1,000万元，累计完成800万元');
  });

  test('a red project stands once, under its main reason, and the fullest dimension comes first', () => {
    const document = draft([
      project(1, { lamp: 'red', reasons: [{ dimension: 'approvals', text: '环评超期6日' }] }),
      project(2, {
        lamp: 'red',
        reasons: [
          { dimension: 'progress', text: '投资滞后22%' },
          { dimension: 'approvals', text: '施工许可超期9日' },
        ],
      }),
      project(3, { lamp: 'red', reasons: [{ dimension: 'progress', text: '投资滞后19%' }] }),
      project(4, { lamp: 'red' }),
    ]);
    const body = bodyOf(document);
    expect(body).toContain('（一）投资进度滞后。共2个。示例工程2（住建局）投资滞后22%、施工许可超期9日；示例工程3（住建局）投资滞后19%。');
    expect(body).toContain('（二）手续办理超期。共1个。');
    expect(body).toContain('（三）其他原因。共1个。示例工程4（住建局）。');
  });

  test('praise and criticism name projects in the board’s order and take the section’s name from what there is', () => {
    const rows = [project(1), project(2), project(3)];
    const ids = rows.map((row) => row.projectId);
    const both = draft(rows, { praise: [ids[2], ids[0]].filter((id) => id !== undefined), criticise: ids.slice(1, 2) });
    expect(headingsOf(both)).toContain('三、表扬和批评');
    expect(bodyOf(both)).toContain('对示例工程3（住建局）、示例工程1（住建局）等2个项目予以通报表扬；对示例工程2（住建局）予以通报批评。');
    expect(headingsOf(draft(rows, { praise: ids }))).toContain('三、通报表扬');
  });

  test('what should have started and has not, and what started early, is named', () => {
    const started = { yearClass: 'new', actualStart: day('2026-10-31') } as const;
    const document = draft([
      project(1, { ...started, plannedStart: Month.parse('2026-10') }),
      project(2, { ...started, plannedStart: Month.parse('2026-12') }),
      project(3, { yearClass: 'new', plannedStart: Month.parse('2026-10'), actualStart: day('2026-11-01') }),
    ]);
    expect(bodyOf(document)).toContain(
      '年度计划新开工3个，已开工2个，开工率66.7%。应开未开1个：示例工程3（住建局）。提前开工1个：示例工程2（住建局）。',
    );
  });

  test('suspended projects are counted apart and withdrawn ones not at all', () => {
    const document = draft([project(1), project(2, { standing: 'suspended', lamp: 'red' }), project(3, { standing: 'withdrawn' })]);
    expect(bodyOf(document)).toContain('对全区1个在库项目');
    expect(bodyOf(document)).toContain('另有停建项目1个，未列入本期统计：示例工程2。');
    expect(document.annexes).toEqual([]);
  });
});

describe('the sections', () => {
  test('yellow and green projects are listed as the red ones are', () => {
    const document = draft([
      project(1, { lamp: 'yellow', reasons: [{ dimension: 'progress', text: '投资滞后12%' }] }),
      project(2, { doneThisYear: wan(840) }),
      project(3, { plannedToDate: null, yearPlan: null }),
    ]);
    expect(headingsOf(document).slice(1, 3)).toEqual(['二、黄灯项目', '三、绿灯项目']);
    expect(bodyOf(document)).toContain('（一）投资进度滞后。共1个。示例工程1（住建局）投资滞后12%。');
    expect(bodyOf(document)).toContain('共2个（名称后为序时完成率）：示例工程2（住建局）105.0%、示例工程3（住建局）。');
  });

  test('units are ranked among their own kind', () => {
    const done = (unitName: string, unitKind: BulletinRow['unitKind'], amount: number) => ({
      unitName,
      unitKind,
      doneThisYear: wan(amount),
    });
    const document = draft([
      project(1, done('甲局', 'bureau', 400)),
      project(2, done('南岭镇', 'town', 800)),
      project(3, done('乙局', 'bureau', 600)),
      project(4, done('北沟镇', 'town', 720)),
      project(5, done('城投公司', 'company', 900)),
    ]);
    expect(bodyOf(document)).toContain('（一）镇（街道）。按序时完成率从高到低：第1名南岭镇100.0%，第2名北沟镇90.0%。');
    expect(bodyOf(document)).toContain('（二）区直部门。按序时完成率从高到低：第1名乙局75.0%，第2名甲局50.0%。');
    expect(bodyOf(document)).not.toContain('第1名城投公司');
    const tables = document.annexes.find((annex) => annex.section === 'unitTable')?.blocks ?? [];
    expect(tables.map((table) => (table.type === 'table' ? table.title : null))).toEqual(['镇（街道）', '区直部门']);
  });

  test('joint approval is counted in items, and what is missing is named project by project', () => {
    const owing = { stepsNeeded: 6, stepsDone: 4, stepsOwed: ['施工许可', '环评批复'] };
    const document = draft([
      project(1, { ...owing, nextStep: { name: '施工许可', due: day('2026-10-20'), overdueDays: 7 } }),
      project(2, { stepsNeeded: 2, stepsDone: 2 }),
    ]);
    expect(bodyOf(document)).toContain(
      '联审联批事项8项，已办结6项，办结率75.0%。有未办结事项的项目1个，其中超期的项目1个：示例工程1（住建局）缺施工许可、环评批复（施工许可超期7个工作日）。',
    );
    expect(document.annexes.at(-1)?.title).toBe('联审联批未办结事项表');
  });

  test('reconstruction stands sector by sector, over all planned projects', () => {
    const rebuilt = (index: number, category: string, changes: Partial<BulletinRow>) =>
      project(index, { kind: 'reconstruction', category, doneSinceStart: wan(2500), ...changes });
    const document = draft([
      rebuilt(1, '教育', { actualStart: day('2026-03-01'), actualFinish: day('2026-10-31') }),
      rebuilt(2, '教育', { actualStart: day('2026-03-01'), actualFinish: day('2026-11-01') }),
      rebuilt(3, '水利', {}),
    ]);
    expect(bodyOf(document)).toContain(
      '恢复重建项目3个，开工2个（66.7%），完工1个（33.3%），开工以来完成投资7,500万元，投资完成率50.0%。分领域看，教育2个，开工2个（100.0%），完工1个（50.0%），开工以来完成投资5,000万元，投资完成率50.0%；水利1个，尚无开工，尚无完工，',
    );
  });

  test('sections follow the outline: switched off they are gone, moved they are numbered anew', () => {
    const rows = [project(1, { yearClass: 'new', plannedStart: Month.parse('2026-03') })];
    const off = switchedSection(usualOutline, 'green', false);
    expect(headingsOf(draft(rows, { outline: off }))).toEqual(['一、总体情况', '二、新开工', '三、下一步要求']);
    const moved = movedSection(off, 'requirements', -1);
    const up = Array.from({ length: 12 }).reduce<Outline>((outline) => movedSection(outline, 'requirements', -1), moved);
    expect(headingsOf(draft(rows, { outline: up }))).toEqual(['一、下一步要求', '二、总体情况', '三、新开工']);
    expect(movedSection(usualOutline, 'lampTable', -1)).toEqual(usualOutline);
  });
});

describe('the annexes', () => {
  const red = project(1, { lamp: 'red', reasons: [{ dimension: 'progress', text: '投资滞后22%' }] });

  test('one alone has no number, several are numbered as the note below the body says', () => {
    expect(draft([red]).annexes.map((annex) => annex.label)).toEqual(['附件']);
    const two = draft([red], { rectifyBy: day('2026-11-06') });
    expect(two.annexes.map((annex) => annex.label)).toEqual(['附件1', '附件2']);
    expect(two.blocks.at(-1)).toEqual({ type: 'attachments', titles: ['10月份红灯项目情况表', '红灯项目整改时限表'] });
  });

  test('a deadline is the step’s own while it lies ahead, else the day for all', () => {
    const limits = (due: string) => {
      const document = draft([{ ...red, nextStep: { name: '施工许可', due: day(due), overdueDays: 0 } }], { rectifyBy: day('2026-11-06') });
      const [table] = document.annexes[1]?.blocks ?? [];
      return table?.type === 'table' ? textOf(table.rows[0]?.at(-1)?.inlines ?? []) : null;
    };
    expect(limits('2026-11-20')).toBe('11月20日');
    expect(limits('2026-10-20')).toBe('11月6日');
  });

  test('units are ranked by exact rates, and equal ones share a rank', () => {
    const document = draft([
      project(1, { unitName: '甲局', plannedToDate: wan(300), doneThisYear: wan(100) }),
      project(2, { unitName: '乙局', plannedToDate: wan(600), doneThisYear: wan(200) }),
      project(3, { unitName: '丙局', plannedToDate: wan(300), doneThisYear: wan(400) }),
      project(4, { unitName: '丁局', yearPlan: null, plannedToDate: null }),
    ]);
    const [table] = document.annexes.at(-1)?.blocks ?? [];
    const cells = table?.type === 'table' ? table.rows.map((row) => row.slice(0, 2).map((cell) => textOf(cell.inlines))) : [];
    expect(cells).toEqual([
      ['1', '丙局'],
      ['2', '甲局'],
      ['2', '乙局'],
      ['—', '丁局'],
    ]);
  });
});

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
