import { type Day, type Month, monthOf, monthsBetween } from '../kit/calendar.ts';
import { formatPercent, formatWan, type Money, yuan } from '../kit/money.ts';
import { type Metric, type MetricUnit, metricKinds } from './metrics.ts';
import { dimensionName } from './names.ts';
import type { OutOfScope, Reason } from './result.ts';
import type { Band, Lamp } from './schema.ts';

const lamps: { readonly [L in Lamp]: string } = { green: '绿灯', yellow: '黄灯', red: '红灯' };

const units: { readonly [U in MetricUnit]: string } = {
  percent: '%',
  points: ' 个百分点',
  months: ' 个月',
  days: ' 天',
  workdays: ' 个工作日',
  places: ' 名',
};

const subjects: { readonly [M in Metric]: string } = {
  relativeShortfall: '滞后',
  lagPoints: '滞后',
  ratioToPlan: '完成序时',
  ratioToYear: '完成年度计划',
  monthsPastPlannedStart: '应开未开',
  monthsUnregisteredSinceStart: '开工后未入库',
  daysPastPlannedStart: '开工逾期',
  daysPastPlannedFinish: '竣工逾期',
  stepOverdueWorkdays: '手续超期',
  paymentRatio: '支付达到要求的',
  tasksMissedInARow: '连续未完成月度任务',
  taskShortfall: '月度任务差',
  rankFromEnd: '排名倒数第',
  growthBelowPlan: '增速低于计划',
  growthBelowAverage: '增速低于平均',
};

/** What a card says of a project without a lamp. */
export const unjudgedZh: { readonly [W in OutOfScope | 'nothing']: string } = {
  suspended: '停建',
  withdrawn: '已退出',
  finished: '已竣工',
  'not-in-scope': '不在评灯范围',
  nothing: '未评',
};

/** A reason in four to eight characters. */
export function shortZh(reason: Reason, figure: string): string {
  const text = reason.streak || reason.recovery || reason.lamp !== 'green' ? badZh(reason, figure) : goodZh(reason);
  return reason.exemption ? `免评：${text}` : text;
}

function goodZh({ facts }: Reason): string {
  switch (facts.code) {
    case 'investment':
      return '按期推进';
    case 'start':
      return facts.actualStart ? '已开工' : '未到开工期';
    case 'milestone':
      if (facts.milestone === 'start') return facts.reachedOn ? '已开工' : '未到开工期';
      return facts.reachedOn ? '已竣工' : '未到竣工期';
    case 'registration':
      return facts.registeredOn ? '已入库' : '入库期内';
    case 'payment':
      return '按要求支付';
    case 'approvals':
      return facts.count ? '手续基本按期' : '手续按期';
    case 'tasks':
    case 'task':
      return '完成月度任务';
    case 'rank':
      return `第 ${facts.of - facts.place + 1} 名`;
    case 'growth':
      return '增速达标';
  }
}

function badZh(reason: Reason, figure: string): string {
  const { facts, metric } = reason;
  if (reason.recovery) return facts.code === 'task' ? '月度任务已补齐' : '红灯整改观察';
  if (reason.streak) return `${dimensionName(nameOf(reason)).zh}连续 ${reason.streak.months} 月${lamps[reason.streak.lamp].charAt(0)}`;
  switch (facts.code) {
    case 'investment':
      if (metric === 'ratioToPlan' || metric === 'ratioToYear') return `${subjects[metric]} ${figure}%`;
      return metric === 'lagPoints' ? `投资滞后 ${figure} 个百分点` : `投资滞后 ${figure}%`;
    case 'start':
      return `应开未开 ${facts.months} 个月`;
    case 'milestone':
      return `${facts.milestone === 'start' ? '开工' : '竣工'}逾期 ${facts.days} 天`;
    case 'registration':
      return facts.extraDays > 0 ? `未入库超 ${facts.fullMonths} 个月` : `未入库 ${facts.fullMonths} 个月`;
    case 'payment':
      return `支付仅达 ${figure}%`;
    case 'approvals':
      return facts.worst ? `${facts.worst.name}超期 ${facts.worst.overdueWorkdays} 日` : '手续按期';
    case 'tasks':
      return facts.missed > 1 ? `连续 ${facts.missed} 月未完成任务` : '未完成月度任务';
    case 'task':
      return `月度任务差 ${figure}%`;
    case 'rank':
      return `排名倒数第 ${facts.place}`;
    case 'growth':
      return `${subjects[metric]} ${figure} 个百分点`;
  }
}

