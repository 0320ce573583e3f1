import { startTimes } from '../board/entries.ts';
import type { Annex, Block, Document, Table } from '../documents/model.ts';
import { cell, line } from '../documents/numbers.ts';
import { longDate, shortDate } from '../documents/wording.ts';
import { words as named } from '../documents/words.ts';
import { dayOf } from '../kit/calendar.ts';
import { formatPercent, formatWan, type Money } from '../kit/money.ts';
import { sheetBlocks, words } from '../projects/sheet.ts';
import { peopleOf } from './attendees.ts';
import { standingText } from './decision-list.ts';
import type { Screen, ScreenItem, ScreenProject } from './screen.ts';

/** What is handed out is written from what the screen will show. */
export type HandoutInput = Pick<Screen, 'now' | 'meeting' | 'asOf' | 'items' | 'followUp'> & { seriesName: string };

/** How many rows a sheet to sign has at least; who comes besides finds one. */
const LEAST_ROWS = 20;

/** 会议材料: the agenda and the last decisions, then a page for each item. */
export function meetingPapers(input: HandoutInput): Document {
  return {
    ...handout(input, 'meeting-papers', '会议材料'),
    blocks: [...facts(input), { type: 'heading', level: 1, text: '一、会议议程' }, ...agenda(input), ...followUp(input)],
    annexes: input.items.map((item, at): Annex => {
      return { label: `议题${at + 1}`, title: item.title, isLandscape: false, blocks: itemBlocks(item, input) };
    }),
  };
}

/** 签到表: who is expected, by name or by the unit of an item, and empty rows. */
export function signInSheet(input: HandoutInput): Document {
  const units = [...new Set(input.items.flatMap(({ project }) => (project ? [project.figures.unitName] : [])))];
  const people = peopleOf(input.meeting.attendees);
  const expected = [
    ...people.map((name) => ['', name]),
    ...units.filter((unit) => !people.some((name) => name.includes(unit))).map((unit) => [unit, '']),
  ];
  const empty = Array.from({ length: Math.max(3, LEAST_ROWS - expected.length) }, () => ['', '']);
  const rows = [...expected, ...empty].map(([unit = '', name = ''], at) => [String(at + 1), unit, name, '', '', '']);
  const columns = [
    column('序号', 6, 'center'),
    column('单位', 20, 'left'),
    column('姓名', 20, 'center'),
    column('职务', 16, 'center'),
    column('联系电话', 18, 'center'),
    column('签名', 20, 'center'),
  ];
  return { ...handout(input, 'sign-in-sheet', '签到表'), blocks: [...facts(input), table(columns, rows)] };
}

function handout({ meeting, seriesName }: HandoutInput, kind: Document['kind'], name: string): Document {
  const nth = meeting.number === null ? '' : `第${meeting.number}次`;
  return {
    ...{ kind, period: meeting.week, isDraft: false, masthead: null, title: [`${nth}${seriesName}`, name] },
    ...{ salutation: null, blocks: [], annexes: [], imprint: null, rowSets: {} },
  };
}

function facts({ meeting }: HandoutInput): Block[] {
  const roll = (label: string, text: string | null): Block[] => (text ? [{ type: 'roll', label: `${label}：`, entries: [text] }] : []);
  return [...roll('时间', `${longDate(meeting.day)} ${meeting.time}`), ...roll('地点', meeting.place), ...roll('主持', meeting.host)];
}

function agenda({ meeting, items }: HandoutInput): Block[] {
  if (items.length === 0) return [plain('议程尚未确定。')];
  const starts = startTimes(
    meeting.time,
    items.map((item) => item.minutes),
  );
  const columns = [
    column('序号', 6, 'center'),
    column('议题', 40, 'left'),
    column('责任单位', 16, 'center'),
    column('上会原因', 26, 'left'),
    column('时间', 12, 'center'),
  ];
  const rows = items.map(({ title, reason, minutes, project }, at) => {
    return [String(at + 1), title, project?.figures.unitName ?? '—', reason ?? '—', `${starts[at]}，${minutes}分钟`];
  });
  return [table(columns, rows)];
}

function followUp({ followUp: decisions, now }: HandoutInput): Block[] {
  const heading: Block = { type: 'heading', level: 1, text: '二、以往议定事项落实情况' };
  if (decisions.length === 0) return [heading, plain('没有需要跟踪的议定事项。')];
  const columns = [
    column('序号', 6, 'center'),
    column('事项', 22, 'left'),
    column('议定内容', 38, 'left'),
    column('责任单位', 14, 'center'),
    column('时限', 10, 'center'),
    column('落实情况', 10, 'center'),
  ];
  const rows = decisions.map((one, at) => {
    return [String(at + 1), one.subject ?? '—', one.text, one.ownerName, shortDate(one.dueOn), standingText(one, dayOf(now))];
  });
  return [heading, table(columns, rows)];
}

function itemBlocks(item: ScreenItem, input: HandoutInput): Block[] {
  return [
    ...words('上会原因：', item.reason, 120),
    ...words('单位说明：', item.note, 180),
    ...words('单位提请：', item.project?.figures.request ?? null, 120),
    ...(item.project ? projectBlocks(item.project, input) : []),
    { type: 'heading', level: 1, text: '记录：' },
  ];
}

function projectBlocks({ figures, lampReason, problems, lastDecisions }: ScreenProject, { asOf, now }: HandoutInput): Block[] {
  const wan = (amount: Money | null) => (amount === null ? null : `${formatWan(amount)}万元`);
  const rate = figures.plannedToDate ? formatPercent(figures.doneThisYear, figures.plannedToDate) : null;
  const step = figures.nextStep;
  const lamp = figures.lamp && [`${named.lampGlyph[figures.lamp]}灯`, lampReason].filter(Boolean).join('：');
  return sheetBlocks({
    asOf,
    facts: [
      ['责任单位', figures.unitName],
      ['包保领导', figures.leaderName],
      ['类别', `${named.kind[figures.kind]} · ${named.level[figures.level]}`],
      ['阶段', `${named.stage[figures.stage]} · ${named.yearClass[figures.yearClass]}`],
      ['总投资', wan(figures.totalInvestment)],
      ['年度计划', wan(figures.yearPlan)],
      ['序时计划', wan(figures.plannedToDate)],
      ['今年完成', wan(figures.doneThisYear)],
      ['序时完成率', rate && `${rate}%`],
      ['开工以来完成', wan(figures.doneSinceStart)],
      ['红黄绿（预判）', lamp],
      ['手续办结', `${figures.stepsDone} / ${figures.stepsNeeded} 项`],
    ],
    content: null,
    progress: figures.progress,
    steps: step
      ? [{ name: step.name, agency: null, state: step.overdueDays > 0 ? `超期${step.overdueDays}个工作日` : '在办', due: step.dueOn }]
      : [],
    problems: problems.map(({ title, ownerName: owner, dueOn: due }) => ({ title, owner, due })),
    decisions: lastDecisions.map((one) => ({ text: one.text, owner: one.ownerName, due: one.dueOn, state: standingText(one, dayOf(now)) })),
    members: [],
  });
}

function column(header: string, width: number, align: 'left' | 'center'): Table['columns'][number] {
  return { header, group: null, width, align };
}

function table(columns: Table['columns'], rows: readonly (readonly string[])[]): Table {
  return { type: 'table', title: null, unitNote: null, columns, rows: rows.map((texts) => texts.map((text) => cell(text))), total: null };
}

function plain(text: string): Block {
  return { type: 'paragraph', lead: null, inlines: line`${text}` };
}
