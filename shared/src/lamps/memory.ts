import type { Month } from '../kit/calendar.ts';
import type { DimensionMemory } from './input.ts';
import type { Reason } from './result.ts';
import { badness, type Dimension, type Lamp } from './schema.ts';

/** A dimension's lamp after the months before it were heard, what they changed, and what the next month has to know. */
export type Remembered = Pick<Reason, 'lamp' | 'streak' | 'recovery'> & { memory: DimensionMemory };

/**
 * Turns a value's own lamp into the month's: a bad row that is long enough makes it worse, red made good stays yellow.
 * `before` is the cut month before this one; null where there is none, or where the dimension said nothing in it.
 */
export function remember(
  dimension: Pick<Dimension, 'streaks' | 'recovery'>,
  before: DimensionMemory | null,
  own: { base: Lamp; isExempt: boolean; month: Month },
): Remembered {
  const { base, isExempt, month } = own;
  const row = (lamp: 'yellow' | 'red') => (!isExempt && badness[base] >= badness[lamp] ? (before?.[lamp] ?? 0) + 1 : 0);
  const rows = { yellow: row('yellow'), red: row('red') };
  const reached = dimension.streaks.filter((streak) => rows[streak.lamp] >= streak.months && badness[streak.to] > badness[base]);
  const streak = reached.sort((a, b) => badness[b.to] - badness[a.to] || b.months - a.months)[0] ?? null;
  const held = streak ? 0 : monthsHeld(dimension, before, base);
  const recovery = held > 0 ? dimension.recovery : null;
  const lamp = streak?.to ?? recovery?.to ?? base;
  // What was exempt is held against nobody in the months that follow.
  const kept = isExempt ? 'green' : lamp;
  const since = before && before.lamp === kept ? before.since : month;
  return {
    lamp,
    streak: streak && { ...streak, base },
    recovery: recovery && { ...recovery, base },
    memory: { lamp: kept, since, ...rows, recovering: held },
  };
}

/** Which month it is that a lamp made good is held back in; 0 where it is not. */
function monthsHeld({ recovery }: Pick<Dimension, 'recovery'>, before: DimensionMemory | null, base: Lamp): number {
  if (!recovery || !before || badness[base] >= badness[recovery.to]) return 0;
  if (before.lamp === recovery.from) return 1;
  return before.recovering > 0 && before.recovering < recovery.months ? before.recovering + 1 : 0;
}
