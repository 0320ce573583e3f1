import { z } from 'zod';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const [FIRST, LAST] = ['0', 'z'];

/** An order key: text that sorts bytewise; moving one card writes one row. Never ends in `0`. */
export const OrderKey = z
  .string()
  .regex(/^[0-9A-Za-z]*[1-9A-Za-z]$/)
  .brand<'OrderKey'>();
export type OrderKey = z.infer<typeof OrderKey>;

/** The key of what stands alone. */
const MIDDLE = OrderKey.parse('V');

/**
 * A key strictly between two neighbours; null stands for the list's end.
 * `before` must sort below `after`.
 */
export function between(before: OrderKey | null, after: OrderKey | null): OrderKey {
  if (after === null) return before === null ? MIDDLE : behind(before);
  if (before === null) return ahead(after);
  let prefix = '';
  for (let at = 0; ; at++) {
    const floor = at < before.length ? DIGITS.indexOf(before.charAt(at)) : 0;
    const ceiling = at < after.length ? DIGITS.indexOf(after.charAt(at)) : DIGITS.length;
    if (floor === ceiling) {
      prefix += DIGITS.charAt(floor);
      continue;
    }
    const middle = Math.floor((floor + ceiling) / 2);
    if (middle > floor) return (prefix + DIGITS.charAt(middle)) as OrderKey;
    // The two digits are neighbours: keep the lower one and look for room after it, now without a ceiling.
    return (prefix + DIGITS.charAt(floor) + between((before.slice(at + 1) || null) as OrderKey | null, null)) as OrderKey;
  }
}

/*
 * At a list's ends keys are counted on, not halved: most of what is put in a list is put at its end, and the half of what is
 * left there each time would make every fifth key a digit longer. As many digits count as the key has z before them (at the
 * front: 0), and one more, so that a million keys in a row have seven digits at the most.
 */

function behind(last: OrderKey): OrderKey {
  const depth = repeated(last, LAST);
  const next = counted(digitsOf(last, depth), 1);
  if (next.startsWith(LAST)) return (LAST.repeat(depth + 1) + FIRST.repeat(depth + 1) + DIGITS.charAt(1)) as OrderKey;
  return (LAST.repeat(depth) + trimmed(next)) as OrderKey;
}

function ahead(first: OrderKey): OrderKey {
  const depth = repeated(first, FIRST);
  const digits = digitsOf(first, depth);
  // What follows the digits that count makes room for them alone.
  const next = first.length > depth + digits.length ? digits : counted(digits, -1);
  if (next.startsWith(FIRST)) return (FIRST.repeat(depth + 1) + LAST.repeat(depth + 2)) as OrderKey;
  return (FIRST.repeat(depth) + trimmed(next)) as OrderKey;
}

/** How often a key begins with a digit. */
function repeated(key: string, digit: string): number {
  let count = 0;
  while (key.charAt(count) === digit) count++;
  return count;
}

/** The digits of a key that count. */
function digitsOf(key: string, depth: number): string {
  return key.slice(depth, 2 * depth + 1).padEnd(depth + 1, FIRST);
}

/** The number one higher or lower; there is one, because of the numbers of a depth neither end begins with the digit that turns. */
function counted(digits: string, by: 1 | -1): string {
  const [turning, fresh] = by === 1 ? [LAST, FIRST] : [FIRST, LAST];
  let at = digits.length - 1;
  while (digits.charAt(at) === turning) at--;
  return digits.slice(0, at) + DIGITS.charAt(DIGITS.indexOf(digits.charAt(at)) + by) + fresh.repeat(digits.length - at - 1);
}

/**
 * Keys for a list that is made at once, in its order: spread evenly over the range, with room for one more
 * digit between any two, so that 4,000 cards get keys of three or four digits.
 */
export function sequence(count: number): OrderKey[] {
  let space = DIGITS.length;
  let width = 1;
  while (space < (count + 1) * DIGITS.length) {
    space *= DIGITS.length;
    width++;
  }
  return Array.from({ length: count }, (_, i) => keyAt(Math.floor(((i + 1) * space) / (count + 1)), width));
}

/** A place in the range as digits. */
function keyAt(place: number, width: number): OrderKey {
  let digits = '';
  for (let rest = place; digits.length < width; rest = Math.floor(rest / DIGITS.length)) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
  }
  return trimmed(digits) as OrderKey;
}

/** Trailing zeros go, because nothing fits below a key that ends in one. */
function trimmed(digits: string): string {
  return digits.replace(/0+$/, '');
}

/** Compares order keys bytewise, as both databases do. */
export function compareKeys(a: OrderKey, b: OrderKey): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The key that puts something behind another of a list: `after` null is the first place, not given is the last. What
 * moves does not count as a neighbour; a neighbour that has meanwhile gone leaves the last place.
 */
export function keyAfter<ItemId extends string>(
  items: readonly { id: ItemId; orderKey: OrderKey }[],
  after: ItemId | null | undefined,
  moving: ItemId | null = null,
): OrderKey {
  const others = items.filter((item) => item.id !== moving).sort((a, b) => compareKeys(a.orderKey, b.orderKey) || (a.id < b.id ? -1 : 1));
  if (after === null) return between(null, others[0]?.orderKey ?? null);
  const at = after === undefined ? -1 : others.findIndex((item) => item.id === after);
  const place = at === -1 ? others.length - 1 : at;
  return between(others[place]?.orderKey ?? null, others[place + 1]?.orderKey ?? null);
}

/**
 * A key that something stood at before, for putting it back: the key itself, or, where another has taken it meanwhile,
 * the place right behind that one.
 */
export function keyAgain<ItemId extends string>(
  items: readonly { id: ItemId; orderKey: OrderKey }[],
  wanted: OrderKey,
  moving: ItemId | null = null,
): OrderKey {
  const others = items.filter((item) => item.id !== moving);
  if (others.every((item) => item.orderKey !== wanted)) return wanted;
  const next = others
    .map((item) => item.orderKey)
    .sort(compareKeys)
    .find((key) => key > wanted);
  return between(wanted, next ?? null);
}
