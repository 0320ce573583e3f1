import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StepCell, type StepKind, stepKindOf } from '../approvals/pivot.ts';
import { words } from '../documents/words.ts';
import type { Day, Month } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { type Money, wan } from '../kit/money.ts';
import type { LedgerFilter } from './filter.ts';
import { passes, waysOf } from './filter.ts';
import { guessedYears } from './guesses.ts';
import { columnOf, ledgers } from './ledgers.ts';
import { type LedgerRecord, ledgerNames, type ProgressPart } from './records.ts';
import { whyNotEdit } from './rules.ts';
import { bandsOf, papersOf, sheetOf } from './sheet.ts';
import { talliesOf } from './tallies.ts';
import { isEmpty, sheetValueOf, textOf, totalOf, totalText } from './values.ts';
import { arrange, columnsOf, defaultView, LedgerView, viewFromQuery, viewToQuery } from './view.ts';

const asOf = '2026-10-29' as Day;
const telling = { words, asOf };

const progress: ProgressPart = {
  ...{ location: null, content: null, track: 'approval', doneBeforeYear: null, plannedStart: null, plannedFinish: null },
  ...{ actualFinish: null, yearPlan: wan(12_000), plannedToDate: wan(10_000), doneThisYear: wan(9_000), doneSinceStart: wan(9_000) },
  ...{ doneThisWeek: null, progress: null, request: null, openProblems: 0, stepsNeeded: 0, stepsDone: 0, nextStep: null },
};

function record(key: number, fields: Partial<LedgerRecord['project']> = {}, parts: Partial<LedgerRecord> = {}): LedgerRecord {
  const projectId = makeId('project', key.toString(16).padStart(32, '0'));
  return {
    id: projectId,
    project: {
      ...{ projectId, key, code: null, name: '北湖片区道路提升工程', unitId: makeId('unit', '0'.repeat(32)), unitName: '住建局' },
      ...{ leaderName: null, kind: 'key', level: 'district', yearClass: 'continued', category: null, stage: 'building', lamp: 'green' },
      ...{ totalInvestment: wan(50_000), actualStart: null, pinyin: 'beihu', initials: 'bhpqdltsgc', unitPinyin: 'zhujian' },
      ...fields,
    },
    ...{ progress: null, approvals: null, problem: null, registration: null },
    ...parts,
  };
}

function step(fields: Partial<StepCell>): StepCell {
  return { status: 'running', used: 6, limit: 10, ...fields };
}

