import { z } from 'zod';
import type { Actor } from '#shared/accounts/schema.ts';
import { KeptCorrection } from '#shared/imports/correction.ts';
import { type LedgerEntry, ledgerOfProjects } from '#shared/imports/ledger.ts';
import type { ImportReading } from '#shared/imports/read.ts';
import { StoredReading } from '#shared/imports/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Project, YearPlan } from '#shared/projects/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import * as projects from '../projects/store.ts';
import type { Reach } from '../trpc.ts';
import type { Understood } from './understand.ts';

/** A file that was read: what was understood of it, what a person said of it, by whom, and whether it was applied. */
export type Batch = Omit<Row<'import_batch'>, 'reading' | 'correction'> & { reading: ImportReading; kept: KeptCorrection };

const uncorrected: KeptCorrection = { correction: {}, remembered: [] };

/** Keeps a file with what was understood of it, to be read again while it has not been applied. */
export async function insertBatch(tx: Tx, { reading, kept, ...batch }: Batch, bytes: Uint8Array): Promise<void> {
  await tx
    .insertInto('import_batch')
    .values({ ...batch, reading: JSON.stringify(reading), correction: JSON.stringify(kept) })
    .execute();
  await tx
    .insertInto('import_file')
    .values({ batchId: batch.id, base64: Buffer.from(bytes).toString('base64') })
    .execute();
}

/** Whose files somebody sees: the office those of its district, an officer the returns that they sent in themselves. */
export type Viewer = { districtId: Id<'unit'>; ownerId: string | null };

export function viewerOf({ reach: { scope, districtId }, actor }: { reach: Reach; actor: Pick<Actor, 'id'> }): Viewer {
  return { districtId, ownerId: scope === 'own' ? actor.id : null };
}

