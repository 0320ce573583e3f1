import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { OrderKey } from '../kit/rank.ts';

/**
 * 未办 → 受理 (or 容缺受理: accepted with papers missing) ⇄ 补正 → 办结; 无需办理 stands beside them.
 * A project that needs no such permit is `exempt`, never left `pending`.
 */
export const ApprovalState = z.enum(['pending', 'accepted', 'tolerant', 'supplement', 'done', 'exempt']);
export type ApprovalState = z.infer<typeof ApprovalState>;

/** The four stages of joint approval: 立项用地规划许可, 工程建设许可, 施工许可, 竣工验收. */
export const ApprovalGroup = z.enum(['land', 'engineering', 'construction', 'completion']);
export type ApprovalGroup = z.infer<typeof ApprovalGroup>;

/** 工作日 (the rule for permits, 行政许可法 第82条) or 自然日 (where a statute says plain “日”). */
export const LimitUnit = z.enum(['workday', 'calendar']);
export type LimitUnit = z.infer<typeof LimitUnit>;

/** One step 审批事项 of one project. */
export const ApprovalStep = z.strictObject({
  id: idOf('approvalStep'),
  projectId: idOf('project'),
  name: z.string().trim().min(2).max(60),
  group: ApprovalGroup,
  /** The unit that decides; it sees this step even of a project that is not its own. */
  agencyUnitId: idOf('unit').nullable(),
  /** Null where no limit is known: then nothing is ever overdue by it. */
  limitDays: z.number().int().min(0).max(400).nullable(),
  limitUnit: LimitUnit,
  state: ApprovalState,
  acceptedOn: Day.nullable(),
  /** A date promised in so many words; it goes before the one the limit gives. */
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  documentNumber: z.string().trim().max(60).nullable(),
  /** By when the papers that were tolerated as missing have to be handed in. */
  tolerantUntil: Day.nullable(),
  orderKey: OrderKey,
  version: z.number().int().positive(),
});
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** A step as it stands when it is entered, in any state; it comes behind the steps that the project has. */
export const CreateApprovalStep = ApprovalStep.omit({ id: true, orderKey: true, version: true });
export type CreateApprovalStep = z.infer<typeof CreateApprovalStep>;

/** A step as it is to stand; whose project it belongs to and where it stands among the steps is not changed by it. */
export const UpdateApprovalStep = ApprovalStep.omit({ projectId: true, orderKey: true });
export type UpdateApprovalStep = z.infer<typeof UpdateApprovalStep>;

/** A step's limit before the office has set one: nothing is ever overdue by it. */
export const noLimit: Pick<ApprovalStep, 'limitDays' | 'limitUnit' | 'dueOn'> = { limitDays: null, limitUnit: 'workday', dueOn: null };
