import { type FigurePeriod, periodKind, periodYear } from '#shared/figures/period.ts';
import { type ListKey, listKeys, type RateKey, rateKeys, type SetKey } from '#shared/figures/sets.ts';
import { dayOf, type Instant, Month, monthNumber, Quarter, quarterNumber, timeOf, yearOf } from '#shared/kit/calendar.ts';
import type { Catalogue } from '../app/messages.ts';

type Words = Catalogue['figures'];

/** A period in words. */
export function periodText(period: FigurePeriod, figures: Words): string {
  const year = periodYear(period);
  switch (periodKind(period)) {
    case 'year':
      return figures.year(year);
    case 'quarter':
      return figures.quarter(year, quarterNumber(Quarter.parse(period)));
    case 'month':
      return figures.month(year, monthNumber(Month.parse(period)));
    case 'day':
      return period;
  }
}

/** What a set of rows is called. */
export function setText(set: SetKey, figures: Words): string {
  const list = listKeys.find((key): key is ListKey => key === set);
  if (list) return figures.lists[list];
  const rate = rateKeys.find((key): key is RateKey => set.startsWith(`${key}.`));
  if (!rate) return '';
  return figures.sideOf(figures.rates[rate], figures.sides[rate][set.endsWith('.part') ? 'part' : 'base']);
}

type Basis = { isCut: false } | { isCut: true; period: string; attempt: number; takenAt: Instant };

/** What the numbers stand on: a cut with its day and time, or the records; of a past period without a cut the reader is told. */
export function basisText(basis: Basis, isRunning: boolean, figures: Words): string {
  if (!basis.isCut) return isRunning ? figures.live : figures.past;
  const at = `${dayOf(basis.takenAt)} ${timeOf(basis.takenAt)}`;
  const month = Month.safeParse(basis.period);
  if (!month.success) return figures.cutWeek(basis.period, basis.attempt, at);
  return figures.cutMonth(figures.month(yearOf(month.data), monthNumber(month.data)), basis.attempt, at);
}
