import { correctionsOf, type FigureCorrection, type MonthCorrections } from '#shared/cuts/corrections.ts';
import { addMonths, type Month } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import * as issues from '../bulletins/issue-store.ts';
import type { Reader } from '../db/tables.ts';
import { loadFigures } from './figures.ts';
import * as cuts from './store.ts';

/** What has been put right of the month that was cut before another, up to now; null where none was. */
export async function correctionsBefore(db: Reader, districtId: Id<'unit'>, month: Month): Promise<MonthCorrections | null> {
  const before = await cuts.lastMonthBefore(db, districtId, month);
  return before && { month: before.month, corrections: await correctionsNow(db, districtId, before.month) };
}

/** What was put right of a month after it was cut: as it was kept when the next one was cut, and until then as it stands. */
export async function correctionsAfter(db: Reader, districtId: Id<'unit'>, month: Month): Promise<FigureCorrection[]> {
  const next = await cuts.find(db, districtId, 'month', addMonths(month, 1));
  return next?.corrected?.month === month ? next.corrected.corrections : correctionsNow(db, districtId, month);
}

/** What readers know of a month is the cut that its bulletin was issued from; until it is issued, the latest. */
async function correctionsNow(db: Reader, districtId: Id<'unit'>, month: Month): Promise<FigureCorrection[]> {
  const issuedFrom = await issues.cutIssued(db, districtId, month);
  const cut = issuedFrom ? await cuts.load(db, issuedFrom) : await cuts.find(db, districtId, 'month', month);
  if (!cut) return [];
  const now = await loadFigures(db, { districtId, asOf: cut.asOf, isHistoric: true });
  return correctionsOf(await cuts.rows(db, cut.id), now, cut.asOf);
}
