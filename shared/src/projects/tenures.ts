import type { Day } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';

/** A unit's time with a project; `to` is the day on which the next one took over, null of the present one. */
export type Tenure = { unitId: Id<'unit'>; from: Day; to: Day | null };

/** Who had a project when, oldest first, from what was recorded of its unit in the order in which it was recorded. */
export function tenuresOf(recorded: readonly { on: Day; unitId: Id<'unit'> }[]): Tenure[] {
  const tenures: Tenure[] = [];
  for (const { on, unitId } of recorded) {
    const last = tenures.at(-1);
    if (last?.unitId === unitId) continue;
    if (last) last.to = on;
    tenures.push({ unitId, from: on, to: null });
  }
  return tenures;
}
