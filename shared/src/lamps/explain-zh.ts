import type { Day } from '../kit/calendar.ts';
import { formatWan, yuan } from '../kit/money.ts';
import type { LampResult, Reason } from './result.ts';
import type { Band, Lamp, Metric } from './schema.ts';

const lamps: { readonly [L in Lamp]: string } = { green: '绿灯', yellow: '黄灯', red: '红灯' };

const subjects: { readonly [M in Metric]: readonly [subject: string, unit: string] } = {
  relativeShortfall: ['滞后', '%'],
  lagPoints: ['滞后', ' 个百分点'],
  ratioToPlan: ['完成序时', '%'],
  monthsPastPlannedStart: ['应开未开', ' 个月'],
  monthsUnregisteredSinceStart: ['开工后未入库', ' 个月'],
  stepOverdueWorkdays: ['手续超期', ' 个工作日'],
  paymentRatio: ['支付达到要求的', '%'],
};

/** What a card says of a project without a lamp. */
export const unjudgedZh: { readonly [W in NonNullable<LampResult['outOfScope']> | 'nothing']: string } = {
  suspended: '停建',
  withdrawn: '已退出',
  finished: '已竣工',
  nothing: '未评',
};

/** A reason in four to eight characters. */
export function shortZh(reason: Reason, figure: string): string {
  const text = reason.lamp === 'green' ? goodZh(reason) : badZh(reason, figure);
  return reason.exemption ? `免评：${text}` : text;
}

function goodZh({ facts }: Reason): string {
  switch (facts.code) {
    case 'investment':
      return '按期推进';
    case 'start':
      return facts.actualStart ? '已开工' : '未到开工期';
    case 'registration':
      return facts.registeredOn ? '已入库' : '入库期内';
    case 'payment':
      return '按要求支付';
    case 'approvals':
      return facts.count ? '手续基本按期' : '手续按期';
  }
}

function badZh({ facts, metric }: Reason, figure: string): string {
  switch (facts.code) {
    case 'investment':
      if (metric === 'ratioToPlan') return `完成序时 ${figure}%`;
      return metric === 'lagPoints' ? `投资滞后 ${figure} 个百分点` : `投资滞后 ${figure}%`;
    case 'start':
      return `应开未开 ${facts.months} 个月`;
    case 'registration':
      return facts.extraDays > 0 ? `未入库超 ${facts.fullMonths} 个月` : `未入库 ${facts.fullMonths} 个月`;
    case 'payment':
      return `支付仅达 ${figure}%`;
    case 'approvals':
      return facts.worst ? `${facts.worst.name}超期 ${facts.worst.overdueWorkdays} 日` : '手续按期';
  }
}

/** A reason in full: figures, rule, what would turn it, exemption. */
export function longZh(reason: Reason, figure: string): string {
  const parts = [`截至${dayZh(reason.asOf)}，${factsZh(reason, figure)}。`, `规则：${ruleZh(reason)}。`];
  if (reason.turn && !reason.exemption) parts.push(turnZh(reason.turn));
  if (reason.exemption) {
    const { reason: why, approvedBy, until } = reason.exemption;
    parts.push(`经${approvedBy}同意免评${until ? `至${dayZh(until)}` : ''}：${why}。`);
  }
  return parts.join('');
}

function factsZh({ facts, metric }: Reason, figure: string): string {
  switch (facts.code) {
    case 'investment': {
      const gap = facts.plannedToDate - facts.doneThisYear;
      const money = `今年完成投资 ${formatWan(facts.doneThisYear, 4)} 万元，序时应完成 ${formatWan(facts.plannedToDate, 4)} 万元`;
      if (metric === 'ratioToPlan') return `${money}，完成序时的 ${figure}%`;
      if (gap <= 0) return `${money}，达到序时进度`;
      const lag = `${money}，差 ${formatWan(yuan(gap), 4)} 万元，滞后 ${figure}`;
      return metric === 'lagPoints' ? `${lag} 个百分点` : `${lag}%`;
    }
    case 'start':
      if (facts.actualStart) return `已于${dayZh(facts.actualStart)}开工`;
      if (facts.months === 0) return `计划 ${facts.plannedStart ?? ''} 开工，未到期`;
      return `计划 ${facts.plannedStart ?? ''} 开工，尚未开工，已过 ${facts.months} 个月末`;
    case 'registration':
      if (facts.registeredOn) return `${dayZh(facts.startedOn)}开工，已于${dayZh(facts.registeredOn)}入库`;
      return `${dayZh(facts.startedOn)}开工，${facts.fullMonths} 个月${facts.extraDays ? `零 ${facts.extraDays} 天` : ''}未入库`;
    case 'payment':
      return `已支付 ${formatWan(facts.paid, 4)} 万元，应支付 ${formatWan(facts.required, 4)} 万元，达到 ${figure}%`;
    case 'approvals': {
      if (!facts.worst) return '没有手续超期';
      const { name, agency, overdueWorkdays, dueOn } = facts.worst;
      const others = facts.count > 1 ? `，共 ${facts.count} 项超期` : '';
      return `${name}${agency ? `（${agency}）` : ''}应于${dayZh(dueOn)}办结，超期 ${overdueWorkdays} 个工作日${others}`;
    }
  }
}

function ruleZh(reason: Reason): string {
  if (!reason.band) return `此值原文未写明，按${lamps[reason.lamp]}计`;
  return `${rangeZh(reason.metric, reason.band)}为${lamps[reason.lamp]}`;
}

function rangeZh(metric: Metric, { from, to }: Band): string {
  const [subject, unit] = subjects[metric];
  if (from?.inclusive && to?.inclusive) return `${subject} ${from.value}～${to.value}${unit}（含两端）`;
  const low = from ? (from.inclusive ? `${from.value}${unit}及以上` : `超过 ${from.value}${unit}`) : '';
  const high = to ? (to.inclusive ? `不超过 ${to.value}${unit}` : `不足 ${to.value}${unit}`) : '';
  const range = [low, high].filter(Boolean).join('、');
  return /^\d/.test(range) ? `${subject} ${range}` : subject + range;
}

function turnZh(turn: NonNullable<Reason['turn']>): string {
  switch (turn.by) {
    case 'invest':
      return `再完成 ${formatWan(turn.amount, 4)} 万元转${lamps[turn.to]}。`;
    case 'pay':
      return `再支付 ${formatWan(turn.amount, 4)} 万元转${lamps[turn.to]}。`;
    case 'start':
      return `开工后转${lamps[turn.to]}。`;
    case 'register':
      return `入库后转${lamps[turn.to]}。`;
    case 'finish-steps':
      return `超期手续办结后转${lamps[turn.to]}。`;
  }
}

function dayZh(on: Day): string {
  return `${Number(on.slice(0, 4))}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}