function column(name: (typeof ledgerNames)[number], key: string) {
  const found = columnOf(name, key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}

const approvals = (steps: { [Kind in StepKind]?: StepCell }) => ({
  approvals: { steps, others: { needed: 0, done: 0 }, needed: 2, done: 1, running: 1, tolerant: 0, overdue: 0 },
});

describe('a step’s name means a column', () => {
  test.each<[string, StepKind | null]>([
    ['项目建议书及可研批复', 'filing'],
    ['企业投资项目备案', 'filing'],
    ['竣工验收备案', 'record'],
    ['用地预审与选址意见书', 'siting'],
    ['建设用地规划许可证', 'landPlan'],
    ['建设工程规划许可证', 'worksPlan'],
    ['环境影响评价审批', 'environment'],
    ['水土保持方案变更审批', 'soil'],
    ['设计方案审查', 'scheme'],
    ['初步设计批复', 'preliminary'],
    ['施工图设计文件审查', 'drawings'],
    ['消防设计审查', 'fire'],
    ['建筑工程施工许可证', 'permit'],
    ['联合验收', 'acceptance'],
    ['占用挖掘城市道路许可', null],
  ])('%s', (name, kind) => {
    expect(stepKindOf(name)).toBe(kind);
  });
});

describe('a cell says', () => {
  const permit = column('approvals', 'permit');
  test.each<[string, Partial<StepCell>, string, unknown]>([
    ['the day on which it was done', { status: 'done', doneOn: '2026-08-25' as Day }, '08-25', { day: '2026-08-25' }],
    ['the year as well, where it was another', { status: 'done', doneOn: '2025-08-25' as Day }, '25-08-25', { day: '2025-08-25' }],
    [
      'its number in a workbook',
      { status: 'done', doneOn: '2026-08-25' as Day, documentNumber: '示审〔2026〕12号' },
      '08-25',
      '2026-08-25 示审〔2026〕12号',
    ],
    ['how much of its limit is used', {}, '6/10', '正在办理'],
    ['that it is being supplemented', { status: 'supplement' }, '补正', '正在办理'],
    ['that its clock stands', { status: 'stopped' }, '停表', '正在办理'],
    ['how late it is', { status: 'overdue', over: 6 }, '超 6 日', '正在办理，超期6日'],
    ['that papers are missing', { status: 'tolerant' }, '容缺', '容缺受理'],
    ['that nothing is needed', { status: 'exempt' }, '不涉及', '不涉及'],
    ['that it has not come up', { status: 'pending' }, '·', '—'],
  ])('%s', (_case, fields, text, value) => {
    const row = record(1, {}, approvals({ permit: step(fields) }));
    expect(textOf(permit, row, 0, telling)).toBe(text);
    expect(sheetValueOf(permit, row, 0)).toEqual(value);
  });

  test('nothing where there is nothing', () => {
    for (const name of ledgerNames) {
      for (const each of ledgers[name].columns) {
        const row = record(1, { lamp: null });
        if (isEmpty(each, row)) expect(textOf(each, row, 0, telling)).toBe('');
      }
    }
  });

  test('money in 万元, rates with one decimal', () => {
    const row = record(1, {}, { progress });
    expect(textOf(column('progress', 'yearPlan'), row, 0, telling)).toBe('12,000');
    expect(sheetValueOf(column('progress', 'yearPlan'), row, 0)).toBe(12_000);
    expect(textOf(column('progress', 'paceRate'), row, 0, telling)).toBe('90.0%');
    expect(sheetValueOf(column('progress', 'paceRate'), row, 0)).toBe(0.9);
    expect(textOf(column('progress', 'level'), row, 0, telling)).toBe('区级');
  });
});

describe('a year without a notice', () => {
  const rows = [
    record(1, {}, approvals({ permit: step({ dueOn: '2027-01-08' as Day, unknownYears: [2027] }), filing: step({}) })),
    record(2, {}, approvals({ permit: step({ dueOn: '2026-11-08' as Day }) })),
  ];

  test('every cell that rests on it bears a mark, and no other', () => {
    const said = rows.map((row) => ['permit', 'filing'].map((key) => textOf(column('approvals', key), row, 0, telling)));
    expect(said).toEqual([
      ['6/10*', '6/10'],
      ['6/10', ''],
    ]);
  });

  test('the note names it where a column shown rests on it', () => {
    expect(guessedYears(ledgers.approvals.columns, rows)).toEqual([2027]);
    expect(guessedYears([column('approvals', 'filing'), column('approvals', 'needed')], rows)).toEqual([]);
    expect(guessedYears(ledgers.progress.columns, rows)).toEqual([]);
  });

  test('a workbook and paper own up to it', () => {
    const sheet = sheetOf({ name: 'approvals', view: defaultView('approvals'), records: rows, districtName: '示例区', asOf });
    expect(sheet.note.left).toBe('截至 2026-10-29　2027 年节假日未公布，相关时限为估算');
    expect(sheetOf({ name: 'approvals', view: defaultView('approvals'), records: [], districtName: '示例区', asOf }).note.left).toBe(
      '截至 2026-10-29',
    );
  });
});

describe('totals', () => {
  test('a rate’s total is the ratio of the sums, not a mean of rates', () => {
    const rows = [
      record(1, {}, { progress }),
      record(2, {}, { progress: { ...progress, doneThisYear: wan(0), plannedToDate: wan(90_000) } }),
    ];
    expect(totalText(totalOf(column('progress', 'paceRate'), rows))).toBe('9.0%');
    expect(totalText(totalOf(column('progress', 'doneThisYear'), rows))).toBe('9,000');
  });

  test('a step’s total is done of needed, and what is exempt is not needed', () => {
    const done = step({ status: 'done', doneOn: asOf });
    const rows = [done, step({}), step({ status: 'exempt' })].map((permit, at) => record(at + 1, {}, approvals({ permit })));
    expect(totalText(totalOf(column('approvals', 'permit'), rows))).toBe('1 / 2');
  });
});

describe('filters', () => {
  const row = record(1, { code: '2603-999999-04-01-118652' }, { progress });
  test.each<[string, string, LedgerFilter, boolean]>([
    ['a text within the name', 'name', { by: 'text', text: '道路' }, true],
    ['pinyin initials', 'name', { by: 'text', text: 'BHPQ' }, true],
    ['the code’s tail', 'name', { by: 'text', text: '118652' }, true],
    ['another text', 'name', { by: 'text', text: '水厂' }, false],
    ['one of some units', 'unit', { by: 'set', values: ['水利局', '住建局'] }, true],
    ['a lamp', 'lamp', { by: 'set', values: ['red'] }, false],
    ['an amount in 万元, both ends included', 'yearPlan', { by: 'range', from: '12000', to: '12000' }, true],
    ['an amount above the range', 'yearPlan', { by: 'range', from: null, to: '11999.9999' }, false],
    ['a rate in percent', 'paceRate', { by: 'range', from: '90', to: '90' }, true],
    ['a rate just below', 'paceRate', { by: 'range', from: '90.0001', to: null }, false],
    ['an empty cell in no range', 'plannedStart', { by: 'range', from: null, to: null }, false],
    ['nothing there', 'plannedStart', { by: 'empty', isEmpty: true }, true],
    ['anything there', 'yearPlan', { by: 'empty', isEmpty: false }, true],
    ['a bound that is no number', 'yearPlan', { by: 'range', from: '很多', to: null }, false],
  ])('%s', (_case, key, filter, expected) => {
    expect(passes(column('progress', key), filter, row)).toBe(expected);
  });

  test('a month within a range of months', () => {
    const planned = record(1, {}, { progress: { ...progress, plannedStart: '2026-03' as Month } });
    expect(passes(column('progress', 'plannedStart'), { by: 'range', from: '2026-01', to: '2026-03' }, planned)).toBe(true);
  });
});

describe('the order', () => {
  test('red stands before yellow before green, rows of one lamp by their number, empty cells last either way', () => {
    const rows = [record(4, { lamp: null }), record(3, { lamp: 'green' }), record(2, { lamp: 'red' }), record(1, { lamp: 'red' })];
    const view = defaultView('progress');
    expect(arrange('progress', view, rows).map(({ project }) => project.key)).toEqual([1, 2, 3, 4]);
    const turned = { ...view, sort: { key: 'lamp', isDescending: true } };
    expect(arrange('progress', turned, rows).map(({ project }) => project.key)).toEqual([3, 1, 2, 4]);
  });

  test('names stand by their pinyin, rates by their exact value', () => {
    const third = { progress: { ...progress, doneThisYear: 1 as Money, plannedToDate: 3 as Money } };
    const rows = [record(1, { pinyin: 'zhong' }, { progress }), record(2, { pinyin: 'an' }, third)];
    const by = (key: string) => arrange('progress', { ...defaultView('progress'), sort: { key, isDescending: false } }, rows);
    expect(by('name').map(({ project }) => project.key)).toEqual([2, 1]);
    expect(by('paceRate').map(({ project }) => project.key)).toEqual([2, 1]);
  });
});

describe('a view in the address', () => {
  const bound = fc.option(fc.constantFrom('0', '12.5', '1000', '2026-01-01'), { nil: null });
  const text = fc.string({ minLength: 1, maxLength: 20 });
  const filterFor = (by: LedgerFilter['by']): fc.Arbitrary<LedgerFilter> => {
    if (by === 'text') return text.map((each) => ({ by, text: each }));
    if (by === 'set') return fc.array(text, { minLength: 1, maxLength: 4 }).map((values) => ({ by, values }));
    if (by === 'range') return fc.record({ by: fc.constant(by), from: bound, to: bound });
    return fc.boolean().map((isEmpty) => ({ by, isEmpty }));
  };
  const views = fc.constantFrom(...ledgerNames).chain((name) => {
    const { columns } = ledgers[name];
    const filterable = columns.filter((each) => waysOf(each).length > 0);
    const filters = fc
      .subarray(filterable, { maxLength: 5 })
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((each) =>
            fc.constantFrom(...waysOf(each)).chain((by) => filterFor(by).map((filter) => [each.key, filter] as const)),
          ),
        ),
      )
      .map((pairs) => Object.fromEntries(pairs));
    return fc.record({
      name: fc.constant(name),
      view: fc.record({
        columns: fc.shuffledSubarray(
          columns.map(({ key }) => key),
          { minLength: 1 },
        ),
        filters,
        sort: fc.record({ key: fc.constantFrom(...columns.map(({ key }) => key)), isDescending: fc.boolean() }),
        paper: fc.constantFrom('a3' as const, 'a4' as const),
      }),
    });
  });

  test('comes back as it was, and fits its schema', () => {
    fc.assert(
      fc.property(views, ({ name, view }) => {
        expect(viewFromQuery(name, parsed(viewToQuery(name, view)))).toEqual(view);
        expect(LedgerView.parse(view)).toEqual(view);
      }),
    );
  });

  test('is empty for the default view, and nonsense means the default', () => {
    for (const name of ledgerNames) {
      expect(viewToQuery(name, defaultView(name))).toBe('');
      expect(viewFromQuery(name, { get: () => 'nonsense!' })).toEqual(defaultView(name));
      expect(
        columnsOf(name, defaultView(name))
          .slice(0, 4)
          .map(({ key }) => key),
      ).toEqual(['seq', 'name', 'unit', 'lamp']);
    }
  });
});

