import type { Inline } from '../documents/model.ts';
import { joined, line } from '../documents/numbers.ts';
import { words } from '../documents/words.ts';
import { hasHappened, hasPlan } from '../figures/membership.ts';
import { groupBy } from '../kit/collections.ts';
import { type Facts, namesOf, projectWithUnit, type Rows } from './facts.ts';
import type { BulletinRow } from './input.ts';
import type { Part } from './lists.ts';
import { wordOf } from './overview.ts';

/** As many are named in the text; of more, those that are late, and all of them in the annex. */
const MOST_NAMED = 8;

/** 重点和重建, 建设性质, 投资类别: how much, and how it stands against time. A list of one class alone is not divided. */
export function classes(facts: Facts): Part[] {
  const { key, reconstruction, named } = facts;
  const natures = (['continued', 'new', 'finishing', 'reserve'] as const).map((yearClass) =>
    named(`class:${yearClass}`, `${words.yearClass[yearClass]}项目`, { yearClass }, (row) => row.yearClass === yearClass),
  );
  const market = named('track:market', '市场主导类项目', { track: 'verification,filing' }, ({ track }) => {
    return track === 'verification' || track === 'filing';
  });
  const government = named('track:government', '政府主导类项目', { track: 'approval' }, ({ track }) => track === 'approval');
  return [
    part(facts, '重点项目和灾后重建', [key, reconstruction]),
    part(facts, '建设性质', natures),
    part(facts, '投资类别', [market, government]),
  ].filter((one) => one !== null);
}

function part(facts: Facts, title: string, sets: readonly Rows[]): Part | null {
  const present = sets.filter(({ rows }) => rows.length > 0);
  if (present.length < 2) return null;
  return {
    title,
    inlines: line`${joined(
      present.map((set) => against(facts, set)),
      '；',
    )}。`,
  };
}

function against(facts: Facts, set: Rows): Inline[] {
  const { numbers, unit } = facts;
  const invested = numbers.total('totalInvestment', set.rows) > 0 ? line`，总投资${numbers.sum('totalInvestment', set)}${unit}` : [];
  const planned = numbers.name(
    `${set.key}:planned`,
    `列有年度投资计划的${set.label}`,
    { of: set.key, plan: 'year' },
    set.rows.filter(hasPlan),
  );
  const rate = numbers.rate(`${set.label}年度计划完成率`, 'doneThisYear', 'yearPlan', planned);
  if (rate === null) return line`${set.label}${numbers.count(set)}个${invested}，累计完成投资${numbers.sum('doneThisYear', set)}${unit}`;
  const word = wordOf(facts, planned);
  return line`${set.label}${numbers.count(set)}个${invested}，年度计划投资${numbers.sum('yearPlan', planned)}${unit}，累计完成${numbers.sum('doneThisYear', planned)}${unit}，年度计划完成率${rate}${word ? `，${word}序时进度` : ''}`;
}

/** 新开工: planned, started, and by name what should have started and has not, and what started early. */
export function starts(facts: Facts): Part[] {
  const { toStart, started, lateStart, earlyStart, numbers, style } = facts;
  const rate = numbers.share('开工率', started, toStart);
  const reached = started.rows.length === 0 ? line`均未开工` : line`已开工${numbers.count(started)}个，开工率${rate ?? ''}`;
  const base = style.startBasis === 'year' ? '年度计划新开工' : '按计划应新开工';
  const inlines = [
    ...(rate === null ? [] : line`${base}${numbers.count(toStart)}个，${reached}。`),
    ...(lateStart.rows.length > 0 ? line`应开未开${numbers.count(lateStart)}个：${namesOf(lateStart)}。` : []),
    ...(earlyStart.rows.length > 0 ? line`提前开工${numbers.count(earlyStart)}个：${namesOf(earlyStart)}。` : []),
  ];
  return inlines.length === 0 ? [] : [{ title: '新开工', inlines }];
}

/** 联审联批, counted in items 项: needed, done, and project by project what is missing. */
export function approvals(facts: Facts): Part[] {
  const { withSteps, withOwed, overdueStep, numbers } = facts;
  const rate = numbers.rate('手续办结率', 'stepsDone', 'stepsNeeded', withSteps);
  if (rate === null) return [];
  const done = line`联审联批事项${numbers.sum('stepsNeeded', withSteps)}项，已办结${numbers.sum('stepsDone', withSteps)}项，办结率${rate}`;
  if (withOwed.rows.length === 0) return [{ title: '联审联批', inlines: line`${done}。` }];
  const isLong = withOwed.rows.length > MOST_NAMED;
  const told = (isLong ? overdueStep.rows : withOwed.rows).map((row) => owed(facts, row));
  const late = overdueStep.rows.length > 0 ? line`其中超期的项目${numbers.count(overdueStep)}个` : line`均在时限内`;
  const close = told.length === 0 ? line`。` : line`：${joined(told, '；')}。`;
  return [
    {
      title: '联审联批',
      inlines: line`${done}。有未办结事项的项目${numbers.count(withOwed)}个，${late}${close}${isLong ? '各项目所缺事项逐项列表。' : ''}`,
    },
  ];
}

