import { addWeeks, type Day, type Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { compareRatio, type Money, wan, yuan } from '../kit/money.ts';
import { baseOf, type PreviousReturn, type ReturnForm } from './prefill.ts';

/** What a return is held against. */
export type CheckFacts = {
  week: Week;
  /** The month's end that falls into the week, or null. */
  monthEnd: Day | null;
  previous: PreviousReturn | null;
  annual: Money | null;
  doneBeforeYear: Money;
  totalInvestment: Money;
  isRed: boolean;
  /** A week that asked for a return went by without one that counts. */
  missedLastWeek: boolean;
};

/** What can refuse a return. */
type Grounds = Pick<CheckFacts, 'monthEnd' | 'previous' | 'isRed' | 'missedLastWeek'>;

/**
 * What the form shows before it is sent. A warning says that a figure is unusual and never keeps it from being sent:
 * the unit knows. An error is what cannot be.
 */
export type Finding =
  | { level: 'warning'; code: 'below-last-week'; base: Money; by: Money }
  | { level: 'warning'; code: 'does-not-add-up'; base: Money; expected: Money }
  | { level: 'warning'; code: 'above-plan'; annual: Money; by: Money }
  | { level: 'warning'; code: 'above-total'; total: Money; by: Money }
  | { level: 'warning'; code: 'unlike-last-week'; lastWeek: Money; thisWeek: Money }
  | { level: 'warning'; code: 'negative'; amount: Money }
  | { level: 'warning'; code: 'month-end-missing'; monthEnd: Day }
  | { level: 'warning'; code: 'month-end-outside'; monthEnd: Day; from: Money; to: Money }
  | { level: 'warning'; code: 'no-progress' }
  | { level: 'error'; code: 'amount-missing' }
  | { level: 'error'; code: 'month-end-not-asked' }
  | { level: 'error'; code: 'words-missing'; because: 'red' | 'missed' }
  | { level: 'error'; code: 'words-unchanged'; because: 'red' | 'missed' };

/** Twice as much or half as much as last week, and not for small change. */
const UNLIKE = { times: 2, least: wan(50) };

/** Everything to be said of a filled form: errors first. */
export function check(form: ReturnForm, facts: CheckFacts): Finding[] {
  return [...errors(form, facts), ...warningsOf(form, facts)];
}

/** Why a return cannot be taken as it stands. Warnings never refuse. */
export function whyNotTake(form: ReturnForm, facts: Grounds): Refusal<Extract<Finding, { level: 'error' }>['code']> | null {
  const [first] = errors(form, facts);
  if (!first) return null;
  const { level: _level, code, ...rest } = first;
  return { reason: code, ...rest };
}

/**
 * Whether a return says nothing of its own: no words, or nothing done in last week's words. Only then does it matter
 * whether the project is red.
 */
export function isSilent(form: ReturnForm, previous: PreviousReturn | null): boolean {
  return form.progress.trim() === '' || isUnchanged(form, previous);
}

/** 同上周: nothing was done, nothing is asked for, and the words are last week's. */
export function isUnchanged(form: ReturnForm, previous: PreviousReturn | null): boolean {
  if (!previous || form.doneThisWeek !== 0 || form.request) return false;
  return (['progress', 'problem', 'nextStep'] as const).every((field) => (form[field] ?? '').trim() === (previous[field] ?? '').trim());
}

function errors(form: ReturnForm, facts: Grounds): Extract<Finding, { level: 'error' }>[] {
  const found: Extract<Finding, { level: 'error' }>[] = [];
  if (form.doneThisWeek === null) found.push({ level: 'error', code: 'amount-missing' });
  if (form.doneAtMonthEnd !== null && facts.monthEnd === null) found.push({ level: 'error', code: 'month-end-not-asked' });
  const because = facts.isRed ? 'red' : facts.missedLastWeek ? 'missed' : null;
  if (because && form.progress.trim() === '') found.push({ level: 'error', code: 'words-missing', because });
  else if (because && isUnchanged(form, facts.previous)) found.push({ level: 'error', code: 'words-unchanged', because });
  return found;
}

/** What is unusual about a filled form; it is sent all the same. */
export function warningsOf(form: ReturnForm, facts: CheckFacts): Finding[] {
  const found: Finding[] = [];
  const base = baseOf(facts.week, facts.previous);
  const { doneThisWeek, doneThisYear } = form;
  if (doneThisYear < base) found.push({ level: 'warning', code: 'below-last-week', base, by: yuan(base - doneThisYear) });
  if (doneThisWeek !== null && doneThisYear !== base + doneThisWeek) {
    found.push({ level: 'warning', code: 'does-not-add-up', base, expected: yuan(base + doneThisWeek) });
  }
  if (facts.annual !== null && doneThisYear > facts.annual) {
    found.push({ level: 'warning', code: 'above-plan', annual: facts.annual, by: yuan(doneThisYear - facts.annual) });
  }
  const beyond = facts.doneBeforeYear + doneThisYear - facts.totalInvestment;
  if (beyond > 0) found.push({ level: 'warning', code: 'above-total', total: facts.totalInvestment, by: yuan(beyond) });
  if (doneThisWeek !== null && doneThisWeek < 0) found.push({ level: 'warning', code: 'negative', amount: doneThisWeek });
  else if (doneThisWeek !== null) found.push(...unlikeLastWeek(doneThisWeek, facts));
  found.push(...monthEndWarnings(form, facts, base));
  if (form.progress.trim() === '' && !facts.isRed && !facts.missedLastWeek) found.push({ level: 'warning', code: 'no-progress' });
  return found;
}

/** Only against the week just before: after a gap, one week's amount holds several weeks' work. */
function unlikeLastWeek(thisWeek: Money, { week, previous }: CheckFacts): Finding[] {
  if (!previous || previous.week !== addWeeks(week, -1) || previous.doneThisWeek < 0) return [];
  const lastWeek = previous.doneThisWeek;
  if (Math.abs(thisWeek - lastWeek) < UNLIKE.least) return [];
  const [less, more] = thisWeek < lastWeek ? [thisWeek, lastWeek] : [lastWeek, thisWeek];
  const isUnlike = less === 0 || compareRatio(more, less, UNLIKE.times, 1) >= 0;
  return isUnlike ? [{ level: 'warning', code: 'unlike-last-week', lastWeek, thisWeek }] : [];
}

function monthEndWarnings(form: ReturnForm, { monthEnd, week }: CheckFacts, base: Money): Finding[] {
  if (monthEnd === null) return [];
  if (form.doneAtMonthEnd === null) return [{ level: 'warning', code: 'month-end-missing', monthEnd }];
  // The last of December in a week of the next year is measured in another year's cumulative.
  const isSameYear = monthEnd.slice(0, 4) === week.slice(0, 4);
  const isInside = form.doneAtMonthEnd >= base && form.doneAtMonthEnd <= form.doneThisYear;
  return isSameYear && !isInside ? [{ level: 'warning', code: 'month-end-outside', monthEnd, from: base, to: form.doneThisYear }] : [];
}
