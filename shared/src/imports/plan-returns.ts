import { keyBy } from '../kit/collections.ts';
import type { Refusal } from '../kit/errors.ts';
import { wan } from '../kit/money.ts';
import type { Lamp } from '../lamps/schema.ts';
import { whyNotTake } from '../returns/checks.ts';
import { baseOf, monthEndFigure, monthEndIsWeekEnd, prefill, weekFromYear, yearFromWeek } from '../returns/prefill.ts';
import { whyNotOwe, whyNotSubmit } from '../returns/rules.ts';
import type { SubmitReturn, WeeklyReturn } from '../returns/schema.ts';
import { checkFactsOf, type ReturnSheet, type ReturnWeek } from '../returns/sheet.ts';
import type { Change, RowNote } from './changes.ts';
import { unusableFields } from './drafts.ts';
import type { Field } from './fields.ts';
import { columnsIn, type FollowedProject, followRows } from './follow-rows.ts';
import { leftOutRow, type PlannedRow } from './planned.ts';
import type { FollowedReading } from './read.ts';
import type { WeeklyRow } from './rows.ts';

/** What a weekly list is compared with: the week that it is of, and that week's forms as a person would find them. */
export type KnownReturns = {
  week: ReturnWeek;
  projects: readonly FollowedProject[];
  sheets: readonly ReturnSheet[];
};

type Reading = Extract<FollowedReading, { kind: 'weekly' }>;
type Said = { row: WeeklyRow; has: (field: Field) => boolean; isUnusable: (field: Field) => boolean };

/** Lists are imported by the office alone: it fills in for the units. */
const office = { role: 'office' } as const;

/** So much of each text is kept, as in the form. */
const limits = { progress: 500, problem: 500, nextStep: 500, request: 300 } as const;
type Text = keyof typeof limits;
const texts: readonly Text[] = ['progress', 'problem', 'nextStep', 'request'];

const compared = ['doneThisWeek', 'doneThisYear', 'doneAtMonthEnd', 'progress', 'problem', 'nextStep', 'request'] as const;

const lamps: Record<NonNullable<WeeklyRow['light']>, Lamp> = { 红: 'red', 黄: 'yellow', 绿: 'green' };

/** A weekly list's rows as returns of its week, by the rules of a return that is typed. */
export function planReturns(reading: Reading, known: KnownReturns): PlannedRow[] {
  const unusable = unusableFields(reading);
  const has = columnsIn(reading.sheets);
  const sheets = keyBy(known.sheets, ({ project }) => project.id);
  return followRows(reading.rows, known.projects, (row, project) => {
    const bad = unusable.get(`${row.sheet}|${row.row}`);
    const said: Said = { row, has: (field) => has(row, field), isUnusable: (field) => bad?.has(field) === true };
    return planReturn(said, project, sheets.get(project.id) ?? null, known);
  });
}

function planReturn(said: Said, project: FollowedProject, sheet: ReturnSheet | null, { week }: KnownReturns): PlannedRow {
  const refused = (refusal: Refusal) => leftOutRow(said.row, 'refused', { refusal });
  const notOwed = whyNotOwe(project);
  if (notOwed) return refused(notOwed);
  if (sheet === null) return leftOutRow(said.row, 'unknown');
  const form = formOf(said, sheet, week.week);
  if (form === null) return leftOutRow(said.row, 'figure');
  const { current } = sheet;
  const changes = changesOf(current, form);
  const notes = notesOf(said, sheet);
  const planned: PlannedRow = {
    ...leftOutRow(said.row, 'refused'),
    ...{ leftOut: null, verdict: current ? 'changed' : 'new', amounts: [form.doneThisWeek, form.doneThisYear], changes, notes },
    write: { kind: 'return', before: current, form },
  };
  if (current && changes.length === 0) {
    const sentBack: RowNote[] = current.state === 'sent-back' ? [{ code: 'sent-back' }] : [];
    return { ...planned, verdict: 'unchanged', notes: [...sentBack, ...notes] };
  }
  const refusal = whyNotSubmit({ ...week, project, state: current?.state ?? null }, office) ?? whyNotTake(form, checkFactsOf(sheet, week));
  return refusal ? { ...refused(refusal), changes } : planned;
}

/**
 * The form as the row fills it. A column that the list does not have leaves what the form opens with; an empty cell of
 * one that it has says that there is nothing, as it does in the form. Null: no figure of the week can be used.
 */
function formOf({ row, has, isUnusable }: Said, { project, previous, current }: ReturnSheet, week: SubmitReturn['week']) {
  if (isUnusable('weekWan') || isUnusable('cumWan') || (row.weekWan === null && row.cumWan === null)) return null;
  const base = baseOf(week, previous);
  const doneThisYear = row.cumWan !== null ? wan(row.cumWan) : yearFromWeek(base, wan(row.weekWan ?? 0));
  const doneThisWeek = row.weekWan !== null ? wan(row.weekWan) : weekFromYear(base, doneThisYear);
  const opened = prefill(week, previous, current);
  const text = (field: Text, column: Field, said: string | null): string | null =>
    has(column) ? (said === null ? null : cut(field, said)) : opened[field];
  // A month-end figure that somebody confirmed by hand is theirs; one that followed the week's follows it still.
  const isFollowing = current === null || (monthEndIsWeekEnd(week) && current.doneAtMonthEnd === current.doneThisYear);
  return {
    projectId: project.id,
    week,
    doneThisWeek,
    doneThisYear,
    doneAtMonthEnd: isFollowing ? monthEndFigure(week, previous, doneThisYear) : current.doneAtMonthEnd,
    progress: text('progress', 'weekProgress', row.weekProgress) ?? '',
    problem: text('problem', 'issue', row.issue),
    nextStep: text('nextStep', 'nextStep', row.nextStep),
    request: text('request', 'helpFrom', requestOf(row)),
    version: current?.version ?? 0,
  } satisfies SubmitReturn;
}

/** A list names who is to help; what it asks of the meeting is that they do. */
function requestOf({ helpFrom }: WeeklyRow): string | null {
  return helpFrom === null ? null : `请${helpFrom}协调配合`;
}

function cut(field: Text, text: string): string {
  return [...text].slice(0, limits[field]).join('').trim();
}

/** Of a first return the words alone: its amounts stand beside them. */
function changesOf(current: WeeklyReturn | null, form: SubmitReturn): Change[] {
  if (current)
    return compared.flatMap((field) => (current[field] === form[field] ? [] : [{ field, from: current[field], to: form[field] }]));
  return texts.flatMap((field) => (form[field] ? [{ field, from: null, to: form[field] }] : []));
}

function notesOf({ row }: Said, { lamp }: ReturnSheet): RowNote[] {
  const notes: RowNote[] = [];
  const said: Record<Text, string | null> = {
    progress: row.weekProgress,
    problem: row.issue,
    nextStep: row.nextStep,
    request: requestOf(row),
  };
  if (texts.some((field) => [...(said[field] ?? '')].length > limits[field])) notes.push({ code: 'cut' });
  // A lamp is worked out by rule; a list's own is compared, never written.
  if (row.light !== null && lamp !== null && lamps[row.light] !== lamp)
    notes.push({ code: 'lamp-differs', facts: { listed: lamps[row.light], recorded: lamp } });
  return notes;
}
