import { compareRatio } from '#shared/kit/money.ts';
import { Level, ProjectKind, Stage, YearClass } from '#shared/projects/schema.ts';
import type { FigureProject } from './data.ts';

/** The columns that rows are sorted by. */
export const sortKeys = [
  'name',
  'unitName',
  'kind',
  'yearClass',
  'stage',
  'lamp',
  'totalInvestment',
  'yearPlan',
  'plannedToDate',
  'doneThisYear',
  'progress',
  'doneSinceStart',
  'plannedStart',
  'actualStart',
  'plannedFinish',
  'actualFinish',
  'steps',
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; isDown: boolean };

/** A sort as the address holds it: the column, with a minus before it where the largest comes first. */
export function sortText({ key, isDown }: Sort): string {
  return isDown ? `-${key}` : key;
}

/** The sort that an address asks for; null leaves the rows in their own order. */
export function sortIn(text: string | null): Sort | null {
  const key = sortKeys.find((each) => each === text?.replace(/^-/, ''));
  return key ? { key, isDown: text?.startsWith('-') ?? false } : null;
}

/** The sort after a press on a column's head: up, then down, then none. */
export function nextSort(sort: Sort | null, key: SortKey): Sort | null {
  if (sort?.key !== key) return { key, isDown: false };
  return sort.isDown ? null : { key, isDown: true };
}

const lampOrder = ['red', 'yellow', 'green'] as const;

function comparable(row: FigureProject, key: Exclude<SortKey, 'progress' | 'steps'>): string | number | null {
  switch (key) {
    case 'kind':
      return ProjectKind.options.indexOf(row.kind) * 10 + Level.options.indexOf(row.level);
    case 'yearClass':
      return YearClass.options.indexOf(row.yearClass);
    case 'stage':
      return Stage.options.indexOf(row.stage);
    case 'lamp':
      return row.lamp && lampOrder.indexOf(row.lamp);
    default:
      return row[key];
  }
}

/** Shares compare exactly; what has no base has no share. */
function shareOf(row: FigureProject, key: 'progress' | 'steps'): [number, number] | null {
  const [part, base] = key === 'progress' ? [row.doneThisYear, row.plannedToDate ?? 0] : [row.stepsDone, row.stepsNeeded];
  return base > 0 ? [part, base] : null;
}

function compare(a: FigureProject, b: FigureProject, { key, isDown }: Sort, collator: Intl.Collator): number {
  const turn = isDown ? -1 : 1;
  if (key === 'progress' || key === 'steps') {
    const [x, y] = [shareOf(a, key), shareOf(b, key)];
    return x && y ? turn * compareRatio(...x, ...y) : Number(x === null) - Number(y === null);
  }
  const [x, y] = [comparable(a, key), comparable(b, key)];
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  return turn * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
}

/** Rows in the order asked for; what is empty comes last either way, and equals keep their order. */
export function sorted(rows: readonly FigureProject[], sort: Sort | null): FigureProject[] {
  const collator = new Intl.Collator('zh-CN');
  return sort ? [...rows].sort((a, b) => compare(a, b, sort, collator)) : [...rows];
}
