import type { Cell, Inline, Table } from '../documents/model.ts';
import { cell } from '../documents/numbers.ts';
import { shortDate } from '../documents/wording.ts';
import { hasPlan } from '../figures/membership.ts';
import { type Day, monthNumber } from '../kit/calendar.ts';
import type { Facts } from './facts.ts';
import type { BulletinInput, BulletinRow } from './input.ts';
import { fullOutline, type Outline, type SectionId } from './outline.ts';
import { type Annexed, bare, classTable, column, NONE, owedTable, unitTable } from './tables.ts';

/** What one month's annexes are, in the outline's order, without their numbers. */
export function annexes(input: BulletinInput, facts: Facts, outline: Outline): Annexed[] {
  const written: Partial<Record<SectionId, Annexed | null>> = {
    lampTable: lampTable(input, facts),
    rectification: rectification(input, facts),
    unitTable: unitTable(input, facts),
    classTable: classTable(input, facts),
    owedTable: owedTable(facts),
  };
  return fullOutline(outline).flatMap(({ id, isOn }) => {
    const annex = isOn ? written[id] : null;
    return annex ? [{ ...annex, section: id }] : [];
  });
}

function lampTable(input: BulletinInput, facts: Facts): Annexed | null {
  const { numbers, red, yellow } = facts;
  const rows = [...red.rows, ...yellow.rows];
  if (rows.length === 0) return null;
  const colours = [red.rows.length > 0 ? '红灯' : '', yellow.rows.length > 0 ? '黄灯' : ''].filter((word) => word !== '');
  const listed = numbers.name(
    'listed',
    `${colours.join('、')}项目`,
    { lamp: colours.length === 2 ? 'red,yellow' : red.rows.length > 0 ? 'red' : 'yellow' },
    rows,
  );
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: `单位：${facts.unit}、%（完成率为累计完成占序时计划）`,
    columns: [
      column('序号', 9),
      column('项目名称', 43, 'left'),
      column('责任单位', 19),
      column('包保领导', 15.5),
      column('类别', 9),
      column('年度计划', 15.5, 'right', '投资完成'),
      column('序时计划', 15.5, 'right', '投资完成'),
      column('累计完成', 15.5, 'right', '投资完成'),
      column('完成率', 12.5, 'right', '投资完成'),
      column('灯', 10, 'center', '评定'),
      column('原因', 27, 'left', '评定'),
      column('名称', 19, 'left', '下一手续'),
      column('时限', 14.5, 'center', '下一手续'),
    ],
    rows: rows.map((row, index) => [
      cell(String(index + 1)),
      cell(row.name),
      cell(row.unitName),
      cell(row.leaderName ?? NONE),
      cell(row.kind === 'key' ? '重点' : '重建'),
      cell(row.yearPlan === null ? NONE : numbers.one('yearPlan', row)),
      cell(row.plannedToDate === null ? NONE : numbers.one('plannedToDate', row)),
      cell(numbers.one('doneThisYear', row)),
      cell(bare(numbers.rateOfOne('序时完成率', 'doneThisYear', 'plannedToDate', row))),
      cell(row.lamp === null ? NONE : { type: 'lamp', lamp: row.lamp, text: row.lamp === 'red' ? '红' : '黄' }),
      cell(row.reasons.map((reason) => reason.text).join('、') || NONE),
      cell(row.nextStep?.name ?? NONE),
      stepLimit(row, facts),
    ]),
    total: [
      { inlines: [{ type: 'text', text: '合计' }], span: 2 },
      { inlines: lampTotals(facts), span: 3 },
      cell(numbers.sum('yearPlan', listed)),
      cell(numbers.sum('plannedToDate', listed)),
      cell(numbers.sum('doneThisYear', listed)),
      cell(rows.every(hasPlan) ? bare(numbers.rate('序时完成率', 'doneThisYear', 'plannedToDate', listed)) : NONE),
      { inlines: [], span: 4 },
    ],
  };
  return { title: `${monthNumber(input.month)}月份${colours.join('、')}项目情况表`, isLandscape: true, blocks: [table] };
}

function lampTotals({ numbers, red, yellow }: Facts): Inline[] {
  const parts: Inline[] = [];
  if (red.rows.length > 0) parts.push({ type: 'text', text: '红灯' }, numbers.count(red));
  if (yellow.rows.length > 0) parts.push({ type: 'text', text: parts.length > 0 ? '，黄灯' : '黄灯' }, numbers.count(yellow));
  return parts;
}

function stepLimit(row: BulletinRow, facts: Facts): Cell {
  if (row.nextStep === null) return cell(NONE);
  if (row.nextStep.overdueDays > 0) {
    return { inlines: [{ type: 'text', text: '超期' }, facts.numbers.one('overdueDays', row), { type: 'text', text: '日' }], span: 1 };
  }
  return cell(row.nextStep.due?.slice(5) ?? NONE);
}

/** The red projects' deadlines: the step's own where it still lies ahead, else the day for all. */
function rectification(input: BulletinInput, facts: Facts): Annexed | null {
  const limitOf = (row: BulletinRow): Day | null => {
    const due = row.nextStep?.due ?? null;
    return due !== null && due > facts.monthEnd ? due : input.rectifyBy;
  };
  if (!facts.red.rows.some((row) => limitOf(row) !== null)) return null;
  const table: Table = {
    type: 'table',
    title: null,
    unitNote: null,
    columns: [
      column('序号', 8),
      column('项目名称', 35, 'left'),
      column('责任单位', 19),
      column('整改内容', 24, 'left'),
      column('时限', 14),
    ],
    rows: facts.red.rows.map((row, index) => {
      const limit = limitOf(row);
      const task = row.nextStep === null ? row.reasons.map((reason) => reason.text).join('、') : `办结${row.nextStep.name}`;
      return [
        cell(String(index + 1)),
        cell(row.name),
        cell(row.unitName),
        cell(task || NONE),
        cell(limit === null ? NONE : shortDate(limit)),
      ];
    }),
    total: null,
  };
  return { title: '红灯项目整改时限表', isLandscape: false, blocks: [table] };
}
