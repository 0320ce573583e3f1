import { countDrafts, dropDrafts } from '../kit/drafts.ts';
import { forgetAnswers } from '../kit/kept.ts';
import { dropAll } from './queue.ts';
import * as outbox from './store.ts';

/** What this device holds of somebody that the server does not have. */
export type Unsent = { waiting: number; drafts: number };

/** Where a person's drafts lie: returns, scoresheets, a project being entered. */
const draftsOf = (actorId: string) => [`return:${actorId}:`, `score:${actorId}:`, `${actorId}/`];

export async function countUnsent(actorId: string): Promise<Unsent> {
  const waiting = await outbox.ofActor(actorId);
  const drafts = await Promise.all(draftsOf(actorId).map(countDrafts));
  // A return that waits has its words in a draft as well.
  const counted = new Set(waiting.flatMap(({ act }) => (act.kind === 'return' ? [act.input.projectId] : []))).size;
  return { waiting: waiting.length, drafts: Math.max(0, drafts.reduce((all, each) => all + each, 0) - counted) };
}

export async function clearUnsent(actorId: string): Promise<void> {
  await dropAll(actorId);
  await Promise.all(draftsOf(actorId).map(dropDrafts));
}

/** Nobody who opens this browser next is to read what was answered to somebody else. */
export function forgetRead(): Promise<void> {
  return forgetAnswers('');
}
