import { drop, keep, read, readAll } from './device.ts';

/** What was typed under a key on this device; null where there is nothing or nothing can be kept. */
export function readDraft(key: string): Promise<unknown> {
  return read('drafts', key);
}

/** Keeps what is being typed on this device; false where the browser refuses, so that the page can say so. */
export function keepDraft(key: string, draft: unknown): Promise<boolean> {
  return keep('drafts', key, draft);
}

/** Drops a draft: the server has what it said, or the person let it go. */
export function dropDraft(key: string): Promise<void> {
  return drop('drafts', key);
}

/** How many drafts this device holds under keys that begin so. */
export async function countDrafts(prefix: string): Promise<number> {
  return (await readAll('drafts', prefix)).length;
}

/** Drops every draft under keys that begin so. */
export function dropDrafts(prefix: string): Promise<void> {
  return drop('drafts', { prefix });
}
