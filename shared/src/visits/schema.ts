import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** What a visit found: 已竣工 | 未竣工 */
export const VisitFinding = z.enum(['complete', 'incomplete']);
export type VisitFinding = z.infer<typeof VisitFinding>;

/** 实地核查: a verification on site; the only thing that turns “reported complete” into “verified complete”. */
export const SiteVisit = z.strictObject({
  id: idOf('siteVisit'),
  projectId: idOf('project'),
  visitedOn: Day,
  /** Who went, by name or unit. */
  visitors: z.string().trim().min(2).max(120),
  finding: VisitFinding,
  note: z.string().trim().max(500).nullable(),
  version: z.number().int().positive(),
});
export type SiteVisit = z.infer<typeof SiteVisit>;

/** A visit as the office records it. */
export const RecordVisit = SiteVisit.omit({ id: true, version: true });
export type RecordVisit = z.infer<typeof RecordVisit>;

/** A visit put right; which project was visited stays. */
export const UpdateVisit = SiteVisit.omit({ projectId: true });
export type UpdateVisit = z.infer<typeof UpdateVisit>;
