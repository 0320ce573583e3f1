import { z } from 'zod';
import { type Day, lastDayOfYear, Month, yearOf } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { type Money, sum, yuan, zero } from '../kit/money.ts';
import { Project, Stage, YearClass, YearPlan } from './schema.ts';

const Year = YearPlan.shape.year;

/** Carries projects into a year 结转: each with its class and plan of that year. What was done before it is worked out. */
export const CarryOver = z.strictObject({
  year: Year,
  rows: z
    .array(
      z.strictObject({
        projectId: Project.shape.id,
        yearClass: YearClass,
        annual: YearPlan.shape.annual,
        /** The version of the year's plan that the row was filled against; 0 where there was none. */
        version: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(1000),
});
export type CarryOver = z.infer<typeof CarryOver>;

/** Why a project is not carried into a year. */
export type CarryRefusal = 'carry-finished' | 'carry-not-active';

const isAtLeast = (stage: Stage, least: Stage) => Stage.options.indexOf(stage) >= Stage.options.indexOf(least);

/** Why a project is not carried on: it is finished, or out of the running. */
export function whyNotCarry(project: Pick<Project, 'stage' | 'standing'>): Refusal<CarryRefusal> | null {
  if (project.standing !== 'active') return { reason: 'carry-not-active', standing: project.standing };
  return isAtLeast(project.stage, 'completed') ? { reason: 'carry-finished' } : null;
}

/** Why a year is not one to carry into: only this one and the next are made up. */
export function whyNotCarryInto(year: number, today: Day): Refusal<'carry-year'> | null {
  const present = yearOf(today);
  return year === present || year === present + 1 ? null : { reason: 'carry-year', year, present };
}

/**
 * The class that a project has in a year's list by its stage and its planned months. Begun: 竣工 where it is due by the
 * year's end, else 续建. Not begun: 新开工 where it is to start by the year's end, else 储备.
 */
export function classIn(project: Pick<Project, 'stage' | 'plannedStart' | 'plannedFinish'>, year: number): YearClass {
  const end = Month.parse(`${year}-12`);
  if (isAtLeast(project.stage, 'started'))
    return project.plannedFinish !== null && project.plannedFinish <= end ? 'finishing' : 'continued';
  return project.plannedStart !== null && project.plannedStart <= end ? 'new' : 'reserve';
}

/** What is proposed for a project in a year; `annual` is null where its own months say nothing about the pace. */
export type CarryProposal = { yearClass: YearClass; doneBeforeYear: Money; annual: Money | null };

/**
 * The plan proposed for a year, in yuan: what was done before the last year and in it, and of what remains an even share
 * of the years until the planned finish; all of it where that is this year, nothing for 储备.
 */
export function proposeCarry(
  project: Pick<Project, 'stage' | 'plannedStart' | 'plannedFinish' | 'totalInvestment'>,
  last: { plan: Pick<YearPlan, 'doneBeforeYear'> | null; doneThisYear: Money },
  year: number,
): CarryProposal {
  const yearClass = classIn(project, year);
  const doneBeforeYear = sum([last.plan?.doneBeforeYear ?? zero, last.doneThisYear]);
  const remaining = yuan(Math.max(0, project.totalInvestment - doneBeforeYear));
  if (yearClass === 'reserve') return { yearClass, doneBeforeYear, annual: zero };
  if (project.plannedFinish === null) return { yearClass, doneBeforeYear, annual: null };
  const years = Math.max(1, yearOf(project.plannedFinish) - year + 1);
  // Whole 万元: nobody plans a year to the yuan. Down, so that the years together do not exceed the whole.
  const annual = years === 1 ? remaining : yuan(Math.floor(remaining / years / 10_000) * 10_000);
  return { yearClass, doneBeforeYear, annual };
}

/** The day whose figures a year begins from: the last one before it, or today while it is still to come. */
export function lastFiguresBefore(year: number, today: Day): Day {
  return yearOf(today) < year ? today : lastDayOfYear(year - 1);
}
