import { lateness, type PlannedStep } from '#shared/approvals/plan.ts';
import type { Day } from '#shared/kit/calendar.ts';
import type { Catalogue } from '../app/messages.ts';
import type { PlanRow, PlanView } from './data.ts';
import type { zh } from './messages.ts';

type Words = typeof zh;

/** What stands behind a step's bar: days used of the limit, and until when. */
export function rowWords(step: PlanRow, planned: PlannedStep | null, today: Day, { chart, units }: Words): string {
  const { clock } = step;
  const unit = clock.limitUnit === 'calendar' ? units.calendar : chart.day;
  const used = clock.usedDays === null ? null : chart.used(clock.usedDays, clock.limitDays, unit);
  const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('  ');
  switch (clock.phase) {
    case 'exempt':
      return clock.exemptReason ? chart.exemptFor(cut(clock.exemptReason)) : chart.exempt;
    case 'finished': {
      const late = clock.finishedLateWorkdays > 0 ? chart.late(clock.finishedLateWorkdays) : null;
      return joined(used, step.doneOn && chart.doneOn(short(step.doneOn, today)), late);
    }
    case 'stopped': {
      const late = clock.overdueWorkdays > 0 ? chart.late(clock.overdueWorkdays) : null;
      return joined(used, clock.stop && chart.stoppedFor(chart.causes[clock.stop.cause], clock.stoppedDays, unit), late);
    }
    case 'suspended': {
      const until = clock.tolerance?.until ?? null;
      if (clock.overdueWorkdays > 0) return joined(used, chart.papersLate(clock.overdueWorkdays));
      return joined(used, until && chart.papersBy(short(until, today)));
    }
    case 'running':
      if (clock.overdueWorkdays > 0) return joined(used, chart.late(clock.overdueWorkdays));
      return joined(used, clock.dueOn && chart.dueOn(short(clock.dueOn, today)));
    case 'waiting': {
      if (step.group !== 'completion' || step.limitDays === null) return limitWords(step, planned, { chart, units });
      return joined(chart.afterWorks, chart.within(step.limitDays, unit));
    }
  }
}

function limitWords(step: PlanRow, planned: PlannedStep | null, { chart, units }: Pick<Words, 'chart' | 'units'>): string {
  const unit = step.limitUnit === 'calendar' ? units.calendar : chart.day;
  if (step.limitDays !== null) return chart.limit(step.limitDays, unit);
  const statutory = step.terms?.statutory;
  if (statutory && (planned?.limitBy ?? 'statutory') === 'statutory')
    return chart.unchecked(statutory.days, statutory.unit === 'calendar' ? units.calendar : chart.day);
  return chart.noLimit;
}

/** A day of this year without it. */
export function short(on: Day, today: Day): string {
  return on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on;
}

const REASON_ROOM = 24;

function cut(reason: string): string {
  return reason.length > REASON_ROOM ? `${reason.slice(0, REASON_ROOM - 1)}…` : reason;
}

/** What holds the start, by when it can be, and how that stands to the start planned. */
export function startWords(
  { plan, plannedStart, actualStart, steps }: PlanView,
  { approvals, kit }: Pick<Catalogue, 'approvals' | 'kit'>,
): string {
  const { readyOn } = plan;
  if (!readyOn || actualStart) return '';
  const holder = steps.find((step) => step.id === plan.holder);
  return `${holder ? approvals.holds(holder.name) : approvals.allSettled}${readyWords(readyOn, plannedStart, holder !== undefined, { approvals, kit })}`;
}

/** By when the start can be, against the start planned. */
export function readyWords(
  readyOn: Day,
  plannedStart: PlanView['plannedStart'],
  isHeld: boolean,
  { approvals, kit }: Pick<Catalogue, 'approvals' | 'kit'>,
): string {
  const against = plannedStart === null ? approvals.noPlannedStart : approvals.against(lateness(readyOn, plannedStart));
  if (!isHeld) return kit.phrases([approvals.settledOn(kit.day(readyOn)), against]);
  return kit.clauses([approvals.eachDay, kit.phrases([approvals.readyOn(kit.day(readyOn)), against])]);
}
