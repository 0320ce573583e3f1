import type { Random } from '../kit/random.ts';

/** A first password that its owner must change: easy to read out, hard to guess, and strong enough for the rules. */
export function drawPassword(random: Random): string {
  return `${random.hex(5)}-Tj${random.hex(2)}`;
}
