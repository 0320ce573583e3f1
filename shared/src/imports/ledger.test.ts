import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SheetGrid } from './cells.ts';
import type { ImportKind } from './fields.ts';
import { ledgerOfReading, matchLedger } from './ledger.ts';
import { type FollowedReading, isOfProjects, readWorkbook } from './read.ts';
import { StoredReading } from './schema.ts';

type Rows = readonly (readonly (string | number | null)[])[];
const sheet = (rows: Rows, name = '清单'): SheetGrid => ({
  ...{ name, hidden: false, rows: rows.map((row) => row.map((value) => ({ value }))), merges: [], hiddenRows: [], hiddenColumns: [] },
});

const known = readWorkbook(
  {
    fileName: '台账.xlsx',
    sheets: [
      sheet(
        [
          ['示例区2026年重点项目台账'],
          ['项目名称', '总投资', '2026年计划投资', '开工时间', '竣工时间', '责任单位', '建设性质', '项目级别'],
          ['青禾新材料产业园项目', 1000, 300, '2025.3', '2027.12', '区工信局', '续建', '省级'],
          ['白鹭湖水厂扩建工程', 800, 200, '2026.4', '2027.6', '区水务局', '新建', '区'],
          ['东林子村高标准农田建设项目', 100, 50, '2026.4', '2026.11', '区农业农村局', '新建', '区'],
        ],
        '台账',
      ),
    ],
  },
  'key-projects',
);
const ledger = isOfProjects(known) ? ledgerOfReading(known) : [];

function read(kind: ImportKind, rows: Rows): FollowedReading {
  const reading = readWorkbook({ fileName: 'x.xlsx', sheets: [sheet(rows)] }, kind);
  if (isOfProjects(reading)) throw new Error(kind);
  return reading;
}
const codes = (reading: FollowedReading) => reading.findings.map(({ row, column, code }) => `${column}${row} ${code}`);

describe('a weekly list', () => {
  const header = ['项目名称', '责任单位', '年度计划', '截至上周累计', '本周完成', '本周累计', '完成率', '本周进展', '红黄绿'];
  const row = ['青禾新材料产业园项目', '区工信局', 300, 100, 20, 120, '40%', '主体封顶', '黄灯'];
  const weekly = (...changes: (string | number | null)[]) => read('weekly', [header, row.map((value, at) => changes[at] ?? value)]);

  it('takes level, class, dates and total from the ledger, and keeps its own plan', () => {
    expect(matchLedger(weekly(), ledger)).toMatchObject({
      rows: [
        {
          ...{ level: '省', stage: '续建', planStart: '2025-03', planFinish: '2027-12', totalInvestWan: 1000, annualPlanWan: 300 },
          ...{ cumWan: 120, percent: 0.4, light: '黄', match: { how: 'exact', sheet: '台账', row: 3 } },
        },
      ],
      findings: [],
    });
  });

  it('is not matched without a ledger', () => {
    expect(weekly()).toMatchObject({ rows: [{ match: null, level: null, totalInvestWan: null }], findings: [] });
  });

  const _ = null;
  test.each<[string, (string | number | null)[], string[]]>([
    ['a sum that is not one', [_, _, _, _, _, 130, '43.3%'], ['F2 CUM_MISMATCH']],
    ['a cumulative that falls', [_, _, _, 130, -10, 120], ['E2 AMOUNT_NEGATIVE', 'F2 CUM_DECREASED']],
    ['a share that is not the quotient', [_, _, _, _, _, _, '41%'], ['G2 PERCENT_MISMATCH']],
    ['a share on another scale', [_, _, _, _, _, _, 40], ['G2 PERCENT_SCALE']],
    ['no progress', [_, _, _, _, _, _, _, '—'], ['H2 MISSING_VALUE']],
    ['an unknown lamp', [_, _, _, _, _, _, _, _, '正常'], ['I2 LIGHT_UNKNOWN']],
    ['more done than the total', [_, _, _, 1100, 20, 1120, '373.3%'], ['F2 CUM_GT_TOTAL']],
    ['another plan', [_, _, 320, _, _, _, '37.5%'], ['C2 PLAN_DIFFERS_FROM_LEDGER']],
    ['a plan above the total', [_, _, 1300, _, _, _, '9.2%'], ['C2 PLAN_DIFFERS_FROM_LEDGER', 'C2 ANNUAL_GT_TOTAL']],
    ['a name but for 区 and 项目', ['示例区青禾新材料产业园'], ['A2 NAME_NOT_EXACT']],
    ['a name with more to it', ['青禾新材料产业园（一期）'], ['A2 NAME_NOT_EXACT']],
    ['a name like no other', ['西林子村高标准农田建设项目'], ['A2 UNKNOWN_PROJECT']],
    ['no name', [''], ['A2 MISSING_VALUE']],
  ])('with %s is reported', (_what, changes, expected) => {
    expect(codes(matchLedger(weekly(...changes), ledger))).toEqual(expected);
  });
});