function nameOf({ dimension, name }: Reason) {
  return { id: dimension, name };
}

/** A reason in full: dimension, figures, rule, since when, what would turn it, exemption. */
export function longZh(reason: Reason, figure: string): string {
  const parts = [
    `${dimensionName(nameOf(reason)).zh}：截至${dayZh(reason.asOf)}，${factsZh(reason, figure)}。`,
    `规则：${ruleZh(reason)}。`,
  ];
  if (reason.since && reason.lamp !== 'green') parts.push(sinceZh(reason.since, reason));
  if (reason.turn && !reason.exemption) parts.push(turnZh(reason.turn, reason.metric));
  if (reason.exemption) {
    const { kind, reason: why, approvedBy, until } = reason.exemption;
    const ground = kind === 'justified' ? '正当理由' : '不可抗力';
    parts.push(`经${approvedBy}同意以${ground}免评${until ? `至${dayZh(until)}` : ''}：${why}。`);
  }
  return parts.join('');
}

function factsZh({ facts, metric }: Reason, figure: string): string {
  switch (facts.code) {
    case 'investment': {
      const gap = facts.plannedToDate - facts.doneThisYear;
      const money = `${doneZh(facts)}，序时应完成 ${wan(facts.plannedToDate)} 万元`;
      if (metric === 'ratioToPlan') return `${money}，完成序时的 ${figure}%`;
      if (metric === 'ratioToYear') return `${doneZh(facts)}，年度计划 ${wan(facts.yearPlan ?? yuan(0))} 万元，完成 ${figure}%`;
      if (gap <= 0) return `${money}，达到序时进度`;
      const lag = `${money}，差 ${wan(yuan(gap))} 万元，滞后 ${figure}`;
      return metric === 'lagPoints' ? `${lag} 个百分点` : `${lag}%`;
    }
    case 'start':
      if (facts.actualStart) return `已于${dayZh(facts.actualStart)}开工`;
      if (facts.months === 0) return `计划 ${facts.plannedStart ?? ''} 开工，未到期`;
      return `计划 ${facts.plannedStart ?? ''} 开工，尚未开工，已过 ${facts.months} 个月末`;
    case 'milestone': {
      const what = facts.milestone === 'start' ? '开工' : '竣工';
      if (facts.reachedOn) return `已于${dayZh(facts.reachedOn)}${what}`;
      const due = `应于${dayZh(facts.dueOn)}前${what}`;
      return facts.days > 0 ? `${due}，尚未${what}，逾期 ${facts.days} 天` : `${due}，未到期`;
    }
    case 'registration':
      if (facts.registeredOn) return `${dayZh(facts.startedOn)}开工，已于${dayZh(facts.registeredOn)}入库`;
      return `${dayZh(facts.startedOn)}开工，${facts.fullMonths} 个月${facts.extraDays ? `零 ${facts.extraDays} 天` : ''}未入库`;
    case 'payment':
      return `已支付 ${wan(facts.paid)} 万元，应支付 ${wan(facts.required)} 万元，达到 ${figure}%`;
    case 'approvals': {
      if (!facts.worst) return '没有手续超期';
      const { name, agency, overdueWorkdays, dueOn } = facts.worst;
      const others = facts.count > 1 ? `，共 ${facts.count} 项超期` : '';
      return `${name}${agency ? `（${agency}）` : ''}应于${dayZh(dueOn)}办结，超期 ${overdueWorkdays} 个工作日${others}`;
    }
    case 'tasks': {
      if (!facts.last) return '还没有到期的月度任务';
      const { month, planned, done } = facts.last;
      const last = `${monthZh(month)}任务 ${wan(planned)} 万元，完成 ${wan(done)} 万元`;
      return facts.missed > 0 ? `${last}，连续 ${facts.missed} 个月未完成` : `${last}，已完成`;
    }
    case 'task': {
      const due = `${monthZh(facts.month)}应累计完成 ${wan(facts.planned)} 万元，月底完成 ${wan(facts.doneThen)} 万元`;
      if (facts.doneThen >= facts.planned) return `${due}，按时完成`;
      return facts.doneNow >= facts.planned ? `${due}，以后补齐` : `${due}，差 ${figure}%`;
    }
    case 'rank': {
      const rate = formatPercent(facts.doneThisYear, facts.plannedToDate, 2) ?? '';
      return `今年完成投资 ${wan(facts.doneThisYear)} 万元，完成序时的 ${rate}%，在 ${facts.of} 个中排倒数第 ${facts.place}`;
    }
    case 'growth': {
      const { doneThisYear, doneLastYear, plannedToDate, average } = facts;
      const grown = (now: number, then: number) => `${formatPercent(now - then, then, 2) ?? ''}%`;
      const own = `今年完成投资 ${wan(doneThisYear)} 万元，去年同期 ${wan(doneLastYear)} 万元，增长 ${grown(doneThisYear, doneLastYear)}`;
      if (plannedToDate !== null) return `${own}，计划增长 ${grown(plannedToDate, doneLastYear)}，相差 ${figure} 个百分点`;
      return average ? `${own}，平均增长 ${grown(average.thisYear, average.lastYear)}，相差 ${figure} 个百分点` : own;
    }
  }
}

