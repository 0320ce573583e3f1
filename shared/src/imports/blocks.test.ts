import { describe, expect, it, test } from 'vitest';
import type { SheetGrid } from './cells.ts';
import { unusableFields } from './drafts.ts';
import { readWorkbook } from './read.ts';

type Rows = readonly (readonly (string | number | null)[])[];
function sheet(rows: Rows): SheetGrid {
  const cells = rows.map((row) => row.map((value) => ({ value })));
  return { name: '清单', hidden: false, rows: cells, merges: [], hiddenRows: [], hiddenColumns: [] };
}
const read = (rows: Rows) => readWorkbook({ fileName: 'x.xlsx', sheets: [sheet(rows)] }, 'key-projects');

const above: Rows = [
  ['示例区2026年续建重点项目'],
  [null, null, null, '单位：亿元'],
  ['序号', '项目名称', '总投资', '2026年计划投资', '责任单位'],
  [1, '青禾新材料产业园', 1.2, 0.3, '区工信局'],
  ['合计', null, 1.2, 0.3],
];
const below: Rows = [
  [],
  ['二、2026年新开工重点项目'],
  ['序号', '责任单位', '项目名称', '总投资（万元）', '年度计划投资（万元）', '项目代码'],
  [1, '区水务局', '白鹭湖水厂扩建', 8000, 9000, '2603-410106-04-01-100001'],
  [2, '区交通局', '环湖路改造', 500, 200, null],
  ['小计', null, null, 8500, 9200],
];

describe('two lists under each other on one sheet', () => {
  const { sheets, rows, findings } = read([...above, ...below]);

  it('are each read by their own header, in the rows where they stand', () => {
    expect(sheets.map(({ name, role, headerRows, rows: count }) => ({ name, role, headerRows, count }))).toEqual([
      { name: '清单', role: 'list', headerRows: [3], count: 1 },
      { name: '清单', role: 'list', headerRows: [8], count: 2 },
    ]);
    expect(rows).toMatchObject([
      { row: 4, name: '青禾新材料产业园', unit: '区工信局', totalInvestWan: 12_000, annualPlanWan: 3000, stage: '续建', level: '区' },
      { row: 9, name: '白鹭湖水厂扩建', unit: '区水务局', totalInvestWan: 8000, stage: '新开工', level: '区' },
      { row: 10, name: '环湖路改造', unit: '区交通局', totalInvestWan: 500, annualPlanWan: 200 },
    ]);
  });

  it('are each judged by their own sums and columns', () => {
    expect(findings.map(({ row, column, code }) => `${row}${column} ${code}`)).toEqual(['9E ANNUAL_GT_TOTAL']);
    expect([...unusableFields(read([...above, ...below]))]).toEqual([['清单|9', new Set(['annualPlanWan'])]]);
  });

  it('share the unit that stands above both', () => {
    const bare = [
      ...below.slice(0, 2),
      ['序号', '责任单位', '项目名称', '总投资', '年度计划投资'],
      [1, '区水务局', '白鹭湖水厂', 0.8, 0.2],
    ];
    expect(read([...above, ...bare]).rows[1]).toMatchObject({ totalInvestWan: 8000, annualPlanWan: 2000 });
  });
});

test('a header repeated at the top of a page begins no list', () => {
  const [title, unit, header, row] = above;
  const again = [[], title ?? [], unit ?? [], header ?? [], [2, '白鹭湖水厂扩建', 0.8, 0.2, '区水务局'], ['合计', null, 2, 0.5]];
  const reading = read([title ?? [], unit ?? [], header ?? [], row ?? [], ...again]);
  expect(reading.sheets).toHaveLength(1);
  expect(reading.rows.map((each) => [each.row, each.totalInvestWan])).toEqual([
    [4, 12_000],
    [9, 8000],
  ]);
  expect(reading.findings).toEqual([]);
});

test('the same header under another unit begins a list of its own', () => {
  const [, , header] = above;
  const inWan = [[], ['示例区2026年储备项目'], [null, '单位：万元'], header ?? [], [1, '环湖路改造', 500, 200, '区交通局']];
  expect(read([...above, ...inWan]).rows.map((row) => row.totalInvestWan)).toEqual([12_000, 500]);
});

test('a list may begin far down its sheet', () => {
  const empty: Rows = Array.from({ length: 60 }, () => []);
  expect(read([...empty, ...above]).rows).toMatchObject([{ row: 64, totalInvestWan: 12_000 }]);
});
