import { type Day, firstDayOfYear, yearOf } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { zero } from '#shared/kit/money.ts';
import { type CarryOver, lastFiguresBefore, proposeCarry, whyNotCarry, whyNotCarryInto } from '#shared/projects/carry.ts';
import { newYearPlan, whyNotPlanYear } from '#shared/projects/plans.ts';
import type { Project, YearPlan } from '#shared/projects/schema.ts';
import { loadFigures } from '../cuts/figures.ts';
import type { Reader, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import * as projects from './store.ts';

type Carrier = events.Witness & { newId: (kind: 'yearPlan') => Id<'yearPlan'> };

/** What each project brings into a year: last year's plan and figures, and the year's own plan where it has one. */
async function brought(db: Reader, reach: Reach, year: number, today: Day, only: Id<'project'>[] | null) {
  const asOf = lastFiguresBefore(year, today);
  const { districtId } = reach;
  const figures = await loadFigures(db, { districtId, asOf, reach, ...(only ? { projectIds: only } : {}) });
  const done = keyBy(figures, (row) => row.projectId);
  const last = keyBy(await projects.yearPlans(db, districtId, year - 1, only), (plan) => plan.projectId);
  const own = keyBy(await projects.yearPlans(db, districtId, year, only), (plan) => plan.projectId);
  return (project: Project) => {
    const plan = last.get(project.id) ?? null;
    const proposal = proposeCarry(project, { plan, doneThisYear: done.get(project.id)?.doneThisYear ?? zero }, year);
    return { last: plan, own: own.get(project.id) ?? null, proposal };
  };
}

/** Every project of the list with what is proposed for it in a year, and what it has there already. */
export async function previewCarry(db: Reader, reach: Reach, year: number, today: Day) {
  refuse(whyNotCarryInto(year, today));
  const listed = await projects.listed(db, reach);
  const of = await brought(db, reach, year, today, null);
  return listed.map(({ unitName, ...project }) => {
    const { own, proposal } = of(project);
    const { id, key, name, kind, stage, standing, totalInvestment } = project;
    const has = own && {
      annual: own.annual,
      doneBeforeYear: own.doneBeforeYear,
      yearClass: own.yearClass ?? project.yearClass,
      version: own.version,
    };
    return {
      id,
      key,
      name,
      kind,
      stage,
      standing,
      totalInvestment,
      unitName,
      yearClass: project.yearClass,
      proposal,
      has,
      refusal: whyNotCarry(project),
    };
  });
}

/** Carries projects into a year; all of them or none. A year that has begun takes its classes at once, the next one keeps them with its plans. */
export async function carryOver(
  tx: Tx,
  carrier: Carrier,
  reach: Reach,
  { year, rows }: CarryOver,
  today: Day,
): Promise<{ carried: number }> {
  const listed: Project[] = [];
  for (const { projectId } of rows) listed.push(await projects.load(tx, reach, projectId));
  refuse(whyNotCarryInto(year, today));
  const known = keyBy(listed, (project) => project.id);
  const of = await brought(tx, reach, year, today, [...known.keys()]);
  const hasBegun = firstDayOfYear(year) <= today;
  for (const { projectId, yearClass, annual, version } of rows) {
    const before = known.get(projectId);
    if (!before) throw new DomainError('INTERNAL', { missing: 'project' });
    refuse(whyNotCarry(before));
    const { last, own, proposal } = of(before);
    if ((own?.version ?? 0) !== version) throw new DomainError('CONFLICT', { entity: 'yearPlan', newer: own });
    const { doneBeforeYear } = proposal;
    const base = own ?? newYearPlan({ id: carrier.newId('yearPlan'), projectId, year, annual, doneBeforeYear });
    const wanted: YearPlan = { ...base, annual, doneBeforeYear, yearClass: hasBegun ? null : yearClass };
    refuse(whyNotPlanYear(wanted, own && own.annual !== annual ? own : null));
    if (!own) await projects.insertYearPlan(tx, wanted);
    const plan = own ? await projects.saveYearPlan(tx, wanted) : wanted;
    if (hasBegun) await turnClass(tx, reach, before, last, yearClass);
    await events.append(tx, carrier, {
      action: 'project.carried',
      id: projectId,
      projectId,
      before: own ? { ...own, yearClass: own.yearClass ?? before.yearClass } : null,
      after: { ...plan, yearClass, unitId: before.unitId },
    });
  }
  return { carried: rows.length };
}

/** The project takes the year's class, and the year before keeps the one that it had in that list. */
async function turnClass(tx: Tx, reach: Reach, project: Project, last: YearPlan | null, yearClass: Project['yearClass']): Promise<void> {
  if (project.yearClass === yearClass) return;
  if (last && last.yearClass === null) await projects.saveYearPlan(tx, { ...last, yearClass: project.yearClass });
  await projects.save(tx, reach, { ...project, yearClass });
}

/** When a year has begun, the classes that were set for it beforehand become the projects' own. Answers how many. */
export async function turnYear(tx: Tx, witness: events.Witness, reach: Reach, today: Day): Promise<number> {
  const year = yearOf(today);
  const plans = (await projects.yearPlans(tx, reach.districtId, year)).filter((plan) => plan.yearClass !== null);
  const lastYear = keyBy(await projects.yearPlans(tx, reach.districtId, year - 1), (plan) => plan.projectId);
  for (const plan of plans) {
    const { yearClass } = plan;
    if (yearClass === null) continue;
    const before = await projects.load(tx, reach, plan.projectId);
    await turnClass(tx, reach, before, lastYear.get(plan.projectId) ?? null, yearClass);
    await projects.saveYearPlan(tx, { ...plan, yearClass: null });
    const after = { ...before, yearClass };
    await events.append(tx, witness, { action: 'project.updated', id: before.id, projectId: before.id, before, after });
  }
  return plans.length;
}
