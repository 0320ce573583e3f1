import type { Day, Week } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import { readApprovals } from './approvals.ts';
import type { SheetGrid, WorkbookGrid } from './cells.ts';
import type { Column } from './columns.ts';
import { reportDuplicates } from './duplicates.ts';
import type { Field, ImportKind } from './fields.ts';
import { Findings, type ImportFinding } from './findings.ts';
import { type Header, isList, readParts } from './headers.ts';
import { readKeyProject } from './key-projects.ts';
import { readList } from './list.ts';
import { listWeek } from './list-days.ts';
import type { ReadOptions } from './mapping.ts';
import { judgeReported, monthAmounts, readMonthly } from './monthly.ts';
import { fundAmounts, readReconstruction } from './reconstruction.ts';
import { columnOf } from './row-kinds.ts';
import type { ApprovalsRow, KeyProjectRow, MonthlyRow, ReconstructionRow, WeeklyRow } from './rows.ts';
import { readWeekly } from './weekly.ts';

/** What became of a sheet, or of one list of a sheet that holds several under each other: a list that was read, a table that names no projects, a sheet left out because it is hidden or by a person. */
export type SheetReading = {
  name: string;
  role: 'list' | 'summary' | 'hidden' | 'left-out';
  title: string;
  headerRows: readonly number[];
  columns: readonly Column[];
  rows: number;
};

type Reading<Kind extends ImportKind, Row> = {
  kind: Kind;
  year: number | null;
  /** The day up to which the list says that it holds, and the ISO week that a weekly list is of. */
  asOf: Day | null;
  week: Week | null;
  sheets: readonly SheetReading[];
  rows: readonly Row[];
  findings: readonly ImportFinding[];
};
/** A list of projects, understood: its rows and everything that a person should know about them. */
export type ProjectReading = Reading<'key-projects', KeyProjectRow> | Reading<'reconstruction', ReconstructionRow>;
/** A list about projects on record, understood; `matchLedger` finds them. */
export type FollowedReading = Reading<'weekly', WeeklyRow> | Reading<'approvals', ApprovalsRow> | Reading<'monthly', MonthlyRow>;
/** A workbook, understood. */
export type ImportReading = ProjectReading | FollowedReading;

/** Whether a reading is a list of projects, whose rows make or change projects. */
export function isOfProjects(reading: ImportReading): reading is ProjectReading {
  return reading.kind === 'key-projects' || reading.kind === 'reconstruction';
}

