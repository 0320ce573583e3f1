import { z } from 'zod';
import { groupBy, keyBy } from '../kit/collections.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import { Project } from './schema.ts';

/** What a project holds once a period, so that two records may both hold it. */
export const MergeKind = z.enum([
  'return',
  'yearPlan',
  'registration',
  'override',
  'agendaItem',
  'nomination',
  'entry',
  'flag',
  'taskForce',
]);
export type MergeKind = z.infer<typeof MergeKind>;

/** Whose of two counts from now on: that of the record kept, or that of the duplicate. */
export const MergeSide = z.enum(['kept', 'other']);
export type MergeSide = z.infer<typeof MergeSide>;

const Choice = z.strictObject({ kind: MergeKind, period: z.string().max(20), side: MergeSide });
/** What was chosen where both records hold something for one period. */
export type MergeChoice = z.infer<typeof Choice>;

const Named = Project.pick({ id: true, version: true });

/** Makes two records of one project into one: everything of `other` becomes part of `kept`. */
export const MergeProjects = z.strictObject({
  kept: Named,
  other: Named,
  choices: z.array(Choice).max(2000),
  reason: z.string().trim().min(2).max(300),
});
export type MergeProjects = z.infer<typeof MergeProjects>;

/** A row of either record, as far as a merger asks: what it is, of which period, and what to show of it. */
export type MergeRow = {
  kind: MergeKind;
  id: string;
  projectId: Id<'project'>;
  /** The week, month, quarter or year; empty where there is one in all. */
  period: string;
  /** The period is closed: what was said of it then does not change any more. */
  isFrozen: boolean;
  /** Scored, signed or announced: it is not dropped for another one. */
  isSettled: boolean;
  amount: number | null;
  code: string | null;
  words: string | null;
};

/** Both records hold something for one period; only where `isOpen` somebody has to choose, elsewhere the kept record's stays. */
export type MergeConflict = { kind: MergeKind; period: string; kept: MergeRow; other: MergeRow; isOpen: boolean };

/** These stand in a list of their own that is still at work, where two would be one too many. */
const chosenForThem = new Set<MergeKind>(['agendaItem', 'entry']);
/** These would still be listed under their period if they were left with the duplicate. */
const dropped = new Set<MergeKind>(['agendaItem', 'nomination', 'entry', 'flag']);

/** Where both records hold something for one period, in the order of the kinds and then of the periods. */
export function conflictsOf(rows: readonly MergeRow[], kept: Id<'project'>): MergeConflict[] {
  const conflicts = [...groupBy(rows, keyOf).values()].flatMap((pair): MergeConflict[] => {
    const mine = pair.find((row) => row.projectId === kept);
    const theirs = pair.find((row) => row.projectId !== kept);
    if (!mine || !theirs) return [];
    const isOpen = !mine.isFrozen && !theirs.isFrozen && !chosenForThem.has(mine.kind);
    return [{ kind: mine.kind, period: mine.period, kept: mine, other: theirs, isOpen }];
  });
  const place = ({ kind }: MergeConflict) => MergeKind.options.indexOf(kind);
  return conflicts.sort((a, b) => place(a) - place(b) || (a.period < b.period ? -1 : 1));
}

function keyOf({ kind, period }: Pick<MergeRow, 'kind' | 'period'>): string {
  return `${kind} ${period}`;
}

/** Why two records cannot become one. */
export type MergeRefusal = 'merge-itself' | 'merge-kinds-differ' | 'merge-settled' | 'merge-frozen' | 'merge-undecided';

/** Why two records cannot become one: they are not of one list, a result that stands would change, or something is undecided. */
export function whyNotMerge(
  kept: Pick<Project, 'id' | 'kind'>,
  other: Pick<Project, 'id' | 'kind'>,
  conflicts: readonly MergeConflict[],
  choices: readonly MergeChoice[],
): Refusal<MergeRefusal> | null {
  if (kept.id === other.id) return { reason: 'merge-itself' };
  if (kept.kind !== other.kind) return { reason: 'merge-kinds-differ' };
  const chosen = keyBy(choices, keyOf);
  for (const conflict of conflicts) {
    const { kind, period } = conflict;
    const side = chosen.get(keyOf(conflict))?.side ?? null;
    if (!conflict.isOpen && side === 'other') return { reason: 'merge-frozen', kind, period };
    if (conflict.isOpen && side === null) return { reason: 'merge-undecided', kind, period };
    // What is left with the duplicate stays as it was; what would be dropped must not be a result.
    const loser = side === 'other' ? conflict.kept : conflict.other;
    if (dropped.has(kind) && loser.isSettled) return { reason: 'merge-settled', kind, period };
  }
  return null;
}

/** What a merger does with the rows that both records hold once a period. */
export type MergePlan = {
  /** Rows of the duplicate that become the kept record's. */
  moved: MergeRow[];
  /** Rows that give way; the log keeps what they said. */
  replaced: MergeRow[];
  /** The kept record's agenda item for each of the duplicate's that gives way: what was decided on it hangs there. */
  standIns: { from: string; to: string }[];
};

/** What becomes of each row; a row of the duplicate that is neither moved nor replaced stays with it, out of sight. */
export function mergePlan(
  rows: readonly MergeRow[],
  kept: Id<'project'>,
  conflicts: readonly MergeConflict[],
  choices: readonly MergeChoice[],
): MergePlan {
  const chosen = keyBy(choices, keyOf);
  const contested = keyBy(conflicts, keyOf);
  const plan: MergePlan = { moved: [], replaced: [], standIns: [] };
  for (const row of rows) {
    if (row.projectId === kept) continue;
    const conflict = contested.get(keyOf(row));
    if (!conflict || (conflict.isOpen && chosen.get(keyOf(row))?.side === 'other')) {
      plan.moved.push(row);
      if (conflict) plan.replaced.push(conflict.kept);
    } else if (dropped.has(row.kind) && !row.isFrozen) {
      plan.replaced.push(row);
      if (row.kind === 'agendaItem') plan.standIns.push({ from: row.id, to: conflict.kept.id });
    }
  }
  return plan;
}
