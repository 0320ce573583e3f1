import { type PlannedYear, plannedToDate } from '../figures/plan.ts';
import { type Day, firstDayOfWeek, lastDayOfMonth, lastDayOfWeek, monthOf, type Week, yearOf } from '../kit/calendar.ts';
import { type Money, zero } from '../kit/money.ts';

/**
 * What a week's return is measured against: the plan of the week's own year up to today, but not past the week. The
 * days around New Year that belong to the other year are pulled to this year's edge.
 */
export function plannedFor(week: Week, today: Day, plan: PlannedYear): Money {
  const end = lastDayOfWeek(week);
  const day = today < end ? today : end;
  if (yearOf(day) < yearOf(week)) return zero;
  return plannedToDate(plan, yearOf(day) > yearOf(week) ? lastDayOfYear(week) : day);
}

/** A week that reaches into the next year holds the last of December. */
function lastDayOfYear(week: Week): Day {
  return lastDayOfMonth(monthOf(firstDayOfWeek(week)));
}
