import { tidy } from './amounts.ts';
import type { Field } from './fields.ts';
import { statedCount } from './row-kinds.ts';

/** The amounts of a row by field, in 万元; a field that is not there is not judged. */
export type Amounts = ReadonlyMap<Field, number | null>;

/** The rows of a sheet in their order, as far as counting and adding up need them. */
export type ListEvent =
  | { kind: 'project'; amounts: Amounts }
  | { kind: 'section'; row: number; column: number; text: string; depth: number; amounts: Amounts }
  | { kind: 'subtotal'; row: number; column: number; text: string; amounts: Amounts }
  | { kind: 'total'; row: number; amounts: Amounts };

/** A stated count or sum that its rows do not make. */
export type SumMismatch =
  | { kind: 'count'; row: number; column: number; stated: number; actual: number }
  | { kind: 'sum'; row: number; field: Field; stated: number; actual: number };

/** Sums agree within 0.01 万元, a hundred yuan: rounding in lists is not a finding. */
export const sumTolerance = 0.01;

/** Compares every heading's count, subtotal and total with the rows it covers. */
export function sumMismatches(events: readonly ListEvent[]): SumMismatch[] {
  const found: SumMismatch[] = [];
  const closed = new Set<number>();
  const lastTotal = events.findLastIndex((event) => event.kind === 'total');
  events.forEach((event, index) => {
    if (event.kind === 'section') {
      const rows = projectsIn(events, index + 1, sectionEnd(events, index));
      found.push(...countMismatch(event, rows.length), ...sums(event, rows));
    } else if (event.kind === 'total') {
      // Where every section ends in a plain 合计, only the last one, or one above all rows, is the sheet's.
      const isWhole = index === lastTotal || projectsIn(events, 0, index).length === 0 || !events.some((other) => other.kind === 'section');
      found.push(...sums(event, isWhole ? projectsIn(events, 0, events.length) : covered(events, index, closed)));
    } else if (event.kind === 'subtotal') {
      const rows = covered(events, index, closed);
      found.push(...countMismatch(event, rows.length), ...sums(event, rows));
    }
  });
  return found;
}

/** The rows that a subtotal covers: those of the innermost section that has none yet, else those since the last subtotal. */
function covered(events: readonly ListEvent[], index: number, closed: Set<number>): Amounts[] {
  const previous = events.findLastIndex((event, at) => at < index && (event.kind === 'subtotal' || (event.kind === 'total' && at > 0)));
  const enclosing = enclosingSections(events, index);
  const open = enclosing.find((at) => !closed.has(at));
  const since = Math.max(previous, enclosing[0] ?? -1) + 1;
  if (open === undefined || (closed.has(enclosing[0] ?? -1) && projectsIn(events, since, index).length > 0))
    return projectsIn(events, since, index);
  closed.add(open);
  const before = projectsIn(events, open + 1, index);
  return before.length > 0 ? before : projectsIn(events, open + 1, sectionEnd(events, open));
}

/** The sections that hold a place, innermost first. */
function enclosingSections(events: readonly ListEvent[], index: number): number[] {
  const found: number[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let at = index - 1; at >= 0; at--) {
    const event = events[at];
    if (event?.kind !== 'section' || event.depth >= depth) continue;
    depth = event.depth;
    found.push(at);
  }
  return found;
}

function sectionEnd(events: readonly ListEvent[], index: number): number {
  const section = events[index];
  const next = events.findIndex(
    (event, at) => at > index && event.kind === 'section' && section?.kind === 'section' && event.depth <= section.depth,
  );
  return next < 0 ? events.length : next;
}

function projectsIn(events: readonly ListEvent[], from: number, to: number): Amounts[] {
  const found: Amounts[] = [];
  for (const event of events.slice(from, to)) if (event.kind === 'project') found.push(event.amounts);
  return found;
}

function countMismatch(event: { row: number; column: number; text: string }, actual: number): SumMismatch[] {
  const stated = statedCount(event.text);
  return stated === null || stated === actual ? [] : [{ kind: 'count', row: event.row, column: event.column, stated, actual }];
}

function sums(event: { row: number; amounts: Amounts }, rows: readonly Amounts[]): SumMismatch[] {
  const found: SumMismatch[] = [];
  for (const [field, stated] of event.amounts) {
    if (stated === null) continue;
    const actual = tidy(rows.reduce((total, amounts) => total + (amounts.get(field) ?? 0), 0));
    if (Math.abs(actual - stated) > sumTolerance + 1e-9) found.push({ kind: 'sum', row: event.row, field, stated, actual });
  }
  return found;
}
