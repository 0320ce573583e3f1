import type { ProjectFigures } from '#shared/cuts/figures.ts';
import { accountDay } from '#shared/cycle/periods.ts';
import { dayOf, type Instant, lastDayOfMonth, type Month, monthOf } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { loadRated } from '../cuts/figures.ts';
import { otherRatings } from '../cuts/freeze.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as lamps from './store.ts';

type MonthQuery = { districtId: Id<'unit'>; now: Instant; month: Month; attempt: number | null };

/** A month's lamps as they were cut, or as they stand while the month is not cut. */
export type MonthLamps = {
  month: Month;
  cut: Awaited<ReturnType<typeof cuts.attempts>>[number] | null;
  attempts: Awaited<ReturnType<typeof cuts.attempts>>;
  ruleSets: RuleSet[];
  rows: ProjectFigures[];
  others: cuts.Rating[];
};

/** Reads a month: a cut of it, the latest unless another is asked for; else the provisional lamps of its days so far. */
export async function readMonth(db: Reader, { districtId, now, month, attempt }: MonthQuery): Promise<MonthLamps> {
  const attempts = await cuts.attempts(db, districtId, month);
  const cut = attempts.find((one) => attempt === null || one.attempt === attempt) ?? null;
  if (cut) {
    const ruleSets = [cut.ruleSet, ...cut.otherRuleSets];
    return { month, cut, attempts, ruleSets, rows: await cuts.rows(db, cut.id), others: await cuts.ratings(db, cut.id) };
  }
  const today = accountDay(dayOf(now));
  if (attempt !== null || month > monthOf(today)) throw new DomainError('NOT_FOUND', { entity: 'cut' });
  const end = lastDayOfMonth(month);
  const asOf = monthOf(today) === month ? today : end;
  const ruleSet = await lamps.ruleSetOf(db, districtId);
  const otherRuleSets = await lamps.otherRuleSets(db, districtId);
  const rated = await loadRated(db, { districtId, asOf, ruleSet, otherRuleSets, isHistoric: true });
  const others = await otherRatings(db, districtId, otherRuleSets, rated, month);
  return { month, cut: null, attempts, ruleSets: [ruleSet, ...otherRuleSets], rows: rated.map(({ figures }) => figures), others };
}
