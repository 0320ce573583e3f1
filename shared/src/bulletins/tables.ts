import type { Annex, Cell, Column, Inline, Table } from '../documents/model.ts';
import { cell } from '../documents/numbers.ts';
import { hasPlan } from '../figures/membership.ts';
import { monthNumber } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import type { Facts, Rows } from './facts.ts';
import type { BulletinInput } from './input.ts';
import { plannedOf } from './lists.ts';
import { isRanking, type RankedUnit, rankSeries } from './ranking.ts';

/** An annex before it has its number. */
export type Annexed = Omit<Annex, 'label'>;

/** What stands where there is nothing to say. */
export const NONE = '—';

/** A column of an annex table. */
export function column(header: string, width: number, align: Column['align'] = 'center', group: string | null = null): Column {
  return { header, group, width, align };
}

/** A rate without its sign: the unit note above the table already says %. */
export function bare(rate: Extract<Inline, { type: 'number' }> | null): Inline | string {
  return rate === null ? NONE : { ...rate, text: rate.text.replace('%', '') };
}

/** 1—10月, or 1月 */
function monthsOf({ month }: BulletinInput): string {
  return `${monthNumber(month) === 1 ? '' : '1—'}${monthNumber(month)}月`;
}

/** The units by 序时完成率, a table for each series. */
export function unitTable(input: BulletinInput, facts: Facts): Annexed | null {
  const ranked = rankSeries(facts.all.rows).filter(isRanking);
  if (ranked.length === 0) return null;
  return {
    title: `各责任单位${monthsOf(input)}投资完成排名`,
    isLandscape: false,
    blocks: ranked.map(
      ({ series, units }): Table => ({
        type: 'table',
        title: ranked.length === 1 ? null : series,
        unitNote: `单位：个、${facts.unit}、%`,
        columns: [
          column('名次', 8),
          column('责任单位', 24, 'left'),
          column('项目数', 10),
          column('序时计划', 15, 'right'),
          column('累计完成', 15, 'right'),
          column('序时完成率', 16, 'right'),
          column('红灯', 8),
        ],
        rows: units.map((unit) => unitRow(facts, unit)),
        total: null,
      }),
    ),
  };
}

function unitRow(facts: Facts, { unitName, rows, rank }: RankedUnit): Cell[] {
  const { numbers } = facts;
  const own = numbers.name(`unit:${unitName}`, `${unitName}项目`, { unit: unitName }, rows);
  const planned = plannedOf(facts, unitName);
  const redOnes = numbers.name(
    `unit:${unitName}:red`,
    `${unitName}红灯项目`,
    { unit: unitName, lamp: 'red' },
    rows.filter((row) => row.lamp === 'red'),
  );
  return [
    cell(rank === null ? NONE : String(rank)),
    cell(unitName),
    cell(numbers.count(own)),
    cell(rank === null ? NONE : numbers.sum('plannedToDate', planned)),
    cell(rank === null ? numbers.sum('doneThisYear', own) : numbers.sum('doneThisYear', planned)),
    cell(bare(numbers.rate(`${unitName}序时完成率`, 'doneThisYear', 'plannedToDate', planned))),
    cell(numbers.count(redOnes)),
  ];
}

/** The year's plan by the list's own classes of projects; one class alone is no table. */
export function classTable(input: BulletinInput, facts: Facts): Annexed | null {
  const classes = [...groupBy(facts.all.rows, (row) => row.category ?? '未分类')];
  if (classes.length < 2) return null;
  const { numbers } = facts;
  const counted = (set: Rows): Cell[] => {
    const planned = numbers.name(
      `${set.key}:planned`,
      `列有年度投资计划的${set.label}`,
      { of: set.key, plan: 'year' },
      set.rows.filter(hasPlan),
    );
    return [
      cell(numbers.count(set)),
      cell(numbers.sum('yearPlan', planned)),
      cell(numbers.sum('doneThisYear', planned)),
      cell(bare(numbers.rate(`${set.label}年度计划完成率`, 'doneThisYear', 'yearPlan', planned))),
    ];
  };
  const sets = classes.map(([category, rows]) => ({
    category,
    set: numbers.name(`category:${category}`, `${category}项目`, { category }, rows),
  }));
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: `单位：个、${facts.unit}、%`,
    columns: [
      column('项目类别', 30, 'left'),
      column('项目数量', 14),
      column('年度计划投资', 19, 'right'),
      column(`${monthsOf(input)}完成投资`, 19, 'right'),
      column('完成率', 14, 'right'),
    ],
    rows: sets.map(({ category, set }) => [cell(category), ...counted(set)]),
    total: [cell('合计'), ...counted(facts.all)],
  };
  return { title: '年度计划投资分类完成情况表', isLandscape: false, blocks: [table] };
}

/** What each project still lacks of its joint approval, item by item. */
export function owedTable({ withOwed, numbers }: Facts): Annexed | null {
  if (withOwed.rows.length === 0) return null;
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: '单位：项',
    columns: [
      column('序号', 8),
      column('项目名称', 34, 'left'),
      column('责任单位', 16),
      column('应办', 8),
      column('已办', 8),
      column('所缺事项', 26, 'left'),
    ],
    rows: withOwed.rows.map((row, index) => [
      cell(String(index + 1)),
      cell(row.name),
      cell(row.unitName),
      cell(numbers.one('stepsNeeded', row)),
      cell(numbers.one('stepsDone', row)),
      cell(row.stepsOwed.join('、')),
    ]),
    total: [
      { inlines: [{ type: 'text', text: '合计' }], span: 3 },
      cell(numbers.sum('stepsNeeded', withOwed)),
      cell(numbers.sum('stepsDone', withOwed)),
      cell(null),
    ],
  };
  return { title: '联审联批未办结事项表', isLandscape: false, blocks: [table] };
}
