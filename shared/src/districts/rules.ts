import type { Refusal } from '../kit/errors.ts';
import type { District } from './schema.ts';

/** Why a district's settings do not fit together: a week's returns cannot be due before they are asked for. */
export function whyNotSetDistrict({
  returnOpenWeekday,
  returnWeekday,
}: Pick<District, 'returnOpenWeekday' | 'returnWeekday'>): Refusal<'returns-due-before-opening'> | null {
  return returnWeekday < returnOpenWeekday ? { reason: 'returns-due-before-opening', returnOpenWeekday, returnWeekday } : null;
}
