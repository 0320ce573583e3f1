import type { Month } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import type { Level, Project } from '../projects/schema.ts';
import { judgeApprovals } from './approvals.ts';
import type { Field } from './fields.ts';
import { Findings, type ImportFinding } from './findings.ts';
import { differs, type Judged } from './judged.ts';
import { judgeMonthly } from './monthly.ts';
import { nameKey, nearKey } from './names.ts';
import { nearIndexes } from './near.ts';
import { type FollowedReading, inOrder, listFinder, type ProjectReading, type SheetReading } from './read.ts';
import type { ApprovalsRow, LedgerMatch, MonthlyRow, WeeklyRow } from './rows.ts';
import type { KnownProject } from './targets.ts';
import { judgeWeekly } from './weekly.ts';
import type { ListLevel, ListStage, ListStatus } from './words.ts';

/** One project of the ledger that returns, approvals and plans are matched against: a workbook's row or a record. Amounts in 万元. */
export type LedgerEntry = {
  projectId: Id<'project'> | null;
  sheet: string | null;
  row: number | null;
  name: string;
  level: ListLevel | null;
  stage: ListStage | ListStatus | null;
  planStart: Month | null;
  planFinish: Month | null;
  totalInvestWan: number | null;
  annualPlanWan: number | null;
};

/** The projects of a workbook that was read; a part of a bundle is looked for after the projects. */
export function ledgerOfReading(reading: ProjectReading): LedgerEntry[] {
  const named = reading.rows.flatMap((row): (LedgerEntry & { isPart: boolean })[] => {
    if (row.name === null) return [];
    const { sheet, row: at, name, level, stage, planStart, planFinish, totalInvestWan, annualPlanWan } = row;
    const facts = { level, stage, planStart, planFinish, totalInvestWan, annualPlanWan };
    return [{ projectId: null, sheet, row: at, name, ...facts, isPart: row.parentRow !== null }];
  });
  return [...named.filter(({ isPart }) => !isPart), ...named.filter(({ isPart }) => isPart)].map(({ isPart, ...entry }) => entry);
}

const levels: Record<Level, ListLevel> = { province: '省', city: '市', district: '区' };
const classes = { continued: '续建', new: '新开工', finishing: '竣工', reserve: '储备' } as const;

function statusOf(stage: Project['stage']): ListStatus {
  if (stage === 'started' || stage === 'building') return '在建';
  return stage === 'completed' || stage === 'producing' || stage === 'at-capacity' ? '已竣工' : '未开工';
}

/** The projects on record, with their plan of the list's year. */
export function ledgerOfProjects(projects: readonly KnownProject[]): LedgerEntry[] {
  return projects.map(({ project, plan }) => ({
    projectId: project.id,
    sheet: null,
    row: null,
    name: project.name,
    level: levels[project.level],
    stage: project.kind === 'key' ? classes[project.yearClass] : statusOf(project.stage),
    planStart: project.plannedStart,
    planFinish: project.plannedFinish,
    totalInvestWan: project.totalInvestment / 10_000,
    annualPlanWan: plan === null ? null : plan.annual / 10_000,
  }));
}

/**
 * Finds each row's project in the ledger by name alone, fills in what the list leaves to the ledger, and judges the rows
 * once more with it. A name that is only near is taken and reported; one like no other is an error.
 */
export function matchLedger(reading: FollowedReading, ledger: readonly LedgerEntry[]): FollowedReading {
  switch (reading.kind) {
    case 'weekly':
      return { ...reading, ...matchRows(reading, ledger, judgeWeekly) };
    case 'approvals':
      return { ...reading, ...matchRows(reading, ledger, judgeApprovals) };
    case 'monthly':
      return { ...reading, ...matchRows(reading, ledger, judgeMonthly) };
  }
}

type Matched<Row> = { rows: readonly Row[]; sheets: readonly SheetReading[]; findings: readonly ImportFinding[] };

