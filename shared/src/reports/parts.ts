import { type Facts, projectWithUnit, type Rows } from '../bulletins/facts.ts';
import { numbered } from '../bulletins/lists.ts';
import { againstPlan, paragraph } from '../bulletins/overview.ts';
import { type Annexed, bare, column, NONE } from '../bulletins/tables.ts';
import type { Block, Inline } from '../documents/model.ts';
import { cell, joined, line } from '../documents/numbers.ts';
import { shortDate } from '../documents/wording.ts';
import { words } from '../documents/words.ts';
import type { Lamp } from '../lamps/schema.ts';
import type { ReportedProblem } from './input.ts';

/** A section of a report under a heading of the first level. */
export type Section = { title: string; blocks: Block[] };

/** So many problems are told one by one, those that are open longest first; the rest is in the ledger. */
const MOST_TOLD = 10;

const worstFirst = ['red', 'yellow', 'green'] as const satisfies readonly Lamp[];

/** Words that somebody typed as a sentence of the text: with one full stop, whatever they ended with. */
export function sentence(text: string): string {
  const bare = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。．.；;，,]+$/, '');
  return bare === '' ? '' : `${bare}。`;
}

/** 年度计划投资…，累计完成…，为年度计划的…，为序时计划…的…，略低于序时进度。 */
export function yearOf(facts: Facts, set: Rows): Inline[] {
  const { numbers, unit } = facts;
  if (numbers.total('yearPlan', set.rows) === 0)
    return line`本年累计完成投资${numbers.sum('doneThisYear', set)}${unit}，没有列年度投资计划。`;
  const rates = againstPlan(facts, set);
  return line`年度计划投资${numbers.sum('yearPlan', set)}${unit}，累计完成${numbers.sum('doneThisYear', set)}${unit}${rates.length > 0 ? line`，${rates}` : ''}。`;
}

/** 按现行规则预判，红灯2个，黄灯1个，绿灯5个。 Nothing where no project is rated. */
export function lampCounts(facts: Facts): Block[] {
  const lit = worstFirst.filter((lamp) => facts[lamp].rows.length > 0);
  if (lit.length === 0) return [];
  const counts = lit.map((lamp) => line`${words.lampGlyph[lamp]}灯${facts.numbers.count(facts[lamp])}个`);
  return [paragraph(line`按现行规则预判，${joined(counts, '，')}。`)];
}

/** The problems that are not solved, one by one, with whose they are and since when. */
export function problemList({ numbers }: Facts, of: Rows, problems: readonly ReportedProblem[], namesProject: boolean): Block[] {
  if (problems.length === 0) return [paragraph(line`目前没有未解决的问题。`)];
  const whose = namesProject ? line`，涉及项目${numbers.count(of)}个` : [];
  const isCut = problems.length > MOST_TOLD;
  const parts = problems
    .slice(0, MOST_TOLD)
    .map((one) => ({ title: one.title.replace(/[。；，]+$/, ''), inlines: line`${told(one, namesProject)}` }));
  return [
    paragraph(
      line`未解决问题${numbers.sum('openProblems', of)}个${whose}${isCut ? '，其中历时较长的有' : parts.length === 1 ? '' : '，逐项如下'}${parts.length === 1 ? '。' : '：'}`,
    ),
    ...numbered(parts),
  ];
}

function told(one: ReportedProblem, namesProject: boolean): string {
  const project = namesProject ? `${one.projectName}（${one.unitName}），` : '';
  const owner = one.ownerName ? `由${one.ownerName}办理，` : '';
  const due = one.dueOn ? `，要求${shortDate(one.dueOn)}前解决` : '';
  const answer = one.answer ? `办理情况：${sentence(one.answer)}` : '';
  return `${project}${owner}${shortDate(one.raisedOn)}提出，已${one.days}日${due}。${answer}`;
}

/** Each project with its figures: the annex of whatever is about more than one. */
export function projectTable(facts: Facts, set: Rows, title: string): Annexed {
  const { numbers, unit } = facts;
  return {
    title,
    isLandscape: true,
    blocks: [
      {
        type: 'table',
        title: null,
        unitNote: `单位：${unit}、%（完成率为累计完成占序时计划）`,
        columns: [
          column('序号', 8),
          column('项目名称', 44, 'left'),
          column('责任单位', 19),
          column('类别', 17),
          column('阶段', 12),
          column('总投资', 17, 'right'),
          column('年度计划', 16, 'right'),
          column('累计完成', 16, 'right'),
          column('完成率', 12, 'right'),
          column('灯', 9),
          column('原因', 30, 'left'),
        ],
        rows: set.rows.map((row, at) => [
          cell(String(at + 1)),
          cell(row.name),
          cell(row.unitName),
          cell(row.category ?? words.kindShort[row.kind]),
          cell(words.stage[row.stage]),
          cell(numbers.one('totalInvestment', row)),
          cell(row.yearPlan === null ? NONE : numbers.one('yearPlan', row)),
          cell(numbers.one('doneThisYear', row)),
          cell(bare(numbers.rateOfOne('序时完成率', 'doneThisYear', 'plannedToDate', row))),
          cell(row.lamp === null ? NONE : { type: 'lamp', lamp: row.lamp, text: words.lampGlyph[row.lamp] }),
          cell(row.reasons.map((reason) => reason.text).join('、') || NONE),
        ]),
        total: [
          { inlines: line`合计`, span: 5 },
          cell(numbers.sum('totalInvestment', set)),
          cell(numbers.sum('yearPlan', set)),
          cell(numbers.sum('doneThisYear', set)),
          { inlines: [], span: 3 },
        ],
      },
    ],
  };
}

/** 甲项目（住建局）投资滞后22%；乙项目（水利局）… */
export function withReasons(set: Rows): string {
  return set.rows.map((row) => `${projectWithUnit(row)}${row.reasons.map((reason) => reason.text).join('、')}`).join('；');
}
