import type { Block, Inline } from '../documents/model.ts';
import { joined, line } from '../documents/numbers.ts';
import { chineseNumber, shortDate } from '../documents/wording.ts';
import { hasPlan } from '../figures/membership.ts';
import { addMonths, monthNumber } from '../kit/calendar.ts';
import type { DimensionId, KnownDimension } from '../lamps/schema.ts';
import { type Facts, projectWithUnit, type Rows } from './facts.ts';
import type { BulletinInput, BulletinRow } from './input.ts';
import { paragraph } from './overview.ts';

const dimensionHeadings: Record<KnownDimension, string> = {
  progress: '投资进度滞后',
  start: '未按期开工',
  registration: '未按期入库',
  payment: '资金支付滞后',
  approvals: '手续办理超期',
};
const OTHER = '其他原因';

/** A dimension that a district's own rules have added goes by the name that they give it. */
function headingOf(dimension: DimensionId, rows: readonly BulletinRow[]): string {
  const known = Object.entries(dimensionHeadings).find(([id]) => id === dimension)?.[1];
  const name = rows[0]?.reasons[0]?.name;
  return known ?? (name ? `${name}未达标` : OTHER);
}

/** Paragraphs under （一）（二）…, each with a heading that runs on; one alone needs no number. */
function numbered(parts: readonly { title: string; inlines: Inline[] }[]): Block[] {
  return parts.map((part, index) => ({
    type: 'paragraph',
    lead: { level: 2, text: `（${chineseNumber(index + 1)}）${part.title}。` },
    inlines: part.inlines,
  }));
}

function names(rows: Rows): string {
  return rows.rows.map(projectWithUnit).join('、');
}

/** 二、红灯项目: each red project once, under the dimension of its main reason; the fullest dimension first. */
export function redProjects(facts: Facts): Block[] {
  const groups = new Map<DimensionId | null, BulletinRow[]>();
  for (const row of facts.red.rows) {
    const dimension = row.reasons[0]?.dimension ?? null;
    groups.set(dimension, [...(groups.get(dimension) ?? []), row]);
  }
  const ordered = [...groups].sort(
    ([a, rowsOfA], [b, rowsOfB]) => Number(a === null) - Number(b === null) || rowsOfB.length - rowsOfA.length,
  );
  return numbered(
    ordered.map(([dimension, rows]) => {
      const title = dimension === null ? OTHER : headingOf(dimension, rows);
      const set = facts.numbers.name(
        `red:${dimension ?? 'other'}`,
        `${title}的红灯项目`,
        { lamp: 'red', dimension: dimension ?? 'other' },
        rows,
      );
      const told = rows.map((row) => `${projectWithUnit(row)}${row.reasons.map((reason) => reason.text).join('、')}`).join('；');
      return { title, inlines: line`共${facts.numbers.count(set)}个。${told}。` };
    }),
  );
}

/** 三、表扬和批评, from the board's nominations. */
export function praiseAndCriticism(facts: Facts): Block[] {
  const parts: Inline[][] = [];
  const named = (set: Rows) => (set.rows.length === 1 ? line`对${names(set)}` : line`对${names(set)}等${facts.numbers.count(set)}个项目`);
  if (facts.praise.rows.length > 0) parts.push(line`${named(facts.praise)}予以通报表扬`);
  if (facts.criticise.rows.length > 0) parts.push(line`${named(facts.criticise)}予以通报批评`);
  return parts.length === 0 ? [] : [paragraph(line`${joined(parts, '；')}。`)];
}

/** 四、分类情况: one paragraph for each kind of figure that this month has. */
export function byClass(facts: Facts): Block[] {
  const candidates = [kinds(facts), starts(facts), steps(facts), problems(facts), registration(facts)];
  return numbered(candidates.filter((part) => part !== null));
}

type Part = { title: string; inlines: Inline[] } | null;

function kinds(facts: Facts): Part {
  const { key, reconstruction, numbers } = facts;
  if (key.rows.length === 0 || reconstruction.rows.length === 0) return null;
  const told = [key, reconstruction].map((set) => {
    const planned = numbers.name(
      `${set.key}:planned`,
      `列有年度投资计划的${set.label}`,
      { kind: set.key, plan: 'year' },
      set.rows.filter(hasPlan),
    );
    const rate = numbers.rate('年度计划完成率', 'doneThisYear', 'yearPlan', planned);
    if (rate === null) return line`${set.label}${numbers.count(set)}个，累计完成投资${numbers.sum('doneThisYear', set)}万元`;
    return line`${set.label}${numbers.count(set)}个，年度计划投资${numbers.sum('yearPlan', planned)}万元，累计完成${numbers.sum('doneThisYear', planned)}万元，年度计划完成率${rate}`;
  });
  return { title: '重点项目和灾后重建', inlines: line`${joined(told, '；')}。` };
}

