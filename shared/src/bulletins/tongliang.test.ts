import { describe, expect, test } from 'vitest';
import type { Block, Document, Table } from '../documents/model.ts';
import { textOf } from '../documents/numbers.ts';
import { plannedToDate } from '../figures/plan.ts';
import { day, Month } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { type Money, parseYi, yuan } from '../kit/money.ts';
import { draftBulletin } from './draft.ts';
import type { BulletinRow } from './input.ts';
import { ProgressWording, progressWord, usualStyle } from './style.ts';

// 铜梁区2024年重点建设项目1-9月推进情况快报 (FACTS.md §3, §6). It publishes counts and sums by three divisions of one list,
// in 亿元 to two places. The rows here are any that add up to all of them; every published rate and word must come out.
// Its divisions differ in the last place (227.82 + 69.19 is 297.01, the whole 297), so the rows stand between the roundings.
const september = Month.parse('2024-09');
const asOf = day('2024-09-30');

const natures = [
  { yearClass: 'continued', count: 92, total: '839.19', plan: '271.50', done: '227.815' },
  { yearClass: 'new', count: 119, total: '320.85', plan: '133.84', done: '69.189' },
] as const;
const tracks = [
  { track: 'filing', count: 84, total: '610.85', plan: '211.25', done: '168.44' },
  { track: 'approval', count: 127, total: '549.19', plan: '194.09', done: '128.564' },
] as const;
const categories = [
  { category: '产业高地', count: 94, total: '1160.04', plan: '254.35', done: '202.551' },
  { category: '文旅胜地', count: 16, total: '0', plan: '21.48', done: '11.121' },
  { category: '宜居美地', count: 72, total: '0', plan: '108.10', done: '72.062' },
  { category: '民生福地', count: 29, total: '0', plan: '21.41', done: '11.27' },
] as const;

type Cell = { nature: number; track: number; category: number };
const cells: Cell[] = natures.flatMap((_, nature) =>
  tracks.flatMap((_, track) => categories.map((_, category) => ({ nature, track, category }))),
);

/** Shares an amount out over the cells so that all three divisions come out: the north-west corner rule. */
function shares(read: (division: { count: number; total: string; plan: string; done: string }) => number, leave: number): number[] {
  const left = [natures, tracks, categories].map((divisions) =>
    divisions.map((division) => read(division) - leave * (cells.length / divisions.length)),
  );
  const at: [number, number, number] = [0, 0, 0];
  const given = cells.map(() => leave);
  for (;;) {
    const amounts = left.map((side, which) => side[at[which] ?? 0] ?? 0);
    const amount = Math.min(...amounts);
    const cell = cells.findIndex(({ nature, track, category }) => nature === at[0] && track === at[1] && category === at[2]);
    if (cell === -1) return given;
    given[cell] = (given[cell] ?? 0) + amount;
    left.forEach((side, which) => {
      const place = at[which] ?? 0;
      side[place] = (side[place] ?? 0) - amount;
      if (side[place] === 0) at[which] = place + 1;
    });
  }
}

const money = (text: string): number => parseYi(text) ?? Number.NaN;

function rows(): BulletinRow[] {
  const counts = shares(({ count }) => count, 1);
  // Every project has a plan of its own, so that all 211 stand in the rates; the first of a cell carries the rest.
  const SMALL = 10_000;
  const plans = shares(({ plan, count }) => money(plan) - count * SMALL, 0);
  const dones = shares(({ done }) => money(done), 0);
  const totals = shares(({ total }) => money(total), 0);
  let index = 0;
  let [starts, finished, preparing] = [0, 0, 0];
  const made = cells.flatMap((cell, which) =>
    Array.from({ length: counts[which] ?? 0 }, (_, nth): BulletinRow => {
      index += 1;
      const carries = (amounts: readonly number[]) => (nth === 0 ? (amounts[which] ?? 0) : 0);
      const yearPlan = yuan(SMALL + carries(plans));
      const yearClass = natures[cell.nature]?.yearClass ?? 'new';
      const isDue = yearClass === 'new' && starts++ < 67;
      const isStarted = isDue && starts <= 57;
      const stage = yearClass === 'continued' && finished++ < 20 ? 'completed' : !isStarted && preparing++ < 62 ? 'preparing' : 'building';
      return {
        ...{
          projectId: makeId('project', index.toString(16).padStart(32, '0')),
          name: `项目${index}`,
          unitName: '发改委',
          unitKind: 'bureau',
        },
        ...{
          leaderName: null,
          kind: 'key',
          level: 'district',
          track: tracks[cell.track]?.track ?? null,
          yearClass,
          stage,
          standing: 'active',
        },
        category: `${categories[cell.category]?.category}项目`,
        ...{ yearPlan, doneThisYear: yuan(carries(dones)), doneSinceStart: yuan(carries(dones)), totalInvestment: yuan(carries(totals)) },
        plannedToDate: plannedToDate({ annual: yearPlan, byMonth: null }, asOf),
        ...{ lamp: null, reasons: [], previousLamp: null, nextStep: null, openProblems: 0, isRegistered: false, needsRegistration: false },
        plannedStart: yearClass === 'new' ? Month.parse(isDue ? '2024-06' : '2024-11') : null,
        actualStart: isStarted ? day('2024-06-12') : null,
        ...{ actualFinish: null, stepsNeeded: 0, stepsDone: 0, stepsOwed: [] },
      };
    }),
  );
  expect(made).toHaveLength(211);
  return made;
}

