import type { Correctable, FigureCorrection } from '../cuts/corrections.ts';
import { line } from '../documents/numbers.ts';
import { longDate } from '../documents/wording.ts';
import { Day, monthNumber } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import { yuan } from '../kit/money.ts';
import type { Facts } from './facts.ts';
import type { BulletinInput } from './input.ts';
import type { Part } from './lists.ts';

/** So many projects are named; the month's own page lists them all. */
const MOST_NAMED = 20;

const words: Record<Correctable, string> = {
  doneThisYear: '本年完成投资',
  yearPlan: '年度计划投资',
  plannedToDate: '序时计划投资',
  actualStart: '实际开工日期',
  isRegistered: '入库情况',
};

/** 上月更正: what was put right of the month before since it was cut, as it was kept with this month's cut. */
export function corrected({ corrected: given }: Pick<BulletinInput, 'corrected'>, facts: Facts): Part[] {
  if (!given || given.corrections.length === 0) return [];
  const byProject = [...groupBy(given.corrections, ({ projectId }) => projectId)];
  const ids = new Set(byProject.map(([id]) => id));
  const set = facts.named('corrected', '上月数据有更正的项目', { corrected: given.month }, (row) => ids.has(row.projectId));
  // A project that has left the list since is named, and counted in words alone.
  const count = set.rows.length === ids.size ? line`${facts.numbers.count(set)}` : line`${String(ids.size)}`;
  const told = byProject.slice(0, MOST_NAMED).map(([, own]) => toldOf(own, facts));
  const rest = byProject.length > MOST_NAMED ? '等' : '';
  const month = `${monthNumber(given.month)}月份`;
  return [
    {
      title: '上月更正',
      inlines: line`${month}数据定格后，${count}个项目的月末数据经核实更正：${told.join('；')}${rest}。更正数计入本月，${month}通报不再改动。`,
    },
  ];
}

function toldOf(own: readonly FigureCorrection[], facts: Facts): string {
  const [first] = own;
  if (!first) return '';
  const changes = own.map((one) => `${words[one.field]}由${said(one.cut, facts)}更正为${said(one.now, facts)}`);
  return `${first.name}（${first.unitName}）${changes.join('，')}`;
}

function said(value: FigureCorrection['cut'], facts: Facts): string {
  if (value === null) return '空白';
  if (typeof value === 'number') return `${facts.money(yuan(value))}${facts.unit}`;
  if (typeof value === 'boolean') return value ? '已入库' : '未入库';
  const on = Day.safeParse(value);
  return on.success ? longDate(on.data) : value;
}
