import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SheetGrid } from './cells.ts';
import { readCsv } from './csv.ts';
import { explainFinding } from './explain.ts';
import { importKinds } from './fields.ts';
import { type FindingCode, findingSeverities } from './findings.ts';
import { recogniseKind } from './kinds.ts';
import { readWorkbook } from './read.ts';

const findingCodes = Object.keys(findingSeverities).filter((code): code is FindingCode => code in findingSeverities);

function sheet(rows: readonly (readonly (string | number | null)[])[], name = '清单'): SheetGrid {
  return { name, hidden: false, rows: rows.map((row) => row.map((value) => ({ value }))), merges: [], hiddenRows: [], hiddenColumns: [] };
}
const key = (rows: readonly (readonly (string | number | null)[])[], name?: string) =>
  readWorkbook({ fileName: 'x.xlsx', sheets: [sheet(rows, name)] }, 'key-projects');
const codes = (rows: readonly (readonly (string | number | null)[])[]) =>
  key(rows).findings.map((found) => `${found.row}${found.column ?? ''} ${found.code}`);

const flat: readonly (readonly (string | number | null)[])[] = [
  ['序号', '项目名称', '总投资（亿元）', '2026年计划投资（万元）', '开工时间', '竣工时间', '责任单位', '建设性质', '项目级别', '备注'],
  [1, '青禾新材料产业园项目', 1.2, '3,000', '2025.3', '2027年底', '区工信局', '续建', '省级', null],
  [2, '白鹭湖水厂扩建工程', '约0.8', 2000, 2026.1, '2027-06', '区水务局', '新建', '区', '—'],
];

describe('a list', () => {
  it('is read the same whatever the order of its columns', () => {
    const straight = key(flat).rows;
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }), (order) => {
        expect(key(flat.map((row) => order.map((column) => row[column] ?? null))).rows).toEqual(straight);
      }),
    );
  });

  it('is read the same under a title and with empty rows between', () => {
    const [header, first, second] = flat;
    const padded = key([
      ['示例区2026年重点项目清单'],
      [],
      header ?? [],
      first ?? [],
      [],
      second ?? [],
      ['填表人：办公室  审核：分管领导'],
    ]).rows;
    expect(padded.map(({ row, ...rest }) => rest)).toEqual(key(flat).rows.map(({ row, ...rest }) => rest));
    expect(padded.map(({ row }) => row)).toEqual([4, 6]);
  });

  it('gives amounts in 万元 by the unit of each column', () => {
    expect(key(flat).rows[0]).toMatchObject({
      totalInvestWan: 12_000,
      annualPlanWan: 3000,
      level: '省',
      stage: '续建',
      planFinish: '2027-12',
    });
  });

  it('reports a contradiction between the unit row and a header, and follows the header', () => {
    const reading = key([['单位：万元'], ...flat]);
    expect(reading.findings[0]).toMatchObject({ code: 'UNIT_CONFLICT', row: 1, column: null });
    expect(reading.rows[0]).toMatchObject({ totalInvestWan: 12_000, annualPlanWan: 3000 });
  });

  it('takes rows right below a total that only split it for no projects', () => {
    const reading = key([
      ['项目名称', '总投资', '开工时间', '竣工时间', '责任单位'],
      ['合计', 300],
      ['其中：续建项目（1个）', 100],
      ['新开工项目（1个）', 200],
      ['青禾新材料产业园项目', 100, '2025.3', '2027.1', '区工信局'],
      ['白鹭湖水厂扩建工程', 200, '2025.3', '2027.1', '区水务局'],
    ]);
    expect(reading.rows.map(({ row }) => row)).toEqual([5, 6]);
    expect(reading.findings).toEqual([]);
  });

  it("does not take another year's plan for this year's", () => {
    const reading = key([
      ['2026年重点项目'],
      ['项目名称', '总投资', '2025年计划投资', '2026年计划投资', '责任单位'],
      ['白鹭湖水厂扩建工程', 100, 7, 9, '区水务局'],
    ]);
    expect(reading.rows[0]).toMatchObject({ annualPlanWan: 9 });
  });

  it('reads group headers without merges, as CSV has them', () => {
    const grid = readCsv(
      '序号,项目名称,投资情况（万元）,,建设时间,\r\n,,总投资,年度计划投资,开工,竣工\r\n1,青禾产业园项目,100,20,2025.3,2026.10\r\n',
      '清单',
    );
    const reading = readWorkbook({ fileName: '清单.csv', sheets: [grid] }, 'key-projects');
    expect(reading.rows).toMatchObject([{ row: 3, totalInvestWan: 100, annualPlanWan: 20, planStart: '2025-03', planFinish: '2026-10' }]);
  });

  it('names the earlier row when a later one repeats or resembles it', () => {
    const reading = key([
      flat[0] ?? [],
      flat[1] ?? [],
      flat[1] ?? [],
      [3, '青禾新材料产业园', 1, 1, '2025.3', '2027.1', '区工信局', '续建', '省级', null],
    ]);
    const found = reading.findings.filter(({ code }) => code === 'DUPLICATE_NAME' || code === 'SIMILAR_NAME');
    expect(found.map(({ row, code, params }) => [row, code, params.relatedRow])).toEqual([
      [3, 'DUPLICATE_NAME', 2],
      [4, 'SIMILAR_NAME', 2],
    ]);
  });

  test.each([
    [['白鹭湖水厂扩建工程', 100, 200, '2025.3', '2027.1', '区水务局'], ['2C ANNUAL_GT_TOTAL']],
    [['白鹭湖水厂扩建工程', 100, 100, '2025.3', '2025.3', '区水务局'], []],
    [['白鹭湖水厂扩建工程', 100, 20, '2025.3', '2025.2', '区水务局'], ['2E DATE_ORDER']],
    [
      [null, 100, 20, '2025.3', '2025.9', '—'],
      ['2A MISSING_VALUE', '2F MISSING_VALUE'],
    ],
    [
      ['白鹭湖水厂扩建工程', '详见附表', '待定', '2025.13', '尽快', '区水务局'],
      ['2B AMOUNT_UNPARSEABLE', '2C MISSING_VALUE', '2D DATE_INVALID', '2E DATE_UNPARSEABLE'],
    ],
  ])('row %j is found to have %j', (row, expected) => {
    expect(codes([['项目名称', '总投资', '年度计划投资', '开工时间', '竣工时间', '责任单位'], row])).toEqual(expected);
  });

  it('owes neither plan nor dates where its projects are a reserve', () => {
    expect(
      key(
        [
          ['项目名称', '总投资', '年度计划投资', '开工时间', '责任单位'],
          ['白鹭湖水厂扩建工程', 100, '—', '—', '区水务局'],
        ],
        '储备项目',
      ).findings,
    ).toEqual([]);
  });
});

