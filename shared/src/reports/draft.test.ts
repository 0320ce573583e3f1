import { describe, expect, test } from 'vitest';
import type { BulletinRow } from '../bulletins/input.ts';
import { usualStyle } from '../bulletins/style.ts';
import { linesOf } from '../documents/compare.ts';
import { wordsToEdit } from '../documents/edits.ts';
import { Document } from '../documents/model.ts';
import { textOf } from '../documents/numbers.ts';
import { inlinesOf } from '../documents/tokens.ts';
import { day, Month, Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { wan } from '../kit/money.ts';
import { composeReport, draftReport } from './draft.ts';
import type { ProjectMatters, ReportedProblem, ReportInput } from './input.ts';

const row = (at: number, fields: Partial<BulletinRow> = {}): BulletinRow => ({
  ...{ projectId: makeId('project', at.toString(16).padStart(32, '0')), name: `第${at}号道路工程`, unitName: '住建局', unitKind: 'bureau' },
  ...{
    leaderName: '郑副区长',
    kind: 'key',
    level: 'district',
    track: 'approval',
    category: '交通',
    yearClass: 'continued',
    stage: 'building',
  },
  ...{ standing: 'active', yearPlan: wan(1000), plannedToDate: wan(800), doneThisYear: wan(600), doneSinceStart: wan(1600) },
  ...{ totalInvestment: wan(4000), lamp: 'red', reasons: [{ dimension: 'progress', text: '投资滞后25%' }], previousLamp: null },
  ...{ nextStep: null, openProblems: 0, plannedStart: Month.parse('2026-03'), actualStart: day('2026-03-15'), actualFinish: null },
  ...{ stepsNeeded: 0, stepsDone: 0, stepsOwed: [], isRegistered: true, needsRegistration: true },
  ...fields,
});
const problem: ReportedProblem = {
  ...{ title: '红线内三户未签约', projectName: '第1号道路工程', unitName: '住建局', ownerName: '东林街道', raisedOn: day('2026-10-08') },
  ...{ days: 26, dueOn: day('2026-11-20'), answer: '已签两户。' },
};
const matters: ProjectMatters = {
  ...{ code: '2603-999999-04-01-118650', content: '新建道路2.4公里；', plannedFinish: Month.parse('2027-06') },
  steps: [{ name: '施工许可', agency: '住建局', state: '超期6个工作日', dueOn: day('2026-10-26') }],
  decisions: [{ text: '十一月底前完成征迁', ownerName: '东林街道', dueOn: day('2026-11-30'), state: '在办' }],
  remarks: [{ leaderName: '郑副区长', text: '倒排工期，逐户销号。', on: day('2026-10-20') }],
  returns: [{ week: Week.parse('2026-W44'), progress: '路基完成八成', nextStep: '铺设管线', request: '请协调电力迁改' }],
};
const input = (fields: Partial<ReportInput>): ReportInput => ({
  ...{ district: { name: '示例区', issuingOffice: '示例区重点办' }, asOf: day('2026-11-03'), issue: null, issuedOn: null, isDraft: true },
  ...{ style: usualStyle, correction: null, units: null, rows: [row(1)], problems: [], on: { about: 'reconstruction' } },
  ...fields,
});
const read = (document: Document) => linesOf(document).join('\n');
const inTables = (document: Document) =>
  [...document.blocks, ...document.annexes.flatMap(({ blocks }) => blocks)]
    .filter((block) => block.type === 'table')
    .map((block) =>
      [...block.rows, ...(block.total ? [block.total] : [])].map((cells) => cells.map((cell) => textOf(cell.inlines)).join(' ')),
    );

describe('a 专报 on a project', () => {
  const given = input({
    rows: [row(1, { openProblems: 1, stepsNeeded: 4, stepsDone: 3 })],
    problems: [problem],
    on: { about: 'project', matters },
  });
  const document = draftReport(given);

  test('is a document of its own series with a red head and its units in the 版记', () => {
    expect(Document.parse(document)).toMatchObject({ kind: 'special-report', period: '2026-11' });
    expect(document.title.join('')).toBe('关于第1号道路工程推进情况的专报');
    expect(document.masthead?.lines).toEqual(['示例区重点项目建设', '项目推进专报']);
    expect(document.imprint?.recipients).toEqual([{ label: '报', text: '区委、区政府领导' }]);
    expect(draftReport({ ...given, units: '住建局' }).imprint?.recipients[1]).toEqual({ label: '发', text: '住建局' });
  });

  test('says what it is, how far it has come against plan, its lamp with the reason, and what was reported last', () => {
    const text = read(document);
    expect(text).toContain('区级重点项目，属交通类，年度分类为续建，实行审批制，由住建局负责，郑副区长包保。总投资4,000万元。');
    expect(text).toContain('计划2026年3月开工，已于2026年3月15日开工，计划2027年6月竣工。');
    expect(text).toContain('建设内容。新建道路2.4公里。');
    expect(text).toContain(
      '截至2026年11月3日，年度计划投资1,000万元，累计完成600万元，为年度计划的60.0%，为序时计划800万元的75.0%，明显低于序时进度。开工以来完成投资1,600万元，为总投资的40.0%。',
    );
    expect(text).toContain('按现行规则预判为红灯：投资滞后25%。');
    expect(text).toContain('近期填报。第44周：路基完成八成。');
  });

  test('names approvals, problems, decisions, remarks, and what comes next', () => {
    const text = read(document);
    expect(text).toContain('需办手续4项，已办结3项，办结率75.0%，未办结事项如下：');
    expect(text).toContain(
      '未解决问题1个。\n（一）红线内三户未签约。由东林街道办理，10月8日提出，已26日，要求11月20日前解决。办理情况：已签两户。',
    );
    expect(text).toContain('郑副区长2026年10月20日批示：“倒排工期，逐户销号。”');
    expect(text).toContain('责任单位下一步打算：铺设管线。提请协调：请协调电力迁改。');
    expect(inTables(document)).toEqual([['施工许可 住建局 超期6个工作日 10月26日'], ['十一月底前完成征迁 东林街道 11月30日 在办']]);
  });

  test('leaves out what there is none of', () => {
    const bare = draftReport(
      input({
        rows: [
          row(1, { yearPlan: null, plannedToDate: null, lamp: null, reasons: [], plannedStart: null, actualStart: null, stage: 'planned' }),
        ],
        on: {
          about: 'project',
          matters: { ...matters, code: null, content: null, plannedFinish: null, steps: [], decisions: [], remarks: [], returns: [] },
        },
      }),
    );
    const text = read(bare);
    expect(text).toContain('本年累计完成投资600万元，没有列年度投资计划。');
    expect(text).toContain('目前没有未解决的问题。');
    expect(text).not.toContain('议定事项');
    expect(text).not.toContain('预判');
    expect(inTables(bare)).toEqual([]);
  });

  test('can be reworded paragraph by paragraph, and its figures stay linked', () => {
    const was = wordsToEdit(document).find(({ numbers }) => numbers.includes('60.0%'))?.was ?? '';
    const { document: edited, lost } = composeReport(given, [
      { was, now: `总的看，${was}` },
      { was: '没有这一段', now: '甲' },
    ]);
    expect(read(edited)).toContain('总的看，截至2026年11月3日');
    expect(lost).toEqual([{ was: '没有这一段', now: '甲' }]);
    const rates = edited.blocks.flatMap(inlinesOf).filter((inline) => inline.type === 'number' && inline.text === '60.0%');
    expect(rates).toHaveLength(1);
  });
});

describe('a 专报 on a theme', () => {
  const rows = [row(1, { openProblems: 1 }), row(2, { unitName: '水利局', lamp: 'yellow' }), row(3, { lamp: 'green', reasons: [] })];
  const document = draftReport(input({ rows, problems: [problem], on: { about: 'theme', title: '征迁受阻项目' } }));

  test('speaks of its projects together and lists each in an annex', () => {
    const text = read(document);
    expect(document.title.join('')).toBe('关于征迁受阻项目有关情况的专报');
    expect(text).toContain('截至2026年11月3日，征迁受阻项目共涉及3个项目，由住建局、水利局负责，总投资12,000万元。年度计划投资3,000万元');
    expect(text).toContain('按现行规则预判，红灯1个，黄灯1个，绿灯1个。');
    expect(text).toContain('未解决问题1个，涉及项目1个。');
    expect(text).toContain('第1号道路工程（住建局），由东林街道办理');
    expect(document.annexes.map(({ label, title }) => [label, title])).toEqual([['附件', '项目情况一览表']]);
    expect(inTables(document)[0]).toHaveLength(4);
  });

  test('says of each heading that stands how it goes on: numbered without a gap', () => {
    const headings = document.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
    expect(headings).toEqual(['一、总体情况', '二、红灯项目', '三、黄灯项目', '四、分类情况', '五、存在问题', '六、下一步要求']);
  });
});

describe('a 简报 on reconstruction', () => {
  const rebuilt = { kind: 'reconstruction', unitName: '水利局' } as const;
  const rows = [
    row(1, { ...rebuilt, category: '水利设施', lamp: 'red' }),
    row(2, { ...rebuilt, category: '水利设施', lamp: 'green', reasons: [], actualFinish: day('2026-10-01') }),
    row(3, { ...rebuilt, category: '学校', lamp: 'green', reasons: [], actualStart: null, plannedStart: Month.parse('2026-09') }),
  ];
  const document = draftReport(input({ rows, units: '各镇（街道），区直有关单位' }));

  test('counts 开工率 and 完工率 sector by sector, the largest first', () => {
    expect(document).toMatchObject({ kind: 'briefing' });
    expect(document.title.join('')).toBe('关于2026年11月灾后恢复重建项目推进情况的简报');
    expect(read(document)).toContain(
      '全区灾后恢复重建项目3个，开工2个（66.7%），完工1个（33.3%），开工以来完成投资4,800万元，投资完成率40.0%。',
    );
    expect(inTables(document)[0]).toEqual([
      '水利设施 2 2 100.0 1 50.0 8,000 3,200 40.0 2,000 1,200',
      '学校 1 0 0.0 0 0.0 4,000 1,600 40.0 1,000 600',
      '合计 3 2 66.7 1 33.3 12,000 4,800 40.0 3,000 1,800',
    ]);
  });

  test('names what lags with its reason, and what should have been started', () => {
    expect(read(document)).toContain('（一）红灯项目。共1个。第1号道路工程（水利局）投资滞后25%。');
    expect(read(document)).toContain('（二）应开未开项目。共1个。第3号道路工程（水利局）。');
  });
});

test('a report without projects has a head and nothing to say', () => {
  const document = draftReport(input({ rows: [] }));
  expect(document.blocks).toEqual([]);
  expect(document.annexes).toEqual([]);
});

test('a correction says first what it puts right', () => {
  const correction = { issue: { year: 2026, number: 3 }, why: '投资数有误', changes: [{ label: '本年完成投资', was: '500', now: '600' }] };
  const document = draftReport(input({ correction }));
  expect(document.title.join('')).toContain('关于更正2026年11月');
  expect(linesOf(document)).toContainEqual(
    '〔2026〕第3期印发后，经核实有误（投资数有误），现予更正，以本期为准，〔2026〕第3期停止使用。更正的数字：本年完成投资由500更正为600。',
  );
});
