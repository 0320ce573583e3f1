import { compareRatio } from '../kit/money.ts';
import type { Criterion, Group } from './schema.ts';

/** Tenths of a point by criterion. */
export type Marks = Readonly<Record<string, number>>;

/** An exact mean: tenths of a point over a number of sheets. */
export type Mean = { part: number; base: number };

/** An entry's score and its parts over the sheets that count; `dropped` is 2 where the best and the worst were left out. */
export type EntryScore = {
  total: Mean;
  parts: Mean[];
  sheets: number;
  dropped: 0 | 2;
};

/** From so many sheets on, the highest and the lowest do not count 去高去低. */
export const TRIM_FROM = 5;

/** A sheet's total in tenths of a point; a criterion without a mark gives nothing. */
export function totalOf(marks: Marks, criteria: readonly Pick<Criterion, 'id'>[]): number {
  return criteria.reduce((sum, criterion) => sum + (marks[criterion.id] ?? 0), 0);
}

/**
 * An entry's score over its inspectors' sheets; null before the first sheet. Sheets of equal total are told apart by
 * their marks in the sheet's order, so which of them is left out never depends on the order in which they came in.
 */
export function scoreOf(sheets: readonly Marks[], criteria: readonly Pick<Criterion, 'id'>[]): EntryScore | null {
  if (sheets.length === 0) return null;
  const rows = sheets
    .map((marks) => [totalOf(marks, criteria), ...criteria.map((criterion) => marks[criterion.id] ?? 0)])
    .sort(compareRows);
  const counted = rows.length >= TRIM_FROM ? rows.slice(1, -1) : rows;
  const mean = (column: number): Mean => ({
    part: counted.reduce((sum, row) => sum + (row[column] ?? 0), 0),
    base: counted.length,
  });
  return {
    total: mean(0),
    parts: criteria.map((_, index) => mean(index + 1)),
    sheets: sheets.length,
    dropped: rows.length >= TRIM_FROM ? 2 : 0,
  };
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Compares two means exactly. */
export function compareMeans(a: Mean, b: Mean): number {
  return compareRatio(a.part, a.base, b.part, b.base);
}

/** What is ranked: an entry with the sheets handed in for it. */
export type Contender = {
  entryId: string;
  groupId: string;
  sheets: readonly Marks[];
};

/** Where an entry stands in its group. */
export type Standing<Entry extends Contender> = {
  entry: Entry;
  score: EntryScore | null;
  /** Null before the first sheet. Entries that nothing tells apart share a rank, and the next rank is left out. */
  rank: number | null;
  /** 同分: another entry of the group has exactly the same score. */
  isSameScore: boolean;
  /** 并列: not even the criteria tell them apart; people decide. */
  isShared: boolean;
  /** The criterion that settled an equal score. */
  settledBy: Criterion['id'] | null;
};

/**
 * Ranks each group apart: by exact score, then by the criteria in the sheet's order. Entries without a sheet stand last
 * and have no rank.
 */
export function rank<Entry extends Contender>(
  entries: readonly Entry[],
  criteria: readonly Pick<Criterion, 'id'>[],
  groups: readonly Pick<Group, 'id'>[],
): { groupId: Group['id']; standings: Standing<Entry>[] }[] {
  return groups.map((group) => ({
    groupId: group.id,
    standings: rankOne(
      entries.filter((entry) => entry.groupId === group.id),
      criteria,
    ),
  }));
}

function rankOne<Entry extends Contender>(entries: readonly Entry[], criteria: readonly Pick<Criterion, 'id'>[]): Standing<Entry>[] {
  const scored = entries.map((entry) => ({
    entry,
    score: scoreOf(entry.sheets, criteria),
  }));
  scored.sort((a, b) => compareScores(b.score, a.score) || (a.entry.entryId < b.entry.entryId ? -1 : 1));
  const standings: Standing<Entry>[] = [];
  for (const [index, { entry, score }] of scored.entries()) {
    const neighbours = [scored[index - 1]?.score, scored[index + 1]?.score].flatMap((other) => (other ? [other] : []));
    const equals = score ? neighbours.filter((other) => compareMeans(other.total, score.total) === 0) : [];
    const isShared = score !== null && equals.some((other) => compareScores(other, score) === 0);
    const previous = standings[index - 1];
    const sharesPrevious = score !== null && previous?.score && compareScores(previous.score, score) === 0;
    const settled = score && !isShared ? (equals[0] ? firstDifference(equals[0], score) : -1) : -1;
    standings.push({
      entry,
      score,
      rank: score === null ? null : sharesPrevious ? previous.rank : index + 1,
      isSameScore: equals.length > 0,
      isShared,
      settledBy: criteria[settled]?.id ?? null,
    });
  }
  return standings;
}

function firstDifference(a: EntryScore, b: EntryScore): number {
  return a.parts.findIndex((part, index) => {
    const other = b.parts[index];
    return other !== undefined && compareMeans(part, other) !== 0;
  });
}

/** Compares scores exactly, equal ones by the criteria in the sheet's order; no score is below every score. */
export function compareScores(a: EntryScore | null, b: EntryScore | null): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  const byTotal = compareMeans(a.total, b.total);
  if (byTotal !== 0) return byTotal;
  const at = firstDifference(a, b);
  const [left, right] = [a.parts[at], b.parts[at]];
  return left && right ? compareMeans(left, right) : 0;
}

/** A mean in points for showing, half up: 7061/10 → `70.6`. Never compared. */
export function formatScore(mean: Mean, decimals: 1 | 2 = 1): string {
  const scale = decimals === 1 ? 1 : 10;
  const rounded = Math.floor((2 * mean.part * scale + mean.base) / (2 * mean.base));
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
