import type { Actor } from '../accounts/schema.ts';
import type { Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { PhotosOf } from './schema.ts';

/** Why a photo does not hang there: on nothing or on both, on a week to come, or on a visit that is the office's to record. */
export function whyNotAddPhoto(
  { week, visitId }: Pick<PhotosOf, 'week' | 'visitId'>,
  { actor, openWeek }: { actor: Pick<Actor, 'role'>; openWeek: Week },
): Refusal<'photo-without-place' | 'week-not-open' | 'not-your-part'> | null {
  if ((week === null) === (visitId === null)) return { reason: 'photo-without-place' };
  // One of a week that is over may come late from a device without a line: it is evidence, not a figure.
  if (week !== null && week > openWeek) return { reason: 'week-not-open', week, openWeek };
  return visitId !== null && actor.role !== 'office' ? { reason: 'not-your-part' } : null;
}