function bodyOf(document: Document): string {
  return document.blocks
    .map((block: Block) => (block.type === 'paragraph' ? `${block.lead?.text ?? ''}${textOf(block.inlines)}` : ''))
    .join('\n');
}

describe('the bulletin of 铜梁区, January to September 2024, out of rows', () => {
  const document = draftBulletin({
    ...{ district: { name: '铜梁区', issuingOffice: '区发展改革委' }, month: september, issue: null, issuedOn: null, isDraft: false },
    ...{ rows: rows(), praise: [], criticise: [], previousMonthCounts: null, rectifyBy: null },
    style: { ...usualStyle, moneyUnit: 'yi', rateDecimals: 2, startBasis: 'due' },
  });
  const body = bodyOf(document);

  test.each([
    '全区在库项目211个，总投资1,160.04亿元',
    '年度计划投资405.34亿元，累计完成297亿元，为年度计划的73.27%',
    '亿元的97.70%，略低于序时进度',
    '按计划应新开工67个，已开工57个，开工率85.07%',
    '竣工、投产项目20个，正在推进前期工作的项目62个',
    '续建项目92个，总投资839.19亿元，年度计划投资271.5亿元，累计完成227.82亿元，年度计划完成率83.91%，达到序时进度',
    '新开工项目119个，总投资320.85亿元，年度计划投资133.84亿元，累计完成69.19亿元，年度计划完成率51.70%，明显低于序时进度',
    '市场主导类项目84个，总投资610.85亿元，年度计划投资211.25亿元，累计完成168.44亿元，年度计划完成率79.73%，达到序时进度',
    '政府主导类项目127个，总投资549.19亿元，年度计划投资194.09亿元，累计完成128.56亿元，年度计划完成率66.24%，低于序时进度',
  ])('says %s', (said) => {
    expect(body).toContain(said);
  });

  test('has the table by class of projects, with its total', () => {
    const annex = document.annexes.find(({ section }) => section === 'classTable');
    const [table] = (annex?.blocks ?? []).filter((block): block is Table => block.type === 'table');
    const read = (row: Table['rows'][number]) => row.map((cell) => textOf(cell.inlines));
    expect(table?.rows.map(read).toSorted()).toEqual(
      [
        ['产业高地项目', '94', '254.35', '202.55', '79.63'],
        ['宜居美地项目', '72', '108.1', '72.06', '66.66'],
        ['文旅胜地项目', '16', '21.48', '11.12', '51.77'],
        ['民生福地项目', '29', '21.41', '11.27', '52.64'],
      ].toSorted(),
    );
    expect(table?.total && read(table.total)).toEqual(['合计', '211', '405.34', '297', '73.27']);
  });
});

describe('the word for progress against time', () => {
  const against = (done: string, wording = usualStyle.wording) =>
    progressWord(wording, yuan(money(done)), yuan(money('75')), yuan(money('100')));

  test.each([
    ['113.8', '达到'],
    ['83.91', '达到'],
    ['79.73', '达到'],
    ['75', '达到'],
    ['74.99999999', '略低于'],
    ['73.27', '略低于'],
    ['70', '略低于'],
    ['69.99999999', '低于'],
    ['66.24', '低于'],
    ['60', '低于'],
    ['59.99999999', '明显低于'],
    ['51.70', '明显低于'],
  ])('%s percent of the year’s plan, when 75 percent of it were due, is %s', (done, word) => {
    expect(against(done)).toBe(word);
  });

  test('is the district’s own setting, words and bounds', () => {
    const own: ProgressWording = [
      { word: '达到', within: 0 },
      { word: '基本达到', within: 1.73 },
      { word: '落后于', within: null },
    ];
    expect(against('73.27', own)).toBe('基本达到');
    expect(against('73.26', own)).toBe('落后于');
  });

  test('is not said where nothing is planned', () => {
    const none: Money = yuan(0);
    expect(progressWord(usualStyle.wording, yuan(5), none, yuan(100))).toBeNull();
    expect(progressWord(usualStyle.wording, yuan(5), none, none)).toBeNull();
  });

  test.each([
    [[{ word: '达到', within: null }]],
    [
      [
        { word: '达到', within: 0 },
        { word: '低于', within: 5 },
      ],
    ],
    [
      [
        { word: '达到', within: 5 },
        { word: '略低于', within: 5 },
        { word: '低于', within: null },
      ],
    ],
  ])('words that do not reach farther and farther, or leave a gap without a word, are no setting', (wording) => {
    expect(ProgressWording.safeParse(wording).success).toBe(false);
  });
});