describe('a list of approvals', () => {
  const header = ['项目名称', '项目代码', '可研批复', '环评', '节能审查', '施工许可证'];
  const approvals = (...row: (string | number | null)[]) => read('approvals', [['更新时间：2026年9月25日'], header, row]);

  it('counts what is needed and done, and takes both amounts from the ledger', () => {
    const reading = approvals('白鹭湖水厂扩建工程', '办理中', '2026-01-05\n示发改〔2026〕1号', '容缺，2026年10月补齐', '/', null);
    expect(matchLedger(reading, ledger)).toMatchObject({
      asOf: '2026-09-25',
      rows: [
        {
          ...{ projectCode: null, totalInvestWan: 800, annualPlanWan: 200, stepsNeeded: 3, stepsDone: 1, stepsDoneRate: 0.3333 },
          steps: [
            { step: 'lixiang', status: 'done', date: '2026-01-05', docNo: '示发改〔2026〕1号', column: 'C' },
            { step: 'huanping', status: 'deferred', promiseBy: '2026-10' },
            { step: 'jieneng', status: 'not_needed' },
            { step: 'shigong', name: '施工许可证', status: 'not_started', column: 'F' },
          ],
        },
      ],
      findings: [],
    });
  });

  test.each<[(string | null)[], string[]]>([
    [
      ['25-1', '示发改〔2026〕1号', null, null, null],
      ['B3 BAD_PROJECT_CODE', 'C3 APPROVAL_DATE_MISSING'],
    ],
    [
      [null, '2026-01-05', '待核', null, null],
      ['C3 APPROVAL_DOCNO_MISSING', 'D3 APPROVAL_STATUS_UNKNOWN'],
    ],
    [
      [null, '2026-01-05 甲〔2026〕1号', '2032-01-05 乙〔2026〕1号', '2026-02-30 丙〔2026〕1号', null],
      ['D3 DATE_IN_FUTURE', 'E3 DATE_INVALID'],
    ],
    [[null, '2026-03-05 甲〔2026〕1号', null, null, '2026-01-05 410106202600001'], ['F3 APPROVAL_ORDER']],
  ])('with %j is found to have %j', (row, expected) => {
    expect(codes(matchLedger(approvals('白鹭湖水厂扩建工程', ...row), ledger))).toEqual(expected);
  });

  it('may give each step a group of columns, with a word in any of them', () => {
    const reading = read('approvals', [
      ['项目名称', '环评', null, null, '施工许可', null],
      [null, '状态', '批复时间', '文号', '办理时间', '证号'],
      ['白鹭湖水厂扩建工程', '已办结', 46_000, '示环审〔2025〕9号', '正在办理', null],
      ['青禾新材料产业园项目', '已办结', null, null, '2025.12.1', '410106202500001'],
    ]);
    expect(reading.rows).toMatchObject([
      {
        steps: [
          { step: 'huanping', date: '2025-12-09', docNo: '示环审〔2025〕9号', column: 'B' },
          { status: 'in_progress', column: 'E' },
        ],
      },
      {
        steps: [
          { status: 'done', date: null },
          { status: 'done', date: '2025-12-01', docNo: '410106202500001' },
        ],
      },
    ]);
    expect(codes(reading)).toEqual(['C3 DATE_RAW_SERIAL', 'C4 APPROVAL_DATE_MISSING']);
  });
});

