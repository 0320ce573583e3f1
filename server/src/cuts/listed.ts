import type { Day } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { knownBy, stoodOn, wasListed } from '#shared/projects/past.ts';
import type { Reader } from '../db/tables.ts';
import { listBegunOn, movesAfter } from '../projects/past.ts';
import type { Reach } from '../trpc.ts';
import { countingReturns } from './done.ts';

export type FigureQuery = {
  districtId: Id<'unit'>;
  asOf: Day;
  /** Only what exists for the asker; without it the whole district. */
  reach?: Reach;
  /** Only these projects. */
  projectIds?: Id<'project'>[];
  /**
   * As of a month's end: who was on the list, the stages, standings and steps as they were on the day, whenever they were
   * recorded. Without it they are as they are now. Names, units, sums and plans have no past: they are as they are now.
   */
  isHistoric?: boolean;
  /** Also what is suspended or withdrawn: it has figures, and no lamp. */
  isAnyStanding?: boolean;
  /** Rates by this rule set instead of the district's own. */
  ruleSet?: RuleSet;
  /** What units and tasks are rated by besides: the facts that these sets ask for are gathered too. */
  otherRuleSets?: RuleSet[];
};

/** A statement takes some thousands of ids, and asking by them pays only where they are few. */
const MOST_NAMED = 1000;

/** The projects to ask the other tables for by name; null asks for the whole district. */
export function namedOf({ projectIds, reach }: FigureQuery, projects: readonly { projectId: Id<'project'> }[]): Id<'project'>[] | null {
  const isPart = projectIds !== undefined || (reach?.unitIds ?? null) !== null;
  return isPart && projects.length <= MOST_NAMED ? projects.map(({ projectId }) => projectId) : null;
}

function recorded(db: Reader, { districtId, reach, projectIds, isHistoric, isAnyStanding }: FigureQuery) {
  let rows = db
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'project.id as projectId',
      'project.key',
      'project.code',
      'project.name',
      'project.unitId',
      'unit.shortName as unitName',
      'unit.kind as unitKind',
      'project.leaderName',
      'project.kind',
      'project.level',
      'project.track',
      'project.yearClass',
      'project.category',
      'project.stage',
      'project.standing',
      'project.totalInvestment',
      'project.plannedStart',
      'project.plannedFinish',
      'project.actualStart',
      'project.actualFinish',
    ])
    .where('project.districtId', '=', districtId)
    .where('project.mergedIntoId', 'is', null)
    .orderBy('project.key');
  if (!isHistoric && !isAnyStanding) rows = rows.where('project.standing', '=', 'active');
  if (reach?.unitIds) rows = rows.where('project.unitId', 'in', reach.unitIds);
  if (projectIds) rows = rows.where('project.id', 'in', projectIds);
  return rows.execute();
}

/** By when something has to have been put on record to count in these figures; null where whatever is on record counts. */
export async function knownFor(db: Reader, { districtId, isHistoric }: FigureQuery, asOf: Day): Promise<Day | null> {
  return isHistoric ? knownBy(asOf, await listBegunOn(db, districtId)) : null;
}

/**
 * The projects that figures are worked out for: as they are now, or as they were on the day. A record that was found to be
 * another's duplicate stays part of that one for every day: it never was a project of its own.
 */
export async function listedProjects(db: Reader, query: FigureQuery, asOf: Day, known: Day | null) {
  const now = await recorded(db, query);
  const then = known === null ? now : await listedThen(db, query.districtId, now, asOf, known);
  return query.isAnyStanding ? then : then.filter(({ standing }) => standing === 'active');
}

type Listed = Awaited<ReturnType<typeof recorded>>[number];

async function listedThen(db: Reader, districtId: Id<'unit'>, now: readonly Listed[], asOf: Day, known: Day): Promise<Listed[]> {
  const moves = groupBy(await movesAfter(db, districtId, asOf), (move) => move.projectId);
  const then = now.map((project) => {
    const own = moves.get(project.projectId) ?? [];
    const isEntered = own[0]?.from === null;
    return { project: { ...project, ...stoodOn(project, own, asOf) }, listedOn: isEntered ? (own[0]?.on ?? null) : null };
  });
  const late = then.flatMap(({ project, listedOn }) => (listedOn !== null && listedOn > known ? [project.projectId] : []));
  const reported = new Set(late.length === 0 ? [] : (await countingReturns(db, districtId, asOf, late)).map((row) => row.projectId));
  return then.flatMap(({ project, listedOn }) => {
    const { projectId, actualStart } = project;
    return wasListed({ listedOn, actualStart, hasReported: reported.has(projectId) }, known, asOf) ? [project] : [];
  });
}
