/** Items by a key that each has for itself; the last one wins where two share it. */
export function keyBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item> {
  const found = new Map<Key, Item>();
  for (const item of items) found.set(key(item), item);
  return found;
}

/** Items in groups by a key, each group in the items' order. */
export function groupBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** A record with a value for each of the keys; `Object.fromEntries` would forget which keys it was given. */
export function recordOf<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  const record: Partial<Record<Key, Value>> = {};
  for (const key of keys) record[key] = value(key);
  return record as Record<Key, Value>;
}

/**
 * Work that is done once for each thing it is done to: asked again about the very same list, it says what it found before.
 * For what nobody changes in place; nothing is held longer than the thing itself.
 */
export function oncePer<Of extends object, Value>(work: (of: Of) => Value): (of: Of) => Value {
  const found = new WeakMap<Of, { value: Value }>();
  return (of) => {
    const known = found.get(of) ?? { value: work(of) };
    found.set(of, known);
    return known.value;
  };
}
