import { type Day, monthNumber, monthOf, weekdayOf, yearOf } from '#shared/kit/calendar.ts';
import { assertNever } from '#shared/kit/errors.ts';
import type { ProposalReason } from '#shared/meetings/proposals.ts';
import type { Catalogue } from '../app/messages.ts';

type Words = Catalogue['meetings'];

/** 11月6日 */
export function dayText(day: Day, words: Words): string {
  return words.day(monthNumber(monthOf(day)), Number(day.slice(8)));
}

/** 2026年11月2日 */
export function dateText(day: Day, words: Words): string {
  return words.date(yearOf(day), monthNumber(monthOf(day)), Number(day.slice(8)));
}

/** 周五 */
export function weekdayText(day: Day, words: Words): string {
  return Object.entries(words.weekdays).find(([number]) => Number(number) === weekdayOf(day))?.[1] ?? '';
}

/** 11月6日 周五 */
export function dayWithWeekday(day: Day, words: Words): string {
  return `${dayText(day, words)} ${weekdayText(day, words)}`;
}

export function reasonWords(why: ProposalReason, { reasons, proposing }: Words): string {
  switch (why.reason) {
    case 'leader-request':
      return proposing.reasons.leaderRequest(why.byName, why.request);
    case 'new-red':
      return proposing.reasons.newRed(why.detail);
    case 'problem-handed-up':
      return proposing.reasons.problemHandedUp(why.title);
    case 'yellow-again':
      return proposing.reasons.yellowAgain(why.months);
    case 'problem-old':
      return proposing.reasons.problemOld(why.title, why.days);
    case 'red-lamp':
      return reasons.redLamp(why.detail);
    case 'decision-overdue':
      return reasons.decisionOverdue(why.days);
    case 'step-overdue':
      return reasons.stepOverdue(why.step, why.days);
    case 'unit-request':
      return reasons.unitRequest(why.request);
    case 'no-return':
      return reasons.noReturn;
    default:
      return assertNever(why);
  }
}
