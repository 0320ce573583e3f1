import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';
import { day, type Month } from '#shared/kit/calendar.ts';
import { writeXlsx, type XlsxColumn, type XlsxSheet } from './xlsx.ts';

const text: XlsxColumn = { header: '项目名称', group: null, width: 20, align: 'left', format: 'text' };
const amount: XlsxColumn = { header: '年度计划', group: '投资', width: 8, align: 'right', format: 'amount' };

function sheetOf(fields: Partial<XlsxSheet>): XlsxSheet {
  return {
    name: '手续 办理',
    title: '示例区重点项目台账',
    note: { left: '截至 2026-10-29', right: '单位：万元' },
    columns: [text, amount, { ...amount, header: '完成' }],
    rows: [],
    total: null,
    frozen: 1,
    paper: 'a4',
    ...fields,
  };
}

/** The file as an office program opens it. */
async function opened(sheets: XlsxSheet[]): Promise<{ book: xlsx.WorkBook; first: xlsx.WorkSheet; parts: (name: RegExp) => string }> {
  const bytes = Buffer.from(await writeXlsx(sheets));
  const book = xlsx.read(bytes, { cellNF: true, cellStyles: true, bookFiles: true });
  const first = book.Sheets[book.SheetNames[0] ?? ''];
  if (!first) throw new Error('no sheet');
  const zip = xlsx.CFB.read(bytes, { type: 'buffer' });
  const parts = (name: RegExp) =>
    zip.FullPaths.flatMap((path: string, index: number) =>
      name.test(path) ? [Buffer.from(zip.FileIndex[index]?.content ?? []).toString('utf8')] : [],
    ).join('');
  return { book, first, parts };
}

test('title, note, a header of two rows and the rows stand where an office puts them', async () => {
  const { first } = await opened([sheetOf({ rows: [['北湖片区道路提升工程', 12_000, 9_000.5]], total: ['合计', 12_000, 9_000.5] })]);
  expect(xlsx.utils.sheet_to_json(first, { header: 1, raw: true })).toEqual([
    ['示例区重点项目台账'],
    ['截至 2026-10-29', undefined, '单位：万元'],
    ['项目名称', '投资'],
    [undefined, '年度计划', '完成'],
    ['北湖片区道路提升工程', 12_000, 9_000.5],
    ['合计', 12_000, 9_000.5],
  ]);
  const merged = (first['!merges'] ?? []).map((range) => xlsx.utils.encode_range(range));
  expect(merged.sort()).toEqual(['A1:C1', 'A3:A4', 'B3:C3']);
});

test('an amount has decimals where one of its column needs them, and days are days', async () => {
  const columns = [amount, { ...amount, header: '完成' }, { ...text, header: '开工' }, { ...text, header: '计划' }];
  const { first } = await opened([sheetOf({ columns, rows: [[12_000, 0.5, { day: day('2026-08-25') }, { month: '2026-03' as Month }]] })]);
  expect([first['A5']?.z, first['B5']?.z, first['C5']?.z, first['D5']?.z]).toEqual(
    ['#,##0', '#,##0.00', 'yyyy\\-mm\\-dd', 'yyyy\\-mm'].map(plain),
  );
  expect(xlsx.SSF.format('yyyy-mm-dd', first['C5']?.v)).toBe('2026-08-25');
  expect(xlsx.SSF.format('yyyy-mm', first['D5']?.v)).toBe('2026-03');
});

function plain(format: string): string {
  return format.replaceAll('\\', '');
}

test('no words that somebody typed become a formula', async () => {
  const typed = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://x")', '平常的话'];
  const { first, parts } = await opened([sheetOf({ columns: [text], rows: typed.map((each) => [each]) })]);
  typed.forEach((each, index) => {
    const cell = first[`A${4 + index}`];
    expect(cell).toMatchObject({ t: 's', v: each });
    expect(cell?.f).toBeUndefined();
    // In the text format it stays words even when somebody edits the cell.
    expect(cell?.z ?? 'General').toBe(each === '平常的话' ? 'General' : '@');
  });
  expect(parts(/worksheets/)).not.toContain('<f>');
});

test('it prints on landscape pages with its header and first columns on each, and page numbers', async () => {
  const { book, parts } = await opened([sheetOf({ frozen: 2, paper: 'a3' })]);
  const sheet = parts(/worksheets\/sheet1/);
  expect(sheet).toMatch(
    /<pageSetup[^>]*paperSize="8"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="8"/,
  );
  expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页');
  expect(sheet).toMatch(/<pane [^>]*xSplit="2"[^>]*ySplit="4"/);
  expect(book.Workbook?.Names).toContainEqual(
    expect.objectContaining({ Name: '_xlnm.Print_Titles', Ref: "'手续 办理'!$A:$B,'手续 办理'!$1:$4" }),
  );
});

test('a row is as high as its longest text needs', async () => {
  const { parts } = await opened([sheetOf({ columns: [{ ...text, width: 10 }], rows: [['一行字'], ['字'.repeat(25)]] })]);
  const sheet = parts(/worksheets\/sheet1/);
  expect(sheet).toMatch(/<row r="4"[^>]* ht="18"/);
  expect(sheet).toMatch(/<row r="5"[^>]* ht="46"/);
});

test('where there are cells to fill they alone may be changed, the empty ones too', async () => {
  const { parts } = await opened([sheetOf({ columns: [text, { ...text, isToFill: true }], rows: [['环湖路改造', null]] })]);
  const sheet = parts(/worksheets\/sheet1/);
  expect(sheet).toMatch(/<sheetProtection [^>]*sheet="1"/);
  const styleOf = (place: string) => Number(new RegExp(`<c r="${place}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]);
  const styles = (/<cellXfs.*<\/cellXfs>/s.exec(parts(/styles/))?.[0] ?? '').split('<xf ').slice(1);
  expect(styles[styleOf('B4')]).toMatch(/locked="(0|false)"/);
  expect(styles[styleOf('A4')]).not.toMatch(/locked="(0|false)"/);
  expect((await opened([sheetOf({})])).parts(/worksheets/)).not.toContain('sheetProtection');
});

test('choices are offered below the header', async () => {
  const { parts } = await opened([sheetOf({ columns: [{ ...text, choices: ['专员', '项目办'] }] })]);
  expect(parts(/worksheets\/sheet1/)).toMatch(/<dataValidation [^>]*sqref="A4:A\d+"[^>]*>.*专员,项目办/s);
});

test('a name that Excel would refuse is mended', async () => {
  const { book } = await opened([sheetOf({ name: '2026/10：[重点]*项目?' }), sheetOf({ name: '' })]);
  expect(book.SheetNames).toEqual(['2026 10： 重点  项目', 'Sheet2']);
});
