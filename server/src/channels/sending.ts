import { LEASE_MS, notSent, sent } from '#shared/channels/rules.ts';
import type { Dispatch } from '#shared/channels/schema.ts';
import { addMs } from '#shared/kit/calendar.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import type { Services } from '../services.ts';
import { send } from './send.ts';
import * as channels from './store.ts';

const EVERY_MS = 10_000;
const MOST_AT_ONCE = 50;

/** Sends what is due, one after another, and keeps of each what became of it. Answers how many were tried. */
export async function sendDue(services: Services): Promise<number> {
  const { store, clock } = services;
  const found = await channels.due(store.db, clock(), MOST_AT_ONCE);
  let tried = 0;
  for (const one of found) {
    const claimed = await channels.claim(store.db, one, addMs(clock(), LEASE_MS));
    if (!claimed) continue;
    await sendOne(services, claimed);
    tried++;
  }
  return tried;
}

async function sendOne(services: Services, dispatch: Dispatch): Promise<void> {
  const { store, config, clock } = services;
  const error = await attempt(services, dispatch);
  const now = clock();
  const after = error === null ? sent(dispatch, now) : notSent(dispatch, error, now);
  const actor = { ...events.systemActor, districtId: dispatch.districtId };
  const witness = { now, actor, requestId: 'dispatch', auditKey: config.auditKey };
  await runChange({ store, hub: services.hub }, async (tx) => {
    const { id, kind, recipients, subject, state, attempts } = await channels.saveDispatch(tx, after);
    await events.append(tx, witness, {
      action: error === null ? 'dispatch.sent' : 'dispatch.notSent',
      id,
      after: { kind, recipients, subject, state, attempts, error: after.error },
    });
  });
}

/** What kept a message from going through, in words; null where it went. */
async function attempt({ store, config }: Services, { districtId, kind, ...message }: Dispatch): Promise<string | null> {
  const channel = await channels.unlocked(store.db, districtId, kind, config.auditKey);
  if (!channel) return 'channel not set';
  try {
    await send(channel, message);
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}

/** What went wrong, without the address: a robot's holds its key. */
export function wordsOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const words = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return words.replace(/https?:\/\/\S+/g, '…').slice(0, 300);
}

/** Looks every few seconds whether anything is due, never twice at once. Answers how to stop. */
export function keepSending(services: Services, onError: (error: unknown) => void): () => void {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    if (isStopped) return;
    timer = setTimeout(() => void sendDue(services).catch(onError).finally(wait), EVERY_MS);
    timer.unref();
  };
  wait();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
