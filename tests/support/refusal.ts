import { expect } from 'vitest';
import { DomainError } from '#shared/kit/errors.ts';
import type { World } from './world.ts';

/** The code and the details of the refusal that an act meets; an act that goes through is a failed test. */
export async function failureOf(act: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  try {
    await act;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (cause instanceof DomainError) return { code: cause.code, details: cause.details };
    throw error;
  }
  throw new Error('nothing was refused');
}

const ledgers = [
  ...([
    'project',
    'year_plan',
    'approval_step',
    'problem',
    'registration',
    'site_visit',
    'payment',
    'signoff',
    'file',
    'attachment',
  ] as const),
] as const;

/** What a refusal must leave as it was: the log's head and every row of the ledgers. */
async function tracesOf(world: World) {
  const head = await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
  const rows = [];
  for (const table of ledgers) rows.push(await world.db.selectFrom(table).selectAll().orderBy('id').execute());
  return { seq: head.seq, rows };
}

/** The refusal of an act that changed nothing in the ledgers or the log. */
export async function refused(world: World, act: () => Promise<unknown>) {
  const before = await tracesOf(world);
  const failure = await failureOf(act());
  expect(await tracesOf(world)).toEqual(before);
  return failure;
}
