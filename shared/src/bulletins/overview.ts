import { correctionBlock } from '../documents/correction.ts';
import type { Block, Inline } from '../documents/model.ts';
import { joined, line } from '../documents/numbers.ts';
import { shortDate } from '../documents/wording.ts';
import { monthNumber } from '../kit/calendar.ts';
import type { Facts, Rows } from './facts.ts';
import type { BulletinInput } from './input.ts';
import { progressWord } from './style.ts';

/** A paragraph without a heading of its own. */
export function paragraph(inlines: Inline[]): Block {
  return { type: 'paragraph', lead: null, inlines };
}

/** 导语: what was rated, by whom. */
export function opening(input: BulletinInput, facts: Facts): Block[] {
  const mechanism = `按照“周例会、月通报、季观摩”工作推进机制，${input.district.issuingOffice}依据四个台账，`;
  const month = `${monthNumber(input.month)}月份`;
  if (facts.all.rows.length === 0)
    return [paragraph(line`${mechanism}对全区项目${month}推进情况进行了梳理。本月全区没有在库项目，无评定内容。`)];
  const corrected = input.correction ? [correctionBlock(input.correction)] : [];
  const act = facts.unrated.rows.length === facts.all.rows.length ? '梳理' : '评定';
  return [
    ...corrected,
    paragraph(line`${mechanism}对全区${facts.numbers.count(facts.all)}个在库项目${month}推进情况进行了${act}。现将有关情况通报如下：`),
  ];
}

/** 一、总体情况: how many, how much, against plan and 序时, and the lamps against last month's. */
export function overall(input: BulletinInput, facts: Facts): Block[] {
  const { numbers, all, suspended, unit } = facts;
  const investment: Inline[] = [
    ...line`截至${shortDate(facts.monthEnd)}，全区在库项目${numbers.count(all)}个${bothKinds(facts)}`,
    ...(numbers.total('totalInvestment', all.rows) > 0 ? line`，总投资${numbers.sum('totalInvestment', all)}${unit}` : []),
    ...line`。${done(facts, all)}${stages(facts)}`,
  ];
  const blocks = [paragraph(investment)];
  const rated = lamps(input, facts);
  if (rated.length > 0) blocks.push(paragraph(rated));
  if (suspended.rows.length > 0) {
    blocks.push(
      paragraph(line`另有停建项目${numbers.count(suspended)}个，未列入本期统计：${suspended.rows.map((row) => row.name).join('、')}。`),
    );
  }
  return blocks;
}

function bothKinds(facts: Facts): Inline[] {
  const { numbers, key, reconstruction } = facts;
  if (key.rows.length === 0 || reconstruction.rows.length === 0) return [];
  return line`（其中重点项目${numbers.count(key)}个、灾后恢复重建项目${numbers.count(reconstruction)}个）`;
}

/** The investment sentence; a rate is written only where there is a plan to hold it against. */
function done(facts: Facts, all: Rows): Inline[] {
  const { numbers, planned, unit } = facts;
  if (planned.rows.length === 0 || numbers.total('yearPlan', planned.rows) === 0) {
    return line`本年累计完成投资${numbers.sum('doneThisYear', all)}${unit}。`;
  }
  const whose = planned.rows.length === all.rows.length ? '' : line`列有年度投资计划的${numbers.count(planned)}个项目`;
  return line`${whose}年度计划投资${numbers.sum('yearPlan', planned)}${unit}，累计完成${numbers.sum('doneThisYear', planned)}${unit}，${againstPlan(facts, planned)}。`;
}

/** 为年度计划的73.3%，为序时计划…的97.7%，略低于序时进度 */
export function againstPlan(facts: Facts, planned: Rows): Inline[] {
  const { numbers, unit } = facts;
  const rates: Inline[][] = [];
  const ofYear = numbers.rate('年度计划完成率', 'doneThisYear', 'yearPlan', planned);
  const ofPlanned = numbers.rate('序时完成率', 'doneThisYear', 'plannedToDate', planned);
  const word = wordOf(facts, planned);
  if (ofYear) rates.push(line`为年度计划的${ofYear}`);
  if (ofPlanned) rates.push(line`为序时计划${numbers.sum('plannedToDate', planned)}${unit}的${ofPlanned}`);
  if (word) rates.push(line`${word}序时进度`);
  return joined(rates, '，');
}

/** 达到 · 略低于 · 低于 · 明显低于 for a set of rows; null where nothing is planned. */
export function wordOf({ numbers, style }: Facts, { rows }: Rows): string | null {
  const [doneThisYear, plannedToDate] = [numbers.total('doneThisYear', rows), numbers.total('plannedToDate', rows)];
  return progressWord(style.wording, doneThisYear, plannedToDate, numbers.total('yearPlan', rows));
}

function stages({ numbers, finished, preparing }: Facts): Inline[] {
  const parts: Inline[][] = [];
  if (finished.rows.length > 0) parts.push(line`竣工、投产项目${numbers.count(finished)}个`);
  if (preparing.rows.length > 0) parts.push(line`正在推进前期工作的项目${numbers.count(preparing)}个`);
  return parts.length === 0 ? [] : line`${joined(parts, '，')}。`;
}

const lampWords = { green: '绿灯', yellow: '黄灯', red: '红灯' } as const;
const lampOrder = ['green', 'yellow', 'red'] as const;

function lamps(input: BulletinInput, facts: Facts): Inline[] {
  const { numbers, unrated } = facts;
  const present = lampOrder.filter((lamp) => facts[lamp].rows.length > 0);
  if (present.length === 0) return [];
  const absent = lampOrder.filter((lamp) => facts[lamp].rows.length === 0);
  const counts = joined(
    present.map((lamp) => line`${lampWords[lamp]}${numbers.count(facts[lamp])}个`),
    '，',
  );
  return [
    ...line`本月评定${counts}`,
    ...(absent.length > 0 ? line`，没有${absent.map((lamp) => lampWords[lamp]).join('、')}项目` : []),
    ...(unrated.rows.length > 0 ? line`，未评灯${numbers.count(unrated)}个` : []),
    ...againstLastMonth(input, facts),
    ...line`。`,
    ...turned(facts),
  ];
}

function againstLastMonth(input: BulletinInput, facts: Facts): Inline[] {
  const before = input.previousMonthCounts;
  if (before === null) return [];
  // The red lamps come first: they are what the reader looks for.
  const changed = [...lampOrder].reverse().filter((lamp) => facts[lamp].rows.length !== before[lamp]);
  if (changed.length === 0) return line`；各灯个数与上月持平`;
  const changes = changed.map((lamp) => {
    const word = facts[lamp].rows.length > before[lamp] ? '增加' : '减少';
    return line`${lampWords[lamp]}${word}${facts.numbers.change(facts[lamp], before[lamp], facts.previousMonth)}个`;
  });
  return line`；与上月相比，${joined(changes, '，')}`;
}

function turned(facts: Facts): Inline[] {
  const { numbers, turnedRed, stillRed } = facts;
  const parts: Inline[][] = [];
  if (turnedRed.rows.length > 0) parts.push(line`本月新转红灯${numbers.count(turnedRed)}个`);
  if (stillRed.rows.length > 0) parts.push(line`连续两个月红灯${numbers.count(stillRed)}个`);
  return parts.length === 0 ? [] : line`${joined(parts, '，')}。`;
}
