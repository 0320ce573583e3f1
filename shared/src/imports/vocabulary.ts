import type { Field, ImportKind } from './fields.ts';
import { common, type Entry } from './header-words.ts';
import { monthClaims } from './months.ts';
import { keyProjects, reconstruction } from './project-words.ts';
import { monthly, percent, weekly } from './return-words.ts';
import { stepMeanings } from './steps.ts';

/** A column that may mean a field, and how surely: 0 is surest. */
export type Claim = { index: number; field: Field; rank: number };

/** A header's words: without units and brackets, and with what stands in brackets, where months say 计划 or 完成. */
export type HeaderPath = { path: string; withBrackets: string };

const otherYear = /上年|去年|往年|明年|次年|下年|下一年/;
const projectCode = common.filter((entry) => entry.field === 'projectCode');
/** What lists about projects on record leave to the record. */
const followed = common.filter((entry) => ['seq', 'name', 'totalInvestWan', 'annualPlanWan', 'unit', 'remark'].includes(entry.field));
const issue = common.filter((entry) => entry.field === 'issue');

const entries: Record<ImportKind, readonly Entry[]> = {
  'key-projects': [...keyProjects, ...common],
  reconstruction: [...reconstruction, ...common],
  weekly: [...weekly, percent, ...followed, ...issue],
  approvals: [...followed, ...projectCode],
  monthly: [...monthly, percent, ...followed],
};

/** How surely a header's path means each field: 0 is surest. `listYear` keeps another year's plan from being read as this year's. */
export function meanings(path: string, kind: ImportKind, listYear: number | null): { field: Field; rank: number }[] {
  const year = /(20\d\d)年/.exec(path)?.[1];
  const found: { field: Field; rank: number }[] = [];
  for (const entry of entries[kind]) {
    if (entry.not?.test(path)) continue;
    const rank = entry.says.findIndex((pattern) => pattern.test(path));
    if (rank < 0) continue;
    if (
      (entry.field === 'annualPlanWan' || entry.field === 'yearGoal') &&
      (otherYear.test(path) || (year !== undefined && listYear !== null && Number(year) !== listYear))
    )
      continue;
    found.push({ field: entry.field, rank: rank + (entry.after ?? 0) });
  }
  return found;
}

/** What all columns of a sheet may mean; the months and the steps are read from the headers together. */
export function claimsOf(headers: readonly HeaderPath[], kind: ImportKind, listYear: number | null, title: string): Claim[] {
  const claims = headers.flatMap(({ path }, index) => meanings(path, kind, listYear).map((claim) => ({ ...claim, index })));
  if (kind === 'approvals') claims.push(...headers.flatMap(({ path }, index) => stepMeanings(path).map((claim) => ({ ...claim, index }))));
  if (kind === 'monthly') {
    const months = monthClaims(
      headers.map(({ withBrackets }) => withBrackets),
      title,
    );
    const taken = new Set(months.map(({ index }) => index));
    return [...claims.filter(({ index }) => !taken.has(index)), ...months];
  }
  return claims;
}

/** Whether a header names the project, without which a sheet is no list of projects. */
export function namesProject(path: string): boolean {
  return meanings(path, 'key-projects', null).some(({ field }) => field === 'name');
}

/** Whether a text is a header that any list could have; used to tell the header's row from the rows above it. */
export function isHeaderWord(path: string): boolean {
  return (
    meanings(path, 'key-projects', null).length > 0 ||
    meanings(path, 'reconstruction', null).length > 0 ||
    meanings(path, 'weekly', null).length > 0 ||
    meanings(path, 'monthly', null).length > 0 ||
    monthClaims([path], '').length > 0 ||
    stepMeanings(path).length > 0
  );
}

/** Whether a header is one that only weekly lists have. */
export function isWeeklyWord(path: string): boolean {
  return meanings(path, 'weekly', null).some(({ field }) => field === 'lastCumWan' || field === 'weekWan') || /本周/.test(path);
}
