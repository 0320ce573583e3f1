import { type Money, parseWan } from '#shared/kit/money.ts';

/** What stands in a money field: nothing, an amount, or something that is neither. */
export type MoneyReading =
  | { state: 'empty' }
  | { state: 'amount'; amount: Money }
  | { state: 'unreadable'; typed: string }
  | { state: 'negative'; typed: string };

/** Reads text in 万元 without changing it: the form keeps what was typed until it is understood. */
export function readMoney(text: string, allowNegative = false): MoneyReading {
  const typed = text.trim();
  if (typed === '') return { state: 'empty' };
  const amount = parseWan(typed);
  if (amount === null) return { state: 'unreadable', typed };
  return amount < 0 && !allowNegative ? { state: 'negative', typed } : { state: 'amount', amount };
}
