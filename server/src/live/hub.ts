import { EventEmitter } from 'node:events';
import type { Store } from '../db/open.ts';

/** What is passed on: `changes` when the log has grown, `ephemeral:<topic>` when a passing state has changed. */
export type Topic = 'changes' | `ephemeral:${string}`;

/**
 * Wakes everybody who waits for news: in this process at once, on other servers by the database's word.
 * It carries no data; who is woken reads what it may see.
 */
export type Hub = {
  /** Whether words of other servers can be lost, so that a reader must also look by itself. */
  needsPolling: boolean;
  wake: (topic: Topic) => void;
  on: (listener: (topic: Topic) => void) => () => void;
  /** Ends every stream of a session or display that has lost its right; null ends all, for shutting down. */
  dismiss: (sessionKey: string | null) => void;
  onDismiss: (listener: (sessionKey: string | null) => void) => () => void;
  close: () => Promise<void>;
};

const DISMISS = 'dismiss:';

export async function openHub(store: Store): Promise<Hub> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const stop = await store.listen((topic) => {
    if (topic.startsWith(DISMISS)) emitter.emit('dismiss', topic.slice(DISMISS.length));
    else emitter.emit('wake', topic);
  });
  return {
    needsPolling: store.dialect === 'postgres',
    wake: (topic) => {
      emitter.emit('wake', topic);
      // The next poll of the other servers finds what a lost word has missed, so a failure here loses nothing.
      store.announce(topic).catch(() => undefined);
    },
    on: (listener) => {
      emitter.on('wake', listener);
      return () => emitter.off('wake', listener);
    },
    dismiss: (sessionKey) => {
      emitter.emit('dismiss', sessionKey);
      // A word that is lost delays the end until the stream's next look at its session.
      if (sessionKey !== null) store.announce(`${DISMISS}${sessionKey}`).catch(() => undefined);
    },
    onDismiss: (listener) => {
      emitter.on('dismiss', listener);
      return () => emitter.off('dismiss', listener);
    },
    close: stop,
  };
}
