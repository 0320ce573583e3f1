import { type Day, daysBetween, firstDayOfMonth, lastDayOfMonth, monthNumber, monthOf } from '../kit/calendar.ts';
import { type Money, yuan } from '../kit/money.ts';

/** A year's plan as far as 序时 reads it; `byMonth` is January first, what is to be done in each month. */
export type PlannedYear = { annual: Money; byMonth: readonly (Money | null)[] | null };

/**
 * 序时计划: what should be done by a day of the plan's own year, in whole yuan, rounded down in the project's favour.
 *
 * The project's own month plan counts where one is given, otherwise a twelfth a month, as the published bulletins do
 * (FACTS §6). At a month's end that is the sum of the months; inside a month its share grows by calendar days. A month
 * left empty in a plan that names others means that nothing is planned in it.
 */
export function plannedToDate(plan: PlannedYear, asOf: Day): Money {
  const month = monthOf(asOf);
  const number = monthNumber(month);
  const length = daysBetween(firstDayOfMonth(month), lastDayOfMonth(month)) + 1;
  const day = daysBetween(firstDayOfMonth(month), asOf) + 1;
  const months = plan.byMonth?.some((amount) => amount !== null) ? plan.byMonth : null;
  if (!months) return share(plan.annual, (number - 1) * length + day, 12 * length);
  let before = 0;
  for (const amount of months.slice(0, number - 1)) before += amount ?? 0;
  return yuan(before + share(months[number - 1] ?? yuan(0), day, length));
}

/** Exact above 2^53, where a product of money and days lands. */
function share(amount: Money, part: number, whole: number): Money {
  const product = BigInt(amount) * BigInt(part);
  const divisor = BigInt(whole);
  const quotient = product / divisor;
  return yuan(Number(product < 0n && product % divisor !== 0n ? quotient - 1n : quotient));
}
