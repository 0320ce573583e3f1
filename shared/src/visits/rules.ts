import type { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { SiteVisit } from './schema.ts';

/** Why a visit cannot be recorded: nobody has been there yet. Null where it can. */
export function whyNotRecordVisit(visitedOn: Day, today: Day): Refusal<'date-in-future'> | null {
  return visitedOn > today ? { reason: 'date-in-future', date: visitedOn } : null;
}

/** Whether a project is verified complete: its latest visit found it so. Of two on one day the one recorded later counts. */
export function isVerifiedComplete(visits: readonly Pick<SiteVisit, 'id' | 'visitedOn' | 'finding'>[]): boolean {
  const latest = visits.reduce<(typeof visits)[number] | null>((best, visit) => (best && isLater(best, visit) ? best : visit), null);
  return latest?.finding === 'complete';
}

function isLater(a: Pick<SiteVisit, 'id' | 'visitedOn'>, b: Pick<SiteVisit, 'id' | 'visitedOn'>): boolean {
  return a.visitedOn === b.visitedOn ? a.id > b.id : a.visitedOn > b.visitedOn;
}
