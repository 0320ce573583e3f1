import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { MergeKind, MergePlan, MergeRow } from '#shared/projects/merge.ts';
import type { Project } from '#shared/projects/schema.ts';
import type { Reader, Tables, Tx } from '../db/tables.ts';

const tables = {
  return: 'weekly_return',
  yearPlan: 'year_plan',
  registration: 'registration',
  override: 'lamp_override',
  agendaItem: 'agenda_item',
  nomination: 'nomination',
  entry: 'entry',
  flag: 'flag',
  taskForce: 'task_force',
} as const satisfies Record<MergeKind, keyof Tables>;

/** What a project may hold any number of: it moves as a whole. */
const manifold = [
  'approval_step',
  'problem',
  'decision',
  'remark',
  'agenda_request',
  'attachment',
  'site_visit',
  'payment',
  'lamp_exemption',
  'signoff',
  'report',
] as const satisfies readonly (keyof Tables)[];
export type Manifold = (typeof manifold)[number];

const plain = { isFrozen: false, isSettled: false, amount: null, code: null, words: null };

/** Everything that two projects hold once a period, with whether the period is closed. */
export async function rowsOf(db: Reader, districtId: Id<'unit'>, ids: Id<'project'>[]): Promise<MergeRow[]> {
  const cuts = await db.selectFrom('cut').select(['kind', 'period']).where('districtId', '=', districtId).execute();
  const isCut = (kind: 'week' | 'month', period: string) => cuts.some((cut) => cut.kind === kind && cut.period === period);
  const returns = await db.selectFrom('weekly_return').selectAll().where('projectId', 'in', ids).execute();
  const plans = await db.selectFrom('year_plan').selectAll().where('projectId', 'in', ids).execute();
  const registrations = await db.selectFrom('registration').selectAll().where('projectId', 'in', ids).execute();
  const overrides = await db.selectFrom('lamp_override').selectAll().where('projectId', 'in', ids).execute();
  const items = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meetingId')
    .select(['agenda_item.id', 'agenda_item.projectId', 'agenda_item.reason', 'meeting.id as meetingId', 'meeting.state'])
    .where('agenda_item.projectId', 'in', ids)
    .execute();
  const nominations = await db
    .selectFrom('nomination')
    .innerJoin('bulletin', 'bulletin.id', 'nomination.bulletinId')
    .select(['nomination.id', 'nomination.projectId', 'nomination.kind', 'bulletin.month', 'bulletin.state'])
    .where('nomination.projectId', 'in', ids)
    .execute();
  const entries = await db
    .selectFrom('entry')
    .innerJoin('inspection', 'inspection.id', 'entry.inspectionId')
    .leftJoin('scoresheet', 'scoresheet.entryId', 'entry.id')
    .select((built) => [
      'entry.id',
      'entry.projectId',
      'inspection.quarter',
      'inspection.state',
      built.fn.count('scoresheet.id').as('sheets'),
    ])
    .where('entry.projectId', 'in', ids)
    .groupBy(['entry.id', 'entry.projectId', 'inspection.quarter', 'inspection.state'])
    .execute();
  const flags = await db.selectFrom('flag').selectAll().where('projectId', 'in', ids).execute();
  const forces = await db.selectFrom('task_force').select(['id', 'projectId']).where('projectId', 'in', ids).execute();
  const owner = (projectId: Id<'project'> | null) => projectId as Id<'project'>;
  return [
    ...returns.map((row): MergeRow => {
      const { id, projectId, week: period } = row;
      return {
        ...plain,
        kind: 'return',
        id,
        projectId,
        period,
        isFrozen: isCut('week', period),
        amount: row.doneThisYear,
        words: row.progress,
      };
    }),
    ...plans.map(
      (row): MergeRow => ({
        ...plain,
        kind: 'yearPlan',
        id: row.id,
        projectId: row.projectId,
        period: String(row.year),
        amount: row.annual,
      }),
    ),
    ...registrations.map((row): MergeRow => {
      return {
        ...plain,
        kind: 'registration',
        id: row.id,
        projectId: row.projectId,
        period: '',
        words: row.registeredOn ?? row.submittedOn,
      };
    }),
    ...overrides.map((row): MergeRow => {
      const { id, projectId, month: period, lamp: code, reason: words } = row;
      return { ...plain, kind: 'override', id, projectId, period, isFrozen: isCut('month', period), code, words };
    }),
    ...items.map((row): MergeRow => {
      const isFrozen = row.state === 'closed';
      return {
        ...plain,
        kind: 'agendaItem',
        id: row.id,
        projectId: owner(row.projectId),
        period: row.meetingId,
        isFrozen,
        words: row.reason,
      };
    }),
    ...nominations.map((row): MergeRow => {
      const isFrozen = row.state === 'issued' || row.state === 'signed';
      return { ...plain, kind: 'nomination', id: row.id, projectId: row.projectId, period: row.month, isFrozen, code: row.kind };
    }),
    ...entries.map((row): MergeRow => {
      // A closed inspection's ranking is worked out from its entries: none of them may go.
      const isSettled = row.state === 'closed' || Number(row.sheets) > 0;
      return { ...plain, kind: 'entry', id: row.id, projectId: row.projectId, period: row.quarter, isSettled };
    }),
    ...flags.map((row): MergeRow => {
      const isSettled = row.state === 'signed' || row.state === 'announced';
      return { ...plain, kind: 'flag', id: row.id, projectId: owner(row.projectId), period: row.quarter, isSettled, code: row.colour };
    }),
    ...forces.map((row): MergeRow => ({ ...plain, kind: 'taskForce', id: row.id, projectId: row.projectId, period: '' })),
  ];
}

