import { groupBy } from '../kit/collections.ts';
import { areNear } from './names.ts';

/** A near name is never longer than a name may be; a cell full of text would have millions of parts. */
const LONGEST = 120;

/**
 * Finds for every key of `ours` the keys of `theirs` that are near it, as indexes in order, without comparing every
 * pair: 10,000 names against each other would be 100 million. A key near another is equal to one of its parts of at
 * least three fifths of its length, so that looking those few up is enough, in both directions.
 */
export function nearIndexes(ours: readonly string[], theirs: readonly string[]): Map<number, number[]> {
  const found = new Map<number, Set<number>>();
  const put = (our: number, their: number): void => {
    if (!areNear(ours[our] ?? '', theirs[their] ?? '')) return;
    const set = found.get(our);
    if (set) set.add(their);
    else found.set(our, new Set([their]));
  };
  const ourPlaces = placesOf(ours);
  const theirPlaces = placesOf(theirs);
  ours.forEach((key, our) => {
    for (const part of partsOf(key)) for (const their of theirPlaces.get(part) ?? []) put(our, their);
  });
  theirs.forEach((key, their) => {
    for (const part of partsOf(key)) for (const our of ourPlaces.get(part) ?? []) put(our, their);
  });
  return new Map([...found].map(([our, set]) => [our, [...set].sort((a, b) => a - b)]));
}

function placesOf(keys: readonly string[]): Map<string, number[]> {
  return new Map([...groupBy(keys.keys(), (index) => keys[index] ?? '')]);
}

/** A key and all its parts that are long enough to be near it. */
function* partsOf(key: string): Generator<string> {
  if (key === '') return;
  yield key;
  if (key.length > LONGEST) return;
  const shortest = Math.max(5, Math.ceil(0.6 * key.length));
  for (let length = key.length - 1; length >= shortest; length--)
    for (let at = 0; at + length <= key.length; at++) yield key.slice(at, at + length);
}
