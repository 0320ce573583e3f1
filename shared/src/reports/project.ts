import type { Facts, Rows } from '../bulletins/facts.ts';
import type { BulletinRow } from '../bulletins/input.ts';
import { paragraph } from '../bulletins/overview.ts';
import { column, NONE } from '../bulletins/tables.ts';
import type { Block, Table } from '../documents/model.ts';
import { cell, joined, line } from '../documents/numbers.ts';
import { longDate, longMonth, shortDate } from '../documents/wording.ts';
import { words } from '../documents/words.ts';
import { weekNumber } from '../kit/calendar.ts';
import { stageNumber } from '../projects/schema.ts';
import type { ProjectMatters, ReportInput } from './input.ts';
import { problemList, type Section, sentence, yearOf } from './parts.ts';

/** A 专报 on one project: what it is, how far it has come, what holds it up, and what was said and decided. */
export function projectSections(input: ReportInput, facts: Facts, row: BulletinRow, matters: ProjectMatters): Section[] {
  const own = facts.numbers.name('project', row.name, { project: row.projectId }, [row]);
  return [
    { title: '项目概况', blocks: about(facts, row, matters) },
    { title: '进展情况', blocks: progress(input, facts, own, row, matters) },
    { title: '手续办理', blocks: approvals(facts, row, matters) },
    { title: '存在问题', blocks: problemList(facts, own, input.problems, false) },
    { title: '议定事项和领导批示', blocks: said(matters) },
    { title: '下一步工作', blocks: next(input, row, matters) },
  ];
}

function about({ numbers, unit }: Facts, row: BulletinRow, { code, content, plannedFinish }: ProjectMatters): Block[] {
  const planned = row.plannedStart ? `计划${longMonth(row.plannedStart)}开工，` : '';
  const started = row.actualStart
    ? `已于${longDate(row.actualStart)}开工`
    : stageNumber(row.stage) < stageNumber('started')
      ? '尚未开工'
      : '';
  const finished = row.actualFinish
    ? `，已于${longDate(row.actualFinish)}竣工`
    : plannedFinish
      ? `，计划${longMonth(plannedFinish)}竣工`
      : '';
  const dates = started === '' ? '' : `${planned}${started}${finished}。`;
  const kind = row.kind === 'key' ? words.kind.key : `${words.kind.reconstruction}项目`;
  const standing = row.standing === 'active' ? '' : `，已${words.standing[row.standing]}`;
  return [
    paragraph(
      line`${row.name}${code ? `（项目代码${code}）` : ''}为${words.level[row.level]}${kind}${row.category ? `，属${row.category}类` : ''}，年度分类为${words.yearClass[row.yearClass]}${row.track ? `，实行${words.track[row.track]}` : ''}，由${row.unitName}负责${row.leaderName ? `，${row.leaderName}包保` : ''}。总投资${numbers.one('totalInvestment', row)}${unit}。${dates}目前处于${words.stage[row.stage]}阶段${standing}。`,
    ),
    ...(content ? [titled('建设内容', sentence(content))] : []),
  ];
}

function progress({ asOf }: ReportInput, facts: Facts, own: Rows, row: BulletinRow, { returns }: ProjectMatters): Block[] {
  const { numbers, unit } = facts;
  const ofTotal = numbers.rateOfOne('投资完成率', 'doneSinceStart', 'totalInvestment', row);
  const since = line`开工以来完成投资${numbers.one('doneSinceStart', row)}${unit}${ofTotal ? line`，为总投资的${ofTotal}` : ''}。`;
  const reasons = row.reasons.map((reason) => reason.text).join('、');
  return [
    paragraph(line`截至${longDate(asOf)}，${yearOf(facts, own)}${since}`),
    ...(row.lamp === null
      ? []
      : [paragraph(line`按现行规则预判为${words.lampGlyph[row.lamp]}灯${reasons === '' ? '' : `：${reasons}`}。`)]),
    ...(returns.length === 0
      ? [paragraph(line`责任单位还没有报送过进展。`)]
      : [titled('近期填报', returns.map((one) => `第${weekNumber(one.week)}周：${sentence(one.progress) || '无新进展。'}`).join(''))]),
  ];
}

function approvals({ numbers }: Facts, row: BulletinRow, { steps }: ProjectMatters): Block[] {
  const rate = numbers.rateOfOne('手续办结率', 'stepsDone', 'stepsNeeded', row);
  if (rate === null) return [paragraph(line`台账中没有需要办理的手续。`)];
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: null,
    columns: [column('未办结事项', 40, 'left'), column('审批部门', 24), column('状态', 22), column('时限', 18)],
    rows: steps.map((step) => [
      cell(step.name),
      cell(step.agency ?? NONE),
      cell(step.state),
      cell(step.dueOn ? shortDate(step.dueOn) : NONE),
    ]),
    total: null,
  };
  return [
    paragraph(
      line`需办手续${numbers.one('stepsNeeded', row)}项，已办结${numbers.one('stepsDone', row)}项，办结率${rate}${steps.length > 0 ? '，未办结事项如下：' : '。'}`,
    ),
    ...(steps.length > 0 ? [table] : []),
  ];
}

function said({ decisions, remarks }: ProjectMatters): Block[] {
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: null,
    columns: [column('例会议定事项', 44, 'left'), column('责任单位', 19), column('时限', 17), column('落实情况', 24)],
    rows: decisions.map((one) => [cell(one.text), cell(one.ownerName), cell(shortDate(one.dueOn)), cell(one.state)]),
    total: null,
  };
  return [
    ...(decisions.length > 0 ? [table] : []),
    ...remarks.map(({ leaderName, text, on }) => paragraph(line`${leaderName}${longDate(on)}批示：“${text.trim()}”`)),
  ];
}

/** What the unit means to do, what it asks for, and what is asked of it. */
function next({ district }: ReportInput, row: BulletinRow, { returns }: ProjectMatters): Block[] {
  const [last] = returns;
  const meant = last?.nextStep ? line`责任单位下一步打算：${sentence(last.nextStep)}` : [];
  const asked = last?.request ? line`提请协调：${sentence(last.request)}` : [];
  const said = joined(
    [meant, asked].filter((one) => one.length > 0),
    '',
  );
  return [
    ...(said.length > 0 ? [paragraph(said)] : []),
    paragraph(line`${row.unitName}要对照上述情况逐项排出时间表，按周推进；${district.issuingOffice}跟踪调度，重要情况随时报告。`),
  ];
}

function titled(title: string, text: string): Block {
  return { type: 'paragraph', lead: { level: 2, text: `${title}。` }, inlines: line`${text}` };
}
