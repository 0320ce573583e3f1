import type { BulletinState } from '../bulletins/schema.ts';
import { type Day, lastDayOfMonth, type Month } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { RuleSet } from './schema.ts';

/** From here on a month's figures are official: neither cut again nor overridden. */
const settled = new Set<BulletinState>(['signed', 'issued']);

/** Why a month cannot be cut: its last day has not come, or its bulletin is signed. Null where it can. */
export function whyNotCutMonth(
  month: Month,
  today: Day,
  bulletin: BulletinState | null,
): Refusal<'month-not-over' | 'bulletin-signed'> | null {
  const end = lastDayOfMonth(month);
  if (today < end) return { reason: 'month-not-over', end };
  if (bulletin && settled.has(bulletin)) return { reason: 'bulletin-signed' };
  return null;
}

/** Why a rule set cannot be adopted: it is the one in force, to the letter. Null where it can. */
export function whyNotAdopt(ruleSet: RuleSet, inForce: RuleSet | null): Refusal<'rules-in-force'> | null {
  return inForce && JSON.stringify(ruleSet) === JSON.stringify(inForce) ? { reason: 'rules-in-force' } : null;
}

/** Why a lamp of a month cannot be set by hand any more; null where it can. */
export function whyNotOverride(bulletin: BulletinState | null): Refusal<'bulletin-signed'> | null {
  return bulletin && settled.has(bulletin) ? { reason: 'bulletin-signed' } : null;
}