function starts(facts: Facts): Part {
  const { toStart, started, lateStart, earlyStart, numbers } = facts;
  const rate = numbers.share('开工率', started, toStart);
  if (rate === null) return null;
  const reached = started.rows.length === 0 ? line`均未开工` : line`已开工${numbers.count(started)}个，开工率${rate}`;
  return {
    title: '新开工',
    inlines: [
      ...line`年度计划新开工${numbers.count(toStart)}个，${reached}。`,
      ...(lateStart.rows.length > 0 ? line`应开未开${numbers.count(lateStart)}个：${names(lateStart)}。` : []),
      ...(earlyStart.rows.length > 0 ? line`提前开工${numbers.count(earlyStart)}个：${names(earlyStart)}。` : []),
    ],
  };
}

function steps(facts: Facts): Part {
  const { withStep, overdueStep, numbers } = facts;
  if (withStep.rows.length === 0) return null;
  if (overdueStep.rows.length === 0)
    return { title: '手续办理', inlines: line`有待办手续的项目${numbers.count(withStep)}个，均在时限内。` };
  const told = overdueStep.rows.map(
    (row) => line`${projectWithUnit(row)}${row.nextStep?.name ?? ''}超期${numbers.one('overdueDays', row)}个工作日`,
  );
  return {
    title: '手续办理',
    inlines: line`有待办手续的项目${numbers.count(withStep)}个，其中超期${numbers.count(overdueStep)}个：${joined(told, '；')}。`,
  };
}

function problems(facts: Facts): Part {
  const { withProblems, numbers } = facts;
  if (withProblems.rows.length === 0) return null;
  return {
    title: '问题解决',
    inlines: line`未销号问题${numbers.sum('openProblems', withProblems)}个，涉及项目${numbers.count(withProblems)}个：${names(withProblems)}。`,
  };
}

function registration(facts: Facts): Part {
  const { toRegister, registered, unregistered, numbers } = facts;
  const rate = numbers.share('入库率', registered, toRegister);
  if (rate === null) return null;
  const reached = registered.rows.length === 0 ? line`均未入库` : line`已入库${numbers.count(registered)}个，入库率${rate}`;
  const missing =
    unregistered.rows.length > 0 && registered.rows.length > 0
      ? line`未入库${numbers.count(unregistered)}个：${names(unregistered)}。`
      : [];
  return { title: '项目入库', inlines: line`应入库项目${numbers.count(toRegister)}个，${reached}。${missing}` };
}

/** 下一步要求, to those whom the month's result concerns. */
export function requirements(input: BulletinInput, facts: Facts): Block[] {
  const { red, yellow, stillRed, overdueStep, unregistered, lateStart, numbers } = facts;
  const parts: { title: string; inlines: Inline[] }[] = [];
  if (red.rows.length > 0) {
    const by = input.rectifyBy === null ? '要制定整改方案' : `须于${shortDate(input.rectifyBy)}前报送整改方案`;
    const twice =
      stillRed.rows.length > 0 ? line`连续两个月红灯的${numbers.count(stillRed)}个项目，由${input.district.issuingOffice}跟踪督办。` : [];
    parts.push({
      title: '抓好红灯整改',
      inlines: line`红灯项目责任单位${by}，明确每周完成投资和手续办结时限，由包保领导逐周调度。${twice}`,
    });
  }
  if (yellow.rows.length > 0) {
    parts.push({
      title: '防止黄灯转红',
      inlines: line`黄灯项目责任单位要对照原因逐项补差，在${String(monthNumber(addMonths(input.month, 1)))}月底前赶上进度。`,
    });
  }
  const chores = [
    lateStart.rows.length > 0 ? '应开未开项目要排出开工时间表' : null,
    overdueStep.rows.length > 0 ? '超期手续要逐项明确办结时限' : null,
    unregistered.rows.length > 0 ? '应入未入库项目要尽快备齐入库资料' : null,
  ].filter((chore) => chore !== null);
  if (chores.length > 0) parts.push({ title: '补齐短板弱项', inlines: line`${chores.join('，')}。` });
  if (facts.all.rows.length > 0) {
    parts.push({ title: '按时真实填报', inlines: line`各责任单位要按周如实填报项目进展、投资和问题，做到一数一源、账实相符。` });
  }
  return numbered(parts);
}
