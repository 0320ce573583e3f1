import { type ClockedStep, standing } from '#shared/approvals/clock.ts';
import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import type { NextStep } from '#shared/cuts/figures.ts';
import type { Day } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';

type OpenStep = ClockedStep & { name: string; agencyUnitId: Id<'unit'> | null };

/** The steps that run late, and the one to name on a card: the latest of those, else the next to fall due. */
export function stepsAsOf(steps: OpenStep[], asOf: Day, calendar: WorkCalendar, agencies: Map<Id<'unit'>, string>) {
  const open = steps
    .map((step) => ({ step, clock: standing(step, asOf, calendar) }))
    .sort((a, b) => b.clock.overdueWorkdays - a.clock.overdueWorkdays || compareDue(a.clock.dueOn, b.clock.dueOn));
  const first = open[0];
  const next: NextStep | null = first
    ? { name: first.step.name, dueOn: first.clock.dueOn, overdueDays: first.clock.overdueWorkdays }
    : null;
  const overdue = open.flatMap(({ step, clock }) => {
    const agency = step.agencyUnitId ? (agencies.get(step.agencyUnitId) ?? null) : null;
    const { dueOn, overdueWorkdays } = clock;
    return dueOn && overdueWorkdays > 0 ? [{ name: step.name, agency, overdueWorkdays, dueOn }] : [];
  });
  return { next, overdue, unsettled: steps.length, owed: open.map(({ step }) => step.name) };
}

function compareDue(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
