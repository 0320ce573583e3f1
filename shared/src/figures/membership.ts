import { type Day, type Month, monthOf } from '../kit/calendar.ts';
import type { Money } from '../kit/money.ts';
import type { Standing, YearClass } from '../projects/schema.ts';

/** The dates that starts and finishes are judged by. */
export type DatedRow = {
  standing: Standing;
  yearClass: YearClass;
  plannedStart: Month | null;
  actualStart: Day | null;
};

/** The dates that finishes are judged by. */
export type FinishRow = {
  standing: Standing;
  yearClass: YearClass;
  plannedFinish: Month | null;
  actualFinish: Day | null;
};

/** A project with a year's plan above nothing: only against it can what is done be held. What has left the list (退出) has none. */
export function hasPlan(row: { standing: Standing; yearPlan: Money | null }): boolean {
  return row.standing !== 'withdrawn' && row.yearPlan !== null && row.yearPlan > 0;
}

/** 计划新开工: what the year's list plans to start, its class 新开工. */
export function isToStart(row: { standing: Standing; yearClass: YearClass }): boolean {
  return row.standing !== 'withdrawn' && row.yearClass === 'new';
}

/** 计划竣工: what the year's list plans to finish, its class 竣工. */
export function isToFinish(row: { standing: Standing; yearClass: YearClass }): boolean {
  return row.standing !== 'withdrawn' && row.yearClass === 'finishing';
}

/** Whether a planned month has come, already by its first day: 应开工 names the month. */
export function isDue(planned: Month | null, asOf: Day): boolean {
  return planned !== null && planned <= monthOf(asOf);
}

/** Whether something had happened by a day. */
export function hasHappened(on: Day | null, asOf: Day): boolean {
  return on !== null && on <= asOf;
}

/** 应开未开: the planned month has come and the project has not started. A reserve project is in no year's list of starts. */
export function isLateStart(row: DatedRow, asOf: Day): boolean {
  return row.standing === 'active' && row.yearClass !== 'reserve' && isDue(row.plannedStart, asOf) && !hasHappened(row.actualStart, asOf);
}

/** 提前开工: started, though the planned month has not come yet. */
export function isEarlyStart(row: DatedRow, asOf: Day): boolean {
  return row.standing !== 'withdrawn' && row.plannedStart !== null && !isDue(row.plannedStart, asOf) && hasHappened(row.actualStart, asOf);
}

/** 应竣未竣: the planned month has come and the project is not finished. */
export function isLateFinish(row: FinishRow, asOf: Day): boolean {
  return row.standing === 'active' && row.yearClass !== 'reserve' && isDue(row.plannedFinish, asOf) && !hasHappened(row.actualFinish, asOf);
}

/** 应入库: what the statistics bureau's base must hold. */
export function isToRegister(row: { standing: Standing; needsRegistration: boolean }): boolean {
  return row.standing !== 'withdrawn' && row.needsRegistration;
}
