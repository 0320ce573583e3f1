import type { Findings } from './findings.ts';
import { areNear, nameKey, nearKey } from './names.ts';

/** What is compared of a row, with the columns that a finding is reported on. */
export type Comparable = {
  sheet: string;
  row: number;
  name: string | null;
  nameColumn: string | null;
  code: string | null;
  codeColumn: string | null;
};

/** Reports rows of one file that repeat a name or a code, or whose name is near an earlier one; always on the later row. */
export function reportDuplicates(rows: readonly Comparable[], findings: Findings): void {
  const names = new Map<string, Comparable>();
  const codes = new Map<string, Comparable>();
  const near = new NearNames();
  for (const row of rows) {
    const sameCode = row.code === null ? undefined : codes.get(row.code);
    if (row.code !== null && sameCode)
      findings.add(row.sheet, row.row, row.codeColumn, 'DUPLICATE_CODE', {
        raw: row.code,
        relatedSheet: sameCode.sheet,
        relatedRow: sameCode.row,
      });
    else if (row.code !== null) codes.set(row.code, row);
    if (row.name === null) continue;
    const sameName = names.get(nameKey(row.name));
    if (sameName) {
      findings.add(row.sheet, row.row, row.nameColumn, 'DUPLICATE_NAME', {
        raw: row.name,
        relatedSheet: sameName.sheet,
        relatedRow: sameName.row,
      });
      continue;
    }
    names.set(nameKey(row.name), row);
    const similar = near.findThenAdd(nearKey(row.name), row);
    if (similar)
      findings.add(row.sheet, row.row, row.nameColumn, 'SIMILAR_NAME', {
        raw: row.name,
        relatedSheet: similar.sheet,
        relatedRow: similar.row,
        relatedName: similar.name,
      });
  }
}

/**
 * Finds the first earlier name that is near, without comparing every pair: 10,000 rows would be 50 million.
 * A name within another shares its first five characters with some place in it, so that only those are compared.
 */
class NearNames {
  readonly #keys: { key: string; row: Comparable }[] = [];
  readonly #equal = new Map<string, number>();
  readonly #byStart = new Map<string, number[]>();
  readonly #byPart = new Map<string, number[]>();

  findThenAdd(key: string, row: Comparable): Comparable | null {
    const parts = new Set(Array.from({ length: Math.max(0, key.length - 4) }, (_, at) => key.slice(at, at + 5)));
    const start = key.slice(0, 5);
    const candidates = [...parts].flatMap((part) => this.#byStart.get(part) ?? []).concat(this.#byPart.get(start) ?? []);
    let first = this.#equal.get(key) ?? Number.POSITIVE_INFINITY;
    for (const index of candidates) if (index < first && areNear(this.#keys[index]?.key ?? '', key)) first = index;
    const index = this.#keys.push({ key, row }) - 1;
    if (key !== '' && !this.#equal.has(key)) this.#equal.set(key, index);
    if (key.length >= 5) put(this.#byStart, start, index);
    for (const part of parts) put(this.#byPart, part, index);
    return this.#keys[first]?.row ?? null;
  }
}

function put(index: Map<string, number[]>, key: string, value: number): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
