import type { WorkCalendar } from '../calendar/workdays.ts';
import type { Day } from '../kit/calendar.ts';
import { type ClockedStep, standing } from './clock.ts';
import { told, whyNotTell } from './course.ts';

/** Why a tolerance ends when nobody ended it; the course is Chinese whatever the page speaks. */
export const LAPSED = '承诺期满未补齐，自动撤销容缺';

/**
 * The step without its tolerance 容缺, where the papers were promised for a day that is over and did not come (江西 2020
 * 暂行办法: not redeemed, it is void and the step begins anew); null where it stands. A promise for a day off holds until
 * the next working day. Asked again it has been withdrawn.
 */
export function lapsed<Step extends ClockedStep>(step: Step, calendar: WorkCalendar, today: Day): Step | null {
  const { phase, dueOn } = standing(step, today, calendar);
  if (phase !== 'suspended' || dueOn === null || dueOn >= today) return null;
  const entry = { kind: 'withdrawn', on: today, note: LAPSED } as const;
  return whyNotTell(step, entry, null, today) === null ? told(step, entry) : null;
}
