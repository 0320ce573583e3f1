import { addMonthsToDay, type Day, daysBetween, lastDayOfMonth, type Month, monthOf, monthsBetween } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import type { Ratio } from './bands.ts';
import type { LampInput } from './input.ts';
import type { Facts, Silence } from './result.ts';
import type { Metric } from './schema.ts';

/** How a metric is read: whether its bounds are percent of one, and which direction is worse. */
export const metricKinds: { readonly [M in Metric]: { readonly percent: boolean; readonly worse: 'more' | 'less' } } = {
  relativeShortfall: { percent: true, worse: 'more' },
  lagPoints: { percent: true, worse: 'more' },
  ratioToPlan: { percent: true, worse: 'less' },
  monthsPastPlannedStart: { percent: false, worse: 'more' },
  monthsUnregisteredSinceStart: { percent: false, worse: 'more' },
  stepOverdueWorkdays: { percent: false, worse: 'more' },
  paymentRatio: { percent: true, worse: 'less' },
};

/** An exact value with the facts behind it, or why there is none. */
export type Measured = { value: Ratio; facts: Facts; silence: null } | { silence: Silence };

/** Works out one metric for one project. */
export function measure(metric: Metric, input: LampInput): Measured {
  switch (metric) {
    case 'relativeShortfall':
    case 'lagPoints':
    case 'ratioToPlan':
      return investment(metric, input);
    case 'monthsPastPlannedStart':
      return start(input);
    case 'monthsUnregisteredSinceStart':
      return registration(input);
    case 'stepOverdueWorkdays':
      return approvals(input);
    case 'paymentRatio':
      if (!input.payment || input.payment.required <= 0) return { silence: 'no-payment-figures' };
      return {
        silence: null,
        value: { part: input.payment.paid, base: input.payment.required },
        facts: { code: 'payment', ...input.payment },
      };
    default:
      return assertNever(metric);
  }
}

function investment(metric: 'relativeShortfall' | 'lagPoints' | 'ratioToPlan', input: LampInput): Measured {
  const { yearPlan, plannedToDate, doneThisYear } = input;
  if (yearPlan === null || plannedToDate === null || yearPlan <= 0) return { silence: 'no-plan' };
  const base = metric === 'lagPoints' ? yearPlan : plannedToDate;
  if (base <= 0) return { silence: 'nothing-planned-yet' };
  const part = metric === 'ratioToPlan' ? doneThisYear : plannedToDate - doneThisYear;
  return { silence: null, value: { part, base }, facts: { code: 'investment', yearPlan, plannedToDate, doneThisYear } };
}

function start(input: LampInput): Measured {
  const actualStart = happened(input.actualStart, input.asOf);
  const { plannedStart } = input;
  const facts = (months: number): Measured => ({
    silence: null,
    value: { part: months, base: 1 },
    facts: { code: 'start', plannedStart, actualStart, months },
  });
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

function registration(input: LampInput): Measured {
  if (!input.needsRegistration) return { silence: 'no-registration-needed' };
  const startedOn = happened(input.actualStart, input.asOf);
  if (!startedOn) return { silence: 'not-started' };
  const registeredOn = happened(input.registeredOn, input.asOf);
  if (registeredOn) {
    return {
      silence: null,
      value: { part: 0, base: 1 },
      facts: { code: 'registration', startedOn, registeredOn, fullMonths: 0, extraDays: 0 },
    };
  }
  // Each full month is counted from the start's own day: counting on from the last one would lose the 31st in February.
  let fullMonths = Math.max(0, monthsBetween(monthOf(startedOn), monthOf(input.asOf)) - 1);
  while (addMonthsToDay(startedOn, fullMonths + 1) <= input.asOf) fullMonths++;
  const from = addMonthsToDay(startedOn, fullMonths);
  const base = daysBetween(from, addMonthsToDay(startedOn, fullMonths + 1));
  const extraDays = daysBetween(from, input.asOf);
  return {
    silence: null,
    value: { part: fullMonths * base + extraDays, base },
    facts: { code: 'registration', startedOn, registeredOn: null, fullMonths, extraDays },
  };
}

function approvals(input: LampInput): Measured {
  if (!input.overdueSteps) return { silence: 'no-steps' };
  let worst = input.overdueSteps[0] ?? null;
  for (const step of input.overdueSteps) if (worst && step.overdueWorkdays > worst.overdueWorkdays) worst = step;
  return {
    silence: null,
    value: { part: worst?.overdueWorkdays ?? 0, base: 1 },
    facts: { code: 'approvals', worst, count: input.overdueSteps.length },
  };
}

/** A date, unless it lies after the day in question. */
function happened(on: Day | null, asOf: Day): Day | null {
  return on && on <= asOf ? on : null;
}