describe('a plan by month', () => {
  const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];
  const header = ['项目名称', '年度计划投资', ...months.flatMap((month) => [`${month}计划`, `${month}完成`]), '1-2月累计完成', '完成率'];
  const row = (plan: (number | string | null)[], done: (number | string | null)[], rest: (number | string)[], annual = 300) => [
    ...['青禾新材料产业园项目', annual],
    ...months.flatMap((_, at) => [plan[at] ?? (at < plan.length ? null : 25), done[at] ?? null]),
    ...rest,
  ];

  it('has twelve places a series, null for what is still to come', () => {
    const reading = read('monthly', [header, row([], [20, 30], [50, '16.7%'])]);
    expect(matchLedger(reading, ledger)).toMatchObject({
      rows: [
        {
          ...{ annualPlanWan: 300, cumDoneWan: 50, percent: 0.167, level: '省', totalInvestWan: 1000 },
          ...{ planByMonthWan: months.map(() => 25), cumPlanByMonthWan: null },
          doneByMonthWan: [20, 30, null, null, null, null, null, null, null, null, null, null],
        },
      ],
      findings: [],
    });
  });

  test.each<[string, Rows, string[]]>([
    ['months that are not the year', [row([30], [20, 30], [50, '16.7%'])], ['B2 PLAN_SUM_MISMATCH']],
    ['a stated sum that is not one', [row([], [20, 30], [60, '20%'])], ['AA2 CUM_MISMATCH']],
    ['a month without plan', [row([25, '—'], [20, 30], [50, '16.7%'])], ['E2 MISSING_VALUE']],
    ['an unreadable month', [row([], ['详见附表', 30], [50, '16.7%'])], ['D2 AMOUNT_UNPARSEABLE']],
    [
      'a month that others report',
      [row([], [20, null], [20, '6.7%']), ['白鹭湖水厂扩建工程', 200, ...row([], [1, 2], [3, '1.5%'], 200).slice(2)]],
      ['F2 MISSING_VALUE', 'B3 PLAN_SUM_MISMATCH'],
    ],
  ])('with %s is reported', (_what, rows, expected) => expect(codes(read('monthly', [header, ...rows]))).toEqual(expected));

  it('may be cumulative, and then never falls', () => {
    const reading = read('monthly', [
      ['项目名称', '年度计划', '1-3月/计划', '1-3月/完成', '1-6月/计划', '1-6月/完成', '1-12月/计划', '1-12月/完成'],
      ['青禾新材料产业园项目', 300, 50, 40, 120, 30, 300, null],
    ]);
    expect(reading.rows).toMatchObject([{ planByMonthWan: null, doneByMonthWan: null }]);
    expect(reading.rows[0]).toMatchObject({
      cumPlanByMonthWan: [null, null, 50, null, null, 120, null, null, null, null, null, 300],
      cumDoneByMonthWan: [null, null, 40, null, null, 30, null, null, null, null, null, null],
    });
    expect(codes(reading)).toEqual(['F2 CUM_DECREASED']);
  });
});

