import { z } from 'zod';
import { idOf } from '../kit/ids.ts';
import { queryText, type URLSearchParamsLike } from '../kit/query.ts';
import { Level, ProjectKind, YearClass } from '../projects/schema.ts';

/** Which of the projects figures are asked for; null leaves a side open. `unit` stands for its whole subtree. */
export const FigureSlice = z.strictObject({
  kind: ProjectKind.nullable(),
  level: Level.nullable(),
  yearClass: YearClass.nullable(),
  unit: idOf('unit').nullable(),
  leader: z.string().max(40).nullable(),
  category: z.string().max(60).nullable(),
});
export type FigureSlice = z.infer<typeof FigureSlice>;

/** All projects. */
export const wholeList: FigureSlice = { kind: null, level: null, yearClass: null, unit: null, leader: null, category: null };

/** What a slice reads of a project. */
export type SlicedRow = {
  kind: ProjectKind;
  level: Level;
  yearClass: YearClass;
  unitId: string;
  leaderName: string | null;
  category: string | null;
};

/** Whether a project is in a slice; `unitIds` is the subtree of the slice's unit, null where it names none. */
export function inSlice(row: SlicedRow, slice: FigureSlice, unitIds: ReadonlySet<string> | null): boolean {
  return (
    (slice.kind === null || row.kind === slice.kind) &&
    (slice.level === null || row.level === slice.level) &&
    (slice.yearClass === null || row.yearClass === slice.yearClass) &&
    (unitIds === null || unitIds.has(row.unitId)) &&
    (slice.leader === null || row.leaderName === slice.leader) &&
    (slice.category === null || row.category === slice.category)
  );
}

const Sides = {
  kind: ProjectKind.nullable().catch(null),
  level: Level.nullable().catch(null),
  yearClass: YearClass.nullable().catch(null),
  unit: idOf('unit').nullable().catch(null),
  leader: FigureSlice.shape.leader.catch(null),
  category: FigureSlice.shape.category.catch(null),
};

/** Reads a slice from the address; a side that is unknown or broken is left open. */
export function sliceFromQuery(query: URLSearchParamsLike): FigureSlice {
  return z.object(Sides).parse({
    kind: query.get('kind'),
    level: query.get('level'),
    yearClass: query.get('class'),
    unit: query.get('unit'),
    leader: query.get('leader'),
    category: query.get('category'),
  });
}

/** Writes a slice into an address so that `sliceFromQuery` reads it back. */
export function sliceToQuery({ yearClass, ...sides }: FigureSlice): string {
  return queryText({ ...sides, class: yearClass });
}
