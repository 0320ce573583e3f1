import { z } from 'zod';

const Recorded = z.record(z.string(), z.unknown());

/** One field that an act changed; a record's own bookkeeping is not a change to show. */
export type Difference = { field: string; from: unknown; to: unknown };

/** What an event's before and after differ in, among the fields that have a name for people. */
export function differencesOf(before: string | null, after: string | null, named: ReadonlySet<string>): Difference[] {
  const from = read(before);
  const to = read(after);
  if (!to) return [];
  return Object.keys(to)
    .filter((field) => named.has(field) && JSON.stringify(from?.[field] ?? null) !== JSON.stringify(to[field] ?? null))
    .map((field) => ({ field, from: from?.[field] ?? null, to: to[field] ?? null }));
}

function read(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  const recorded = Recorded.safeParse(JSON.parse(text));
  return recorded.success ? recorded.data : null;
}

/** Whether an act took back an earlier one. */
export function isUndoing(after: string | null): boolean {
  return read(after)?.undoes !== undefined;
}
