import type { Actor } from '#shared/accounts/schema.ts';
import { rewritten } from '#shared/approvals/course.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { assertNever, DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { problemSolved, type ReturnTick, stepDone, whyNotTickProblem, whyNotTickStep } from '#shared/returns/ticks.ts';
import * as approvals from '../approvals/store.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as problems from '../problems/store.ts';
import type { Reach } from '../trpc.ts';

type Ticker = events.Witness & { actor: Actor; reach: Reach };

/** Takes what was ticked off beside a return into its own records, each with its event, as if it had been changed there. */
export async function tickOff(tx: Tx, ticker: Ticker, projectId: Id<'project'>, ticks: readonly ReturnTick[]): Promise<void> {
  for (const tick of ticks) await tickOne(tx, ticker, projectId, tick);
}

async function tickOne(tx: Tx, ticker: Ticker, projectId: Id<'project'>, tick: ReturnTick): Promise<void> {
  const { reach, actor } = ticker;
  const ticked = { on: tick.on, today: dayOf(ticker.now), actor };
  switch (tick.kind) {
    case 'step': {
      const before = await approvals.load(tx, reach, tick.id);
      requireOf(before, projectId, 'step');
      refuse(whyNotTickStep(before, ticked));
      const after = await approvals.save(tx, reach, {
        ...rewritten(before, stepDone(before, tick.on), ticked.today),
        version: tick.version,
      });
      await events.append(tx, ticker, { action: 'step.updated', id: after.id, projectId, before, after });
      return;
    }
    case 'problem': {
      const before = await problems.load(tx, reach, tick.id);
      requireOf(before, projectId, 'problem');
      refuse(whyNotTickProblem(before, ticked));
      const after = await problems.save(tx, reach, { ...problemSolved(before, tick.on), version: tick.version });
      await events.append(tx, ticker, { action: 'problem.updated', id: after.id, projectId, before, after });
      return;
    }
    default:
      assertNever(tick);
  }
}

function requireOf(record: { projectId: Id<'project'> }, projectId: Id<'project'>, entity: string): void {
  if (record.projectId !== projectId) throw new DomainError('NOT_FOUND', { entity });
}
