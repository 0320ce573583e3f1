import { daysSince, monthsSince } from '../calendar/spans.ts';
import { type Day, lastDayOfMonth, type Month, monthOf, monthsBetween } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import { type Whole, whole, yuan } from '../kit/money.ts';
import type { Ratio } from './bands.ts';
import { type Cohort, isRanked, placeOf, sumsOf } from './cohort.ts';
import type { LampInput } from './input.ts';
import type { Metric } from './metrics.ts';
import type { Facts, Silence } from './result.ts';
import type { Dimension } from './schema.ts';

/** An exact value with the facts behind it, or why there is none. */
export type Measured = { value: Ratio; facts: Facts; silence: null } | { silence: Silence };

/** What a measure goes by besides the input itself. */
export type Besides = { within: Dimension['within']; cohort: Cohort; checked: Extract<Facts, { code: 'investment' }>['checked'] };

/** Works out one metric for a project or a unit; `input.doneThisYear` is the figure to go by. */
export function measure(metric: Metric, input: LampInput, besides: Besides): Measured {
  switch (metric) {
    case 'relativeShortfall':
    case 'lagPoints':
    case 'ratioToPlan':
    case 'ratioToYear':
      return investment(metric, input, besides);
    case 'monthsPastPlannedStart':
      return start(input);
    case 'monthsUnregisteredSinceStart':
      return registration(input);
    case 'daysPastPlannedStart':
      if (input.yearClass === 'reserve') return { silence: 'reserve' };
      return milestone('start', input.plannedStart, input.actualStart, input.asOf);
    case 'daysPastPlannedFinish':
      return milestone('finish', input.plannedFinish, input.actualFinish, input.asOf);
    case 'stepOverdueWorkdays':
      return approvals(input);
    case 'paymentRatio':
      if (!input.payment || input.payment.required <= 0) return { silence: 'no-payment-figures' };
      return found(input.payment.paid, input.payment.required, { code: 'payment', ...input.payment });
    case 'tasksMissedInARow':
      return tasks(input);
    case 'rankFromEnd': {
      if (!isRanked(input)) return { silence: 'no-plan' };
      const { place, of } = placeOf(besides.cohort, besides.within, input);
      const { plannedToDate, doneThisYear } = input;
      return found(place, 1, { code: 'rank', place, of, plannedToDate, doneThisYear });
    }
    case 'growthBelowPlan':
    case 'growthBelowAverage':
      return growth(metric, input, besides);
    case 'taskShortfall':
      // Months' tasks are rated one by one, by `evaluateTask`.
      return { silence: 'no-month-ended' };
    default:
      return assertNever(metric);
  }
}

function found(part: Whole, base: Whole, facts: Facts): Measured {
  return { silence: null, value: { part, base }, facts };
}

type Investment = 'relativeShortfall' | 'lagPoints' | 'ratioToPlan' | 'ratioToYear';

function investment(metric: Investment, input: LampInput, { checked }: Besides): Measured {
  const { yearPlan, plannedToDate, doneThisYear } = input;
  if (yearPlan === null || plannedToDate === null || yearPlan <= 0) return { silence: 'no-plan' };
  const base = metric === 'lagPoints' || metric === 'ratioToYear' ? yearPlan : plannedToDate;
  if (base <= 0) return { silence: 'nothing-planned-yet' };
  const part = metric === 'ratioToPlan' || metric === 'ratioToYear' ? doneThisYear : plannedToDate - doneThisYear;
  return found(part, base, { code: 'investment', yearPlan, plannedToDate, doneThisYear, checked });
}

function start(input: LampInput): Measured {
  const actualStart = happened(input.actualStart, input.asOf);
  const { plannedStart } = input;
  const facts = (months: number) => found(months, 1, { code: 'start', plannedStart, actualStart, months });
  if (actualStart) return facts(0);
  // A reserve project is not in the year's list of starts; its date is an intention, which nobody can miss.
  if (input.yearClass === 'reserve') return { silence: 'reserve' };
  if (!plannedStart) return { silence: 'no-planned-start' };
  return facts(monthEndsPassed(plannedStart, input.asOf));
}

