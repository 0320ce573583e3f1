import { formatWan, yuan } from '../kit/money.ts';
import type { LampResult, Reason } from './result.ts';
import type { Band, Metric } from './schema.ts';

const subjects: { readonly [M in Metric]: readonly [subject: string, unit: string] } = {
  relativeShortfall: ['shortfall', '%'],
  lagPoints: ['lag', ' points'],
  ratioToPlan: ['done of plan to date', '%'],
  monthsPastPlannedStart: ['months past planned start', ''],
  monthsUnregisteredSinceStart: ['months unregistered since start', ''],
  stepOverdueWorkdays: ['working days overdue', ''],
  paymentRatio: ['paid of required', '%'],
};

/** What a card says of a project without a lamp. */
export const unjudgedEn: { readonly [W in NonNullable<LampResult['outOfScope']> | 'nothing']: string } = {
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  finished: 'Completed',
  nothing: 'Not rated',
};

/** A reason in a few words. */
export function shortEn(reason: Reason, figure: string): string {
  const text = reason.lamp === 'green' ? goodEn(reason) : badEn(reason, figure);
  return reason.exemption ? `Exempt: ${text}` : text;
}

function goodEn({ facts }: Reason): string {
  switch (facts.code) {
    case 'investment':
      return 'On schedule';
    case 'start':
      return facts.actualStart ? 'Started' : 'Start not due';
    case 'registration':
      return facts.registeredOn ? 'Registered' : 'Registration in time';
    case 'payment':
      return 'Paid as required';
    case 'approvals':
      return facts.count ? 'Steps nearly in time' : 'Steps in time';
  }
}

function badEn({ facts, metric }: Reason, figure: string): string {
  switch (facts.code) {
    case 'investment':
      if (metric === 'ratioToPlan') return `${figure}% of plan to date`;
      return metric === 'lagPoints' ? `${figure} points behind` : `${figure}% behind`;
    case 'start':
      return `Not started, month ${facts.months}`;
    case 'registration':
      return `Unregistered ${facts.extraDays > 0 ? 'over ' : ''}${facts.fullMonths} mo`;
    case 'payment':
      return `Paid ${figure}% of required`;
    case 'approvals':
      return facts.worst ? `${facts.worst.name} ${facts.worst.overdueWorkdays} d overdue` : 'Steps in time';
  }
}

/** A reason in full: figures, rule, what would turn it, exemption. */
export function longEn(reason: Reason, figure: string): string {
  const parts = [`As of ${reason.asOf}: ${factsEn(reason, figure)}.`, `Rule: ${ruleEn(reason)}.`];
  if (reason.turn && !reason.exemption) parts.push(turnEn(reason.turn));
  if (reason.exemption) {
    const { reason: why, approvedBy, until } = reason.exemption;
    parts.push(`Exempt${until ? ` until ${until}` : ''}, approved by ${approvedBy}: ${why}.`);
  }
  return parts.join(' ');
}

function factsEn({ facts, metric }: Reason, figure: string): string {
  switch (facts.code) {
    case 'investment': {
      const gap = facts.plannedToDate - facts.doneThisYear;
      const money = `done this year ${wan(facts.doneThisYear)}, planned to date ${wan(facts.plannedToDate)}`;
      if (metric === 'ratioToPlan') return `${money}, ${figure}% of it`;
      if (gap <= 0) return `${money}, on schedule`;
      return `${money}, short by ${wan(gap)}, ${figure}${metric === 'lagPoints' ? ' points' : '%'} behind`;
    }
    case 'start':
      if (facts.actualStart) return `started on ${facts.actualStart}`;
      if (facts.months === 0) return `planned to start in ${facts.plannedStart ?? ''}, not yet due`;
      return `planned to start in ${facts.plannedStart ?? ''}, not started, ${facts.months} month-ends passed`;
    case 'registration':
      if (facts.registeredOn) return `started on ${facts.startedOn}, registered on ${facts.registeredOn}`;
      return `started on ${facts.startedOn}, unregistered for ${facts.fullMonths} months${facts.extraDays ? ` and ${facts.extraDays} days` : ''}`;
    case 'payment':
      return `paid ${wan(facts.paid)} of ${wan(facts.required)} required, ${figure}%`;
    case 'approvals': {
      if (!facts.worst) return 'no approval step is overdue';
      const { name, agency, overdueWorkdays, dueOn } = facts.worst;
      const others = facts.count > 1 ? `, ${facts.count} steps overdue in all` : '';
      return `${name}${agency ? ` (${agency})` : ''} was due on ${dueOn}, ${overdueWorkdays} working days overdue${others}`;
    }
  }
}

function ruleEn(reason: Reason): string {
  if (!reason.band) return `the published text leaves this value open; taken as ${reason.lamp}`;
  return `${rangeEn(reason.metric, reason.band)} is ${reason.lamp}`;
}

function rangeEn(metric: Metric, { from, to }: Band): string {
  const [subject, unit] = subjects[metric];
  if (from?.inclusive && to?.inclusive) return `${subject} ${from.value}–${to.value}${unit} (both included)`;
  const low = from ? `${from.inclusive ? 'from' : 'above'} ${from.value}${unit}` : '';
  const high = to ? `${to.inclusive ? 'up to' : 'below'} ${to.value}${unit}` : '';
  return `${subject} ${[low, high].filter(Boolean).join(', ')}`.trimEnd();
}

function turnEn(turn: NonNullable<Reason['turn']>): string {
  switch (turn.by) {
    case 'invest':
      return `${wan(turn.amount)} more would turn it ${turn.to}.`;
    case 'pay':
      return `Paying ${wan(turn.amount)} more would turn it ${turn.to}.`;
    case 'start':
      return `Starting would turn it ${turn.to}.`;
    case 'register':
      return `Registering would turn it ${turn.to}.`;
    case 'finish-steps':
      return `Finishing the overdue steps would turn it ${turn.to}.`;
  }
}

function wan(amount: number): string {
  return `CNY ${formatWan(yuan(amount), 4)} ×10⁴`;
}
