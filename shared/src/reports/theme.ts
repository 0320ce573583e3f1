import { approvals, registration, starts } from '../bulletins/classes.ts';
import type { Facts } from '../bulletins/facts.ts';
import { lampList, numbered } from '../bulletins/lists.ts';
import { paragraph } from '../bulletins/overview.ts';
import { requirements } from '../bulletins/sections.ts';
import { type Annexed, owedTable } from '../bulletins/tables.ts';
import type { Block } from '../documents/model.ts';
import { line } from '../documents/numbers.ts';
import { longDate } from '../documents/wording.ts';
import { monthOf } from '../kit/calendar.ts';
import type { ReportInput } from './input.ts';
import { lampCounts, problemList, projectTable, type Section, yearOf } from './parts.ts';

/** So many units are named in the text. */
const MOST_UNITS = 6;

/** A 专报 on projects that somebody chose: together, the red and yellow ones with their reasons, problems, what is asked. */
export function themeSections(input: ReportInput, facts: Facts, title: string): Section[] {
  return [
    { title: '总体情况', blocks: [overall(input, facts, title), ...lampCounts(facts)] },
    { title: '红灯项目', blocks: lampList(facts, 'red') },
    { title: '黄灯项目', blocks: lampList(facts, 'yellow') },
    { title: '分类情况', blocks: numbered([...starts(facts), ...approvals(facts), ...registration(facts)]) },
    { title: '存在问题', blocks: problemList(facts, facts.withProblems, input.problems, true) },
    { title: '下一步要求', blocks: requirements({ district: input.district, month: monthOf(input.asOf), rectifyBy: null }, facts) },
  ];
}

function overall({ asOf }: ReportInput, facts: Facts, title: string): Block {
  const { numbers, all, unit } = facts;
  const units = [...new Set(all.rows.map((row) => row.unitName))];
  const named = `${units.slice(0, MOST_UNITS).join('、')}${units.length > MOST_UNITS ? '等单位' : ''}`;
  return paragraph(
    line`截至${longDate(asOf)}，${title}共涉及${numbers.count(all)}个项目，由${named}负责，总投资${numbers.sum('totalInvestment', all)}${unit}。${yearOf(facts, all)}`,
  );
}

/** Its projects one by one, and what each still lacks of its joint approval. */
export function themeAnnexes(facts: Facts): Annexed[] {
  const owed = owedTable(facts);
  return [projectTable(facts, facts.all, '项目情况一览表'), ...(owed ? [owed] : [])];
}
