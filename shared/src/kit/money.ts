import { z } from 'zod';

/** Below 2^53, so that every amount is exact. */
const LARGEST = 9e15;

/** Whole yuan (元) as a safe integer; may be negative in a correction. */
export const Money = z.number().int().min(-LARGEST).max(LARGEST).brand<'Money'>();
export type Money = z.infer<typeof Money>;

/** Zero yuan. */
export const zero = 0 as Money;

/** Takes whole yuan that are known to be an integer, such as a database column. */
export function yuan(amount: number): Money {
  // Adding 0 turns −0 into 0: the two differ for Object.is and so for tests and memo comparisons.
  return (Math.round(amount) + 0) as Money;
}

/** 万元 to yuan; at most four decimals count. Only for constants and generated data: text goes through `parseWan`. */
export function wan(amount: number): Money {
  return Math.round(amount * 10_000) as Money;
}

/**
 * Reads an amount typed in 万元 (`12,450`, `１２.５`, `0.0845`) into yuan without passing through a float.
 * Null where it is not a number, or finer than one yuan.
 */
export function parseWan(text: string): Money | null {
  return parseScaled(text, 4);
}

/** Reads an amount typed in 亿元 into yuan; null where it is not a number, or finer than one yuan. */
export function parseYi(text: string): Money | null {
  return parseScaled(text, 8);
}

function parseScaled(text: string, decimals: number): Money | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/^−/, '-');
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const amount = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`);
  if (amount > LARGEST) return null;
  return (match[1] && amount !== 0 ? -amount : amount) as Money;
}

/** Adds amounts. */
export function sum(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total as Money;
}

/**
 * Yuan as 万元 with thousands separators, at most `decimals` places, half away from zero, no trailing zeros:
 * 124_500_000 → `12,450`.
 */
export function formatWan(amount: Money, decimals = 2): string {
  return formatScaled(amount, 4, decimals);
}

/** Yuan as 亿元 with at most `decimals` places, half away from zero. */
export function formatYi(amount: Money, decimals = 2): string {
  return formatScaled(amount, 8, decimals);
}

function formatScaled(amount: Money, scale: number, places: number): string {
  const decimals = Math.min(places, scale);
  const unit = 10n ** BigInt(scale - decimals);
  const absolute = BigInt(Math.abs(amount));
  const rounded = (absolute + unit / 2n) / unit;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = decimals ? digits.slice(digits.length - decimals).replace(/0+$/, '') : '';
  const sign = amount < 0 && rounded > 0n ? '−' : '';
  return `${sign}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** A whole number of any size: beyond 2^53 as its digits, so that it stays exact and JSON can carry it. */
export type Whole = number | string;

/** A whole number in the form that JSON can carry exactly. */
export function whole(number: bigint): Whole {
  return Number.isSafeInteger(Number(number)) ? Number(number) : number.toString();
}

/**
 * Compares the ratio a/b with n/d exactly, by cross-multiplying: 40.00 % is not 39.99 %.
 * Negative, zero or positive like a sort comparator; b and d must be positive.
 */
export function compareRatio(a: Whole, b: Whole, n: Whole, d: Whole): number {
  if (typeof a === 'number' && typeof b === 'number' && typeof n === 'number' && typeof d === 'number') {
    // Products below 2^53 are exact as they are, and a board compares tens of thousands of them.
    const [first, second] = [a * d, n * b];
    if (Number.isSafeInteger(first) && Number.isSafeInteger(second)) return Math.sign(first - second);
  }
  const left = BigInt(a) * BigInt(d);
  const right = BigInt(n) * BigInt(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A ratio in percent as text with a fixed number of decimals, half away from zero: (361200, 396500) → `91.1`.
 * Null where the base is zero: there is no rate then, and nobody should print one.
 */
export function formatPercent(part: Whole, base: Whole, decimals = 1): string | null {
  const above = BigInt(part);
  const below = BigInt(base);
  if (below === 0n) return null;
  const scaled = (above < 0n ? -above : above) * 100n * 10n ** BigInt(decimals);
  const divisor = below < 0n ? -below : below;
  const rounded = (scaled * 2n + divisor) / (divisor * 2n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const sign = above < 0n !== below < 0n && rounded > 0n ? '−' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return decimals ? `${sign}${whole}.${digits.slice(digits.length - decimals)}` : `${sign}${whole}`;
}
