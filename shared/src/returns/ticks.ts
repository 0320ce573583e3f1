import { z } from 'zod';
import type { Actor } from '../accounts/schema.ts';
import { whyNotChangeStep } from '../approvals/moves.ts';
import type { ApprovalStep } from '../approvals/schema.ts';
import { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';
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

/** What is ticked off in the form of a return: steps that are done, problems that are solved. */
export const ReturnTicks = z.strictObject({ steps: ticksOf('approvalStep'), problems: ticksOf('problem') });
export type ReturnTicks = z.infer<typeof ReturnTicks>;

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
