import { DomainError } from '#shared/kit/errors.ts';

/** Each reading may take a core and a few hundred megabytes: more at once would stop the others' work. */
export const AT_ONCE = 2;
let under = 0;

/** Does a piece of reading while few others are under way in this process; else it is refused, to be tried again. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (under >= AT_ONCE) throw new DomainError('TOO_MANY_REQUESTS', { minutes: 1 });
  under++;
  try {
    return await work();
  } finally {
    under--;
  }
}
