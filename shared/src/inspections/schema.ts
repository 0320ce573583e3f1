import { z } from 'zod';
import { Day, Instant, Quarter } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { OrderKey } from '../kit/rank.ts';

/** 筹备 → 打分中 → 已结束. Flags are decided after it is closed. */
export const InspectionState = z.enum(['planned', 'open', 'closed']);
export type InspectionState = z.infer<typeof InspectionState>;

/** One line of the quarter's scoresheet; the weights of a sheet add up to 100. */
export const Criterion = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name: z.string().trim().min(1).max(30),
  hint: z.string().max(60).nullable(),
  weight: z.number().int().min(1).max(100),
});
export type Criterion = z.infer<typeof Criterion>;

/** 组别: ranked apart. */
export const Group = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name: z.string().trim().min(1).max(30),
});
export type Group = z.infer<typeof Group>;

/** A quarter's inspection 观摩: its day, its scoresheet, its groups. A district has one a quarter. */
export const Inspection = z.strictObject({
  id: idOf('inspection'),
  districtId: idOf('unit'),
  quarter: Quarter,
  day: Day,
  state: InspectionState,
  criteria: z.array(Criterion).min(1).max(12),
  groups: z.array(Group).min(1).max(8),
  /** How many red and black flags each group may be awarded by rule. */
  redPerGroup: z.number().int().min(0).max(20),
  blackPerGroup: z.number().int().min(0).max(20),
  closedAt: Instant.nullable(),
  version: z.number().int().positive(),
});
export type Inspection = z.infer<typeof Inspection>;

/** A rated project 参评项目; with a route key it is a stop 观摩点. */
export const Entry = z.strictObject({
  id: idOf('entry'),
  inspectionId: idOf('inspection'),
  projectId: idOf('project'),
  groupId: z.string(),
  routeKey: OrderKey.nullable(),
  version: z.number().int().positive(),
});
export type Entry = z.infer<typeof Entry>;

/** One inspector's marks for one entry; one sheet per stop and inspector. Marks are tenths of a point: 235 = 23.5. */
export const Scoresheet = z.strictObject({
  id: idOf('scoresheet'),
  entryId: idOf('entry'),
  inspectorId: idOf('account'),
  marks: z.record(z.string(), z.number().int().min(0).max(1000)),
  remark: z.string().max(500).nullable(),
  submittedAt: Instant,
  version: z.number().int().positive(),
});
export type Scoresheet = z.infer<typeof Scoresheet>;

/** What the office sets before the day. `version` is null for a quarter that has no inspection yet. */
export const PlanInspection = Inspection.pick({
  quarter: true,
  day: true,
  criteria: true,
  groups: true,
  redPerGroup: true,
  blackPerGroup: true,
}).extend({
  version: z.number().int().positive().nullable(),
});
export type PlanInspection = z.infer<typeof PlanInspection>;

/** `version` is null where the inspector has handed in no sheet for the entry yet. */
export const SubmitScoresheet = Scoresheet.pick({
  entryId: true,
  marks: true,
  remark: true,
}).extend({
  version: z.number().int().positive().nullable(),
});
export type SubmitScoresheet = z.infer<typeof SubmitScoresheet>;
