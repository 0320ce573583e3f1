import { z } from 'zod';
import type { ImportWrite } from '#shared/imports/undo.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

/** The records that imports write, with the table that holds them. */
const tables = {
  unit: 'unit',
  project: 'project',
  yearPlan: 'year_plan',
  step: 'approval_step',
  return: 'weekly_return',
} as const;
export const WrittenEntity = z.enum(['unit', 'project', 'yearPlan', 'step', 'return']);
export type WrittenEntity = z.infer<typeof WrittenEntity>;

const CHUNK = 400;

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += CHUNK) yield items.slice(at, at + CHUNK);
}

/** Notes the events that an import appended. */
export async function insert(tx: Tx, writes: readonly Row<'import_write'>[]): Promise<void> {
  for (const some of chunks(writes)) await tx.insertInto('import_write').values(some).execute();
}

const Versioned = z.object({ version: z.number().int() });

/** What an import wrote, oldest first, with what the log says of each. */
export async function ofBatch(db: Reader, batchId: Id<'importBatch'>): Promise<ImportWrite<WrittenEntity>[]> {
  const rows = await db
    .selectFrom('import_write')
    .innerJoin('event', 'event.seq', 'import_write.seq')
    .select(['import_write.seq', 'import_write.sheet', 'import_write.row'])
    .select(['event.entity', 'event.entityId as id', 'event.projectId', 'event.before', 'event.after'])
    .where('import_write.batchId', '=', batchId)
    .orderBy('import_write.seq')
    .execute();
  return rows.map((row) => {
    const after: unknown = JSON.parse(row.after ?? '{}');
    const before: unknown = row.before === null ? null : JSON.parse(row.before);
    return { ...row, entity: WrittenEntity.parse(row.entity), before, after, version: Versioned.parse(after).version };
  });
}

export async function forget(tx: Tx, batchId: Id<'importBatch'>): Promise<void> {
  await tx.deleteFrom('import_write').where('batchId', '=', batchId).execute();
}

/** The versions of records as they are now; what is gone is missing. */
export async function versions(db: Reader, entity: WrittenEntity, ids: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const some of chunks(ids)) {
    // The five tables agree in `id` and `version`; the compiler cannot see that of a union of tables.
    const rows = await db
      .selectFrom(tables[entity] as 'project')
      .select(['id', 'version'])
      .where('id', 'in', some as Id<'project'>[])
      .execute();
    for (const row of rows) found.set(row.id, row.version);
  }
  return found;
}

/** Takes a record out that an import made; the database itself refuses while another record names it. */
export async function remove(tx: Tx, entity: WrittenEntity, id: string): Promise<void> {
  await tx
    .deleteFrom(tables[entity] as 'project')
    .where('id', '=', id as Id<'project'>)
    .execute();
}

/** Those of the projects about which something was recorded besides the events given: acts on them, or a period frozen with them. */
export async function usedSince(db: Reader, projectIds: readonly string[], own: ReadonlySet<number>): Promise<Set<string>> {
  const used = new Set<string>();
  for (const some of chunks(projectIds)) {
    const events = await db
      .selectFrom('event')
      .select(['seq', 'projectId'])
      .where('projectId', 'in', some)
      .where('result', '=', 'done')
      .execute();
    for (const { seq, projectId } of events) if (projectId !== null && !own.has(seq)) used.add(projectId);
    const frozen = await db
      .selectFrom('cut_row')
      .select('projectId')
      .distinct()
      .where('projectId', 'in', some as Id<'project'>[])
      .execute();
    for (const { projectId } of frozen) used.add(projectId);
  }
  return used;
}

/** Whether the database refused because another record names the one that was to go. */
export function isStillNamed(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === '23503';
}