function owed({ numbers }: Facts, row: BulletinRow): Inline[] {
  const late = row.nextStep && row.nextStep.overdueDays > 0 ? row.nextStep.name : null;
  const overdue = late === null ? [] : line`（${late}超期${numbers.one('overdueDays', row)}个工作日）`;
  return line`${projectWithUnit(row)}缺${row.stepsOwed.join('、') || (late ?? '')}${overdue}`;
}

/** 问题解决: how many are open, and where. */
export function problems({ withProblems, numbers }: Facts): Part[] {
  if (withProblems.rows.length === 0) return [];
  const told = withProblems.rows.map((row) => line`${projectWithUnit(row)}${numbers.one('openProblems', row)}个`);
  return [
    {
      title: '问题解决',
      inlines: line`未销号问题${numbers.sum('openProblems', withProblems)}个，涉及项目${numbers.count(withProblems)}个：${joined(told, '、')}。`,
    },
  ];
}

/** 项目入库: due, done, and by name what is missing. */
export function registration({ toRegister, registered, unregistered, numbers }: Facts): Part[] {
  const rate = numbers.share('入库率', registered, toRegister);
  if (rate === null) return [];
  const reached = registered.rows.length === 0 ? line`均未入库` : line`已入库${numbers.count(registered)}个，入库率${rate}`;
  const missing =
    unregistered.rows.length > 0 && registered.rows.length > 0
      ? line`未入库${numbers.count(unregistered)}个：${namesOf(unregistered)}。`
      : [];
  return [{ title: '项目入库', inlines: line`应入库项目${numbers.count(toRegister)}个，${reached}。${missing}` }];
}

/** 灾后恢复重建, in all and sector by sector; 开工率 and 完工率 stand over all planned projects, started or not. */
export function reconstruction(facts: Facts): Part[] {
  const { reconstruction: all, numbers } = facts;
  if (all.rows.length === 0) return [];
  const sectors = [...groupBy(all.rows, (row) => row.category ?? '其他')].sort(([, a], [, b]) => b.length - a.length);
  const told = sectors.map(([sector, rows]) => {
    const set = numbers.name(`sector:${sector}`, `${sector}重建项目`, { kind: 'reconstruction', category: sector }, rows);
    return line`${sector}${reached(facts, set)}`;
  });
  const bySector = sectors.length < 2 ? [] : line`分领域看，${joined(told, '；')}。`;
  return [{ title: '灾后恢复重建', inlines: line`恢复重建项目${reached(facts, all)}。${bySector}` }];
}

/** 4个，开工4个（100.0%），完工3个（75.0%），累计完成投资…，投资完成率… */
export function reached(facts: Facts, set: Rows): Inline[] {
  const { numbers, monthEnd, unit } = facts;
  const label = set.label;
  const had = (key: string, label: string, isIn: (row: BulletinRow) => boolean) =>
    numbers.name(`${set.key}:${key}`, label, { of: set.key, [key]: 'done' }, set.rows.filter(isIn));
  const started = had('started', `已开工的${label}`, (row) => hasHappened(row.actualStart, monthEnd));
  const finished = had('finished', `已完工的${label}`, (row) => hasHappened(row.actualFinish, monthEnd));
  const invested = numbers.rate(`${label}投资完成率`, 'doneSinceStart', 'totalInvestment', set);
  return [
    ...line`${numbers.count(set)}个`,
    ...shared('开工', started, set),
    ...shared('完工', finished, set),
    ...line`，开工以来完成投资${numbers.sum('doneSinceStart', set)}${unit}`,
    ...(invested ? line`，投资完成率${invested}` : []),
  ];

  function shared(word: string, part: Rows, base: Rows): Inline[] {
    const rate = numbers.share(`${label}${word}率`, part, base);
    return part.rows.length === 0 || rate === null ? line`，尚无${word}` : line`，${word}${numbers.count(part)}个（${rate}）`;
  }
}
