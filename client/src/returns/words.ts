import { type Day, dayOf, firstDayOfWeek, type Instant, lastDayOfWeek, timeOf, type Week, weekNumber } from '#shared/kit/calendar.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { formatWan } from '#shared/kit/money.ts';
import type { Finding } from '#shared/returns/checks.ts';
import type { WeeklyReturn } from '#shared/returns/schema.ts';
import type { Catalogue } from '../app/messages.ts';

type Words = Catalogue['returns'];

/** 10月29日 */
export function dayWords(day: Day, returns: Words): string {
  return returns.day(Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** The time alone on the same day, the day before it on others. */
export function whenWords(at: Instant, today: Day, returns: Words): string {
  return dayOf(at) === today ? timeOf(at) : `${dayWords(dayOf(at), returns)} ${timeOf(at)}`;
}

/** 第44周 10月26日—11月1日 */
export function weekWords(week: Week, returns: Words): string {
  return returns.week(weekNumber(week), dayWords(firstDayOfWeek(week), returns), dayWords(lastDayOfWeek(week), returns));
}

/** Who sent a return, and 代填 for whom. */
export function senderWords({ submittedBy, filledInFor }: Pick<WeeklyReturn, 'submittedBy' | 'filledInFor'>, returns: Words): string {
  return filledInFor === null ? submittedBy : returns.sentFor(submittedBy, filledInFor);
}

/** A finding of the checks as a sentence with its figures. */
export function findingWords(finding: Finding, returns: Words): string {
  const { findings } = returns;
  switch (finding.code) {
    case 'below-last-week':
      return findings[finding.code](formatWan(finding.base, 4), formatWan(finding.by, 4));
    case 'does-not-add-up':
      return findings[finding.code](formatWan(finding.expected, 4));
    case 'above-plan':
      return findings[finding.code](formatWan(finding.annual, 4), formatWan(finding.by, 4));
    case 'above-total':
      return findings[finding.code](formatWan(finding.total, 4), formatWan(finding.by, 4));
    case 'unlike-last-week':
      return findings[finding.code](formatWan(finding.thisWeek, 4), formatWan(finding.lastWeek, 4));
    case 'negative':
      return findings[finding.code](formatWan(finding.amount, 4));
    case 'month-end-missing':
      return findings[finding.code](dayWords(finding.monthEnd, returns));
    case 'month-end-outside':
      return findings[finding.code](dayWords(finding.monthEnd, returns), formatWan(finding.from, 4), formatWan(finding.to, 4));
    case 'words-missing':
    case 'words-unchanged':
      return findings[finding.code](finding.because);
    case 'no-progress':
    case 'amount-missing':
    case 'month-end-not-asked':
      return findings[finding.code];
    default:
      return assertNever(finding);
  }
}
