import type { Hub } from './hub.ts';

type Wakeups = AsyncIterable<Set<string>> & { isOver: () => boolean; stop: () => void };

/**
 * Turns the hub's calls into batches: all topics that came while the reader was busy arrive at once, so a slow
 * reader falls behind in time but never in a queue. Ends when the session is dismissed or the reader goes.
 */
export function wakeups(hub: Hub, sessionKey: string | null, recheckMs: number, signal: AbortSignal | undefined): Wakeups {
  // The first look needs no call: a reader that resumes has a backlog, and nobody may ring for a long time.
  let waiting = new Set<string>(['changes']);
  let isOver = signal?.aborted ?? false;
  let ring: (() => void) | null = null;
  function wake(topic: string): void {
    waiting.add(topic);
    ring?.();
  }
  function end(): void {
    isOver = true;
    ring?.();
  }
  const offWake = hub.on(wake);
  const offDismiss = hub.onDismiss((key) => {
    if (key === null || key === sessionKey) end();
  });
  const recheck = setInterval(() => wake('recheck'), recheckMs);
  signal?.addEventListener('abort', end);
  function stop(): void {
    offWake();
    offDismiss();
    clearInterval(recheck);
    signal?.removeEventListener('abort', end);
  }
  return {
    isOver: () => isOver,
    stop,
    async *[Symbol.asyncIterator]() {
      while (!isOver) {
        if (waiting.size === 0) {
          await new Promise<void>((resolve) => {
            ring = resolve;
          });
          ring = null;
        }
        if (isOver) return;
        const batch = waiting;
        waiting = new Set();
        yield batch;
      }
    },
  };
}
