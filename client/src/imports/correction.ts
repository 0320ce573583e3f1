import type { ImportCorrection } from '#shared/imports/correction.ts';
import type { Field } from '#shared/imports/fields.ts';
import type { ColumnMapping } from '#shared/imports/mapping.ts';
import type { SheetReading } from '#shared/imports/read.ts';

export type Column = SheetReading['columns'][number];
/** What a person says of one column. */
export type Meaning = { field: Field | null; unit: Column['unit'] };

const without = (names: readonly string[] | undefined, name: string) => (names ?? []).filter((each) => each !== name);

/** The correction by which a sheet is read, or is not. */
export function withSheet(correction: ImportCorrection, sheet: Pick<SheetReading, 'name' | 'role'>, isRead: boolean): ImportCorrection {
  const hiddenSheets = without(correction.hiddenSheets, sheet.name);
  const leftOutSheets = without(correction.leftOutSheets, sheet.name);
  if (!isRead) {
    const wasHidden = hiddenSheets.length < (correction.hiddenSheets ?? []).length;
    return { ...correction, hiddenSheets, leftOutSheets: wasHidden ? leftOutSheets : [...leftOutSheets, sheet.name] };
  }
  return { ...correction, leftOutSheets, hiddenSheets: sheet.role === 'hidden' ? [...hiddenSheets, sheet.name] : hiddenSheets };
}

/** The correction by which a sheet's columns mean what a person said, beside what was said of other sheets. */
export function withMeanings(
  correction: ImportCorrection,
  { name, columns }: Pick<SheetReading, 'name' | 'columns'>,
  said: ReadonlyMap<string, Meaning>,
): ImportCorrection {
  const named = columns.flatMap((column): ColumnMapping[] => {
    const meaning = said.get(column.letter);
    if (!meaning) return [];
    const nth = columns.filter(({ header }) => header === column.header).indexOf(column);
    return [{ sheet: name, header: column.header, nth, field: meaning.field, ...(meaning.unit ? { unit: meaning.unit } : {}) }];
  });
  const isReplaced = (entry: ColumnMapping) =>
    (entry.sheet === name || entry.sheet === null) && named.some(({ header, nth }) => header === entry.header && nth === entry.nth);
  return { ...correction, mapping: [...(correction.mapping ?? []).filter((entry) => !isReplaced(entry)), ...named] };
}
