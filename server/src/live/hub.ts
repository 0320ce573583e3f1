import { EventEmitter } from 'node:events';
import { DomainError } from '#shared/kit/errors.ts';
import type { Store } from '../db/open.ts';
import { watchLog } from './watch.ts';

/**
 * What is passed on: `changes` when the log has grown, `ephemeral:<topic>` when a passing state has changed,
 * `editing:<what>` when somebody has opened or closed a form, which is kept nowhere else and so says itself.
 */
export type Topic = 'changes' | `ephemeral:${string}` | `editing:${string}`;

/**
 * Wakes everybody who waits for news: in this process at once, on other servers by the database's word.
 * But for who has a form open it carries no data; who is woken reads what it may see.
 */
export type Hub = {
  /** Refuses one stream too many, of a session or of all. */
  requireRoom: (sessionKey: string | null) => void;
  /** Counts a stream in; answers how to count it out again. */
  enter: (sessionKey: string | null) => () => void;
  wake: (topic: Topic) => void;
  on: (listener: (topic: Topic) => void) => () => void;
  /** Ends every stream of a session or display that has lost its right; null ends all, for shutting down. */
  dismiss: (sessionKey: string | null) => void;
  onDismiss: (listener: (sessionKey: string | null) => void) => () => void;
  close: () => Promise<void>;
};

const DISMISS = 'dismiss:';
/** A browser holds at most six connections to a server at a time; more streams than that are of no browser. */
const MOST_OF_SESSION = 6;
const MOST_STREAMS = 300;

export async function openHub(store: Store): Promise<Hub> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const stop = await store.listen((topic) => {
    if (topic.startsWith(DISMISS)) emitter.emit('dismiss', topic.slice(DISMISS.length));
    else emitter.emit('wake', topic);
  });
  // A word from another server can be lost; one look for all streams finds what was missed.
  const watch = store.dialect === 'postgres' ? watchLog(store.db, (topic) => emitter.emit('wake', topic)) : null;
  const streams: (string | null)[] = [];
  return {
    requireRoom: (sessionKey) => {
      const own = sessionKey === null ? 0 : streams.filter((key) => key === sessionKey).length;
      if (own >= MOST_OF_SESSION || streams.length >= MOST_STREAMS) throw new DomainError('TOO_MANY_REQUESTS', { minutes: 1 });
    },
    enter: (sessionKey) => {
      streams.push(sessionKey);
      return () => void streams.splice(streams.indexOf(sessionKey), 1);
    },
    wake: (topic) => {
      emitter.emit('wake', topic);
      // The next look of the other servers finds what a lost word has missed, so a failure here loses nothing.
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
    close: async () => {
      await watch?.stop();
      await stop();
    },
  };
}
