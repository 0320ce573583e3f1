import type { NamedRows } from '../documents/numbers.ts';
import { numbersFrom } from '../documents/numbers.ts';
import { hasHappened, hasPlan, isDue, isEarlyStart, isLateStart, isToRegister, isToStart } from '../figures/membership.ts';
import { addMonths, lastDayOfMonth } from '../kit/calendar.ts';
import { formatWan, formatYi, zero } from '../kit/money.ts';
import { stageNumber } from '../projects/schema.ts';
import type { BulletinInput, BulletinRow } from './input.ts';
import { usualStyle } from './style.ts';

/** The figures of a row that a bulletin adds up. */
const fields = {
  totalInvestment: { label: '总投资', read: (row: BulletinRow): number => row.totalInvestment, isMoney: true },
  yearPlan: { label: '年度计划投资', read: (row: BulletinRow): number => row.yearPlan ?? zero, isMoney: true },
  plannedToDate: { label: '序时计划投资', read: (row: BulletinRow): number => row.plannedToDate ?? zero, isMoney: true },
  doneThisYear: { label: '本年完成投资', read: (row: BulletinRow): number => row.doneThisYear, isMoney: true },
  doneSinceStart: { label: '开工以来完成投资', read: (row: BulletinRow): number => row.doneSinceStart, isMoney: true },
  openProblems: { label: '未销号问题', read: (row: BulletinRow): number => row.openProblems, isMoney: false },
  stepsNeeded: { label: '联审联批事项', read: (row: BulletinRow): number => row.stepsNeeded, isMoney: false },
  stepsDone: { label: '已办结事项', read: (row: BulletinRow): number => row.stepsDone, isMoney: false },
  overdueDays: { label: '手续超期工作日', read: (row: BulletinRow): number => row.nextStep?.overdueDays ?? 0, isMoney: false },
};

/** A set of projects that the bulletin speaks of, under the name by which its numbers refer to it. */
export type Rows = NamedRows<BulletinRow>;
/** What the chapters of a bulletin are written from. */
export type Facts = ReturnType<typeof factsOf>;

/** Of what a document is written from, the part that its sets of rows are made of. */
export type FactsInput = Pick<BulletinInput, 'month' | 'rows' | 'praise' | 'criticise' | 'style'>;

/** The sets of rows that a month's bulletin speaks of, and the numbers that count them. */
export function factsOf(input: FactsInput) {
  const style = input.style ?? usualStyle;
  const money = style.moneyUnit === 'wan' ? formatWan : formatYi;
  const numbers = numbersFrom<BulletinRow, keyof typeof fields>({
    period: input.month,
    of: 'project',
    idOf: (row) => row.projectId,
    nameOf: (row) => row.name,
    fields,
    money,
    decimals: style.rateDecimals,
  });
  const monthEnd = lastDayOfMonth(input.month);
  const named = (key: string, label: string, filter: Record<string, string>, isIn: (row: BulletinRow) => boolean): Rows =>
    numbers.name(key, label, filter, listed.filter(isIn));

  const listed = input.rows.filter((row) => row.standing === 'active');
  const inOrder = (ids: readonly string[]) => ids.flatMap((id) => listed.filter((row) => row.projectId === id));
  const isPlannedStart = (row: BulletinRow) => isToStart(row) && (style.startBasis === 'year' || isDue(row.plannedStart, monthEnd));
  return {
    numbers,
    style,
    /** What money is counted in, and how an amount is printed in it. */
    unit: style.moneyUnit === 'wan' ? '万元' : '亿元',
    money,
    /** A set of rows under a name of its own, for a chapter that needs one. */
    named,
    monthEnd,
    previousMonth: addMonths(input.month, -1),
    all: numbers.name('all', '在库项目', { standing: 'active' }, listed),
    suspended: numbers.name(
      'suspended',
      '停建项目',
      { standing: 'suspended' },
      input.rows.filter((row) => row.standing === 'suspended'),
    ),
    key: named('key', '重点项目', { kind: 'key' }, (row) => row.kind === 'key'),
    reconstruction: named('reconstruction', '灾后恢复重建项目', { kind: 'reconstruction' }, (row) => row.kind === 'reconstruction'),
    planned: named('planned', '列有年度投资计划的项目', { plan: 'year' }, hasPlan),
    green: named('green', '绿灯项目', { lamp: 'green' }, (row) => row.lamp === 'green'),
    yellow: named('yellow', '黄灯项目', { lamp: 'yellow' }, (row) => row.lamp === 'yellow'),
    red: named('red', '红灯项目', { lamp: 'red' }, (row) => row.lamp === 'red'),
    unrated: named('unrated', '未评灯项目', { lamp: 'none' }, (row) => row.lamp === null),
    turnedRed: named('turnedRed', '新转红灯项目', { lamp: 'red', previousLamp: 'not-red' }, (row) => {
      return row.lamp === 'red' && row.previousLamp !== null && row.previousLamp !== 'red';
    }),
    stillRed: named('stillRed', '连续两个月红灯项目', { lamp: 'red', previousLamp: 'red' }, (row) => {
      return row.lamp === 'red' && row.previousLamp === 'red';
    }),
    praise: numbers.name('praise', '通报表扬项目', { nomination: 'praise' }, inOrder(input.praise)),
    criticise: numbers.name('criticise', '通报批评项目', { nomination: 'criticise' }, inOrder(input.criticise)),
    toStart: named('toStart', '年度计划新开工项目', { yearClass: 'new', basis: style.startBasis }, isPlannedStart),
    started: named(
      'started',
      '已开工的年度计划新开工项目',
      { yearClass: 'new', start: 'done', basis: style.startBasis },
      (row) => isPlannedStart(row) && hasHappened(row.actualStart, monthEnd),
    ),
    finished: named('finished', '竣工、投产项目', { stage: 'completed' }, (row) => stageNumber(row.stage) >= stageNumber('completed')),
    preparing: named('preparing', '前期项目', { stage: 'preparing' }, (row) => stageNumber(row.stage) < stageNumber('started')),
    lateStart: named('lateStart', '应开未开项目', { start: 'late' }, (row) => isLateStart(row, monthEnd)),
    earlyStart: named('earlyStart', '提前开工项目', { start: 'early' }, (row) => isEarlyStart(row, monthEnd)),
    withSteps: named('withSteps', '列有联审联批事项的项目', { steps: 'needed' }, (row) => row.stepsNeeded > 0),
    withOwed: named('withOwed', '有未办结事项的项目', { steps: 'owed' }, (row) => row.stepsOwed.length > 0),
    overdueStep: named('overdueStep', '手续超期项目', { step: 'overdue' }, (row) => (row.nextStep?.overdueDays ?? 0) > 0),
    withProblems: named('withProblems', '有未销号问题的项目', { problems: 'open' }, (row) => row.openProblems > 0),
    toRegister: named('toRegister', '应入库项目', { registration: 'needed' }, isToRegister),
    registered: named('registered', '已入库项目', { registration: 'done' }, (row) => isToRegister(row) && row.isRegistered),
    unregistered: named('unregistered', '应入未入库项目', { registration: 'missing' }, (row) => isToRegister(row) && !row.isRegistered),
  };
}

/** 夏侯棚户区改造安置住房建设项目（住建局） */
export function projectWithUnit(row: BulletinRow): string {
  return `${row.name}（${row.unitName}）`;
}

/** All of a set by name, each with its unit. */
export function namesOf(rows: Rows): string {
  return rows.rows.map(projectWithUnit).join('、');
}
