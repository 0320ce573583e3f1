import { z } from 'zod';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { District } from '../districts/schema.ts';
import { boundsOf, Year } from '../figures/period.ts';
import { addWeeks, type Instant, lastDayOfWeek, Month, Quarter, type Week, weekOf } from '../kit/calendar.ts';
import { type Id, idOf } from '../kit/ids.ts';
import { compareRatio } from '../kit/money.ts';
import { dueAt, isPastDue, type ReturnCourse } from './course.ts';
import type { ReturnState, WeeklyReturn } from './schema.ts';
import { isOwed } from './sheet.ts';
import { asksForReturns, returnDays } from './weeks.ts';

/** What a ledger of returns is asked for: a month, a quarter or a year. */
export const ReturnPeriod = z.union([Month, Quarter, Year]);
export type ReturnPeriod = z.infer<typeof ReturnPeriod>;

/** A week of a period, with when its returns were due. */
export type DueWeek = { week: Week; dueAt: Instant };

/**
 * The weeks whose returns were due in a period and are past their cut-off, the earliest first. A week belongs where its
 * cut-off falls, which a holiday may push into the next month; one without a working day asks for nothing.
 */
export function weeksDue(
  period: ReturnPeriod,
  now: Instant,
  district: Pick<District, 'returnOpenWeekday' | 'returnWeekday' | 'returnTime'>,
  calendar: WorkCalendar,
): DueWeek[] {
  const { first, last } = boundsOf(period);
  const weeks: DueWeek[] = [];
  // A long holiday pushes a cut-off by two weeks at the most.
  for (let week = addWeeks(weekOf(first), -2); lastDayOfWeek(addWeeks(week, -1)) < last; week = addWeeks(week, 1)) {
    if (!asksForReturns(calendar, week)) continue;
    const { dueOn } = returnDays(week, district, calendar);
    const due = { dueOn, dueTime: district.returnTime };
    if (dueOn >= first && dueOn <= last && isPastDue(now, due)) weeks.push({ week, dueAt: dueAt(due) });
  }
  return weeks;
}

/** What became of a return that was owed: it came in time or late, the office filled it in, or it is missing. */
export type ReturnFate = 'on-time' | 'late' | 'filled-in' | 'missing';

/** What is counted of a return that was owed; all empty where none came. */
export type ReturnFacts = { state: ReturnState | null } & {
  [Field in keyof Omit<ReturnCourse, 'returnId' | 'firstSubmittedAt'>]: ReturnCourse[Field] | null;
};

/** What became of a return. One that went back and was not sent again is owed still; what the office sent, the unit did not. */
export function fateOf({ state, isLate, byOffice }: Pick<ReturnFacts, 'state' | 'isLate' | 'byOffice'>): ReturnFate {
  if (isOwed(state === null ? null : { state })) return 'missing';
  if (byOffice) return 'filled-in';
  return isLate ? 'late' : 'on-time';
}

/** What a number of the ledger counts, and which rows open behind it. */
export const ReturnSet = z.enum([
  'owed',
  'on-time',
  'late',
  'filled-in',
  'missing',
  'sent-back',
  'first-time',
  'unchanged',
  'warned',
  'corrected',
]);
export type ReturnSet = z.infer<typeof ReturnSet>;

/** Whether a return is among those that a number counts. */
export function inReturnSet(facts: ReturnFacts, set: ReturnSet): boolean {
  switch (set) {
    case 'owed':
      return true;
    case 'on-time':
    case 'late':
    case 'filled-in':
    case 'missing':
      return fateOf(facts) === set;
    case 'sent-back':
      return (facts.sentBacks ?? 0) > 0;
    case 'first-time':
      return facts.state === 'accepted' && facts.sentBacks === 0;
    case 'unchanged':
      return facts.isUnchanged === true;
    case 'warned':
      return (facts.warnings ?? 0) > 0;
    case 'corrected':
      return (facts.resends ?? 0) > 0;
  }
}

/** How many returns of a unit are in each set. */
export type ReturnTally = Record<ReturnSet, number>;

/** A unit's line: what it owed in a period and what became of it. */
export type PunctualityLine = ReturnTally & {
  unitId: Id<'unit'>;
  unitName: string;
  /** 名次 among the units that owed; equals share a place. */
  rank: number;
};

/** Many returns of a unit with the same facts. */
export type CountedFacts = ReturnFacts & { unitId: Id<'unit'>; count: number };

function emptyTally(): ReturnTally {
  return {
    ...{ owed: 0, 'on-time': 0, late: 0, 'filled-in': 0, missing: 0 },
    ...{ 'sent-back': 0, 'first-time': 0, unchanged: 0, warned: 0, corrected: 0 },
  };
}

/** Counts the returns of each unit. */
export function tallyReturns(counted: readonly CountedFacts[]): Map<Id<'unit'>, ReturnTally> {
  const tallies = new Map<Id<'unit'>, ReturnTally>();
  for (const { unitId, count, ...facts } of counted) {
    const tally = tallies.get(unitId) ?? emptyTally();
    for (const set of ReturnSet.options) if (inReturnSet(facts, set)) tally[set] += count;
    tallies.set(unitId, tally);
  }
  return tallies;
}

/** The ratios of a line: [numerator, denominator]; over nothing there is none. */
export const returnRates = {
  /** 按时率 = in time ÷ owed. */
  'on-time': (tally: ReturnTally): [number, number] => [tally['on-time'], tally.owed],
  /** 一次通过率 = accepted without ever going back ÷ accepted or gone back. */
  'first-time': (tally: ReturnTally): [number, number] => [tally['first-time'], tally['first-time'] + tally['sent-back']],
  /** 同上周占比 = nothing new said ÷ came in. */
  unchanged: (tally: ReturnTally): [number, number] => [tally.unchanged, tally.owed - tally.missing],
} as const;
/** One of them. */
export type ReturnRate = keyof typeof returnRates;

/**
 * The ledger's lines, the best first: by 按时率, then by the smaller share that is missing, then by the smaller share that went
 * back. Equals share a place and stand in the order in which they were given.
 */
export function rankUnits(lines: readonly Omit<PunctualityLine, 'rank'>[]): PunctualityLine[] {
  const compare = (a: ReturnTally, b: ReturnTally) =>
    compareRatio(b['on-time'], b.owed, a['on-time'], a.owed) ||
    compareRatio(a.missing, a.owed, b.missing, b.owed) ||
    compareRatio(a['sent-back'], a.owed, b['sent-back'], b.owed);
  const sorted = lines.filter(({ owed }) => owed > 0).sort(compare);
  let rank = 0;
  return sorted.map((line, at) => {
    const before = sorted[at - 1];
    if (!before || compare(before, line) !== 0) rank = at + 1;
    return { ...line, rank };
  });
}

/** All lines added up. */
export function sumTallies(lines: readonly ReturnTally[]): ReturnTally {
  const total = emptyTally();
  for (const line of lines) for (const set of ReturnSet.options) total[set] += line[set];
  return total;
}

/** A return behind a number of the ledger: whose it is, what it says of itself, and how it came about. */
export type PunctualityRow = ReturnFacts & {
  projectId: Id<'project'>;
  name: string;
  week: Week;
  dueAt: Instant;
  firstSubmittedAt: Instant | null;
} & { [Field in 'submittedBy' | 'filledInFor' | 'sentBackReason']: WeeklyReturn[Field] | null };

/** Which rows of a unit are asked for. */
export const AskPunctualityRows = z.strictObject({ period: ReturnPeriod, unitId: idOf('unit'), set: ReturnSet });
