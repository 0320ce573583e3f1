import type { FlagColour } from '#shared/flags/schema.ts';
import type { Criterion, Inspection } from '#shared/inspections/schema.ts';
import { compareMeans, type EntryScore, formatScore, rank } from '#shared/inspections/score.ts';
import { addMonths, addQuarters, lastDayOfQuarter, type Month, monthOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Lamp } from '#shared/lamps/schema.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as flags from '../flags/store.ts';
import * as sheets from './sheets-store.ts';
import * as inspections from './store.ts';

/** An inspection's entries with all that was handed in for them, ranked group by group. */
export async function ranking(db: Reader, inspection: Inspection) {
  const entries = await inspections.entriesOf(db, inspection.id);
  const handedIn = await sheets.all(db, inspection.id);
  const contenders = entries.map((entry) => ({
    ...entry,
    entryId: entry.id,
    sheets: handedIn.filter((sheet) => sheet.entryId === entry.id).map((sheet) => sheet.marks),
  }));
  return rank(contenders, inspection.criteria, inspection.groups);
}

/** The lamps of the quarter's last month that was cut: flags count no others. */
export async function quarterLamps(
  db: Reader,
  inspection: Pick<Inspection, 'districtId' | 'quarter'>,
): Promise<{ month: Month | null; lamps: Map<Id<'project'>, Lamp> }> {
  const last = monthOf(lastDayOfQuarter(inspection.quarter));
  for (const back of [0, -1, -2]) {
    const month = addMonths(last, back);
    const cut = await cuts.find(db, inspection.districtId, 'month', month);
    if (!cut) continue;
    const rows = await db.selectFrom('cut_row').select(['projectId', 'lamp']).where('cutId', '=', cut.id).execute();
    return { month, lamps: new Map(rows.flatMap((row) => (row.lamp ? [[row.projectId, row.lamp] as const] : []))) };
  }
  return { month: null, lamps: new Map() };
}

/** The whole table of results: what the page shows and the announcement prints. */
export async function resultsOf(db: Reader, inspection: Inspection) {
  const ranked = await ranking(db, inspection);
  const projects = new Map(
    (
      await inspections.projectsOf(
        db,
        ranked.flatMap((group) => group.standings.map((one) => one.entry.projectId)),
      )
    ).map((project) => [project.id, project]),
  );
  const { month, lamps } = await quarterLamps(db, inspection);
  const previous = await flags.ofQuarter(db, inspection.districtId, addQuarters(inspection.quarter, -1));
  const lastFlags = new Map(previous.filter((flag) => flag.state === 'announced').map((flag) => [flag.projectId, flag.colour]));
  const groups = ranked.map(({ groupId, standings }) => ({
    groupId,
    entries: standings.map((standing, index) => {
      const { entry, score } = standing;
      const project = projects.get(entry.projectId);
      return {
        entryId: entry.id,
        projectId: entry.projectId,
        projectName: project?.name ?? '',
        unitName: project?.unitName ?? '',
        isStop: entry.routeKey !== null,
        rank: standing.rank,
        isSameScore: standing.isSameScore,
        isShared: standing.isShared,
        settledBy: standing.settledBy,
        score: score && scoreText(score, [standings[index - 1]?.score, standings[index + 1]?.score]),
        parts: score ? partsOf(score, inspection.criteria) : [],
        sheets: score?.sheets ?? 0,
        dropped: score?.dropped ?? 0,
        lamp: lamps.get(entry.projectId) ?? null,
        lastFlag: lastFlags.get(entry.projectId) ?? (null satisfies FlagColour | null),
      };
    }),
  }));
  return { groups, lampMonth: month };
}

/** One decimal, two where a neighbour with another score would otherwise look the same. */
function scoreText(score: EntryScore, neighbours: readonly (EntryScore | null | undefined)[]): string {
  const short = formatScore(score.total);
  const misleads = neighbours.some((other) => other && formatScore(other.total) === short && compareMeans(other.total, score.total) !== 0);
  return misleads ? formatScore(score.total, 2) : short;
}

function partsOf(score: EntryScore, criteria: readonly Criterion[]) {
  return criteria.flatMap((criterion, index) => {
    const part = score.parts[index];
    return part ? [{ criterionId: criterion.id, points: formatScore(part) }] : [];
  });
}