/** What was done, by whose word where a site visit found otherwise. */
function doneZh({ doneThisYear, checked }: Extract<Reason['facts'], { code: 'investment' }>): string {
  const done = `今年完成投资 ${wan(doneThisYear)} 万元`;
  if (!checked) return done;
  const seen = `${dayZh(checked.on)}实地核查为 ${wan(checked.done)} 万元，当时自报 ${wan(checked.reported)} 万元`;
  return `${done}（${seen}，${checked.isUsed ? '按核查数及其后新报数计' : '按自报数计'}）`;
}

function ruleZh(reason: Reason): string {
  const base = reason.streak?.base ?? reason.recovery?.base ?? reason.lamp;
  const grade = reason.band?.grade ? `“${reason.band.grade.zh}”，` : '';
  const own = reason.band ? `${rangeZh(reason.metric, reason.band)}为${grade}${lamps[base]}` : `此值原文未写明，按${lamps[base]}计`;
  if (reason.streak)
    return `${own}；连续 ${reason.streak.months} 个月${reason.streak.lamp === 'red' ? '红灯' : '黄灯以上'}为${lamps[reason.streak.to]}`;
  if (!reason.recovery) return own;
  if (reason.facts.code === 'task') return `${own}，补齐后转${lamps[reason.recovery.to]}，不再转绿`;
  return `${own}，红灯整改后先转${lamps[reason.recovery.to]} ${reason.recovery.months} 个月`;
}

/** Which values a band holds: “滞后 15%及以上”. */
export function rangeZh(metric: Metric, { from, to }: Pick<Band, 'from' | 'to'>): string {
  const subject = subjects[metric];
  const unit = units[metricKinds[metric].unit];
  if (!from && !to) return `${subject}不论多少`;
  if (from?.inclusive && to?.inclusive) return `${subject} ${from.value}～${to.value}${unit}（含两端）`;
  const low = from ? (from.inclusive ? `${from.value}${unit}及以上` : `超过 ${from.value}${unit}`) : '';
  const high = to ? (to.inclusive ? `不超过 ${to.value}${unit}` : `不足 ${to.value}${unit}`) : '';
  const range = [low, high].filter(Boolean).join('、');
  return /^[-\d]/.test(range) ? `${subject} ${range}` : subject + range;
}

function sinceZh(since: Month, { asOf, lamp }: Reason): string {
  const count = monthsBetween(since, monthOf(asOf)) + 1;
  return `自${monthZh(since)}起${lamps[lamp]}${count > 1 ? `，第 ${count} 个月` : ''}。`;
}

function turnZh(turn: NonNullable<Reason['turn']>, metric: Metric): string {
  const to = `转${lamps[turn.to]}。`;
  switch (turn.by) {
    case 'invest':
      return `再完成 ${wan(turn.amount)} 万元${to}`;
    case 'pay':
      return `再支付 ${wan(turn.amount)} 万元${to}`;
    case 'start':
      return `开工后${to}`;
    case 'finish':
      return `竣工后${to}`;
    case 'register':
      return `入库后${to}`;
    case 'finish-steps':
      return `超期手续办结后${to}`;
    case 'meet-task':
      return `完成下一个月度任务后${to}`;
    case 'reach':
      return `${rangeZh(metric, turn.band)}时${to}`;
  }
}

function wan(amount: Money): string {
  return formatWan(amount, 4);
}

function monthZh(month: Month): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
}

function dayZh(on: Day): string {
  return `${monthZh(monthOf(on))}${Number(on.slice(8))}日`;
}
