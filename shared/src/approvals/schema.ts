import { z } from 'zod';
import { Limit, LimitUnit } from '../calendar/spans.ts';
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

/** Why a clock stands: 补正, or one of the times that 行政许可法 第45条 leaves out of a limit. */
export const StopCause = z.enum(['supplement', 'review', 'publicity', 'hearing', 'other']);
export type StopCause = z.infer<typeof StopCause>;

const note = z.string().trim().max(200).nullable();

/**
 * One thing that happened to a step. A day that nobody knows is null: it came with a list that names the state alone.
 * `tolerated` is 容缺受理 (the clock stands until the papers are there), `redeemed` 补齐, `withdrawn` 撤销容缺.
 */
export const StepEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), on: Day }),
  z.strictObject({ kind: z.literal('stopped'), on: Day.nullable(), cause: StopCause, note }),
  z.strictObject({ kind: z.literal('resumed'), on: Day }),
  z.strictObject({
    kind: z.literal('tolerated'),
    on: Day,
    /** The papers that are missing; empty where a list says 容缺 and no more. */
    papers: z.array(z.string().trim().min(1).max(60)).max(20),
    until: Day.nullable(),
  }),
  z.strictObject({ kind: z.literal('redeemed'), on: Day }),
  z.strictObject({ kind: z.literal('withdrawn'), on: Day, note }),
  /** `isAtOnce`: the same word said that it was accepted, and taking it back takes back both. */
  z.strictObject({ kind: z.literal('done'), on: Day.nullable(), isAtOnce: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('exempt'), on: Day.nullable(), reason: note }),
]);
export type StepEntry = z.infer<typeof StepEntry>;

/** How far a limit may be relied on: it stands in a source, is the office's own word, or is still to be checked 待核. */
export const LimitMark = z.enum(['sourced', 'own', 'unchecked']);
export type LimitMark = z.infer<typeof LimitMark>;

/** What a template says of a step besides its name, agency and promised limit. */
export const StepTerms = z.strictObject({
  /** What the law allows; null where no source is known. The promised limit is the step's own `limitDays`. */
  statutory: Limit.nullable(),
  mark: LimitMark,
  /** Where the limits stand: statute, notice or address. */
  basis: z.string().trim().max(200).nullable(),
  papers: z.array(z.string().trim().min(1).max(60)).max(20),
  /** How long what is granted is good for, in months; null where it does not lapse, or nobody knows. */
  validMonths: z.number().int().min(1).max(120).nullable(),
});
export type StepTerms = z.infer<typeof StepTerms>;

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
  /** The last day on which what was granted holds. */
  validUntil: Day.nullable().default(null),
  /** What happened, in order; null where state and dates above say all of it. They are always what it amounts to. */
  course: z.array(StepEntry).max(60).nullable().default(null),
  /** The edition of the template that the step was made from. */
  templateId: idOf('stepTemplate').nullable().default(null),
  terms: StepTerms.nullable().default(null),
  /** The steps of the same project that have to be settled before this one can be accepted. */
  needs: z.array(idOf('approvalStep')).max(20).default([]),
  /** The day it was put into the plan: a month that ended before does not count it. Null where nobody knows. */
  addedOn: Day.nullable().default(null),
  orderKey: OrderKey,
  version: z.number().int().positive(),
});
export type ApprovalStep = z.infer<typeof ApprovalStep>;

/** A step as it stands when it is entered, in any state; it comes behind the steps that the project has. */
export const CreateApprovalStep = ApprovalStep.omit({
  ...{ id: true, orderKey: true, version: true },
  ...{ validUntil: true, course: true, templateId: true, terms: true, needs: true, addedOn: true },
});
export type CreateApprovalStep = z.infer<typeof CreateApprovalStep>;

/** What a step begins with that is not entered with it. */
export const untold: Pick<ApprovalStep, 'validUntil' | 'course' | 'templateId' | 'terms' | 'needs' | 'addedOn'> = {
  ...{ validUntil: null, course: null, templateId: null, terms: null, needs: [], addedOn: null },
};

/** A step as it is to stand; whose project it belongs to and where it stands among the steps is not changed by it. */
export const UpdateApprovalStep = ApprovalStep.omit({
  ...{ projectId: true, orderKey: true },
  ...{ validUntil: true, course: true, templateId: true, terms: true, needs: true, addedOn: true },
});
export type UpdateApprovalStep = z.infer<typeof UpdateApprovalStep>;

/** Of a step on record, what an update writes. */
export function updateOf(step: ApprovalStep): UpdateApprovalStep {
  const { projectId: _project, orderKey: _order, validUntil: _until, course: _course, templateId: _template, ...fields } = step;
  const { terms: _terms, needs: _needs, addedOn: _addedOn, ...update } = fields;
  return update;
}

/** A step's limit before the office has set one: nothing is ever overdue by it. */
export const noLimit: Pick<ApprovalStep, 'limitDays' | 'limitUnit' | 'dueOn'> = { limitDays: null, limitUnit: 'workday', dueOn: null };

/** One more thing that happened to a step; what is done comes with the document's number and how long it is good for. */
export const TellStep = ApprovalStep.pick({ id: true, version: true }).extend({
  entry: StepEntry,
  documentNumber: ApprovalStep.shape.documentNumber,
  validUntil: Day.nullable(),
});
export type TellStep = z.infer<typeof TellStep>;

/** What a step needs before it, and what is known of its limit. */
export const SetStepTerms = ApprovalStep.pick({ id: true, version: true }).extend({
  terms: StepTerms.nullable(),
  needs: z.array(idOf('approvalStep')).max(20),
});
export type SetStepTerms = z.infer<typeof SetStepTerms>;
