import type { FollowedProject } from '#shared/imports/follow-rows.ts';
import { ledgerOfProjects, matchLedger } from '#shared/imports/ledger.ts';
import type { KnownProjects } from '#shared/imports/match.ts';
import type { Comparison } from '#shared/imports/plan.ts';
import { monthsReported } from '#shared/imports/plan-months.ts';
import { type FollowedReading, type ImportReading, isOfProjects, type ProjectReading } from '#shared/imports/read.ts';
import { dayOf, type Instant, lastDayOfMonth, Month, yearOf } from '#shared/kit/calendar.ts';
import type { Project, YearPlan } from '#shared/projects/schema.ts';
import * as approvals from '../approvals/store.ts';
import { doneAsOf } from '../cuts/done.ts';
import type { Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import { sheetsOf, weekInHand } from '../returns/sheets.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as imports from './store.ts';

/** The district's projects with their plan of the list's year, and its units. */
export type Records = Omit<KnownProjects, 'projects'> & { projects: readonly { project: Project; plan: YearPlan | null }[] };

/** A reading beside the records as they are now. */
export type Gathered = Exclude<Comparison, { of: 'projects' }> | { of: 'projects'; reading: ProjectReading; known: Records };

type Asked = { reach: Reach; now: Instant };

/** Gathers what a reading is compared with; a list about projects on record is matched with them by name. */
export async function gather(db: Reader, asked: Asked, reading: ImportReading): Promise<Gathered> {
  const year = reading.year ?? yearOf(dayOf(asked.now));
  if (!isOfProjects(reading)) return gatherFollowed(db, asked, reading, year);
  return { of: 'projects', reading, known: await records(db, asked.reach, year) };
}

async function records(db: Reader, reach: Reach, year: number): Promise<Records> {
  const { districtId } = reach;
  const { name } = await districts.load(db, districtId);
  return { districtName: name, projects: await imports.projectsWithPlans(db, reach, year), units: await units.list(db, districtId) };
}

async function gatherFollowed(db: Reader, asked: Asked, reading: FollowedReading, year: number): Promise<Gathered> {
  const { reach, now } = asked;
  const known = await records(db, reach, year);
  const unitNames = new Map(known.units.map((unit) => [unit.id, unit.name]));
  const followed = known.projects.map(({ project: { id, name, standing, yearClass, unitId } }): FollowedProject => {
    return { id, name, standing, yearClass, unitId, unitName: unitNames.get(unitId) ?? '' };
  });
  const matched = matchLedger(reading, ledgerOfProjects(known.projects));
  switch (matched.kind) {
    case 'weekly': {
      const district = await districts.load(db, reach.districtId);
      const week = await weekInHand(db, { district, now }, matched.week);
      // Who reaches the own projects alone sends for them; the office, and the command in its place, fill in for all.
      const by = { role: reach.scope === 'own' ? ('officer' as const) : ('office' as const) };
      return {
        of: 'returns',
        reading: matched,
        known: { week, projects: followed, sheets: await sheetsOf(db, { district, reach, now }, week), by },
      };
    }
    case 'approvals': {
      const ids = matched.rows.flatMap((row) => row.match?.projectId ?? []);
      const steps = ids.length === 0 ? [] : await approvals.list(db, reach.districtId, ids);
      return { of: 'steps', reading: matched, known: { projects: followed, steps } };
    }
    case 'monthly': {
      const reported = monthsReported(matched);
      const last = Month.parse(`${year}-${String(Math.max(reported, 1)).padStart(2, '0')}`);
      const done = reported === 0 ? new Map() : await doneAsOf(db, reach.districtId, lastDayOfMonth(last));
      return {
        of: 'plans',
        reading: matched,
        known: { year, projects: followed, plans: known.projects.flatMap(({ plan }) => plan ?? []), done },
      };
    }
  }
}