/** A query string as a browser reads it. */
function parsed(query: string): { get: (name: string) => string | null } {
  const pairs = new Map(
    query
      .split('&')
      .map((pair) => pair.split('=').map(decodeURIComponent))
      .map(([name = '', value = '']) => [name, value]),
  );
  return { get: (name) => pairs.get(name) ?? null };
}

describe('paper', () => {
  test('columns that do not fit follow on further sheets, each with the first four', () => {
    const columns = Array.from({ length: 10 }, (_, key) => ({ key, width: 100 }));
    expect(bandsOf(columns, 640).map((band) => band.map(({ key }) => key))).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [0, 1, 2, 3, 7, 8, 9],
    ]);
    expect(bandsOf(columns.slice(0, 4), 640)).toHaveLength(1);
  });

  test('a sheet and a page hold the same rows in the same order', () => {
    const records = [
      record(1, { name: '甲项目工程', lamp: 'green' }, approvals({})),
      record(2, { name: '乙项目工程', lamp: 'red' }, approvals({})),
    ];
    const outgoing = { name: 'approvals', view: defaultView('approvals'), records, districtName: '示例区', asOf } as const;
    const sheet = sheetOf(outgoing);
    expect(sheet).toMatchObject({ title: '示例区手续办理台账', note: { right: '单位：工作日' }, frozen: 4, paper: 'a3' });
    expect(sheet.rows.map((row) => row[1])).toEqual(['乙项目工程', '甲项目工程']);
    expect(sheet.total.slice(0, 2)).toEqual([null, '合计']);
    const [page] = papersOf(outgoing);
    expect(page?.rows.map((row) => row[1]?.inlines[0]?.text)).toEqual(['乙项目工程', '甲项目工程']);
    expect(page?.columns.map(({ header }) => header)).toEqual(sheet.columns.map(({ header }) => header));
  });
});

test('keys are told apart, and every step has its column', () => {
  for (const name of ledgerNames) {
    const keys = ledgers[name].columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('what is worked out is nobody’s to change, and plans are the office’s', () => {
  expect(whyNotEdit(column('progress', 'paceRate'), { role: 'office' })).toEqual({ reason: 'worked-out' });
  expect(whyNotEdit(column('progress', 'yearPlan'), { role: 'officer' })).toEqual({ reason: 'not-your-part' });
  expect(whyNotEdit(column('approvals', 'permit'), { role: 'officer' })).toBeNull();
  expect(whyNotEdit(column('approvals', 'permit'), { role: 'leader' })).toEqual({ reason: 'not-your-part' });
});

test('the line above a ledger counts the rows shown', () => {
  const rows = [record(1, { lamp: 'red' }, approvals({})), record(2, { lamp: 'green' }, approvals({}))];
  expect(talliesOf('approvals', rows)).toContainEqual({ key: 'needed', count: 4 });
  expect(talliesOf('progress', rows)).toContainEqual({ key: 'red', count: 1 });
});
