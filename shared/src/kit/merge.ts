/** One field that two people have changed differently. */
export type Collision<Fields> = { [Key in keyof Fields]: { key: Key; theirs: Fields[Key]; mine: Fields[Key] } }[keyof Fields];

/** Two people's changes of one record put together. */
export type Merged<Fields> = {
  /** What stands where only one of them changed a field; where both did, `mine` until somebody has chosen. */
  fields: Fields;
  /** The fields that the other has changed and that are taken over. */
  taken: (keyof Fields)[];
  collisions: Collision<Fields>[];
};

/**
 * Merges by field 按栏合并: what only one side has changed since `base` is taken, and what both have changed to different
 * values is a collision that a person decides. Values are compared as text, so that an empty one equals an empty one.
 */
export function mergeFields<Fields extends object>(
  keys: readonly (keyof Fields)[],
  base: Fields,
  theirs: Fields,
  mine: Fields,
): Merged<Fields> {
  const fields = { ...mine };
  const taken: (keyof Fields)[] = [];
  const collisions: Collision<Fields>[] = [];
  for (const key of keys) {
    const isTheirs = !isSame(theirs[key], base[key]);
    if (!isTheirs || isSame(theirs[key], mine[key])) continue;
    if (isSame(mine[key], base[key])) {
      fields[key] = theirs[key];
      taken.push(key);
    } else collisions.push({ key, theirs: theirs[key], mine: mine[key] });
  }
  return { fields, taken, collisions };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
}
