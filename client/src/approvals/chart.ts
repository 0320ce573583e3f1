import type { PlannedStep } from '#shared/approvals/plan.ts';
import { ApprovalGroup } from '#shared/approvals/schema.ts';
import type { CalendarException } from '#shared/calendar/workdays.ts';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  earlier,
  firstDayOfMonth,
  lastDayOfMonth,
  later,
  type Month,
  monthOf,
} from '#shared/kit/calendar.ts';
import type { PlanRow, PlanView } from './data.ts';

/** The drawing's measures, in its own units: at full size one is a pixel. */
export const box = { width: 800, left: 214, right: 792, head: 26, group: 24, row: 30, bar: 12, foot: 18 };

/** So many months lie before today at most, and so many after it: what is further off is said in words. */
const MONTHS_BACK = 4;
const MONTHS_AHEAD = 14;

type Look = 'used' | 'limit' | 'over' | 'tolerant' | 'stopped' | 'planned';
export type ChartBar = { look: Look; x: number; width: number };
export type ChartRow = {
  step: PlanRow;
  planned: PlannedStep | null;
  /** What the assumption makes of it. */
  assumed: { x: number; width: number } | null;
  y: number;
  bars: ChartBar[];
  /** Where the words about it stand, and towards which side they run. */
  textAt: number;
  anchor: 'start' | 'end';
};
export type ChartGroup = { group: ApprovalGroup; y: number; done: number; needed: number };
export type ChartLink = { path: string; isCritical: boolean; key: string };

export type Chart = {
  height: number;
  groups: ChartGroup[];
  rows: ChartRow[];
  links: ChartLink[];
  months: { month: Month; x: number; textAt: number }[];
  /** Holidays of three days and more, shaded through all rows. */
  shades: { x: number; width: number; name: string; isNamed: boolean }[];
  todayAt: number;
  plannedStartAt: number | null;
};

type Scale = (on: Day) => number;

/** Words behind a bar need so much room; where it is not there they stand before it. */
const ROOM = 150;

/** Where everything of the chart stands. */
export function chartOf({ steps, plan, whatIf, today, plannedStart, exceptions }: PlanView): Chart {
  const byId = new Map(plan.steps.map((one) => [one.id, one]));
  const ifById = new Map(whatIf?.plan.steps.map((one) => [one.id, one]));
  const window = windowOf(steps, [...plan.steps, ...(whatIf?.plan.steps ?? [])], today);
  const days = daysBetween(window.first, window.last) + 1;
  const at: Scale = (on) => {
    const share = Math.min(1, Math.max(0, daysBetween(window.first, on) / days));
    return Math.round((box.left + share * (box.right - box.left)) * 10) / 10;
  };
  const groups: ChartGroup[] = [];
  const rows: ChartRow[] = [];
  let y = box.head;
  for (const group of ApprovalGroup.options) {
    const own = steps.filter((step) => step.group === group);
    if (own.length === 0) continue;
    const needed = own.filter((step) => step.state !== 'exempt');
    groups.push({ group, y, needed: needed.length, done: needed.filter((step) => step.state === 'done').length });
    y += box.group;
    for (const step of own) {
      const planned = byId.get(step.id) ?? null;
      const assumed = ifById.get(step.id);
      const moved = assumed && planned && (assumed.ends !== planned.ends || assumed.begins !== planned.begins) ? assumed : null;
      rows.push(rowOf(step, planned, moved, y, { at, today, first: window.first }));
      y += box.row;
    }
  }
  return {
    height: y + box.foot,
    groups,
    rows,
    links: linksOf(rows, plan.path, at),
    months: monthsOf(window).map((month) => ({
      month,
      x: at(firstDayOfMonth(month)),
      textAt: besides(at(firstDayOfMonth(month)), at(today)),
    })),
    shades: named(
      holidaysOf(exceptions, window).map(({ from, to, name }) => ({ x: at(from), width: at(addDays(to, 1)) - at(from), name })),
    ),
    todayAt: at(today),
    plannedStartAt:
      plannedStart && firstDayOfMonth(plannedStart) > window.first && firstDayOfMonth(plannedStart) <= window.last
        ? at(firstDayOfMonth(plannedStart))
        : null,
  };
}

type Window = { first: Day; last: Day };

function windowOf(steps: readonly PlanRow[], planned: readonly PlannedStep[], today: Day): Window {
  const month = monthOf(today);
  const earliest = addMonths(month, -MONTHS_BACK);
  const begun = steps.flatMap((step) => (step.acceptedOn ? monthOf(step.acceptedOn) : []));
  const ended = [...planned.map(({ ends }) => monthOf(ends)), ...steps.flatMap(({ clock }) => (clock.dueOn ? monthOf(clock.dueOn) : []))];
  const from = begun.reduce(earlier, addMonths(month, -1));
  const to = ended.reduce(later, addMonths(month, 1));
  const until = addMonths(to, 1);
  const latest = addMonths(month, MONTHS_AHEAD);
  return {
    first: firstDayOfMonth(later(from, earliest)),
    last: lastDayOfMonth(earlier(until, latest)),
  };
}

function monthsOf({ first, last }: Window): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) months.push(month);
  return months;
}

type Drawing = { at: Scale; today: Day; first: Day };

