import { reached } from '../bulletins/classes.ts';
import { type Facts, namesOf, type Rows } from '../bulletins/facts.ts';
import { numbered, type Part } from '../bulletins/lists.ts';
import { paragraph } from '../bulletins/overview.ts';
import { requirements } from '../bulletins/sections.ts';
import { type Annexed, bare, column, NONE } from '../bulletins/tables.ts';
import type { Block, Cell, Table } from '../documents/model.ts';
import { cell, line } from '../documents/numbers.ts';
import { longDate } from '../documents/wording.ts';
import { hasHappened } from '../figures/membership.ts';
import { type Day, monthOf } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import type { ReportInput } from './input.ts';
import { lampCounts, problemList, projectTable, type Section, withReasons, yearOf } from './parts.ts';

/** A 简报 on reconstruction: sector by sector, what lags and why, problems, what is asked. */
export function briefingSections(input: ReportInput, facts: Facts): Section[] {
  const { all } = facts;
  return [
    {
      title: '总体情况',
      blocks: [
        paragraph(line`截至${longDate(input.asOf)}，全区灾后恢复重建项目${reached(facts, all)}。${yearOf(facts, all)}`),
        ...lampCounts(facts),
      ],
    },
    { title: '分领域进展', blocks: sectorTable(facts, input.asOf) },
    { title: '进展滞后项目', blocks: lagging(facts) },
    { title: '存在问题', blocks: problemList(facts, facts.withProblems, input.problems, true) },
    { title: '工作要求', blocks: requirements({ district: input.district, month: monthOf(input.asOf), rectifyBy: null }, facts) },
  ];
}

/** 开工率, 完工率 and money of each sector, the largest first. */
function sectorTable(facts: Facts, asOf: Day): Block[] {
  const { numbers, all, unit } = facts;
  const sectors = [...groupBy(all.rows, (row) => row.category ?? '其他')].sort(([, a], [, b]) => b.length - a.length);
  const counted = (set: Rows): Cell[] => {
    const had = (key: string, word: string, dateOf: (row: Rows['rows'][number]) => Day | null) =>
      numbers.name(
        `${set.key}:${key}`,
        `已${word}的${set.label}`,
        { of: set.key, [key]: 'done' },
        set.rows.filter((row) => hasHappened(dateOf(row), asOf)),
      );
    const started = had('started', '开工', (row) => row.actualStart);
    const finished = had('finished', '完工', (row) => row.actualFinish);
    return [
      cell(numbers.count(set)),
      cell(numbers.count(started)),
      cell(bare(numbers.share(`${set.label}开工率`, started, set))),
      cell(numbers.count(finished)),
      cell(bare(numbers.share(`${set.label}完工率`, finished, set))),
      cell(numbers.sum('totalInvestment', set)),
      cell(numbers.sum('doneSinceStart', set)),
      cell(bare(numbers.rate(`${set.label}投资完成率`, 'doneSinceStart', 'totalInvestment', set))),
      cell(numbers.total('yearPlan', set.rows) === 0 ? NONE : numbers.sum('yearPlan', set)),
      cell(numbers.sum('doneThisYear', set)),
    ];
  };
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: `单位：个、${unit}、%`,
    columns: [
      column('领域', 17, 'left'),
      column('项目', 10),
      column('个数', 10, 'center', '开工'),
      column('比率', 11, 'right', '开工'),
      column('个数', 10, 'center', '完工'),
      column('比率', 11, 'right', '完工'),
      column('总投资', 18, 'right', '开工以来投资'),
      column('完成', 18, 'right', '开工以来投资'),
      column('比率', 11, 'right', '开工以来投资'),
      column('计划', 18, 'right', '本年投资'),
      column('完成', 18, 'right', '本年投资'),
    ],
    rows: sectors.map(([sector, rows]) => {
      const set = numbers.name(`sector:${sector}`, `${sector}重建项目`, { kind: 'reconstruction', category: sector }, rows);
      return [cell(sector), ...counted(set)];
    }),
    total: [cell('合计'), ...counted(all)],
  };
  return [table];
}

/** The red and yellow ones and those that should have been started, each by name with its reason. */
function lagging(facts: Facts): Block[] {
  const { numbers, red, yellow, lateStart } = facts;
  const named = (title: string, set: Rows, told: string): Part[] =>
    set.rows.length === 0 ? [] : [{ title, inlines: line`共${numbers.count(set)}个。${told}。` }];
  const parts = [
    ...named('红灯项目', red, withReasons(red)),
    ...named('黄灯项目', yellow, withReasons(yellow)),
    ...named('应开未开项目', lateStart, namesOf(lateStart)),
  ];
  return parts.length > 0 ? numbered(parts) : [paragraph(line`没有红灯、黄灯和应开未开的项目。`)];
}

/** Its projects one by one. */
export function briefingAnnexes(facts: Facts): Annexed[] {
  return [projectTable(facts, facts.all, '灾后恢复重建项目情况一览表')];
}