/** Month-ends from the planned month's own up to a day; inside a month that month's end has not passed. */
function monthEndsPassed(planned: Month, asOf: Day): number {
  const month = monthOf(asOf);
  return Math.max(0, monthsBetween(planned, month) + (asOf === lastDayOfMonth(month) ? 1 : 0));
}

function milestone(which: 'start' | 'finish', planned: Month | null, actual: Day | null, asOf: Day): Measured {
  if (!planned) return { silence: which === 'start' ? 'no-planned-start' : 'no-planned-finish' };
  const dueOn = lastDayOfMonth(planned);
  const reachedOn = happened(actual, asOf);
  const days = reachedOn ? 0 : daysSince(dueOn, asOf);
  return found(days, 1, { code: 'milestone', milestone: which, dueOn, reachedOn, days });
}

function registration(input: LampInput): Measured {
  if (!input.needsRegistration) return { silence: 'no-registration-needed' };
  const startedOn = happened(input.actualStart, input.asOf);
  if (!startedOn) return { silence: 'not-started' };
  const registeredOn = happened(input.registeredOn, input.asOf);
  if (registeredOn) return found(0, 1, { code: 'registration', startedOn, registeredOn, fullMonths: 0, extraDays: 0 });
  const { fullMonths, extraDays, monthLength } = monthsSince(startedOn, input.asOf);
  return found(fullMonths * monthLength + extraDays, monthLength, {
    code: 'registration',
    startedOn,
    registeredOn: null,
    fullMonths,
    extraDays,
  });
}

function approvals(input: LampInput): Measured {
  if (!input.overdueSteps) return { silence: 'no-steps' };
  let worst = input.overdueSteps[0] ?? null;
  for (const step of input.overdueSteps) if (worst && step.overdueWorkdays > worst.overdueWorkdays) worst = step;
  return found(worst?.overdueWorkdays ?? 0, 1, { code: 'approvals', worst, count: input.overdueSteps.length });
}

function tasks({ tasks: ended }: LampInput): Measured {
  const last = ended?.at(-1) ?? null;
  if (!ended || !last) return { silence: 'no-month-ended' };
  let missed = 0;
  for (const task of ended) missed = task.done < task.planned ? missed + 1 : 0;
  return found(missed, 1, { code: 'tasks', missed, last });
}

function growth(metric: 'growthBelowPlan' | 'growthBelowAverage', input: LampInput, { cohort, within }: Besides): Measured {
  const { doneThisYear, doneLastYear, plannedToDate } = input;
  if (!doneLastYear || doneLastYear <= 0) return { silence: 'no-last-year' };
  if (metric === 'growthBelowPlan') {
    if (plannedToDate === null) return { silence: 'no-plan' };
    const facts: Facts = { code: 'growth', doneThisYear, doneLastYear, plannedToDate, average: null };
    return found(plannedToDate - doneThisYear, doneLastYear, facts);
  }
  const sums = sumsOf(cohort, within, input);
  if (!sums) return { silence: 'no-last-year' };
  const average = { thisYear: yuan(Number(sums.thisYear)), lastYear: yuan(Number(sums.lastYear)) };
  // A/a − D/d, with one base: what all have done over what all had done, less one's own.
  const part = sums.thisYear * BigInt(doneLastYear) - BigInt(doneThisYear) * sums.lastYear;
  const base = sums.lastYear * BigInt(doneLastYear);
  return found(whole(part), whole(base), { code: 'growth', doneThisYear, doneLastYear, plannedToDate: null, average });
}

/** A date, unless it lies after the day in question. */
function happened(on: Day | null, asOf: Day): Day | null {
  return on && on <= asOf ? on : null;
}
