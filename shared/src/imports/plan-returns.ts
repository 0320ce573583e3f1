import type { Actor } from '../accounts/schema.ts';
import { keyBy } from '../kit/collections.ts';
import type { Refusal } from '../kit/errors.ts';
import { type Money, wan, yuan, zero } from '../kit/money.ts';
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
import { cleanText, saysNothing } from './text.ts';

/** What a weekly list is compared with: the week that it is of, and that week's forms as a person would find them. */
export type KnownReturns = {
  week: ReturnWeek;
  projects: readonly FollowedProject[];
  sheets: readonly ReturnSheet[];
  /** As whom the rows are sent: a unit's officer for its own projects, the office for all. */
  by: Pick<Actor, 'role'>;
};

type Reading = Extract<FollowedReading, { kind: 'weekly' }>;
type Said = { row: WeeklyRow; has: (field: Field) => boolean; isUnusable: (field: Field) => boolean };

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

function planReturn(said: Said, project: FollowedProject, sheet: ReturnSheet | null, { week, by }: KnownReturns): PlannedRow {
  const refused = (refusal: Refusal) => leftOutRow(said.row, 'refused', { refusal });
  const notOwed = whyNotOwe(project);
  if (notOwed) return refused(notOwed);
  if (sheet === null) return leftOutRow(said.row, 'unknown');
  const form = formOf(said, sheet, week.week);
  if (form === null) return leftOutRow(said.row, said.isUnusable('weekWan') || said.isUnusable('cumWan') ? 'figure' : 'unfilled');
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
  const refusal = whyNotSubmit({ ...week, project, state: current?.state ?? null }, by) ?? whyNotTake(form, checkFactsOf(sheet, week));
  return refusal ? { ...refused(refusal), changes } : planned;
}

/**
 * The form as the row fills it. A column that the list does not have leaves what the form opens with; an empty cell of
 * one that it has says that there is nothing, as it does in the form. Null: no figure of the week can be used.
 */
function formOf({ row, has, isUnusable }: Said, { project, previous, current }: ReturnSheet, week: SubmitReturn['week']) {
  if (isUnusable('weekWan') || isUnusable('cumWan') || (row.weekWan === null && row.cumWan === null)) return null;
  const { doneThisWeek, doneThisYear } = figuresOf(row, baseOf(week, previous), current);
  const opened = prefill(week, previous, current);
  const text = (field: Text, column: Field, said: string | null): string | null =>
    has(column) && !saysSame(opened[field], said) ? (said === null ? null : cut(field, said)) : opened[field];
  // A month-end figure that somebody confirmed by hand is theirs; one that followed the week's follows it still.
  const isFollowing = current === null || (monthEndIsWeekEnd(week) && current.doneAtMonthEnd === current.doneThisYear);
  const atMonthEnd = row.monthEndWan === null || isUnusable('monthEndWan') ? null : wan(row.monthEndWan);
  return {
    projectId: project.id,
    week,
    doneThisWeek,
    doneThisYear,
    doneAtMonthEnd: atMonthEnd !== null ? atMonthEnd : isFollowing ? monthEndFigure(week, previous, doneThisYear) : current.doneAtMonthEnd,
    progress: text('progress', 'weekProgress', row.weekProgress) ?? '',
    problem: text('problem', 'issue', row.issue),
    nextStep: text('nextStep', 'nextStep', row.nextStep),
    request: text('request', has('request') ? 'request' : 'helpFrom', requestOf(row)),
    version: current?.version ?? 0,
  } satisfies SubmitReturn;
}

/**
 * The figures of the week and of the year: where a row has one of them the other follows. Of a return that was sent
 * before, so does the one that stands as it was when the other was changed.
 */
function figuresOf(row: WeeklyRow, base: Money, current: WeeklyReturn | null): Pick<SubmitReturn, 'doneThisWeek' | 'doneThisYear'> {
  const week = row.weekWan === null ? null : wan(row.weekWan);
  const year = row.cumWan === null ? null : wan(row.cumWan);
  const before = current ? yuan(current.doneThisYear - current.doneThisWeek) : base;
  const isWeekNew = week !== null && week !== current?.doneThisWeek;
  const isYearNew = year !== null && year !== current?.doneThisYear;
  if (year === null || (current && isWeekNew && !isYearNew)) {
    const doneThisWeek = week ?? zero;
    return { doneThisWeek, doneThisYear: yearFromWeek(before, doneThisWeek) };
  }
  const follows = week === null || (current && isYearNew && !isWeekNew);
  return { doneThisWeek: follows ? weekFromYear(before, year) : week, doneThisYear: year };
}

/** Whether a cell says what the form opens with: blanks and line breaks tell nothing apart, and “无” is kept as it was typed. */
function saysSame(opened: string | null, said: string | null): boolean {
  return said === null ? opened === null || saysNothing(opened) : cleanText(opened) === said;
}

/** A list names who is to help; what it asks of the meeting is that they do. */
function requestOf({ helpFrom, request }: WeeklyRow): string | null {
  if (request) return request;
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
