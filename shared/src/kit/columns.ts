/** A value that has no fields of its own; an array travels as it is. */
type Plain = string | number | boolean | null | readonly unknown[];

/** The objects of a column that have the same keys. */
type Shape = { keys: string[]; columns: Column[] };

/**
 * One field of many rows: as a list; once, where it is the same everywhere; by number, where few values repeat; or, where
 * it is an object itself, field by field. `at` says for each row which value, or which shape, is its own; -1 stands for
 * null, and without it all rows have the only shape.
 */
type Column = Plain[] | { same: Plain } | { values: Plain[]; at: number[] } | { shapes: Shape[]; at: number[] | null };

/** Rows packed by column, to be sent as JSON: each key is named once instead of once a row. */
export type Packed<Row> = { count: number; column: Column; readonly row?: Row };

/** Packs rows by column. What JSON would leave out (fields that are undefined) is left out here too. */
export function pack<Row extends object>(rows: readonly Row[]): Packed<Row> {
  return { count: rows.length, column: packColumn(rows) };
}

/** The rows that were packed. */
export function unpack<Row extends object>({ count, column }: Packed<Row>): Row[] {
  return unpackColumn(column, count) as Row[];
}

function packColumn(values: readonly unknown[]): Column {
  let hasObject = false;
  for (const value of values) {
    if (isObject(value)) hasObject = true;
    else if (value !== null) return packPlain(values as readonly Plain[]);
  }
  return hasObject ? packObjects(values as readonly (Fields | null)[]) : packPlain(values as readonly Plain[]);
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that is named by a number pays where it comes three times on average. */
const WORTH = 3;

function packPlain(values: readonly Plain[]): Column {
  const [first] = values;
  if (first !== undefined && values.every((value) => value === first)) return { same: first };
  const most = values.length / WORTH;
  const places = new Map<Plain, number>();
  const at: number[] = [];
  for (const value of values) {
    const place = places.get(value) ?? places.size;
    if (place >= most) return [...values];
    places.set(value, place);
    at.push(place);
  }
  return { values: [...places.keys()], at };
}

function packObjects(values: readonly (Fields | null)[]): Column {
  const shapes: { keys: string[]; fields: unknown[][] }[] = [];
  let last = -1;
  const at = values.map((value) => {
    if (value === null) return -1;
    // Most rows look like the one before.
    if (!hasShape(value, shapes[last]?.keys)) last = shapes.findIndex((shape) => hasShape(value, shape.keys));
    if (last < 0) {
      const keys = Object.keys(value).filter((key) => value[key] !== undefined);
      last = shapes.push({ keys, fields: keys.map(() => []) }) - 1;
    }
    const shape = shapes[last];
    for (let place = 0; shape && place < shape.keys.length; place++) shape.fields[place]?.push(value[shape.keys[place] as string]);
    return last;
  });
  const packed = shapes.map(({ keys, fields }) => ({ keys, columns: fields.map(packColumn) }));
  return { shapes: packed, at: packed.length === 1 && !at.includes(-1) ? null : at };
}

function hasShape(value: Fields, keys: string[] | undefined): boolean {
  if (!keys) return false;
  let place = 0;
  for (const key in value) {
    if (value[key] === undefined) continue;
    if (keys[place] !== key) return false;
    place++;
  }
  return place === keys.length;
}

function unpackColumn(column: Column, count: number): unknown[] {
  if (Array.isArray(column)) return column;
  if ('same' in column) return new Array(count).fill(column.same);
  if ('values' in column) return column.at.map((place) => column.values[place]);
  const { shapes, at } = column;
  const counts = shapes.map(() => (at === null ? count : 0));
  for (const place of at ?? []) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  const objects = shapes.map((shape, place) => unpackShape(shape, counts[place] ?? 0));
  if (at === null) return objects[0] ?? [];
  const taken = shapes.map(() => 0);
  return at.map((place) => {
    if (place < 0) return null;
    const next = taken[place] ?? 0;
    taken[place] = next + 1;
    return objects[place]?.[next];
  });
}

function unpackShape({ keys, columns }: Shape, count: number): object[] {
  const fields = columns.map((column) => unpackColumn(column, count));
  return Array.from({ length: count }, (_, row) => {
    const object: Record<string, unknown> = {};
    for (let place = 0; place < keys.length; place++) object[keys[place] as string] = fields[place]?.[row];
    return object;
  });
}
