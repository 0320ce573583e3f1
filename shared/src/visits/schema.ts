import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';

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
  /** 核实完成投资: what was found done this year; null where nobody measured. */
  verifiedDone: Money.min(0).nullable(),
  /** 自报: what the unit had reported for the year by that day, kept beside it. */
  reportedDone: Money.nullable(),
  version: z.number().int().positive(),
});
export type SiteVisit = z.infer<typeof SiteVisit>;

/** A visit as the office records it. */
export const RecordVisit = SiteVisit.omit({ id: true, reportedDone: true, version: true }).extend({
  verifiedDone: SiteVisit.shape.verifiedDone.default(null),
});
export type RecordVisit = z.infer<typeof RecordVisit>;

/** A visit put right; which project was visited stays. */
export const UpdateVisit = SiteVisit.omit({ projectId: true, reportedDone: true }).extend({
  verifiedDone: SiteVisit.shape.verifiedDone.default(null),
});
export type UpdateVisit = z.infer<typeof UpdateVisit>;