function matchRows<Row extends WeeklyRow | ApprovalsRow | MonthlyRow>(
  { rows, sheets, findings: known }: Matched<Row>,
  ledger: readonly LedgerEntry[],
  judge: (judged: Judged, row: Row) => void,
): Pick<Matched<Row>, 'rows' | 'findings'> {
  const find = finder(
    ledger,
    rows.flatMap((row) => row.name ?? []),
  );
  const findings = new Findings(known);
  const lettersOf = new Map(sheets.map((sheet) => [sheet, letters(sheet)]));
  const listOf = listFinder(sheets);
  const filled = rows.map((row): Row => {
    const list = listOf(row.sheet, row.row);
    const columns = list && lettersOf.get(list);
    if (row.name === null || columns === undefined) return row;
    const judged: Judged = {
      has: (field) => columns.has(field),
      report: (field, code, params) => {
        const column = columns.get(field);
        if (column !== undefined) findings.add(row.sheet, row.row, column, code, params);
      },
    };
    const found = find(row.name);
    if (row.parentRow === null) reportMatch(judged, row, found);
    const entry = found?.entry ?? null;
    const after: Row = {
      ...row,
      match: matchOf(found),
      level: entry?.level ?? null,
      stage: entry?.stage ?? null,
      planStart: entry?.planStart ?? null,
      planFinish: entry?.planFinish ?? null,
      totalInvestWan: columns.has('totalInvestWan') ? row.totalInvestWan : (entry?.totalInvestWan ?? null),
      annualPlanWan: columns.has('annualPlanWan') ? row.annualPlanWan : (entry?.annualPlanWan ?? null),
    };
    judge(judged, after);
    return after;
  });
  return { rows: filled, findings: inOrder(sheets, findings.list) };
}

function letters(sheet: SheetReading): Map<Field, string> {
  return new Map(sheet.columns.flatMap(({ field, letter }): [Field, string][] => (field === null ? [] : [[field, letter]])));
}

type Found = { how: 'exact' | 'similar'; entry: LedgerEntry } | null;

function matchOf(found: Found): LedgerMatch {
  if (found === null) return { how: 'none', projectId: null, name: null, sheet: null, row: null };
  const { projectId, name, sheet, row } = found.entry;
  return { how: found.how, projectId, name, sheet, row };
}

function reportMatch(judged: Judged, row: WeeklyRow | ApprovalsRow | MonthlyRow, found: Found): void {
  if (found === null) {
    judged.report('name', 'UNKNOWN_PROJECT', { raw: row.name });
    return;
  }
  const { entry } = found;
  if (found.how === 'similar')
    judged.report('name', 'NAME_NOT_EXACT', { raw: row.name, relatedName: entry.name, relatedSheet: entry.sheet, relatedRow: entry.row });
  if (row.annualPlanWan !== null && entry.annualPlanWan !== null && differs(row.annualPlanWan, entry.annualPlanWan))
    judged.report('annualPlanWan', 'PLAN_DIFFERS_FROM_LEDGER', { wan: row.annualPlanWan, ledgerWan: entry.annualPlanWan });
}

/** Looks names up in a ledger: the first under the very name, else the nearest of those near it. */
function finder(ledger: readonly LedgerEntry[], names: readonly string[]): (name: string) => Found {
  const exact = new Map<string, LedgerEntry>();
  for (const entry of ledger) if (!exact.has(nameKey(entry.name))) exact.set(nameKey(entry.name), entry);
  const unmatched = [...new Set(names.map(nameKey))].filter((key) => !exact.has(key));
  const keys = unmatched.map(nearKey);
  const ledgerKeys = ledger.map((entry) => nearKey(entry.name));
  const near = new Map<string, LedgerEntry>();
  for (const [at, indexes] of nearIndexes(keys, ledgerKeys)) {
    const length = keys[at]?.length ?? 0;
    const apart = (index: number): number => Math.abs((ledgerKeys[index]?.length ?? 0) - length);
    const nearest = indexes.reduce((best, index) => (apart(index) < apart(best) ? index : best));
    const name = unmatched[at];
    const entry = ledger[nearest];
    if (name !== undefined && entry) near.set(name, entry);
  }
  return (name) => {
    const same = exact.get(nameKey(name));
    if (same) return { how: 'exact', entry: same };
    const similar = near.get(nameKey(name));
    return similar ? { how: 'similar', entry: similar } : null;
  };
}