/** How many rows of each kind a project holds that move without a question. */
export async function countManifold(db: Reader, projectId: Id<'project'>): Promise<Record<Manifold, number>> {
  const counts: Record<Manifold, number> = {
    approval_step: 0,
    problem: 0,
    decision: 0,
    remark: 0,
    agenda_request: 0,
    attachment: 0,
    site_visit: 0,
    payment: 0,
    lamp_exemption: 0,
    signoff: 0,
    report: 0,
  };
  for (const table of manifold) {
    const row = await db
      .selectFrom(table)
      .select((built) => built.fn.countAll<number>().as('count'))
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    counts[table] = Number(row?.count ?? 0);
  }
  return counts;
}

const projectId = sql.ref('projectId');

/** Carries the plan out; answers in full what gave way, for the log. */
export async function carryOut(tx: Tx, kept: Id<'project'>, other: Id<'project'>, plan: MergePlan): Promise<unknown[]> {
  for (const { from, to } of plan.standIns) {
    for (const table of ['decision', 'remark', 'agenda_request'] as const) {
      await tx
        .updateTable(table)
        .set({ agendaItemId: to as Id<'agendaItem'> })
        .where('agendaItemId', '=', from as Id<'agendaItem'>)
        .execute();
    }
  }
  const replaced: unknown[] = [];
  for (const { kind, id } of plan.replaced) {
    const found = await sql`select * from ${tableOf(kind)} where id = ${id}`.execute(tx);
    replaced.push(...found.rows.map((row) => ({ kind, ...(row as object) })));
    await sql`delete from ${tableOf(kind)} where id = ${id}`.execute(tx);
  }
  for (const { kind, id } of plan.moved) {
    await sql`update ${tableOf(kind)} set ${projectId} = ${kept}, version = version + 1 where id = ${id}`.execute(tx);
  }
  // Who carried the duplicate carries it no more; the kept record has an officer of its own, or gets one.
  await tx.deleteFrom('project_officer').where('projectId', '=', other).execute();
  for (const table of manifold) {
    await sql`update ${sql.table(table)} set ${projectId} = ${kept} where ${projectId} = ${other}`.execute(tx);
  }
  return replaced;
}

function tableOf(kind: MergeKind): RawBuilder<unknown> {
  return sql.table(tables[kind]);
}

/** Makes a record part of another; what was part of it before goes along. */
export async function markMerged(tx: Tx, other: Pick<Project, 'id' | 'version'>, into: Id<'project'>): Promise<void> {
  const row = await tx
    .updateTable('project')
    .set({ mergedIntoId: into, standing: 'withdrawn', version: other.version + 1 })
    .where('id', '=', other.id)
    .where('version', '=', other.version)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'project' });
  await tx.updateTable('project').set({ mergedIntoId: into }).where('mergedIntoId', '=', other.id).execute();
}

/** The records that became part of a project. */
export function mergedInto(db: Reader, id: Id<'project'>) {
  return db.selectFrom('project').select(['id', 'name', 'code', 'key']).where('mergedIntoId', '=', id).orderBy('key').execute();
}
