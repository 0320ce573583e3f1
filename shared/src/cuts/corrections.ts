import { z } from 'zod';
import { Month } from '../kit/calendar.ts';
import { ProjectFigures } from './figures.ts';

/** The figures of a month-end that may be put right after the month was cut. */
export const correctable = ['doneThisYear', 'yearPlan', 'plannedToDate', 'actualStart', 'isRegistered'] as const;
/** One of them. */
export type Correctable = (typeof correctable)[number];

const Corrected = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A figure of a month-end as it was cut and as the records say it now. */
export const FigureCorrection = ProjectFigures.pick({ projectId: true, name: true, unitName: true }).extend({
  field: z.enum(correctable),
  cut: Corrected,
  now: Corrected,
});
export type FigureCorrection = z.infer<typeof FigureCorrection>;

/** What was put right of a cut month by the time the next one was cut, and kept with that one's cut. */
export const MonthCorrections = z.strictObject({ month: Month, corrections: z.array(FigureCorrection) });
export type MonthCorrections = z.infer<typeof MonthCorrections>;

/**
 * What was put right after a month was cut: the cut stays as it is, and the figure enters the next month. Dates after the
 * month's end are news of the next month, and no correction of this one.
 */
export function correctionsOf(cut: readonly ProjectFigures[], now: readonly ProjectFigures[], monthEnd: string): FigureCorrection[] {
  const live = new Map(now.map((row) => [row.projectId, row]));
  return cut.flatMap((row) => {
    const later = live.get(row.projectId);
    if (!later) return [];
    return correctable.flatMap((field): FigureCorrection[] => {
      const [was, is] = [row[field], later[field]];
      if (was === is || (field === 'actualStart' && typeof is === 'string' && is > monthEnd)) return [];
      return [{ projectId: row.projectId, name: row.name, unitName: row.unitName, field, cut: was, now: is }];
    });
  });
}
