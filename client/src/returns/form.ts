import { z } from 'zod';
import { Instant, Week } from '#shared/kit/calendar.ts';
import { formatWan, type Money } from '#shared/kit/money.ts';
import { monthEndFigure, type PreviousReturn, type ReturnForm, weekFromYear, yearFromWeek } from '#shared/returns/prefill.ts';
import type { SubmitReturn } from '#shared/returns/schema.ts';
import { readMoney } from '../kit/money.ts';

/** The form as it stands on the page: amounts stay the text that was typed until they can be read. */
export const Typed = z.object({
  doneThisWeek: z.string(),
  doneThisYear: z.string(),
  monthEnd: z.string(),
  /** Once typed by hand, the month's figure no longer follows the week's. */
  isMonthEndOwn: z.boolean(),
  progress: z.string(),
  problem: z.string(),
  nextStep: z.string(),
  request: z.string(),
  /** Ids of the steps and problems that are ticked off. */
  ticks: z.array(z.string()).default([]),
  /** 办理情况 of decisions that are said to be carried out, by their ids. */
  answers: z.record(z.string(), z.string()).default({}),
});
export type Typed = z.infer<typeof Typed>;

/** What this device keeps of a form until the server has said yes. */
export const Draft = z.object({ week: Week, version: z.number().int(), savedAt: Instant, typed: Typed });
export type Draft = z.infer<typeof Draft>;

const amountText = (amount: Money | null) => (amount === null ? '' : formatWan(amount, 4));

export function typedOf(form: ReturnForm): Typed {
  return {
    doneThisWeek: amountText(form.doneThisWeek),
    doneThisYear: amountText(form.doneThisYear),
    monthEnd: amountText(form.doneAtMonthEnd),
    isMonthEndOwn: false,
    progress: form.progress,
    problem: form.problem ?? '',
    nextStep: form.nextStep ?? '',
    request: form.request ?? '',
    ticks: [],
    answers: {},
  };
}

/** What the cumulative is built on, and where the month's end is asked for. */
export type Ground = { week: Week; base: Money; previous: PreviousReturn | null };

/** This week's amount was typed: the cumulative follows, and the month's figure with it. */
export function typeWeek(typed: Typed, text: string, ground: Ground): Typed {
  const reading = readMoney(text, true);
  if (reading.state !== 'amount') return { ...typed, doneThisWeek: text };
  return follow({ ...typed, doneThisWeek: text }, yearFromWeek(ground.base, reading.amount), ground);
}

/** The cumulative was typed: this week's amount follows. */
export function typeYear(typed: Typed, text: string, ground: Ground): Typed {
  const reading = readMoney(text, true);
  if (reading.state !== 'amount') return { ...typed, doneThisYear: text };
  const followed = follow({ ...typed, doneThisWeek: amountText(weekFromYear(ground.base, reading.amount)) }, reading.amount, ground);
  return { ...followed, doneThisYear: text };
}

function follow(typed: Typed, thisYear: Money, { week, previous }: Ground): Typed {
  const next = { ...typed, doneThisYear: amountText(thisYear) };
  return typed.isMonthEndOwn ? next : { ...next, monthEnd: amountText(monthEndFigure(week, previous, thisYear)) };
}

/** The form as the rules read it: an amount that is still empty is null. Null where an amount cannot be read. */
export function readTyped(typed: Typed): ReturnForm | null {
  const week = readMoney(typed.doneThisWeek, true);
  const year = readMoney(typed.doneThisYear, true);
  const end = readMoney(typed.monthEnd, true);
  if (week.state === 'unreadable' || year.state !== 'amount' || end.state === 'unreadable') return null;
  return {
    doneThisWeek: week.state === 'amount' ? week.amount : null,
    doneThisYear: year.amount,
    doneAtMonthEnd: end.state === 'amount' ? end.amount : null,
    progress: typed.progress,
    problem: orNull(typed.problem),
    nextStep: orNull(typed.nextStep),
    request: orNull(typed.request),
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** Whether the page still says what was sent. */
export function saysTheSame(typed: Typed, sent: SubmitReturn): boolean {
  const form = readTyped(typed);
  const { projectId: _project, week: _week, version: _version, ticks, key: _key, ...words } = sent;
  const { steps, problems, answers } = ticks ?? { steps: [], problems: [], answers: [] };
  if (form === null || steps.length + problems.length !== typed.ticks.length) return false;
  if (Object.keys(typed.answers).length !== answers.length) return false;
  if (answers.some(({ id, text }) => typed.answers[id]?.trim() !== text.trim())) return false;
  return Object.entries(words).every(([field, value]) => Object.entries(form).some(([name, own]) => name === field && own === value));
}

/** The form once the server has what was ticked and answered in it: that is done with, and not said again. */
export function withoutSettled(typed: Typed, { ticks }: Pick<SubmitReturn, 'ticks'>): Typed {
  if (!ticks) return typed;
  const settled = new Set<string>([...ticks.steps, ...ticks.problems].map(({ id }) => id));
  const said = new Map<string, string>(ticks.answers.map(({ id, text }) => [id, text]));
  const answers = Object.entries(typed.answers).filter(([id, text]) => said.get(id)?.trim() !== text.trim());
  return { ...typed, ticks: typed.ticks.filter((id) => !settled.has(id)), answers: Object.fromEntries(answers) };
}

/** A draft put back into the form. One of an earlier week keeps its words alone: its figures were that week's. */
export function restore(draft: Draft, week: Week, opened: Typed): Typed {
  if (draft.week === week) return draft.typed;
  const { progress, problem, nextStep, request, answers } = draft.typed;
  return { ...opened, progress, problem, nextStep, request, answers };
}
