import { type LedgerEntry, ledgerOfProjects } from '#shared/imports/ledger.ts';
import type { Known } from '#shared/imports/match.ts';
import type { ImportReading } from '#shared/imports/read.ts';
import { StoredReading } from '#shared/imports/schema.ts';
import type { Day, Instant } from '#shared/kit/calendar.ts';
import { yearOf } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Project, YearPlan } from '#shared/projects/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as projects from '../projects/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';

/** A file that was read: what was understood of it, by whom, and whether it was applied. */
export type Batch = Omit<Row<'import_batch'>, 'reading'> & { reading: ImportReading };

export async function insertBatch(tx: Tx, batch: Batch): Promise<void> {
  await tx
    .insertInto('import_batch')
    .values({ ...batch, reading: JSON.stringify(batch.reading) })
    .execute();
}

export async function loadBatch(db: Reader, districtId: Id<'unit'>, id: Id<'importBatch'>): Promise<Batch> {
  const row = await db.selectFrom('import_batch').selectAll().where('id', '=', id).where('districtId', '=', districtId).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'import' });
  return { ...row, reading: StoredReading.parse(JSON.parse(row.reading)) };
}

export async function markApplied(tx: Tx, { id, version }: Pick<Batch, 'id' | 'version'>, appliedAt: Instant): Promise<void> {
  await mark(tx, { id, version }, { appliedAt, undoneAt: null });
}

/** Nothing of the import stands any more; it may be applied again. */
export async function markUndone(tx: Tx, { id, version }: Pick<Batch, 'id' | 'version'>, undoneAt: Instant): Promise<void> {
  await mark(tx, { id, version }, { appliedAt: null, undoneAt });
}

async function mark(tx: Tx, { id, version }: Pick<Batch, 'id' | 'version'>, state: Pick<Batch, 'appliedAt' | 'undoneAt'>): Promise<void> {
  const row = await tx
    .updateTable('import_batch')
    .set({ ...state, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'import' });
}

/** The latest imports of a district, without what was understood of them. */
export function list(db: Reader, districtId: Id<'unit'>, limit: number) {
  return db
    .selectFrom('import_batch')
    .leftJoin('account', 'account.id', 'import_batch.createdBy')
    .select(['import_batch.id', 'import_batch.kind', 'import_batch.fileName', 'import_batch.createdAt'])
    .select(['import_batch.appliedAt', 'import_batch.undoneAt', 'account.name as by'])
    .where('import_batch.districtId', '=', districtId)
    .orderBy('import_batch.createdAt', 'desc')
    .orderBy('import_batch.id')
    .limit(limit)
    .execute();
}

/** What is on record in a district, as far as a list of a kind is compared with it. */
export type Records = Known & { projects: readonly { project: Project; plan: YearPlan | null }[] };

export async function records(db: Reader, reach: Reach, reading: ImportReading, asOf: Day): Promise<Records> {
  const { districtId } = reach;
  const year = reading.year ?? yearOf(asOf);
  const kind = reading.kind === 'key-projects' ? 'key' : 'reconstruction';
  const { name } = await districts.load(db, districtId);
  const rows = await projects.visible(db, reach).selectAll('project').where('project.kind', '=', kind).orderBy('project.key').execute();
  const plans = keyBy(await projects.yearPlans(db, districtId, year), (plan) => plan.projectId);
  return {
    districtName: name,
    projects: rows.map((row) => ({ project: projects.projectOf(row), plan: plans.get(row.id) ?? null })),
    units: await units.list(db, districtId),
  };
}

/** The projects of a district that returns, approvals and plans of a year are matched against. */
export async function ledger(db: Reader, reach: Reach, year: number): Promise<LedgerEntry[]> {
  const rows = await projects.visible(db, reach).selectAll('project').orderBy('project.key').execute();
  const plans = keyBy(await projects.yearPlans(db, reach.districtId, year), (plan) => plan.projectId);
  return ledgerOfProjects(rows.map((row) => ({ project: projects.projectOf(row), plan: plans.get(row.id) ?? null })));
}
