import { z } from 'zod';
import type { Actor } from '../accounts/schema.ts';
import { whyNotChangeStep } from '../approvals/moves.ts';
import type { ApprovalStep } from '../approvals/schema.ts';
import { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { type Id, idOf } from '../kit/ids.ts';
import { whyNotAnswer } from '../meetings/decisions.ts';
import { type Decision, DecisionAnswer } from '../meetings/schema.ts';
import { solved, whyNotChangeProblem } from '../problems/flow.ts';
import type { Problem } from '../problems/schema.ts';

/** Most ticks of one return: more than any project has open. */
const MOST = 60;

const ticksOf = <Kind extends 'approvalStep' | 'problem'>(kind: Kind) =>
  z
    .array(
      z.strictObject({
        id: idOf(kind),
        /** The version that was on the form. */
        version: z.number().int().positive(),
        /** When it was ticked off, which without a line is before the server hears of it. */
        on: Day,
      }),
    )
    .max(MOST);

const answers = z.array(z.strictObject({ id: idOf('decision'), version: z.number().int().positive(), text: DecisionAnswer.shape.text }));

/** What is ticked off in the form of a return: steps that are done, problems that are solved, decisions that are carried out. */
export const ReturnTicks = z.strictObject({
  steps: ticksOf('approvalStep'),
  problems: ticksOf('problem'),
  /** 办理情况 of decisions; what waits on a device from before they were asked for names none. */
  answers: answers.max(MOST).default([]),
});
export type ReturnTicks = z.infer<typeof ReturnTicks>;

/**
 * What a later form of the same return still has to tick off, once an earlier one is on record: the same step, problem or
 * answer is not said twice. An answer in other words stays: whoever wrote it is to hear that the first has gone out.
 */
export function stillToTick(later: ReturnTicks, sent: ReturnTicks): ReturnTicks {
  const isSent = ({ id }: { id: string }) => [...sent.steps, ...sent.problems].some((tick) => tick.id === id);
  return {
    steps: later.steps.filter((tick) => !isSent(tick)),
    problems: later.problems.filter((tick) => !isSent(tick)),
    answers: later.answers.filter(({ id, text }) => !sent.answers.some((said) => said.id === id && said.text.trim() === text.trim())),
  };
}

type Ticked = { on: Day; today: Day; actor: Pick<Actor, 'role'> };
type Dated = Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn' | 'tolerantUntil'>;

/** The step once it is ticked off: done on that day. */
export function stepDone<Step extends Pick<ApprovalStep, 'state' | 'doneOn'>>(step: Step, on: Day): Step {
  return { ...step, state: 'done', doneOn: on };
}

/** Why a step cannot be ticked off in a return, by the rules of a change on its own. */
export function whyNotTickStep(step: Dated, { on, today, actor }: Ticked): Refusal | null {
  return whyNotChangeStep(step, stepDone(step, on), actor, today);
}

/** Why a problem cannot be ticked off in a return, by the rules of a change on its own. */
export function whyNotTickProblem(problem: Problem, { on, today, actor }: Ticked): Refusal | null {
  return whyNotChangeProblem(problem, solved(problem, on), actor, today);
}

/** Whether a decision is answered in the form of its project's return: it is open, and its owner fills the form. */
export function isToAnswer(decision: Pick<Decision, 'state' | 'ownerUnitId'>, unitIds: readonly Id<'unit'>[]): boolean {
  return unitIds.includes(decision.ownerUnitId) && whyNotAnswer(decision) === null;
}
