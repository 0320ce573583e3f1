import type { ProjectFigures } from '#shared/cuts/figures.ts';
import { type CurvePoint, curveOf } from '#shared/figures/curve.ts';
import { cutsFor, type FigurePeriod, type Span, spanOf } from '#shared/figures/period.ts';
import { type FigureSlice, inSlice } from '#shared/figures/slice.ts';
import { dayOf, type Instant, yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { subtree } from '#shared/units/schema.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as projects from '../projects/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';

/** Who asks, and when. */
export type Asker = { db: Reader; reach: Reach; now: Instant };
export type Asked = { period: FigurePeriod; slice: FigureSlice };

/** What the numbers stand on: a cut, or the records as they are now. */
export type Basis = (Pick<cuts.Cut, 'period' | 'attempt' | 'takenAt'> & { isCut: true }) | { isCut: false };

/** The projects of a period: all that exist for the asker, those of the slice, and what they stand on. */
export type Counted = { span: Span; basis: Basis; all: ProjectFigures[]; rows: ProjectFigures[]; isIn: InSlice };

type InSlice = (row: Parameters<typeof inSlice>[0] & { projectId: Id<'project'> }) => boolean;

/** A past period is read from its cut, whatever has been changed since; one that was never cut, and the running one, from the records. */
export async function countedRows({ db, reach, now }: Asker, { period, slice }: Asked): Promise<Counted> {
  const span = spanOf(period, dayOf(now));
  if (slice.unit) await units.requireWithin(db, reach, slice.unit);
  const cut = await cutOn(db, reach.districtId, span);
  const known = reach.unitIds ? await projects.idsOf(db, reach) : null;
  const all = cut
    ? (await cuts.rows(db, cut.id)).filter((row) => known?.has(row.projectId) ?? true)
    : await loadFigures(db, { districtId: reach.districtId, asOf: span.asOf, reach });
  const unitIds = slice.unit ? subtree(await units.list(db, reach.districtId), slice.unit) : null;
  const isIn: InSlice = (row) => (known?.has(row.projectId) ?? true) && inSlice(row, slice, unitIds);
  const basis: Basis = cut ? { isCut: true, period: cut.period, attempt: cut.attempt, takenAt: cut.takenAt } : { isCut: false };
  return { span, basis, all, rows: all.filter(isIn), isIn };
}

async function cutOn(db: Reader, districtId: Id<'unit'>, { asOf }: Span): Promise<cuts.Cut | null> {
  for (const wanted of cutsFor(asOf)) {
    const cut = await cuts.find(db, districtId, wanted.kind, wanted.period);
    if (cut?.asOf === asOf) return cut;
  }
  return null;
}

/** Plan against actual over the months of the period's year. */
export async function curveFor({ db, reach }: Asker, { span, rows, isIn }: Counted): Promise<CurvePoint[]> {
  const { districtId } = reach;
  const year = yearOf(span.asOf);
  const months = await cuts.monthSums(db, districtId, year);
  const ids = new Set(rows.map((row) => row.projectId));
  return curveOf({
    asOf: span.asOf,
    // A cut holds what was in hand; what has left since was in hand then.
    cuts: new Map(
      months.map(({ month, rows: sums }) => [month, sums.filter(isIn).map((row) => ({ ...row, standing: 'active' as const }))]),
    ),
    now: rows,
    plans: (await projects.yearPlans(db, districtId, year)).filter((plan) => ids.has(plan.projectId)),
  });
}