describe('a list about projects on record', () => {
  const lists: [ImportKind, Rows][] = [
    [
      'weekly',
      [
        ['项目名称', '责任单位', '年度计划', '截至上周累计', '本周完成', '本周累计', '本周进展', '下周计划', '预警灯'],
        ['白鹭湖水厂扩建工程', '区水务局', 200, '1,000', '２０', '0.102亿元', '桩基施工', '主体施工', '●红'],
      ],
    ],
    [
      'approvals',
      [
        ['项目名称', '立项', '用地预审', '环评', '施工许可证', '备注'],
        ['白鹭湖水厂扩建工程', '2025-06-01\n示发改〔2025〕8号', '无需办理', '办理中', '已办结', '—'],
      ],
    ],
    [
      'monthly',
      [
        ['项目名称', '年度计划', '1月计划', '2月计划', '3月计划', '4月计划', '1月完成', '2月完成', '累计完成', '完成率'],
        ['白鹭湖水厂扩建工程', 200, 10, 20, 30, 40, 5, '约6', 11, '5.5%'],
      ],
    ],
  ];

  it.each(lists)('of kind %s is read the same whatever the order of its columns', (kind, rows) => {
    const straight = read(kind, rows);
    const places = rows[0]?.map((_, at) => at) ?? [];
    // The order of steps and the letters of their columns are those of the list.
    const inOrder = (reading: FollowedReading) =>
      reading.rows.map((row) => ('steps' in row ? { ...row, steps: sorted(row.steps.map(({ column, ...step }) => step)) } : row));
    const sorted = <Step extends { step: string }>(steps: Step[]) => steps.sort((a, b) => (a.step < b.step ? -1 : 1));
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
        const shuffled = read(
          kind,
          rows.map((row) => order.map((at) => row[at] ?? null)),
        );
        expect(inOrder(shuffled)).toEqual(inOrder(straight));
        expect(shuffled.findings.map(({ code }) => code).sort()).toEqual(straight.findings.map(({ code }) => code).sort());
      }),
    );
  });

  it.each(lists)('of kind %s is kept between preview and application as it was read', (kind, rows) => {
    const reading = matchLedger(read(kind, rows), ledger);
    expect(StoredReading.parse(JSON.parse(JSON.stringify(reading)))).toEqual(reading);
  });
});

describe('a person’s word on a column', () => {
  const rows: Rows = [
    ['对象', '今年拟投', '负责的', '工期起'],
    ['青禾新材料产业园项目', 3, '区工信局', '2025.3'],
  ];
  const grid = { fileName: 'x.xlsx', sheets: [sheet(rows)] };

  it('makes a list of a sheet whose header names no project', () => {
    expect(readWorkbook(grid, 'key-projects').sheets).toMatchObject([
      { role: 'summary', headerRows: [1], columns: [{ header: '对象', field: null }, { header: '今年拟投' }, {}, {}] },
    ]);
    const mapping = [
      { sheet: null, header: '对象', nth: 0, field: 'name' },
      { sheet: '清单', header: '今年拟投', nth: 0, field: 'annualPlanWan', unit: '亿元' },
      { sheet: '别的表', header: '负责的', nth: 0, field: 'remark' },
      { sheet: null, header: '负责的', nth: 0, field: 'unit' },
    ] as const;
    expect(readWorkbook(grid, 'key-projects', { mapping: [...mapping] })).toMatchObject({
      sheets: [{ role: 'list', rows: 1 }],
      rows: [{ name: '青禾新材料产业园项目', annualPlanWan: 30_000, unit: '区工信局' }],
    });
  });

  it('goes before what the header says, tells columns of one name apart, and can leave one unread', () => {
    const twice: Rows = [
      ['项目名称', '总投资', '总投资', '备注'],
      ['青禾新材料产业园项目', 1, 2, '略'],
    ];
    const reading = readWorkbook({ fileName: 'x.xlsx', sheets: [sheet(twice)] }, 'key-projects', {
      mapping: [
        { sheet: null, header: '总投资', nth: 1, field: 'totalInvestWan' },
        { sheet: null, header: '备注', nth: 0, field: null },
      ],
    });
    expect(reading.rows).toMatchObject([{ totalInvestWan: 2, remark: null }]);
  });

  it('can leave out a sheet that is a list', () => {
    expect(readWorkbook(grid, 'key-projects', { leftOutSheets: ['清单'] })).toMatchObject({ sheets: [{ role: 'left-out' }], rows: [] });
  });
});