function rowOf(
  step: PlanRow,
  planned: PlannedStep | null,
  assumed: PlannedStep | null,
  y: number,
  { at, today, first }: Drawing,
): ChartRow {
  const bars = barsOf(step, planned, today).flatMap(({ look, from, to }) => {
    if (to < first) return [];
    return [{ look, x: at(from), width: Math.max(look === 'used' ? 2 : 1, at(to) - at(from)) }];
  });
  const end = bars.reduce((x, bar) => Math.max(x, bar.x + bar.width), box.left);
  const start = bars.reduce((x, bar) => Math.min(x, bar.x), end);
  const fits = end + ROOM <= box.width || start - ROOM < box.left;
  return {
    ...{ step, planned, y, bars },
    assumed: assumed && { x: at(assumed.begins), width: Math.max(2, at(assumed.ends) - at(assumed.begins)) },
    ...(fits ? { textAt: end + 6, anchor: 'start' as const } : { textAt: start - 6, anchor: 'end' as const }),
  };
}

type Span = { look: Look; from: Day; to: Day };

/** A step's bar, from left to right: its limit as a frame, the days used in ink, what is over in hatching. */
function barsOf({ clock, doneOn, acceptedOn, group, state }: PlanRow, planned: PlannedStep | null, today: Day): Span[] {
  if (state === 'exempt') return [];
  if (clock.phase === 'waiting') {
    return group === 'completion' || !planned ? [] : [{ look: 'planned', from: planned.begins, to: planned.ends }];
  }
  const end = clock.phase === 'finished' ? doneOn : today;
  if (!end) return [];
  const from = acceptedOn ?? end;
  const due = clock.dueOn;
  const frame: Span[] =
    clock.phase === 'suspended'
      ? [{ look: 'tolerant', from, to: due ? later(due, end) : end }]
      : clock.phase === 'stopped'
        ? [{ look: 'stopped', from, to: end }]
        : [{ look: 'limit', from, to: due ? later(due, end) : end }];
  const isLate = due !== null && due < end && clock.phase !== 'suspended' && clock.overdueWorkdays + clock.finishedLateWorkdays > 0;
  const used = clock.runs.map((run): Span => {
    const to = run.to ?? end;
    return { look: 'used', from: run.from, to: isLate && to > due ? later(run.from, due) : to };
  });
  return [...frame, ...used, ...(isLate ? [{ look: 'over', from: due, to: end } as const] : [])];
}

/** From each step down to what needs it, where both are drawn; the one that holds the start is told apart. */
function linksOf(rows: readonly ChartRow[], path: readonly string[], at: Scale): ChartLink[] {
  const byId = new Map(rows.map((row) => [row.step.id, row]));
  return rows.flatMap((row) =>
    row.step.needs.flatMap((need) => {
      const from = byId.get(need);
      if (!from?.planned || !row.planned || from.bars.length === 0 || row.bars.length === 0) return [];
      const [x, y] = [from.bars.reduce((end, bar) => Math.max(end, bar.x + bar.width), 0), from.y + box.row / 2 + box.bar / 2];
      const [toX, toY] = [at(row.planned.begins), row.y + box.row / 2];
      const down = row.y > from.y;
      const lane = down ? from.y + box.row - 2 : from.y + 2;
      const before = Math.max(box.left, Math.min(toX, x) - 7);
      const bend = toX > x + 8 ? toX - 7 : before;
      const isCritical = path.indexOf(row.step.id) === path.indexOf(need) + 1 && path.indexOf(need) === 0;
      const start = down ? y : from.y + box.row / 2 - box.bar / 2;
      return [{ key: `${need}>${row.step.id}`, isCritical, path: `M${x - 1} ${start}V${lane}H${bend}V${toY}H${toX - 1}` }];
    }),
  );
}

const SHORTEST_SHADE = 3;

type Holiday = { from: Day; to: Day; name: string };

/** The holidays in sight that are long enough to be seen. */
function holidaysOf(exceptions: readonly CalendarException[], { first, last }: Window): Holiday[] {
  const holidays: Holiday[] = [];
  const off = exceptions.filter(({ kind, day }) => kind === 'off' && day >= first && day <= last);
  for (const { day, name } of off.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const open = holidays.at(-1);
    if (open && addDays(open.to, 1) === day) holidays.splice(-1, 1, { ...open, to: day });
    else holidays.push({ from: day, to: day, name });
  }
  return holidays.filter(({ from, to }) => daysBetween(from, to) + 1 >= SHORTEST_SHADE);
}

/** Names closer than this would run into each other: then the longer holiday keeps its own. */
const NAME_APART = 52;

function named<Shade extends { x: number; width: number }>(shades: readonly Shade[]): (Shade & { isNamed: boolean })[] {
  const middle = ({ x, width }: Shade) => x + width / 2;
  const longest = [...shades].sort((a, b) => b.width - a.width);
  return shades.map((shade) => {
    const rivals = longest.slice(0, longest.indexOf(shade));
    return { ...shade, isNamed: rivals.every((other) => Math.abs(middle(other) - middle(shade)) >= NAME_APART) };
  });
}

/** Half the width of today's label, and a month's word. */
const TODAY_HALF = 33;
const MONTH_WORD = 28;

/** A month's word beside its line, or beside today's label where that would cover it. */
function besides(x: number, today: number): number {
  const isCovered = x + 4 < today + TODAY_HALF && x + 4 + MONTH_WORD > today - TODAY_HALF;
  return isCovered ? today + TODAY_HALF + 4 : x + 4;
}
