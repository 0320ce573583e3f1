import type { Findings } from './findings.ts';
import { nameKey, nearKey } from './names.ts';
import { nearIndexes } from './near.ts';

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
  const first: Comparable[] = [];
  const report = (row: Comparable, code: 'DUPLICATE_CODE' | 'DUPLICATE_NAME' | 'SIMILAR_NAME', earlier: Comparable): void => {
    const isCode = code === 'DUPLICATE_CODE';
    findings.add(row.sheet, row.row, isCode ? row.codeColumn : row.nameColumn, code, {
      raw: isCode ? row.code : row.name,
      relatedSheet: earlier.sheet,
      relatedRow: earlier.row,
      relatedName: earlier.name,
    });
  };
  for (const row of rows) {
    const sameCode = row.code === null ? undefined : codes.get(row.code);
    if (sameCode) report(row, 'DUPLICATE_CODE', sameCode);
    else if (row.code !== null) codes.set(row.code, row);
    if (row.name === null) continue;
    const sameName = names.get(nameKey(row.name));
    if (sameName) report(row, 'DUPLICATE_NAME', sameName);
    else {
      names.set(nameKey(row.name), row);
      first.push(row);
    }
  }
  // A row that repeats a name is not also similar to one.
  const keys = first.map((row) => nearKey(row.name ?? ''));
  for (const [index, [earliest]] of nearIndexes(keys, keys)) {
    const row = first[index];
    const earlier = earliest === undefined || earliest >= index ? undefined : first[earliest];
    if (row && earlier) report(row, 'SIMILAR_NAME', earlier);
  }
}
