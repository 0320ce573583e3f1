import { standing } from '#shared/approvals/clock.ts';
import { itemsBehind, type JointBehind, type JointItem } from '#shared/approvals/joint.ts';
import { dayOf, type Instant } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import * as calendars from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import type { Reader } from '../db/tables.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as approvals from './store.ts';

type Asked = { db: Reader; now: Instant; reach: Reach };

/** What waits with an agency, or with all of them, the longest first, each with its project's name, stage and lamp. */
export async function gatherWaiting({ db, now, reach }: Asked, agencyId: Id<'unit'> | null) {
  const asOf = dayOf(now);
  const within = reach.unitIds ?? null;
  const asked = agencyId === null ? within : [agencyId];
  const rows = await approvals.waitingWith(db, reach.districtId, asked);
  const calendar = await calendars.load(db);
  const figures = await loadFigures(db, { districtId: reach.districtId, asOf, projectIds: [...new Set(rows.map((row) => row.projectId))] });
  const lampOf = keyBy(figures, (row) => row.projectId);
  const nameOf = new Map((await units.list(db, reach.districtId)).map((unit) => [unit.id, unit.shortName]));
  return rows.map((row) => ({
    ...row,
    agencyName: row.agencyUnitId ? (nameOf.get(row.agencyUnitId) ?? null) : null,
    lamp: lampOf.get(row.projectId)?.lamp ?? null,
    /** Whether the asker may open the project itself. */
    isOwn: within === null || within.includes(row.unitId),
    clock: standing(row, asOf, calendar),
  }));
}

type StepItem = JointItem & { step: Awaited<ReturnType<typeof approvals.listed>>[number] };

/** The rows behind a count, each with its clock: what is owed in the order of its due days, then what is done, the latest first. */
export async function gatherBehind(asked: Asked, behind: JointBehind) {
  const calendar = await calendars.load(asked.db);
  const rows = itemsBehind(await gatherItems(asked), behind).map(({ step, ...item }) => ({
    ...item,
    ...{ id: step.id, name: step.name, state: step.state, documentNumber: step.documentNumber },
    clock: standing(step, dayOf(asked.now), calendar),
  }));
  const order = (row: (typeof rows)[number]) => (row.isDone ? '9999' : (row.clock.dueOn ?? '9998'));
  return rows.sort((a, b) => compare(order(a), order(b)) || compare(b.doneOn ?? '', a.doneOn ?? '') || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The items of joint approval of the active projects that the asker reaches, as of today, each with its step. */
export async function gatherItems({ db, now, reach }: Asked): Promise<StepItem[]> {
  const asOf = dayOf(now);
  const projects = keyBy(await approvals.jointProjects(db, reach), (row) => row.id);
  const nameOf = new Map((await units.list(db, reach.districtId)).map((unit) => [unit.id, unit.shortName]));
  return (await approvals.listed(db, reach.districtId, null)).flatMap((step) => {
    const project = projects.get(step.projectId);
    if (!project || step.state === 'exempt') return [];
    const isDone = step.state === 'done' && (step.doneOn === null || step.doneOn <= asOf);
    return [
      {
        projectId: project.id,
        projectName: project.name,
        unitName: project.unitName,
        agencyName: step.agencyUnitId ? (nameOf.get(step.agencyUnitId) ?? null) : null,
        isDone,
        doneOn: isDone ? step.doneOn : null,
        step,
      },
    ];
  });
}
