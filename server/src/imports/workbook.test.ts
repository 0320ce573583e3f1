import { describe, expect, it } from 'vitest';
import { importKinds } from '#shared/imports/fields.ts';
import { gbkOf, htmlOf, zipOf } from '#tests/fixtures/imports/bytes.ts';
import { csvOf, messyKeyProjects, messyReconstruction, otherKeyProjects, workbookOf } from '#tests/fixtures/imports/lists.ts';
import { understand } from './understand.ts';
import { readGrid } from './workbook.ts';

const places = (reading: ReturnType<typeof understand>) =>
  reading.findings.filter(({ severity }) => severity !== 'info').map(({ row, column, code }) => `${column}${row} ${code}`);

describe('a workbook whose only list is on a hidden sheet', () => {
  const list = messyKeyProjects.find(({ name }) => name === '项目台账');
  const notes = { name: '说明', rows: [['本表由各单位填报'], ['联系人：项目办']] };

  it('is refused with the name of that sheet', () => {
    const file = workbookOf([
      notes,
      { name: '台账', rows: list?.rows ?? [], hidden: true },
      { name: '草稿', rows: [['略']], hidden: true },
    ]);
    expect(() => understand(file, 'x.xlsx')).toThrow(
      expect.objectContaining({ code: 'FILE_UNREADABLE', details: { reason: 'hidden-list', sheets: '台账' } }),
    );
  });

  it('is refused for want of a list where the hidden sheet has none', () => {
    const file = workbookOf([notes, { name: '草稿', rows: [['略']], hidden: true }]);
    expect(() => understand(file, 'x.xlsx')).toThrow(expect.objectContaining({ details: { reason: 'no-list' } }));
  });
});

describe('a messy workbook', () => {
  const reading = understand(workbookOf(messyKeyProjects), '台账.xlsx');

  it('gives one row per project, parts of a bundle under their parent', () => {
    expect(reading.rows).toMatchObject([
      {
        row: 8,
        name: '青禾新材料产业园一期项目',
        unit: '示例区工信局',
        level: '省',
        stage: '续建',
        totalInvestWan: 120_000,
        annualPlanWan: 20_000,
        planStart: '2025-03',
        planFinish: '2027-12',
      },
      {
        row: 9,
        name: '云岭智能装备基地',
        unit: '示例区工信局',
        totalInvestWan: 155_000,
        planStart: '2025-01',
        planFinish: '2027-09',
        projectCode: '2502-990101-04-01-200002',
      },
      { row: 10, name: '云岭智能装备基地一号厂房', parentRow: 9, unit: null, stage: '续建', totalInvestWan: 50_000 },
      {
        row: 13,
        name: '白鹭湖水厂扩建工程',
        units: ['示例区水务局', '白鹭镇'],
        stage: '新开工',
        totalInvestWan: 80_000,
        projectCode: null,
      },
    ]);
  });

  it('tells what a person should confirm, and where', () => {
    expect(places(reading)).toEqual([
      'G9 DATE_AMBIGUOUS',
      'A12 SECTION_COUNT_MISMATCH',
      'E13 AMOUNT_APPROX',
      'F13 UNIT_IN_CELL',
      'E14 SUBTOTAL_MISMATCH',
    ]);
    expect(reading.findings.filter(({ code }) => code === 'HIDDEN_ROW' || code === 'HIDDEN_SHEET')).toHaveLength(2);
  });

  it('leaves out summaries and hidden sheets, and takes a hidden sheet that is chosen', () => {
    expect(reading.sheets.map(({ name, role }) => [name, role])).toEqual([
      ['汇总', 'summary'],
      ['项目台账', 'list'],
      ['旧表', 'hidden'],
    ]);
    expect(understand(workbookOf(messyKeyProjects), '台账.xlsx', { hiddenSheets: ['旧表'] }).rows).toHaveLength(5);
  });

  it('is read the same from an old .xls', () => {
    expect(understand(workbookOf(messyKeyProjects, 'biff8'), '台账.xls').rows).toEqual(reading.rows);
  });
});

