import { union } from '../calendar/spans.ts';
import { unknownYears, type WorkCalendar } from '../calendar/workdays.ts';
import { lastDayOfMonth } from '../kit/calendar.ts';
import type { BulletinInput } from './input.ts';

/**
 * The years without a notice on which the deadlines rest that a month's bulletin names: from the month's end to each one's
 * day, ahead or passed. What is printed stays to the letter what the cut holds; who signs has to know that it is an estimate.
 */
export function guessedYears({ month, rows }: Pick<BulletinInput, 'month' | 'rows'>, calendar: WorkCalendar): number[] {
  const end = lastDayOfMonth(month);
  const named = rows.filter(({ lamp, nextStep }) => lamp === 'red' || lamp === 'yellow' || (nextStep?.overdueDays ?? 0) > 0);
  return union(...named.map(({ nextStep }) => (nextStep?.due ? unknownYears(calendar, end, nextStep.due) : [])));
}
