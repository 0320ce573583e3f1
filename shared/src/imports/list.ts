import { columnsByField, type ReadSource, type RowReader, rowReader, statedAmounts } from './cell-reader.ts';
import { mergeLookup, type SheetGrid } from './cells.ts';
import type { RowContext } from './context.ts';
import type { Field } from './fields.ts';
import type { Findings } from './findings.ts';
import type { Header } from './headers.ts';
import { columnOf, rowKind, splitsTotal } from './row-kinds.ts';
import { type ListEvent, sumMismatches } from './sections.ts';

/** How one kind of list reads a row, and which of its amounts are added up. */
export type ListReading<Row> = {
  read: (reader: RowReader, context: RowContext, parentRow: number | null) => Row;
  amounts: (row: Row) => readonly (readonly [Field, number | null])[];
  /** What can be judged only once all rows of the sheet are known. */
  judgeAll?: (rows: readonly Row[], readerOf: (row: Row) => RowReader, header: Header) => void;
};

/** Walks a sheet's rows from top to bottom: headings set the context, projects are read, totals are compared. */
export function readList<Row extends { row: number; seq: string | null; parentRow: number | null }>(
  sheet: SheetGrid,
  header: Header,
  reading: ListReading<Row>,
  findings: Findings,
): Row[] {
  const merged = mergeLookup(sheet);
  const source: ReadSource = { sheet, header, columns: columnsByField(header), merged, findings };
  const hidden = new Set(sheet.hiddenRows);
  const rows: Row[] = [];
  const events: ListEvent[] = [];
  let sections: { text: string; depth: number }[] = [];
  let parentRow: number | null = null;
  let lastSeq: string | null = null;
  let isBelowTotal = false;
  if (header.unitRow && header.unitConflict)
    findings.add(sheet.name, header.unitRow.row + 1, null, 'UNIT_CONFLICT', { unit: header.unitRow.unit });
  for (let at = header.firstBodyRow; at < sheet.rows.length; at++) {
    if (isBelowTotal && splitsTotal(sheet, header, at)) continue;
    const kind = rowKind(sheet, header, merged, at);
    isBelowTotal = kind.kind === 'total';
    if (kind.kind === 'section') {
      sections = [...sections.filter((section) => section.depth < kind.depth), { text: kind.text, depth: kind.depth }];
      events.push({ ...kind, row: at, amounts: statedAmounts(sheet, header, at) });
    } else if (kind.kind === 'subtotal') events.push({ ...kind, row: at, amounts: statedAmounts(sheet, header, at) });
    else if (kind.kind === 'total') events.push({ kind: 'total', row: at, amounts: statedAmounts(sheet, header, at) });
    else if (kind.kind === 'project' || kind.kind === 'part') {
      const isPart = kind.kind === 'part';
      const reader = rowReader(source, at, isPart);
      const row = reading.read(reader, { sheetName: sheet.name, header, sections }, isPart ? parentRow : null);
      rows.push(row);
      if (hidden.has(at)) reader.report('name', 'HIDDEN_ROW');
      if (isPart) continue;
      if (row.seq !== null && row.seq === lastSeq) reader.report('seq', 'SEQ_DUPLICATE');
      lastSeq = row.seq;
      parentRow = at + 1;
      events.push({ kind: 'project', amounts: new Map(reading.amounts(row)) });
    }
  }
  reportSums(sheet, header, events, findings);
  reading.judgeAll?.(rows, (row) => rowReader(source, row.row - 1, row.parentRow !== null), header);
  return rows;
}

function reportSums(sheet: SheetGrid, header: Header, events: readonly ListEvent[], findings: Findings): void {
  for (const mismatch of sumMismatches(events)) {
    const { stated, actual } = mismatch;
    const column = header.columns[mismatch.kind === 'count' ? mismatch.column : columnOf(header, mismatch.field)];
    findings.add(
      sheet.name,
      mismatch.row + 1,
      column?.letter ?? null,
      mismatch.kind === 'count' ? 'SECTION_COUNT_MISMATCH' : 'SUBTOTAL_MISMATCH',
      { stated, actual },
    );
  }
}
