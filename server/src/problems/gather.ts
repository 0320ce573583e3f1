import { dayOf, type Instant } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import { problemClock } from '#shared/problems/clock.ts';
import { problemCounts } from '#shared/problems/counts.ts';
import { partIn } from '#shared/problems/flow.ts';
import * as calendars from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import type { Reader } from '../db/tables.ts';
import * as limits from '../limits/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as answers from './answer-store.ts';
import * as problems from './store.ts';

type Asked = { db: Reader; now: Instant; reach: Reach };

/** What is not closed yet, the oldest first, with where its days stand: the district's, or a unit's projects' and what is assigned to it. */
async function unclosed({ db, now, reach }: Asked) {
  const { districtId, unitIds } = reach;
  const calendar = await calendars.load(db);
  const { problemDays } = await limits.load(db, districtId);
  return (await problems.ofDistrict(db, districtId, { isUnclosed: true })).flatMap((problem) => {
    /** Whether the asker may open the project itself. */
    const isOwnProject = unitIds === null || unitIds.includes(problem.projectUnitId);
    const part = unitIds && partIn(problem, unitIds);
    if (!isOwnProject && part === null) return [];
    return [{ ...problem, isOwnProject, part, clock: problemClock(problem, problemDays, calendar, dayOf(now)) }];
  });
}

/** The open ones of these by type, rung and age. */
export async function countProblems(asked: Asked) {
  return problemCounts(await unclosed(asked));
}

/** All of them, each with its project's name, stage and lamp and with what was answered. */
export async function gatherProblems(asked: Asked) {
  const { db, now, reach } = asked;
  const { districtId, unitIds } = reach;
  const rows = await unclosed(asked);
  const named = [...new Set(rows.map(({ projectId }) => projectId))];
  const figures = await loadFigures(db, { districtId, asOf: dayOf(now), ...(unitIds ? { projectIds: named } : {}) });
  const lampOf = keyBy(figures, (row) => row.projectId);
  const ids = rows.map(({ id }) => id);
  const answered = groupBy(await answers.ofProblems(db, ids), (answer) => answer.problemId);
  const nameOf = new Map((await units.list(db, districtId)).map((unit) => [unit.id, unit.shortName]));
  return rows.map((problem) => ({
    ...problem,
    lamp: lampOf.get(problem.projectId)?.lamp ?? null,
    ownerName: problem.ownerUnitId ? (nameOf.get(problem.ownerUnitId) ?? null) : null,
    helperNames: problem.helperUnitIds.flatMap((id) => nameOf.get(id) ?? []),
    answers: answered.get(problem.id) ?? [],
  }));
}
