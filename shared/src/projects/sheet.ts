import type { Block, Document, Table } from '../documents/model.ts';
import { cell, line } from '../documents/numbers.ts';
import { longDate } from '../documents/wording.ts';
import type { Day } from '../kit/calendar.ts';
import { widthOf } from '../kit/text.ts';

/** What a project's one page 一页纸 is written from; every value as it is printed, null where there is none. */
export type SheetInput = {
  name: string;
  asOf: Day;
  /** Label and value, in pairs from left to right. */
  facts: readonly (readonly [label: string, value: string | null])[];
  content: string | null;
  progress: string | null;
  steps: readonly { name: string; agency: string | null; state: string; due: string | null }[];
  problems: readonly { title: string; owner: string | null; due: string | null }[];
  decisions: readonly { text: string; owner: string; due: string; state: string }[];
  /** 专班, the leader first; phone numbers do not go on paper. */
  members: readonly { name: string; duty: string }[];
};

/** What fits on one page however long the words are. */
const most = { steps: 5, problems: 3, decisions: 3, members: 4 };

/** A text no wider than so many full-width characters, so that a code of digits is not cut; what was left out is marked. */
function clipped(text: string, width: number): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (widthOf(whole) <= width) return whole;
  let kept = '';
  for (const character of whole) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The blocks of a project's one page: the facts, where it stands, and what holds it up. */
export function sheetBlocks(input: Omit<SheetInput, 'name'>): Block[] {
  const { steps, problems, decisions, members } = input;
  return [
    facts(input),
    ...words('建设内容：', input.content, 90),
    ...words('最近进展：', input.progress, 90),
    ...(members.length === 0
      ? []
      : words(
          '专班：',
          members
            .slice(0, most.members)
            .map(({ name, duty }) => `${clipped(name, 8)}（${clipped(duty, 10)}）`)
            .join('、'),
          90,
        )),
    ...listed(
      '手续',
      steps.length,
      most.steps,
      ['事项', '审批部门', '状态', '时限'],
      [...steps.slice(0, most.steps).map((step) => [clipped(step.name, 22), clipped(step.agency ?? '—', 7), step.state, step.due ?? '—'])],
    ),
    ...listed(
      '未解决问题',
      problems.length,
      most.problems,
      ['问题', '责任单位', '时限'],
      [
        ...problems
          .slice(0, most.problems)
          .map((problem) => [clipped(problem.title, 26), clipped(problem.owner ?? '—', 8), problem.due ?? '—']),
      ],
    ),
    ...listed(
      '例会议定',
      decisions.length,
      most.decisions,
      ['议定事项', '责任单位', '时限', '状态'],
      [...decisions.slice(0, most.decisions).map((each) => [clipped(each.text, 22), clipped(each.owner, 7), each.due, each.state])],
    ),
  ];
}

/** A project on one A4 page. */
export function projectSheet(input: SheetInput): Document {
  return {
    kind: 'project-sheet',
    period: input.asOf,
    isDraft: false,
    masthead: null,
    title: [input.name],
    salutation: null,
    blocks: sheetBlocks(input),
    annexes: [],
    imprint: null,
    rowSets: {},
  };
}

function facts({ asOf, facts: pairs }: Pick<SheetInput, 'asOf' | 'facts'>): Table {
  const rows = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = [pairs[at], pairs[at + 1]].flatMap((pair) => [pair?.[0] ?? '', clipped(pair?.[1] ?? '—', 15)]);
    rows.push(cells.map((text) => cell(text)));
  }
  const column = (header: string, width: number, align: 'left' | 'center') => ({ header, group: null, width, align });
  return {
    type: 'table',
    title: null,
    unitNote: `截至${longDate(asOf)}`,
    columns: [column('项目', 18, 'center'), column('情况', 32, 'left'), column('项目', 18, 'center'), column('情况', 32, 'left')],
    rows,
    total: null,
  };
}

/** A labelled paragraph, cut to so many characters; nothing where there are no words. */
export function words(label: string, text: string | null, length: number): Block[] {
  if (!text?.trim()) return [];
  return [{ type: 'paragraph', lead: { level: 1, text: label }, inlines: line`${clipped(text, length)}` }];
}

/** A table of the first of a list; how many there are stands in its title. */
function listed(title: string, count: number, shown: number, headers: readonly string[], rows: readonly (readonly string[])[]): Block[] {
  if (count === 0) return [];
  const [first = '', ...others] = headers;
  const column = (header: string, width: number, align: 'left' | 'center') => ({ header, group: null, width, align });
  return [
    {
      type: 'table',
      title: count > shown ? `${title}（共 ${count} 项，列前 ${shown} 项）` : `${title}（${count} 项）`,
      unitNote: null,
      columns: [column(first, 54, 'left'), ...others.map((header) => column(header, others.length > 2 ? 20 : 22, 'center'))],
      rows: rows.map((texts) => texts.map((text) => cell(text))),
      total: null,
    },
  ];
}
