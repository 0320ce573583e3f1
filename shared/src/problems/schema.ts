import { z } from 'zod';
import { Day, Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 提出 → 交办 → 解决 → 销号 */
export const ProblemState = z.enum(['raised', 'assigned', 'solved', 'closed']);
export type ProblemState = z.infer<typeof ProblemState>;

/** 要素保障 first, then what else holds a project up; `utilities` is 配套: water, power, gas, roads up to the site. */
export const ProblemCategory = z.enum([
  'land',
  'planning',
  'energy',
  'environment',
  'demolition',
  'funds',
  'construction',
  'utilities',
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
  /** Since when it stands on its rung: the days allowed there are counted from here. */
  rungSince: Day,
  raisedOn: Day,
  dueOn: Day.nullable(),
  ownerUnitId: idOf('unit').nullable(),
  /** 配合单位, who have to help the owner. */
  helperUnitIds: z.array(idOf('unit')).max(8),
  solvedOn: Day.nullable(),
  closedOn: Day.nullable(),
  version: z.number().int().positive(),
});
export type Problem = z.infer<typeof Problem>;

/** 提出: what holds the project up; who deals with it is settled when it is assigned. */
export const RaiseProblem = Problem.pick({ projectId: true, title: true, category: true, raisedOn: true });
export type RaiseProblem = z.infer<typeof RaiseProblem>;

/** A problem as it is to stand; which project it holds up and when it was raised is not changed by it. */
export const UpdateProblem = Problem.omit({ projectId: true, raisedOn: true, rungSince: true });
export type UpdateProblem = z.infer<typeof UpdateProblem>;

/** What an owner or a helper did about a problem, with the files that show it; sent back it was not enough. */
export const ProblemAnswer = z.strictObject({
  id: idOf('problemAnswer'),
  problemId: idOf('problem'),
  text: z.string().trim().min(2).max(500),
  /** Whether it says that the problem is solved, or how far it has got. */
  saysSolved: z.boolean(),
  answeredAt: Instant,
  answeredByName: z.string(),
  sentBackAt: Instant.nullable(),
  sentBackReason: z.string().trim().min(2).max(200).nullable(),
  files: z.array(z.strictObject({ id: idOf('file'), name: z.string(), size: z.number().int(), mediaType: z.string() })),
});
export type ProblemAnswer = z.infer<typeof ProblemAnswer>;

/** 办理情况: what was done, and whether that solved it. */
export const AnswerProblem = Problem.pick({ id: true, version: true }).extend({
  text: ProblemAnswer.shape.text,
  saysSolved: z.boolean(),
  fileIds: z.array(idOf('file')).max(6),
});
export type AnswerProblem = z.infer<typeof AnswerProblem>;

/** 退回: the problem goes on, and its owner reads why. */
export const SendBackProblem = Problem.pick({ id: true, version: true }).extend({ reason: z.string().trim().min(2).max(200) });
export type SendBackProblem = z.infer<typeof SendBackProblem>;