describe('the kind of a list', () => {
  test.each([
    [['序号', '项目名称', '总投资', '责任单位'], 'key-projects'],
    [['项目名称', '重建类型', '是否开工', '是否竣工'], 'reconstruction'],
    [['项目名称', '截至上周累计', '本周完成'], 'weekly'],
    [['项目名称', '1月', '2月', '3月', '4月', '5月', '6月'], 'monthly'],
    [['项目名称', '立项批复', '环评', '节能审查', '施工许可证'], 'approvals'],
  ])('with the header %j is %s', (header, kind) => expect(recogniseKind({ fileName: 'x', sheets: [sheet([header])] })).toBe(kind));
});

test('a list of any kind is read whatever stands in its cells', () => {
  const texts = [
    '—',
    '/',
    '约3亿元',
    '2022.13',
    '2021—2023',
    '容缺，2026年',
    '正在办理',
    '小计',
    '一、续建项目（3个）',
    '其中：一期',
    '72.1%',
    '注：略',
  ];
  const cell = fc.oneof(fc.constant(null), fc.double(), fc.integer(), fc.string(), fc.constantFrom(...texts));
  const headers = [
    '项目名称',
    '总投资',
    '年度计划',
    '开工时间',
    '起止时间',
    '责任单位',
    '立项',
    '施工许可/文号',
    '1月计划',
    '1-3月完成',
    '完成率',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...importKinds), fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), (kind, rows) => {
      const reading = readWorkbook({ fileName: 'x.xlsx', sheets: [sheet([headers, ...rows])] }, kind);
      for (const { row, column } of reading.findings) {
        expect(row).toBeLessThanOrEqual(rows.length + 1);
        expect(column).toMatch(/^[A-L]$/);
      }
    }),
  );
});

test('every finding says something in both languages', () => {
  for (const code of findingCodes) {
    const finding = { sheet: '清单', row: 1, column: 'A', code, severity: findingSeverities[code], params: {} };
    expect(explainFinding(finding, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(explainFinding(finding, 'en')).toMatch(/[a-z]{3}/);
  }
});
