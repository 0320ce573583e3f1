import type { ToldLamp } from '../lamps/explain.ts';
import type { Card } from './card.ts';

/** A card's lamp as far as it is told in a few characters; apart from the card's schema, which the first page does without. */
export function toldLamp({ lamp, reason, overrideReason }: Pick<Card, 'lamp' | 'reason' | 'overrideReason'>): ToldLamp {
  return { lamp, reasons: reason ? [reason] : [], override: overrideReason === null ? null : { reason: overrideReason } };
}
