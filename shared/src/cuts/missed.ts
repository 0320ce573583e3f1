import { addMonths, type Month } from '../kit/calendar.ts';

/** Every month from one to another, both included; none where the first lies behind the last. */
function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The months that ended since units first reported and were not cut, the oldest first; `last` is the last that has ended. */
export function missedMonths(firstReported: Month | null, cut: readonly Month[], last: Month): Month[] {
  return firstReported === null ? [] : monthsFrom(firstReported, last).filter((month) => !cut.includes(month));
}

/**
 * The months that are cut by themselves once one has ended: all since the latest that was cut, so that a server which stood
 * still over a month's end makes up for it. What was never begun begins with the last month.
 */
export function monthsDue(latestCut: Month | null, last: Month): Month[] {
  return latestCut === null ? [last] : monthsFrom(addMonths(latestCut, 1), last);
}
