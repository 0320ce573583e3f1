import { z } from 'zod';
import { type Day, type Month, monthOf } from '../kit/calendar.ts';

/** One item 项 of joint approval 联审联批: a step that a project needs, settled or owed as of a day. */
export type JointItem = {
  projectId: string;
  projectName: string;
  unitName: string;
  /** Null where nobody has named the agency. */
  agencyName: string | null;
  isDone: boolean;
  /** Null for what is owed, and for what was done on a day that nobody kept. */
  doneOn: Day | null;
};

/** What items may be counted by. */
export const jointSlices = ['project', 'agency', 'unit'] as const;
/** One of them. */
export type JointSlice = (typeof jointSlices)[number];

/** The items behind one count: of a project, an agency, a unit, a month of completion, or of all; settled, owed or both. */
export const JointBehind = z.strictObject({
  slice: z.enum([...jointSlices, 'month', 'all']),
  /** What the count is of, as it names it itself: a project's id, a short name, a month; empty where nobody is named, and for all. */
  key: z.string().max(60),
  show: z.enum(['needed', 'done', 'owed']),
});
export type JointBehind = z.infer<typeof JointBehind>;

/** The items that a count counts. */
export function itemsBehind<Item extends JointItem>(items: readonly Item[], { slice, key, show }: JointBehind): Item[] {
  const isOf = (item: Item): boolean => {
    if (slice === 'all') return true;
    if (slice === 'month') return item.doneOn !== null && monthOf(item.doneOn) === key;
    return sliceOf(item, slice)[0] === key;
  };
  return items.filter((item) => isOf(item) && (show === 'needed' || item.isDone === (show === 'done')));
}

/** Items of one project, agency or unit: the rate 办结率 is done ÷ needed. */
export type JointCount = { key: string; name: string | null; needed: number; done: number };

/** Counts items by a slice; where most is owed comes first, and what nobody is named for comes last. */
export function jointCounts(items: readonly JointItem[], slice: JointSlice): JointCount[] {
  const counts = new Map<string, JointCount>();
  for (const item of items) {
    const [key, name] = sliceOf(item, slice);
    const count = counts.get(key) ?? { key, name, needed: 0, done: 0 };
    counts.set(key, { ...count, needed: count.needed + 1, done: count.done + (item.isDone ? 1 : 0) });
  }
  return [...counts.values()].sort(
    (a, b) => Number(a.name === null) - Number(b.name === null) || b.needed - b.done - (a.needed - a.done) || (a.key < b.key ? -1 : 1),
  );
}

function sliceOf(item: JointItem, slice: JointSlice): [key: string, name: string | null] {
  if (slice === 'project') return [item.projectId, item.projectName];
  if (slice === 'unit') return [item.unitName, item.unitName];
  return [item.agencyName ?? '', item.agencyName];
}

/** Items done in one month, and all done up to its end. */
export type JointMonth = { month: Month; done: number; doneToDate: number };

/** The months in which items were done, the latest first; what has no day counts as done before all of them. */
export function jointMonths(items: readonly JointItem[]): JointMonth[] {
  const byMonth = new Map<Month, number>();
  let doneToDate = items.filter(({ isDone, doneOn }) => isDone && doneOn === null).length;
  for (const { isDone, doneOn } of items) if (isDone && doneOn) byMonth.set(monthOf(doneOn), (byMonth.get(monthOf(doneOn)) ?? 0) + 1);
  const months = [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, done]) => {
      doneToDate += done;
      return { month, done, doneToDate };
    });
  return months.reverse();
}
