import { drop, keep, read } from './device.ts';

/** An answer of the server as this device has it; `keptAt` is null where it has just come. */
export type Kept<Answer> = { answer: Answer; keptAt: string | null };

/** A week-end at a site without a line, and not for ever on a machine that many use. */
const MOST_HOURS = 72;

/** Which build asked: what another one has kept may have another shape. */
const build = import.meta.url;

type Stored<Answer> = { build: string; at: string; answer: Answer };

/**
 * Asks, and keeps the answer for the day without a line. Where the line is down (as `isUnreachable` says) the last answer
 * under the key is given instead, if it is not too old.
 */
export async function askOrKept<Answer>(
  key: string,
  ask: () => Promise<Answer>,
  isUnreachable: (error: unknown) => boolean,
): Promise<Kept<Answer>> {
  try {
    const answer = await ask();
    keepAnswer(key, answer);
    return { answer, keptAt: null };
  } catch (error) {
    const stored = isUnreachable(error) ? ((await read('answers', key)) as Stored<Answer> | null) : null;
    const isFresh = stored !== null && stored.build === build && Date.parse(stored.at) > Date.now() - MOST_HOURS * 3_600_000;
    if (!isFresh) throw error;
    return { answer: stored.answer, keptAt: stored.at };
  }
}

/** Keeps an answer, or what an act has made of it since. */
export function keepAnswer<Answer>(key: string, answer: Answer): void {
  // The page need not wait for the disk; a browser that keeps nothing opens with a line only.
  void keep('answers', key, { build, at: new Date().toISOString(), answer } satisfies Stored<Answer>);
}

/** Forgets the answers whose key begins so: nobody else is to open with them. */
export function forgetAnswers(prefix: string): Promise<void> {
  return drop('answers', { prefix });
}
