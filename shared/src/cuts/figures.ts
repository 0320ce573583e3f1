import { z } from 'zod';
import { Day, Month, Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';
import { Reason } from '../lamps/result.ts';
import { Lamp } from '../lamps/schema.ts';
import { Level, ProjectKind, Stage, Standing, Track, YearClass } from '../projects/schema.ts';
import { UnitKind } from '../units/schema.ts';

/** The step that stands next, or the most overdue one. Overdue in working days; 0 where it is not. */
export const NextStep = z.strictObject({ name: z.string(), dueOn: Day.nullable(), overdueDays: z.number().int().min(0) });
export type NextStep = z.infer<typeof NextStep>;

/**
 * Everything the lists, the screen and the bulletin say of one project as of a day. It is worked out from records;
 * a cut keeps it as it was, so that what was printed can be shown again to the letter.
 */
export const ProjectFigures = z.strictObject({
  projectId: idOf('project'),
  key: z.number().int(),
  code: z.string().nullable(),
  name: z.string(),
  unitId: idOf('unit'),
  unitName: z.string(),
  /** Null in a cut that was taken before it was kept there. */
  unitKind: UnitKind.nullable().default(null),
  leaderName: z.string().nullable(),
  kind: ProjectKind,
  level: Level,
  /** Null in a cut that was taken before it was kept there. */
  track: Track.nullable().default(null),
  yearClass: YearClass,
  category: z.string().nullable(),
  stage: Stage,
  standing: Standing,
  totalInvestment: Money,
  plannedStart: Month.nullable(),
  plannedFinish: Month.nullable(),
  actualStart: Day.nullable(),
  actualFinish: Day.nullable(),
  /** 年度计划; null where the year has none. */
  yearPlan: Money.nullable(),
  /** 序时计划 as of the day. */
  plannedToDate: Money.nullable(),
  doneThisYear: Money,
  doneSinceStart: Money,
  doneThisWeek: Money.nullable(),
  /** The week of the return that the figures come from; null where none ever counted. */
  returnWeek: Week.nullable(),
  progress: z.string().nullable(),
  request: z.string().nullable(),
  openProblems: z.number().int().min(0),
  nextStep: NextStep.nullable(),
  /** 手续: items on record without those that are exempt, and how many of them are done. */
  stepsNeeded: z.number().int().min(0),
  stepsDone: z.number().int().min(0),
  /** The names of those that are owed; none in a cut that was taken before they were kept there. */
  stepsOwed: z.array(z.string()).default([]),
  isRegistered: z.boolean(),
  needsRegistration: z.boolean(),
  /** The lamp that counts: the rule's own, unless the office has set another with a reason. */
  lamp: Lamp.nullable(),
  ruleLamp: Lamp.nullable(),
  reasons: z.array(Reason),
  override: z.strictObject({ lamp: Lamp, reason: z.string(), byName: z.string() }).nullable(),
});
export type ProjectFigures = z.infer<typeof ProjectFigures>;
