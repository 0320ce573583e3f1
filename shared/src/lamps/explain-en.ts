import { monthOf, monthsBetween } from '../kit/calendar.ts';
import { formatPercent, formatWan, yuan } from '../kit/money.ts';
import { type Metric, type MetricUnit, metricKinds } from './metrics.ts';
import { dimensionName } from './names.ts';
import type { OutOfScope, Reason } from './result.ts';
import type { Band } from './schema.ts';

const units: { readonly [U in MetricUnit]: string } = {
  percent: '%',
  points: ' points',
  months: ' months',
  days: ' days',
  workdays: ' working days',
  places: '',
};

const subjects: { readonly [M in Metric]: string } = {
  relativeShortfall: 'shortfall',
  lagPoints: 'lag',
  ratioToPlan: 'done of plan to date',
  ratioToYear: 'done of the year’s plan',
  monthsPastPlannedStart: 'past the planned start',
  monthsUnregisteredSinceStart: 'unregistered since the start',
  daysPastPlannedStart: 'start overdue',
  daysPastPlannedFinish: 'finish overdue',
  stepOverdueWorkdays: 'steps overdue',
  paymentRatio: 'paid of required',
  tasksMissedInARow: 'monthly tasks missed in a row',
  taskShortfall: 'short of the month’s task',
  rankFromEnd: 'place from the end',
  growthBelowPlan: 'growth below plan',
  growthBelowAverage: 'growth below average',
};

/** What a card says of a project without a lamp. */
export const unjudgedEn: { readonly [W in OutOfScope | 'nothing']: string } = {
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  finished: 'Completed',
  'not-in-scope': 'Not rated by these rules',
  nothing: 'Not rated',
};

/** A reason in a few words. */
export function shortEn(reason: Reason, figure: string): string {
  const text = reason.streak || reason.recovery || reason.lamp !== 'green' ? badEn(reason, figure) : goodEn(reason);
  return reason.exemption ? `Exempt: ${text}` : text;
}

function goodEn({ facts }: Reason): string {
  switch (facts.code) {
    case 'investment':
      return 'On schedule';
    case 'start':
      return facts.actualStart ? 'Started' : 'Start not due';
    case 'milestone':
      if (facts.milestone === 'start') return facts.reachedOn ? 'Started' : 'Start not due';
      return facts.reachedOn ? 'Finished' : 'Finish not due';
    case 'registration':
      return facts.registeredOn ? 'Registered' : 'Registration in time';
    case 'payment':
      return 'Paid as required';
    case 'approvals':
      return facts.count ? 'Steps nearly in time' : 'Steps in time';
    case 'tasks':
    case 'task':
      return 'Monthly task met';
    case 'rank':
      return `Place ${facts.of - facts.place + 1}`;
    case 'growth':
      return 'Growth on target';
  }
}

function badEn(reason: Reason, figure: string): string {
  const { facts, metric } = reason;
  if (reason.recovery) return facts.code === 'task' ? 'Task made good' : 'Red made good';
  if (reason.streak)
    return `${dimensionName({ id: reason.dimension, name: reason.name }).en}: ${reason.streak.months} months ${reason.streak.lamp}`;
  switch (facts.code) {
    case 'investment':
      if (metric === 'ratioToPlan') return `${figure}% of plan to date`;
      if (metric === 'ratioToYear') return `${figure}% of the year’s plan`;
      return metric === 'lagPoints' ? `${figure} points behind` : `${figure}% behind`;
    case 'start':
      return `Not started, month ${facts.months}`;
    case 'milestone':
      return `${facts.milestone === 'start' ? 'Start' : 'Finish'} ${facts.days} d overdue`;
    case 'registration':
      return `Unregistered ${facts.extraDays > 0 ? 'over ' : ''}${facts.fullMonths} mo`;
    case 'payment':
      return `Paid ${figure}% of required`;
    case 'approvals':
      return facts.worst ? `${facts.worst.name} ${facts.worst.overdueWorkdays} d overdue` : 'Steps in time';
    case 'tasks':
      return facts.missed > 1 ? `${facts.missed} monthly tasks missed in a row` : 'Monthly task missed';
    case 'task':
      return `${figure}% short of the month’s task`;
    case 'rank':
      return `Place ${facts.place} from the end`;
    case 'growth':
      return `${figure} points ${metric === 'growthBelowPlan' ? 'below planned growth' : 'below average growth'}`;
  }
}

/** A reason in full: dimension, figures, rule, since when, what would turn it, exemption. */
export function longEn(reason: Reason, figure: string): string {
  const name = dimensionName({ id: reason.dimension, name: reason.name }).en;
  const parts = [`${name}, as of ${reason.asOf}: ${factsEn(reason, figure)}.`, `Rule: ${ruleEn(reason)}.`];
  if (reason.since && reason.lamp !== 'green') {
    const count = monthsBetween(reason.since, monthOf(reason.asOf)) + 1;
    parts.push(`${reason.lamp === 'red' ? 'Red' : 'Yellow'} since ${reason.since}${count > 1 ? `, month ${count}` : ''}.`);
  }
  if (reason.turn && !reason.exemption) parts.push(turnEn(reason.turn, reason.metric));
  if (reason.exemption) {
    const { kind, reason: why, approvedBy, until } = reason.exemption;
    const ground = kind === 'justified' ? 'justified reason' : 'force majeure';
    parts.push(`Exempt${until ? ` until ${until}` : ''} for ${ground}, approved by ${approvedBy}: ${why}.`);
  }
  return parts.join(' ');
}