describe('a list from another office', () => {
  const text = csvOf(otherKeyProjects);
  const utf8 = understand(Buffer.from(text), '清单.csv');

  it('is understood by its own words and order', () => {
    expect(utf8.rows).toMatchObject([
      {
        sheet: '清单',
        row: 3,
        name: '北门老街改造工程',
        units: ['示例县住建局', '示例县城管局'],
        level: '市',
        stage: '续建',
        totalInvestWan: 12_500,
        planStart: '2025-03',
        planFinish: '2026-10',
      },
      { row: 4, level: '县', stage: '新开工', planStart: '2026-01', planFinish: '2026-12', yearGoal: '基础施工，主体封顶' },
      { row: 5, level: null, stage: null, totalInvestWan: null },
    ]);
    expect(places(utf8)).toEqual(['F4 ANNUAL_GT_TOTAL', 'C5 STAGE_UNKNOWN', 'D5 MISSING_VALUE', 'E5 MISSING_VALUE', 'G5 DATE_UNPARSEABLE']);
  });

  it('is read the same in GBK, with a byte order mark, and as an HTML table named .xls', () => {
    expect(understand(gbkOf(text), '清单.csv').rows).toEqual(utf8.rows);
    expect(understand(Buffer.from(`\ufeff${text}`), '清单.csv').rows).toEqual(utf8.rows);
    const html = understand(Buffer.from(htmlOf(otherKeyProjects)), '清单.xls');
    expect(html.rows).toEqual(utf8.rows.map((row) => ({ ...row, sheet: 'Sheet1' })));
  });
});

describe('a list of reconstruction projects', () => {
  const reading = understand(workbookOf(messyReconstruction), '重建.xlsx');

  it('is recognised, with funds, status and a category merged down', () => {
    expect(reading.kind).toBe('reconstruction');
    expect(reading.rows).toMatchObject([
      { row: 5, category: '水利', status: '已竣工', funds: { bond: 80, local: 20, central: null }, issue: null },
      { row: 6, category: '水利', status: '未开工', unit: '示例区水务局', totalInvestWan: 500 },
      { row: 9, category: '交通', status: '未开工', totalInvestWan: null, finished: false },
      { row: 10, category: '交通', status: '在建', actualStart: null, planFinish: null },
    ]);
  });

  it('is judged by what its own cells say', () => {
    expect(places(reading)).toEqual([
      'L5 AMOUNT_UNPARSEABLE',
      'D6 UNIT_IN_CELL',
      'D6 FUND_SUM_MISMATCH',
      'I6 STATUS_CONFLICT',
      'L6 STATUS_CONFLICT',
      'D9 FORMULA_ERROR',
      'C10 SIMILAR_NAME',
      'I10 MISSING_VALUE',
      'K10 DATE_UNPARSEABLE',
      'L10 AMOUNT_NEGATIVE',
    ]);
  });
});

describe('a file that asks too much is refused', () => {
  const sheetXml = 'xl/worksheets/sheet1.xml';
  const refused = (bytes: Buffer, details: object, code = 'TOO_LARGE') =>
    expect(() => readGrid(bytes, 'x.xlsx')).toThrow(expect.objectContaining({ code, details: expect.objectContaining(details) }));

  it('for its size', () => refused(Buffer.alloc(20 * 1024 * 1024 + 1), { limit: 'file' }));
  it('for what it unpacks to, whatever its directory claims', () =>
    refused(zipOf([{ name: sheetXml, content: Buffer.alloc(30 * 1024 * 1024, 32) }], 100), { limit: 'unpacked' }));
  it('for the sum of its parts', () => {
    const content = Buffer.alloc(19 * 1024 * 1024, 32);
    refused(zipOf(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, content }))), { limit: 'unpacked' });
  });
  it('for the number of its parts', () =>
    refused(zipOf(Array.from({ length: 201 }, (_, index) => ({ name: `p${index}`, content: Buffer.from('x') }))), { limit: 'entries' }));
  it('for the number of its rows', () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('');
    refused(zipOf([{ name: sheetXml, content: Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) }]), { limit: 'rows' });
    refused(Buffer.from('项目名称\n'.repeat(10_001)), { limit: 'rows' });
  });
  it('for its rows or its columns, whatever kind of list it is', () => {
    for (const kind of importKinds) {
      const rows = Buffer.from(`项目名称,总投资,责任单位\n${'甲,1,乙\n'.repeat(10_000)}`);
      expect(() => understand(rows, 'x.csv', { kind })).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
      const columns = Buffer.from(`项目名称${',1月计划'.repeat(500)}\n`);
      expect(() => understand(columns, 'x.csv', { kind })).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
    }
  });
  it('for entities in its XML or HTML', () => {
    refused(
      zipOf([{ name: sheetXml, content: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }]),
      { reason: 'entities' },
      'FILE_UNREADABLE',
    );
    refused(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><table><tr><td>&a;</td></tr></table>'), { reason: 'entities' }, 'FILE_UNREADABLE');
  });
  it('for being no workbook', () => {
    refused(Buffer.from('PK\x03\x04 nonsense'), { reason: 'zip' }, 'FILE_UNREADABLE');
    refused(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), {}, 'FILE_UNREADABLE');
    refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), { reason: 'binary' }, 'FILE_UNREADABLE');
    refused(Buffer.alloc(0), { reason: 'empty' }, 'FILE_UNREADABLE');
  });
});
