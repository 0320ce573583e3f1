/** Random choices that a seed settles: the same seed makes the same district. */
export type Draw = {
  /** From 0 up to, not including, 1. */
  number: () => number;
  between: (from: number, to: number) => number;
  /** Whole numbers, both ends included. */
  whole: (from: number, to: number) => number;
  chance: (of: number) => boolean;
  pick: <const Items extends readonly [unknown, ...unknown[]]>(items: Items) => Items[number];
  shuffled: <Item>(items: readonly Item[]) => Item[];
  /** A stream of its own, so that one more choice in one place does not change every other. */
  fork: (name: string) => Draw;
};

/** mulberry32: 32 bits of state are plenty for a district. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(number() * (to - from + 1));
  return {
    number,
    between: (from, to) => from + number() * (to - from),
    whole,
    chance: (of) => number() < of,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    shuffled: (items) => {
      const mixed = [...items];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = whole(0, at);
        const [here, there] = [mixed[at], mixed[other]];
        if (here !== undefined && there !== undefined) [mixed[at], mixed[other]] = [there, here];
      }
      return mixed;
    },
    fork: (name) => drawFrom(hash(`${seed} ${name}`)),
  };
}

/** FNV-1a over the text's code units. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return mixed >>> 0;
}
