import { rewritten } from '#shared/approvals/course.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Decision } from '#shared/meetings/schema.ts';
import { solved } from '#shared/problems/flow.ts';
import type { Problem } from '#shared/problems/schema.ts';
import { type ReturnTicks, stepDone, whyNotTickProblem, whyNotTickStep } from '#shared/returns/ticks.ts';
import * as approvals from '../approvals/store.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { answer, findOwn } from '../meetings/answer.ts';
import * as problems from '../problems/store.ts';
import type { Reach } from '../trpc.ts';

type Ticker = Parameters<typeof answer>[1];

/** Each tick with its record as it stands before. */
type Ticked = {
  steps: { tick: ReturnTicks['steps'][number]; before: Awaited<ReturnType<typeof approvals.load>> }[];
  problems: { tick: ReturnTicks['problems'][number]; before: Problem }[];
  answers: { tick: ReturnTicks['answers'][number]; before: Decision }[];
};

const nothing: ReturnTicks = { steps: [], problems: [], answers: [] };

/** Finds what is ticked off beside a return; a record of another project is not found. */
export async function findTicked(tx: Tx, reach: Reach, projectId: Id<'project'>, ticks: ReturnTicks = nothing): Promise<Ticked> {
  const found: Ticked = { steps: [], problems: [], answers: [] };
  for (const tick of ticks.steps) {
    const before = await approvals.load(tx, reach, tick.id);
    if (before.projectId !== projectId) throw new DomainError('NOT_FOUND', { entity: 'step' });
    found.steps.push({ tick, before });
  }
  for (const tick of ticks.problems) {
    const before = await problems.load(tx, reach, tick.id);
    if (before.projectId !== projectId) throw new DomainError('NOT_FOUND', { entity: 'problem' });
    found.problems.push({ tick, before });
  }
  for (const tick of ticks.answers) {
    const before = await findOwn(tx, reach, tick.id);
    if (before.projectId !== projectId) throw new DomainError('NOT_FOUND', { entity: 'decision' });
    found.answers.push({ tick, before });
  }
  return found;
}

/** Takes what was ticked off beside a return into its own records, each with its event, as if it had been changed there. */
export async function tickOff(tx: Tx, ticker: Ticker, ticked: Ticked): Promise<void> {
  const { reach, actor } = ticker;
  const today = dayOf(ticker.now);
  for (const { tick, before } of ticked.steps) {
    refuse(whyNotTickStep(before, { on: tick.on, today, actor }));
    const after = await approvals.save(tx, reach, { ...rewritten(before, stepDone(before, tick.on), today), version: tick.version });
    await events.append(tx, ticker, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
  }
  for (const { tick, before } of ticked.problems) {
    refuse(whyNotTickProblem(before, { on: tick.on, today, actor }));
    const after = await problems.save(tx, reach, { ...solved(before, tick.on), version: tick.version });
    await events.append(tx, ticker, { action: 'problem.updated', id: after.id, projectId: after.projectId, before, after });
  }
  for (const { tick, before } of ticked.answers) await answer(tx, ticker, before, { ...tick, fileIds: [] });
}
