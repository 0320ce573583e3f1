import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 提出 → 交办 → 解决 → 销号 */
export const ProblemState = z.enum(['raised', 'assigned', 'solved', 'closed']);
export type ProblemState = z.infer<typeof ProblemState>;

/** 要素保障 first, then what else holds a project up. */
export const ProblemCategory = z.enum([
  'land',
  'planning',
  'energy',
  'environment',
  'demolition',
  'funds',
  'construction',
  'approval',
  'other',
]);
export type ProblemCategory = z.infer<typeof ProblemCategory>;

/** Who has to deal with it; it may climb. */
export const ProblemRung = z.enum(['unit', 'office', 'leader', 'meeting']);
export type ProblemRung = z.infer<typeof ProblemRung>;

/** What holds a project up, from the day it was raised to its 销号. `dueOn` is null where no day is set. */
export const Problem = z.strictObject({
  id: idOf('problem'),
  projectId: idOf('project'),
  title: z.string().trim().min(2).max(200),
  category: ProblemCategory,
  state: ProblemState,
  rung: ProblemRung,
  raisedOn: Day,
  dueOn: Day.nullable(),
  ownerUnitId: idOf('unit').nullable(),
  solvedOn: Day.nullable(),
  closedOn: Day.nullable(),
  version: z.number().int().positive(),
});
export type Problem = z.infer<typeof Problem>;

/** 提出: what holds the project up; who deals with it is settled when it is assigned. */
export const RaiseProblem = Problem.pick({ projectId: true, title: true, category: true, raisedOn: true });
export type RaiseProblem = z.infer<typeof RaiseProblem>;

/** A problem as it is to stand; which project it holds up and when it was raised is not changed by it. */
export const UpdateProblem = Problem.omit({ projectId: true, raisedOn: true });
export type UpdateProblem = z.infer<typeof UpdateProblem>;
