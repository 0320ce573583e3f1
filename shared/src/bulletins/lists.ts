import type { Block, Inline } from '../documents/model.ts';
import { joined, line } from '../documents/numbers.ts';
import { chineseNumber } from '../documents/wording.ts';
import { groupBy } from '../kit/collections.ts';
import type { DimensionId, KnownDimension } from '../lamps/schema.ts';
import { type Facts, projectWithUnit, type Rows } from './facts.ts';
import type { BulletinRow } from './input.ts';
import { paragraph } from './overview.ts';
import { isRanking, rankSeries } from './ranking.ts';

/** A heading that runs on into its paragraph. */
export type Part = { title: string; inlines: Inline[] };

/** Paragraphs under （一）（二）…, each with a heading that runs on. */
export function numbered(parts: readonly Part[]): Block[] {
  return parts.map((part, index) => ({
    type: 'paragraph',
    lead: { level: 2, text: `（${chineseNumber(index + 1)}）${part.title}。` },
    inlines: part.inlines,
  }));
}

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

/** 红灯项目, 黄灯项目: each project once, under the dimension of its main reason; the fullest dimension first. */
export function lampList(facts: Facts, lamp: 'red' | 'yellow'): Block[] {
  const groups = groupBy(facts[lamp].rows, (row) => row.reasons[0]?.dimension ?? null);
  const ordered = [...groups].sort(
    ([a, rowsOfA], [b, rowsOfB]) => Number(a === null) - Number(b === null) || rowsOfB.length - rowsOfA.length,
  );
  return numbered(
    ordered.map(([dimension, rows]) => {
      const title = dimension === null ? OTHER : headingOf(dimension, rows);
      const set = facts.numbers.name(
        `${lamp}:${dimension ?? 'other'}`,
        `${title}的${facts[lamp].label}`,
        { lamp, dimension: dimension ?? 'other' },
        rows,
      );
      const told = rows.map((row) => `${projectWithUnit(row)}${row.reasons.map((reason) => reason.text).join('、')}`).join('；');
      return { title, inlines: line`共${facts.numbers.count(set)}个。${told}。` };
    }),
  );
}

/** 绿灯项目, each with its 序时完成率 where one is planned. */
export function greenList({ green, numbers }: Facts): Block[] {
  if (green.rows.length === 0) return [];
  const told = green.rows.map((row) => {
    const rate = numbers.rateOfOne('序时完成率', 'doneThisYear', 'plannedToDate', row);
    return rate ? line`${projectWithUnit(row)}${rate}` : line`${projectWithUnit(row)}`;
  });
  const isRated = green.rows.some((row) => (row.plannedToDate ?? 0) > 0);
  return [paragraph(line`共${numbers.count(green)}个${isRated ? '（名称后为序时完成率）' : ''}：${joined(told, '、')}。`)];
}

/** The units by 序时完成率, series by series. */
export function ranking(facts: Facts): Block[] {
  const parts = rankSeries(facts.all.rows)
    .filter(isRanking)
    .map(({ series, units }): Part => {
      const told = units.flatMap(({ unitName, rank }) => {
        if (rank === null) return [];
        const planned = plannedOf(facts, unitName);
        const rate = facts.numbers.rate(`${unitName}序时完成率`, 'doneThisYear', 'plannedToDate', planned);
        return rate === null ? [] : [line`第${String(rank)}名${unitName}${rate}`];
      });
      return { title: series, inlines: line`按序时完成率从高到低：${joined(told, '，')}。` };
    });
  const [only] = parts;
  return parts.length === 1 && only ? [paragraph(only.inlines)] : numbered(parts);
}

/** A unit's projects with a plan: what its rate stands over. */
export function plannedOf({ named, planned }: Facts, unitName: string): Rows {
  const ids = new Set(planned.rows.map(({ projectId }) => projectId));
  const filter = { unit: unitName, plan: 'toDate' };
  return named(
    `unit:${unitName}:planned`,
    `${unitName}列有序时计划的项目`,
    filter,
    (row) => row.unitName === unitName && ids.has(row.projectId),
  );
}
