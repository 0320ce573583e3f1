import type { ProjectFigures } from './figures.ts';

/** The figures of a month-end that may be put right after the month was cut. */
export const correctable = ['doneThisYear', 'yearPlan', 'plannedToDate', 'actualStart', 'isRegistered'] as const;
/** One of them. */
export type Correctable = (typeof correctable)[number];

/** A figure of a month-end as it was cut and as the records say it now. */
export type Correction = Pick<ProjectFigures, 'projectId' | 'name' | 'unitName'> & {
  field: Correctable;
  cut: string | number | boolean | null;
  now: string | number | boolean | null;
};

/**
 * What was put right after a month was cut: the cut stays as it is, and the figure enters the next month. Dates after the
 * month's end are news of the next month, and no correction of this one.
 */
export function correctionsOf(cut: readonly ProjectFigures[], now: readonly ProjectFigures[], monthEnd: string): Correction[] {
  const live = new Map(now.map((row) => [row.projectId, row]));
  return cut.flatMap((row) => {
    const later = live.get(row.projectId);
    if (!later) return [];
    return correctable.flatMap((field): Correction[] => {
      const [was, is] = [row[field], later[field]];
      if (was === is || (field === 'actualStart' && typeof is === 'string' && is > monthEnd)) return [];
      return [{ projectId: row.projectId, name: row.name, unitName: row.unitName, field, cut: was, now: is }];
    });
  });
}
