import type { ResultEntry, ResultGroup } from './Results.tsx';

/** Entries of one group with exactly the same score, best first. */
export type Tie = { groupId: ResultGroup['groupId']; entries: ResultEntry[] };

/** The equal scores of a ranking: what the joint review looks at. */
export function tiesIn(groups: readonly ResultGroup[]): Tie[] {
  return groups.flatMap(({ groupId, entries }) => {
    const ties: Tie[] = [];
    for (const [index, entry] of entries.entries()) {
      if (!entry.isSameScore) continue;
      const above = entries[index - 1];
      const last = ties.at(-1);
      // Neighbours with equal exact scores are shown alike: two decimals appear only where the scores differ.
      if (last && above?.isSameScore && above.score === entry.score) last.entries.push(entry);
      else ties.push({ groupId, entries: [entry] });
    }
    return ties;
  });
}
