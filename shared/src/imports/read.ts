import type { SheetGrid, WorkbookGrid } from './cells.ts';
import { reportDuplicates } from './duplicates.ts';
import type { ReadableKind } from './fields.ts';
import { Findings, type ImportFinding } from './findings.ts';
import { type Column, type Header, readHeader } from './headers.ts';
import { readKeyProject } from './key-projects.ts';
import { readList } from './list.ts';
import { fundAmounts, readReconstruction } from './reconstruction.ts';
import { columnOf } from './row-kinds.ts';
import type { KeyProjectRow, ReconstructionRow } from './rows.ts';

/** What became of a sheet: a list that was read, a summary without projects, a hidden sheet left out unless chosen. */
export type SheetReading = {
  name: string;
  role: 'list' | 'summary' | 'hidden';
  title: string;
  headerRows: readonly number[];
  columns: readonly Column[];
  rows: number;
};

type Reading<Kind extends ReadableKind, Row> = {
  kind: Kind;
  year: number | null;
  sheets: readonly SheetReading[];
  rows: readonly Row[];
  findings: readonly ImportFinding[];
};
/** A workbook, understood: its rows and everything that a person should know about them. */
export type ImportReading = Reading<'key-projects', KeyProjectRow> | Reading<'reconstruction', ReconstructionRow>;

/** Hidden sheets are read only where they are named here. */
export type ReadOptions = { hiddenSheets?: readonly string[] };

/** Reads a workbook as a list of the given kind: cells in, rows and findings out, nothing else. */
export function readWorkbook(workbook: WorkbookGrid, kind: ReadableKind, options: ReadOptions = {}): ImportReading {
  switch (kind) {
    case 'key-projects':
      return {
        kind,
        ...readSheets(workbook, kind, options, {
          read: readKeyProject,
          amounts: (row) => [
            ['totalInvestWan', row.totalInvestWan],
            ['annualPlanWan', row.annualPlanWan],
            ['investDoneLastYearEndWan', row.investDoneLastYearEndWan],
            ['bondQuotaWan', row.bondQuotaWan],
          ],
        }),
      };
    case 'reconstruction':
      return {
        kind,
        ...readSheets(workbook, kind, options, {
          read: readReconstruction,
          amounts: (row) => [
            ['totalInvestWan', row.totalInvestWan],
            ['annualPlanWan', row.annualPlanWan],
            ['investDoneWan', row.investDoneWan],
            ...fundAmounts(row.funds),
          ],
        }),
      };
  }
}

type AnyRow = { sheet: string; row: number; seq: string | null; name: string | null; projectCode: string | null; parentRow: number | null };

function readSheets<Row extends AnyRow>(
  workbook: WorkbookGrid,
  kind: ReadableKind,
  options: ReadOptions,
  reading: Parameters<typeof readList<Row>>[2],
) {
  const findings = new Findings();
  const rows: Row[] = [];
  const sheets: SheetReading[] = [];
  const headers = new Map<string, Header>();
  for (const sheet of workbook.sheets) {
    const isLeftOut = sheet.hidden && options.hiddenSheets?.includes(sheet.name) !== true;
    if (isLeftOut) findings.add(sheet.name, null, null, 'HIDDEN_SHEET', { raw: sheet.name });
    const header = isLeftOut ? null : readHeader(sheet, kind);
    if (header === null) {
      sheets.push(unread(sheet, isLeftOut ? 'hidden' : 'summary'));
      continue;
    }
    headers.set(sheet.name, header);
    const read = readList(sheet, header, reading, findings);
    rows.push(...read);
    sheets.push({
      name: sheet.name,
      role: 'list',
      title: header.title,
      headerRows: headerRows(header),
      columns: header.columns,
      rows: read.length,
    });
  }
  compare(rows, headers, findings);
  const year = [...headers.values()].find((header) => header.listYear !== null)?.listYear ?? null;
  return { year, sheets, rows, findings: inOrder(workbook, findings.list) };
}

function compare(rows: readonly AnyRow[], headers: ReadonlyMap<string, Header>, findings: Findings): void {
  const letter = (sheet: string, field: 'name' | 'projectCode'): string | null => {
    const header = headers.get(sheet);
    return header?.columns[columnOf(header, field)]?.letter ?? null;
  };
  reportDuplicates(
    rows
      .filter((row) => row.parentRow === null)
      .map((row) => ({
        sheet: row.sheet,
        row: row.row,
        name: row.name,
        nameColumn: letter(row.sheet, 'name'),
        code: row.projectCode,
        codeColumn: letter(row.sheet, 'projectCode'),
      })),
    findings,
  );
}

function unread(sheet: SheetGrid, role: 'summary' | 'hidden'): SheetReading {
  return { name: sheet.name, role, title: '', headerRows: [], columns: [], rows: 0 };
}

function headerRows(header: Header): number[] {
  return Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + 1 + index);
}

/** Findings in the order of the workbook, so that a person can follow them down the page. */
function inOrder(workbook: WorkbookGrid, list: readonly ImportFinding[]): ImportFinding[] {
  const place = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const columnOrder = (finding: ImportFinding): string => (finding.column ?? '').padStart(3);
  return [...list].sort((a, b) => {
    const apart = (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || (a.row ?? 0) - (b.row ?? 0);
    if (apart !== 0 || columnOrder(a) === columnOrder(b)) return apart;
    return columnOrder(a) < columnOrder(b) ? -1 : 1;
  });
}
