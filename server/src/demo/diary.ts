import type { Instant } from '#shared/kit/calendar.ts';

/** What happens in the demo's past, by its time. */
export type Diary = {
  /** Writes something down for a time; what lies after the present has not happened and is left out. */
  at: (when: Instant, act: () => Promise<void>) => void;
  /** Lives through it in order of time; what is written down on the way, for later, happens too. */
  run: (turnTo: (when: Instant) => void, passed: (share: number) => void) => Promise<void>;
};

export function openDiary(from: Instant, present: Instant): Diary {
  const entries: { when: Instant; act: () => Promise<void> }[] = [];
  let next = 0;
  const span = Date.parse(present) - Date.parse(from);
  return {
    at: (when, act) => {
      if (when > present) return;
      // Behind everything of the same moment: things of one time happen in the order in which they were written down.
      let low = next;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const entry = entries[middle];
        if (entry && entry.when <= when) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, { when, act });
    },
    run: async (turnTo, passed) => {
      for (let entry = entries[next]; entry; entry = entries[next]) {
        next++;
        turnTo(entry.when);
        await entry.act();
        passed(Math.max(0, Math.min(1, (Date.parse(entry.when) - Date.parse(from)) / span)));
      }
    },
  };
}
