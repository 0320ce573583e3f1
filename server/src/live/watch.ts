import type { Database } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { ephemeralStamps } from './ephemeral.ts';
import type { Topic } from './hub.ts';

const EVERY_MS = 250;

/** Looks at the log's end and at the passing states every so often, and tells what has moved since the last look. */
export function watchLog(db: Database, tell: (topic: Topic) => void): { stop: () => Promise<void> } {
  let head = 0;
  let stamps = new Map<string, string>();
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const seq = await events.head(db);
    const found = await ephemeralStamps(db);
    if (seq !== head) tell('changes');
    for (const [topic, at] of found) if (stamps.get(topic) !== at) tell(`ephemeral:${topic}`);
    head = seq;
    stamps = found;
  }

  const timer = setInterval(() => {
    // A database that is away is looked at again; the streams say for themselves that they cannot read.
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = null;
      });
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