/** Reads a workbook as a list of the given kind: cells in, rows and findings out, nothing else. */
export function readWorkbook(workbook: WorkbookGrid, kind: ImportKind, options: ReadOptions = {}): ImportReading {
  switch (kind) {
    case 'key-projects':
      return {
        kind,
        ...readSheets(workbook, kind, options, {
          read: readKeyProject,
          amounts: (row) => [
            ...planned(row),
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
          amounts: (row) => [...planned(row), ['investDoneWan', row.investDoneWan], ...fundAmounts(row.funds)],
        }),
      };
    case 'weekly':
      return {
        kind,
        ...readSheets(workbook, kind, options, {
          read: readWeekly,
          amounts: (row) => [...planned(row), ['lastCumWan', row.lastCumWan], ['weekWan', row.weekWan], ['cumWan', row.cumWan]],
        }),
      };
    case 'approvals':
      return { kind, ...readSheets(workbook, kind, options, { read: readApprovals, amounts: planned }) };
    case 'monthly':
      return {
        kind,
        ...readSheets(workbook, kind, options, {
          read: readMonthly,
          amounts: (row) => [...planned(row), ['cumDoneWan', row.cumDoneWan], ...monthAmounts(row)],
          judgeAll: judgeReported,
        }),
      };
  }
}

function planned(row: { totalInvestWan: number | null; annualPlanWan: number | null }): [Field, number | null][] {
  return [
    ['totalInvestWan', row.totalInvestWan],
    ['annualPlanWan', row.annualPlanWan],
  ];
}

type AnyRow = {
  sheet: string;
  row: number;
  seq: string | null;
  name: string | null;
  projectCode?: string | null;
  parentRow: number | null;
};

function readSheets<Row extends AnyRow>(
  workbook: WorkbookGrid,
  kind: ImportKind,
  options: ReadOptions,
  reading: Parameters<typeof readList<Row>>[2],
) {
  const findings = new Findings();
  const rows: Row[] = [];
  const sheets: SheetReading[] = [];
  const lists: Header[] = [];
  const letters: NameLetters[] = [];
  for (const sheet of workbook.sheets) {
    const isLeftOut = sheet.hidden && options.hiddenSheets?.includes(sheet.name) !== true;
    if (isLeftOut) findings.add(sheet.name, null, null, 'HIDDEN_SHEET', { raw: sheet.name });
    const isRefused = options.leftOutSheets?.includes(sheet.name) === true;
    const parts = isLeftOut ? [{ grid: sheet, header: null }] : readParts(sheet, kind, options.mapping);
    for (const { grid, header } of parts) {
      if (header === null || isRefused || !isList(header)) {
        sheets.push(described(sheet, header, isLeftOut ? 'hidden' : isRefused ? 'left-out' : 'summary', 0));
        continue;
      }
      const read = readList(grid, header, reading, findings);
      lists.push(header);
      const own = nameLetters(header);
      letters.push(...read.map(() => own));
      rows.push(...read);
      sheets.push(described(sheet, header, 'list', read.length));
    }
  }
  compare(rows, letters, findings);
  return {
    year: lists.find((header) => header.listYear !== null)?.listYear ?? null,
    asOf: lists.find((header) => header.asOf !== null)?.asOf ?? null,
    week: lists.map((header) => listWeek(header.title, header.listYear)).find((week) => week !== null) ?? null,
    sheets,
    rows,
    findings: inOrder(sheets, findings.list),
  };
}

type NameLetters = { name: string | null; projectCode: string | null };

function nameLetters(header: Header): NameLetters {
  const letter = (field: 'name' | 'projectCode') => header.columns[columnOf(header, field)]?.letter ?? null;
  return { name: letter('name'), projectCode: letter('projectCode') };
}

/** `letters` gives for each row where its list has the name and the code. */
function compare(rows: readonly AnyRow[], letters: readonly NameLetters[], findings: Findings): void {
  reportDuplicates(
    rows.flatMap((row, at) =>
      row.parentRow === null
        ? [
            {
              sheet: row.sheet,
              row: row.row,
              name: row.name,
              nameColumn: letters[at]?.name ?? null,
              code: row.projectCode ?? null,
              codeColumn: letters[at]?.projectCode ?? null,
            },
          ]
        : [],
    ),
    findings,
  );
}

function described(sheet: SheetGrid, header: Header | null, role: SheetReading['role'], rows: number): SheetReading {
  const columns = header?.columns ?? [];
  return { name: sheet.name, role, title: header?.title ?? '', headerRows: header ? headerRows(header) : [], columns, rows };
}

function headerRows(header: Header): number[] {
  return Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + 1 + index);
}

/** Finds the list that a row of a sheet belongs to: of those under each other the last that begins above it. */
export function listFinder<List extends Pick<SheetReading, 'name' | 'headerRows'>>(sheets: readonly List[]) {
  const byName = groupBy(sheets, ({ name }) => name);
  return (sheet: string, row: number | null): List | undefined => {
    const lists = byName.get(sheet) ?? [];
    return lists.findLast(({ headerRows: [first] }) => row !== null && first !== undefined && first <= row) ?? lists[0];
  };
}

/** Findings in the order of the workbook, so that a person can follow them down the page. */
export function inOrder(sheets: readonly { name: string }[], list: readonly ImportFinding[]): ImportFinding[] {
  const place = new Map(sheets.map((sheet, index) => [sheet.name, index]));
  const columnOrder = (finding: ImportFinding): string => (finding.column ?? '').padStart(3);
  return [...list].sort((a, b) => {
    const apart = (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || (a.row ?? 0) - (b.row ?? 0);
    if (apart !== 0 || columnOrder(a) === columnOrder(b)) return apart;
    return columnOrder(a) < columnOrder(b) ? -1 : 1;
  });
}