function factsEn({ facts, metric }: Reason, figure: string): string {
  switch (facts.code) {
    case 'investment': {
      const gap = facts.plannedToDate - facts.doneThisYear;
      const money = `${doneEn(facts)}, planned to date ${wan(facts.plannedToDate)}`;
      if (metric === 'ratioToPlan') return `${money}, ${figure}% of it`;
      if (metric === 'ratioToYear') return `${doneEn(facts)}, the year’s plan ${wan(facts.yearPlan ?? 0)}, ${figure}% of it`;
      if (gap <= 0) return `${money}, on schedule`;
      return `${money}, short by ${wan(gap)}, ${figure}${metric === 'lagPoints' ? ' points' : '%'} behind`;
    }
    case 'start':
      if (facts.actualStart) return `started on ${facts.actualStart}`;
      if (facts.months === 0) return `planned to start in ${facts.plannedStart ?? ''}, not yet due`;
      return `planned to start in ${facts.plannedStart ?? ''}, not started, ${facts.months} month-ends passed`;
    case 'milestone': {
      const [due, done] = facts.milestone === 'start' ? ['to start', 'started'] : ['to finish', 'finished'];
      if (facts.reachedOn) return `${done} on ${facts.reachedOn}`;
      return `planned ${due} by ${facts.dueOn}, ${facts.days > 0 ? `not ${done}, ${facts.days} days overdue` : 'not yet due'}`;
    }
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
    case 'tasks': {
      if (!facts.last) return 'no month’s task is due yet';
      const last = `${facts.last.month}: ${wan(facts.last.done)} done of ${wan(facts.last.planned)} planned`;
      return `${last}, ${facts.missed > 0 ? `missed ${facts.missed} months in a row` : 'met'}`;
    }
    case 'task': {
      const due = `${wan(facts.planned)} to be done by the end of ${facts.month}, ${wan(facts.doneThen)} done then`;
      if (facts.doneThen >= facts.planned) return `${due}, in time`;
      return facts.doneNow >= facts.planned ? `${due}, made good later` : `${due}, ${figure}% short`;
    }
    case 'rank': {
      const rate = formatPercent(facts.doneThisYear, facts.plannedToDate, 2) ?? '';
      return `done this year ${wan(facts.doneThisYear)}, ${rate}% of plan to date, place ${facts.place} from the end of ${facts.of}`;
    }
    case 'growth': {
      const { doneThisYear, doneLastYear, plannedToDate, average } = facts;
      const grown = (now: number, then: number) => `${formatPercent(now - then, then, 2) ?? ''}%`;
      const own = `done this year ${wan(doneThisYear)}, last year by then ${wan(doneLastYear)}, growth ${grown(doneThisYear, doneLastYear)}`;
      if (plannedToDate !== null) return `${own}, planned ${grown(plannedToDate, doneLastYear)}, ${figure} points below`;
      return average ? `${own}, average ${grown(average.thisYear, average.lastYear)}, ${figure} points below` : own;
    }
  }
}

function doneEn({ doneThisYear, checked }: Extract<Reason['facts'], { code: 'investment' }>): string {
  const done = `done this year ${wan(doneThisYear)}`;
  if (!checked) return done;
  const seen = `a visit on ${checked.on} found ${wan(checked.done)} where ${wan(checked.reported)} had been reported`;
  return `${done} (${seen}; ${checked.isUsed ? 'the figure found and what was reported since count' : 'the report counts'})`;
}

function ruleEn(reason: Reason): string {
  const base = reason.streak?.base ?? reason.recovery?.base ?? reason.lamp;
  const grade = reason.band?.grade ? `“${reason.band.grade.en}”, ` : '';
  const own = reason.band
    ? `${rangeEn(reason.metric, reason.band)} is ${grade}${base}`
    : `the published text leaves this value open; taken as ${base}`;
  if (reason.streak) {
    const { months, lamp, to } = reason.streak;
    return `${own}; ${months} months in a row ${lamp === 'red' ? 'red' : 'yellow or worse'} make ${to}`;
  }
  if (!reason.recovery) return own;
  if (reason.facts.code === 'task') return `${own}; made good later it is ${reason.recovery.to}, never green again`;
  return `${own}; red made good is ${reason.recovery.to} for ${reason.recovery.months} months`;
}

/** Which values a band holds. */
export function rangeEn(metric: Metric, { from, to }: Pick<Band, 'from' | 'to'>): string {
  const subject = subjects[metric];
  const unit = units[metricKinds[metric].unit];
  if (!from && !to) return `${subject}, any value`;
  if (from?.inclusive && to?.inclusive) return `${subject} ${from.value}–${to.value}${unit} (both included)`;
  const low = from ? `${from.inclusive ? 'from' : 'above'} ${from.value}${unit}` : '';
  const high = to ? `${to.inclusive ? 'up to' : 'below'} ${to.value}${unit}` : '';
  return `${subject} ${[low, high].filter(Boolean).join(', ')}`.trimEnd();
}

function turnEn(turn: NonNullable<Reason['turn']>, metric: Metric): string {
  const to = `would turn it ${turn.to}.`;
  switch (turn.by) {
    case 'invest':
      return `${wan(turn.amount)} more ${to}`;
    case 'pay':
      return `Paying ${wan(turn.amount)} more ${to}`;
    case 'start':
      return `Starting ${to}`;
    case 'finish':
      return `Finishing ${to}`;
    case 'register':
      return `Registering ${to}`;
    case 'finish-steps':
      return `Finishing the overdue steps ${to}`;
    case 'meet-task':
      return `Meeting the next month’s task ${to}`;
    case 'reach':
      return `${rangeEn(metric, turn.band)} ${to}`;
  }
}

function wan(amount: number): string {
  return `CNY ${formatWan(yuan(amount), 4)} ×10⁴`;
}