export async function loadBatch(db: Reader, viewer: Viewer, id: Id<'importBatch'>): Promise<Batch> {
  const row = await seen(db, viewer).selectAll('import_batch').where('import_batch.id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'import' });
  const { reading, correction, ...batch } = row;
  return {
    ...batch,
    reading: readingOf(reading),
    kept: correction === null ? uncorrected : KeptCorrection.parse(JSON.parse(correction)),
  };
}

function seen(db: Reader, { districtId, ownerId }: Viewer) {
  const rows = db.selectFrom('import_batch').where('import_batch.districtId', '=', districtId);
  return ownerId === null ? rows : rows.where('import_batch.createdBy', '=', ownerId).where('import_batch.kind', '=', 'weekly');
}

const Stored = z.looseObject({ rows: z.array(z.unknown()), findings: z.array(z.unknown()) });

/**
 * A reading as it was kept. It was written by one run of the reading, so its first row and finding stand for the others:
 * checking ten thousand of them takes longer than comparing them with the record.
 */
function readingOf(text: string): ImportReading {
  const stored = Stored.parse(JSON.parse(text));
  const { rows, findings } = stored;
  const checked = StoredReading.parse({ ...stored, rows: rows.slice(0, 1), findings: findings.slice(0, 1) });
  return { ...checked, rows, findings } as ImportReading;
}

/** The bytes of a batch; null once they are no longer kept. */
export async function loadFile(db: Reader, id: Id<'importBatch'>): Promise<Buffer | null> {
  const row = await db.selectFrom('import_file').select('base64').where('batchId', '=', id).executeTakeFirst();
  return row ? Buffer.from(row.base64, 'base64') : null;
}

/** What was understood of the file on another reading. */
export async function saveReading(tx: Tx, { id, version }: Pick<Batch, 'id' | 'version'>, { reading, ...kept }: Understood): Promise<void> {
  await mark(tx, { id, version }, { kind: reading.kind, reading: JSON.stringify(reading), correction: JSON.stringify(kept) });
}

/**
 * Lets go of what is no longer waited for: files that were not applied by a time, those of one person beyond a number,
 * and the bytes of old ones that were. What was applied stays, because it can be undone.
 */
export async function sweep(tx: Tx, districtId: Id<'unit'>, { before, most }: { before: Instant; most: number }): Promise<number> {
  const waiting = await tx
    .selectFrom('import_batch')
    .select(['id', 'createdAt', 'createdBy'])
    .where('districtId', '=', districtId)
    .where('appliedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute();
  const tooMany = [...groupBy(waiting, ({ createdBy }) => createdBy).values()].flatMap((own) => own.slice(most));
  const gone = [...new Set([...waiting.filter(({ createdAt }) => createdAt < before), ...tooMany])].map(({ id }) => id);
  const old = tx.selectFrom('import_batch').select('id').where('districtId', '=', districtId).where('createdAt', '<', before);
  await tx.deleteFrom('import_file').where('batchId', 'in', old).execute();
  if (gone.length === 0) return 0;
  await tx.deleteFrom('import_file').where('batchId', 'in', gone).execute();
  await tx.deleteFrom('import_batch').where('id', 'in', gone).execute();
  return gone.length;
}

/** The districts that have anything to let go of: a file that waits too long, or kept bytes of one that was applied. */
export async function districtsToSweep(db: Reader, before: Instant): Promise<Id<'unit'>[]> {
  const rows = await db
    .selectFrom('import_batch')
    .leftJoin('import_file', 'import_file.batchId', 'import_batch.id')
    .select('import_batch.districtId')
    .distinct()
    .where('import_batch.createdAt', '<', before)
    .where((built) => built.or([built('import_batch.appliedAt', 'is', null), built('import_file.batchId', 'is not', null)]))
    .execute();
  return rows.map(({ districtId }) => districtId);
}

export async function markApplied(tx: Tx, { id, version }: Pick<Batch, 'id' | 'version'>, appliedAt: Instant): Promise<void> {
  await mark(tx, { id, version }, { appliedAt, undoneAt: null });
}

/** Nothing of the import stands any more; it may be applied again. */
export async function markUndone(tx: Tx, { id, version }: Pick<Batch, 'id' | 'version'>, undoneAt: Instant): Promise<void> {
  await mark(tx, { id, version }, { appliedAt: null, undoneAt });
}

async function mark(
  tx: Tx,
  { id, version }: Pick<Batch, 'id' | 'version'>,
  state: Partial<Pick<Row<'import_batch'>, 'appliedAt' | 'undoneAt' | 'kind' | 'reading' | 'correction'>>,
): Promise<void> {
  const row = await tx
    .updateTable('import_batch')
    .set({ ...state, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'import' });
}

/** The latest imports that somebody sees, without what was understood of them. */
export function list(db: Reader, viewer: Viewer, limit: number) {
  return seen(db, viewer)
    .leftJoin('account', 'account.id', 'import_batch.createdBy')
    .select(['import_batch.id', 'import_batch.kind', 'import_batch.fileName', 'import_batch.createdAt'])
    .select(['import_batch.appliedAt', 'import_batch.undoneAt', 'account.name as by'])
    .orderBy('import_batch.createdAt', 'desc')
    .orderBy('import_batch.id', 'desc')
    .limit(limit)
    .execute();
}

/** A district's projects, whatever their kind, with their plan of a year. */
export async function projectsWithPlans(db: Reader, reach: Reach, year: number): Promise<{ project: Project; plan: YearPlan | null }[]> {
  const rows = await projects.visible(db, reach).selectAll('project').orderBy('project.key').execute();
  const plans = keyBy(await projects.yearPlans(db, reach.districtId, year), (plan) => plan.projectId);
  return rows.map((row) => ({ project: projects.projectOf(row), plan: plans.get(row.id) ?? null }));
}

/** The projects of a district that returns, approvals and plans of a year are matched against. */
export async function ledger(db: Reader, reach: Reach, year: number): Promise<LedgerEntry[]> {
  return ledgerOfProjects(await projectsWithPlans(db, reach, year));
}
