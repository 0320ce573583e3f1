import { useEffect, useSyncExternalStore } from 'react';
import { Instant } from '#shared/kit/calendar.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { SubmitReturn, WeeklyReturn } from '#shared/returns/schema.ts';
import { stillToTick } from '#shared/returns/ticks.ts';
import { failureOf } from '../app/errors.ts';
import { trpcClient } from '../app/trpc.ts';
import { sendFile } from '../files/send.ts';
import { pause } from '../kit/pause.ts';
import { settleDraft } from '../returns/drafts.ts';
import * as outbox from './store.ts';

/** What became of an act: the server has it (and what it made of it, where this tab heard), or it waits for the line. */
export type Outcome = { state: 'sent'; kept: WeeklyReturn | null } | { state: 'waiting' };

type Sent = { waiting: outbox.Waiting; kept: WeeklyReturn | null };
type Given = Omit<outbox.Waiting, 'key' | 'at' | 'failure'>;
type Held = { actorId: string; entries: readonly outbox.Waiting[] };

/** Longer than any answer takes; what is still on its way then is asked for again under its key. */
const PATIENCE_MS = 20_000;
/** So long a form waits for the server's yes. After that its act waits by itself, and the next form opens. */
const FORM_PATIENCE_MS = 5_000;
/** The server is in trouble or wants a sign-in first: that passes, and what waits stays as it is. */
const PASSES = new Set(['SIGN_IN_REQUIRED', 'PASSWORD_MUST_CHANGE', 'TOO_MANY_REQUESTS', 'STORAGE_FAILED', 'INTERNAL']);

const nothing: readonly outbox.Waiting[] = [];
let held: Held = { actorId: '', entries: nothing };
const watchers = new Set<() => void>();
const sentListeners = new Set<(sent: Sent) => void>();
const outcomes = new Map<string, WeeklyReturn>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tuijin-outbox');
if (otherTabs) otherTabs.onmessage = () => void refresh(held.actorId);

async function refresh(actorId: string): Promise<void> {
  held = { actorId, entries: await outbox.ofActor(actorId) };
  for (const watcher of watchers) watcher();
}

async function changed(actorId: string): Promise<void> {
  otherTabs?.postMessage('changed');
  await refresh(actorId);
}

/** What somebody has waiting on this device, kept true across tabs. */
export function useWaiting(actorId: string): readonly outbox.Waiting[] {
  useEffect(() => void refresh(actorId), [actorId]);
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => (held.actorId === actorId ? held.entries : nothing),
    () => nothing,
  );
}

/** Hears of what has been sent, also of what waited while another form was open. */
export function onSent(listener: (sent: Sent) => void): () => void {
  sentListeners.add(listener);
  return () => {
    sentListeners.delete(listener);
  };
}

/**
 * Does an act: written down on this device first, then sent. What the server refuses is thrown and no longer waits; what
 * cannot be sent now waits, through a closed tab and an ended session.
 */
export async function act(given: Given): Promise<Outcome> {
  const waiting = written(given);
  // A browser that keeps nothing can still send.
  if (!(await outbox.put(waiting))) return { state: 'sent', kept: await send(waiting) };
  await changed(given.actorId);
  await Promise.race([flush(given.actorId), pause(FORM_PATIENCE_MS)]);
  const left = (await outbox.ofActor(given.actorId)).find((each) => each.key === waiting.key);
  const kept = outcomes.get(waiting.key) ?? null;
  outcomes.delete(waiting.key);
  if (!left) return { state: 'sent', kept };
  if (left.failure === null) return { state: 'waiting' };
  await drop(left);
  throw left.failure;
}

/** Writes an act down to be sent with what waits; where nothing can be kept it is sent at once. */
export async function keep(given: Given): Promise<void> {
  const waiting = written(given);
  if (await outbox.put(waiting)) await changed(given.actorId);
  else await send(waiting);
}

function written(given: Given): outbox.Waiting {
  return { ...given, key: outbox.newKey(), at: Instant.parse(new Date().toISOString()), failure: null };
}

/** Lets go of what waits. */
export async function drop(waiting: outbox.Waiting): Promise<void> {
  await outbox.remove(waiting);
  await changed(waiting.actorId);
}

/** Lets go of everything that somebody has waiting on this device. */
export async function dropAll(actorId: string): Promise<void> {
  await outbox.removeAll(actorId);
  await changed(actorId);
}

/** Sends what waits, one after the other; ends at the first that does not get through. */
export function flush(actorId: string): Promise<void> {
  return alone(async () => {
    for (;;) {
      const next = (await outbox.ofActor(actorId)).find((each) => each.failure === null);
      if (!next || !(await sendNext(next))) return;
      await changed(actorId);
    }
  });
}

let tail: Promise<unknown> = Promise.resolve();

/** One tab at a time, so that nothing is sent twice and nothing overtakes. */
function alone(work: () => Promise<void>): Promise<void> {
  // Without TLS away from localhost a browser has no locks; then at least this tab waits for itself.
  const locks: LockManager | undefined = navigator.locks;
  if (locks) return locks.request('tuijin-outbox', work);
  const turn = tail.then(work, work);
  tail = turn;
  return turn;
}

/** Whether the next may follow. */
async function sendNext(waiting: outbox.Waiting): Promise<boolean> {
  try {
    const kept = await send(waiting);
    await outbox.remove(waiting);
    if (waiting.act.kind === 'return' && kept) {
      outcomes.set(waiting.key, kept);
      await rebase(waiting, waiting.act.input, kept);
      await settleDraft(waiting.actorId, waiting.act.input, kept);
    }
    for (const listener of sentListeners) listener({ waiting, kept });
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null || PASSES.has(failure.code)) return false;
    await outbox.put({ ...waiting, failure: { data: { domain: failure } } });
    return true;
  }
}

/** A return as the server keeps it; of a photo nothing that anybody waits for. */
async function send({ act, key }: outbox.Waiting): Promise<WeeklyReturn | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  switch (act.kind) {
    case 'return':
      return trpcClient.returns.submit.mutate({ ...act.input, key }, { signal });
    case 'photo': {
      const fileId = await sendFile('/files', act.file, idOf('file'), () => undefined);
      await trpcClient.photos.add.mutate({ ...act.input, fileId, key }, { signal });
      return null;
    }
    default:
      return assertNever(act);
  }
}

/** What was typed on top of this before it was sent is a change of what has now been kept. */
async function rebase({ actorId }: outbox.Waiting, sent: SubmitReturn, kept: WeeklyReturn): Promise<void> {
  for (const later of await outbox.ofActor(actorId)) {
    if (later.act.kind !== 'return' || later.failure !== null) continue;
    const { input } = later.act;
    if (input.projectId !== sent.projectId || input.week !== sent.week) continue;
    const ticks = input.ticks && sent.ticks ? stillToTick(input.ticks, sent.ticks) : input.ticks;
    await outbox.put({ ...later, act: { ...later.act, input: { ...input, ticks, version: kept.version } } });
  }
}
