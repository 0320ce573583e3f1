import { stepCell } from '#shared/approvals/pivot.ts';
import { daysSince } from '#shared/calendar/spans.ts';
import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import { correctionOf } from '#shared/documents/correction.ts';
import type { Document } from '#shared/documents/model.ts';
import { words } from '#shared/documents/words.ts';
import { type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { standingText } from '#shared/meetings/decision-list.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { composeReport } from '#shared/reports/draft.ts';
import type { ProjectMatters, ReportedProblem, ReportInput } from '#shared/reports/input.ts';
import type { Report } from '#shared/reports/schema.ts';
import * as approvals from '../approvals/store.ts';
import { rowOf } from '../bulletins/compose.ts';
import { styleOf } from '../bulletins/draft-store.ts';
import * as calendars from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import type { Reader } from '../db/tables.ts';
import * as documents from '../documents/store.ts';
import * as decisions from '../meetings/decision-store.ts';
import * as answers from '../problems/answer-store.ts';
import * as problems from '../problems/store.ts';
import * as projects from '../projects/store.ts';
import * as remarks from '../remarks/store.ts';
import * as returns from '../returns/store.ts';
import * as units from '../units/store.ts';

/** So many returns, decisions and remarks of a project are told, the latest ones. */
const TOLD = { returns: 3, decisions: 8, remarks: 5 };

/** Under which number a report is issued, and on which day; null while it is a draft. */
export type Issue = { year: number; number: number } | null;

/** A report as its records draft it now and as the office made it; `rows` are the projects that it speaks of. */
export type Composed = {
  input: ReportInput;
  rows: ProjectFigures[];
  drafted: Document;
  document: Document;
  lost: Report['edits'];
};

/** Writes a report from the records as of now. The same words whether it is looked at or issued; only the number comes with the issue. */
export async function compose(db: Reader, district: District, report: Report, now: Instant, issue: Issue): Promise<Composed> {
  const rows = await rowsOf(db, district.id, report, dayOf(now));
  const input = await inputOf(db, district, report, rows, now, issue);
  const corrected = { ...input, correction: await correctionFor(db, district.id, report, input) };
  return { input: corrected, rows, ...composeReport(corrected, report.edits) };
}

async function correctionFor(db: Reader, districtId: Id<'unit'>, report: Report, input: ReportInput) {
  if (!report.correctsId) return null;
  const withdrawn = await documents.load(db, districtId, report.correctsId);
  return correctionOf(withdrawn, composeReport(input, report.edits).document, report.correctsWhy ?? '');
}

/** The figures of the projects that a report is about. */
async function rowsOf(db: Reader, districtId: Id<'unit'>, { subject }: Report, asOf: Day): Promise<ProjectFigures[]> {
  switch (subject.about) {
    case 'project':
      return loadFigures(db, { districtId, asOf, projectIds: [subject.projectId], isAnyStanding: true });
    case 'theme':
      return loadFigures(db, { districtId, asOf, projectIds: subject.projectIds });
    case 'reconstruction':
      return (await loadFigures(db, { districtId, asOf })).filter((row) => row.kind === 'reconstruction');
  }
}

async function inputOf(
  db: Reader,
  district: District,
  { subject, toUnits }: Report,
  rows: readonly ProjectFigures[],
  now: Instant,
  issue: Issue,
): Promise<ReportInput> {
  const asOf = dayOf(now);
  const { style } = await styleOf(db, district.id);
  const named = [...new Set(rows.map((row) => row.unitName))].join('、');
  return {
    district: { name: district.name, issuingOffice: district.issuingOffice },
    asOf,
    issue,
    issuedOn: issue && asOf,
    isDraft: issue === null,
    style,
    correction: null,
    units: toUnits ? (subject.about === 'reconstruction' ? '各镇（街道），区直有关单位' : named) : null,
    rows: rows.map((row) => rowOf(row, null)),
    problems: await problemsOf(db, district.id, rows, asOf),
    on: await onOf(db, district.id, subject, asOf),
  };
}

async function onOf(db: Reader, districtId: Id<'unit'>, subject: Report['subject'], asOf: Day): Promise<ReportInput['on']> {
  switch (subject.about) {
    case 'project':
      return { about: 'project', matters: await mattersOf(db, districtId, subject.projectId, asOf) };
    case 'theme':
      return { about: 'theme', title: subject.title };
    case 'reconstruction':
      return { about: 'reconstruction' };
  }
}

/** What is not solved yet, the oldest first, with what was last said about it. */
async function problemsOf(db: Reader, districtId: Id<'unit'>, rows: readonly ProjectFigures[], asOf: Day): Promise<ReportedProblem[]> {
  const only = rows.filter((row) => row.openProblems > 0).map((row) => row.projectId);
  if (only.length === 0) return [];
  const held = (await problems.ofDistrict(db, districtId, { only, isUnclosed: true })).filter(isOpen);
  const said = groupBy(
    await answers.ofProblems(
      db,
      held.map(({ id }) => id),
    ),
    (answer) => answer.problemId,
  );
  const nameOf = new Map((await units.list(db, districtId)).map((unit) => [unit.id, unit.shortName]));
  return held.map((one) => ({
    title: one.title,
    projectName: one.projectName,
    unitName: one.projectUnitName,
    ownerName: one.ownerUnitId ? (nameOf.get(one.ownerUnitId) ?? null) : null,
    raisedOn: one.raisedOn,
    days: daysSince(one.raisedOn, asOf),
    dueOn: one.dueOn,
    answer: said.get(one.id)?.find((answer) => answer.sentBackAt === null)?.text ?? null,
  }));
}

async function mattersOf(db: Reader, districtId: Id<'unit'>, id: Id<'project'>, asOf: Day): Promise<ProjectMatters> {
  const project = await projects.load(db, { scope: 'district', districtId, unitIds: null }, id);
  const calendar = await calendars.load(db);
  const nameOf = new Map((await units.list(db, districtId)).map((unit) => [unit.id, unit.shortName]));
  const steps = (await approvals.list(db, districtId, [id])).flatMap((step) => {
    const cell = stepCell(step, asOf, calendar);
    if (cell.status === 'done' || cell.status === 'exempt') return [];
    const state = cell.over ? `超期${cell.over}个工作日` : words.stepStatus[cell.status];
    return [
      { name: step.name, agency: step.agencyUnitId ? (nameOf.get(step.agencyUnitId) ?? null) : null, state, dueOn: cell.dueOn ?? null },
    ];
  });
  const counted = (await returns.ofProject(db, id, TOLD.returns + 1)).filter(({ state }) => state !== 'sent-back');
  return {
    code: project.code,
    content: project.content,
    plannedFinish: project.plannedFinish,
    steps,
    decisions: (await decisions.named(db, districtId, asOf, { projectId: id }))
      .slice(-TOLD.decisions)
      .map((one) => ({ text: one.text, ownerName: one.ownerName, dueOn: one.dueOn, state: standingText(one, asOf) })),
    remarks: (await remarks.ofProject(db, id))
      .slice(0, TOLD.remarks)
      .map(({ leaderName, text, writtenAt }) => ({ leaderName, text, on: dayOf(writtenAt) })),
    returns: counted.slice(0, TOLD.returns).map(({ week, progress, nextStep, request }) => ({ week, progress, nextStep, request })),
  };
}
