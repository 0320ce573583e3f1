import type { BulletinAct, BulletinStep, Cosigner } from '#shared/bulletins/flow.ts';
import { Document } from '#shared/documents/model.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** The steps that a bulletin went, the first one first, without the versions that are kept with them. */
export async function steps(db: Reader, bulletinId: Id<'bulletin'>): Promise<BulletinStep[]> {
  const rows = await db
    .selectFrom('bulletin_step')
    .select((built) => [
      ...(['seq', 'act', 'byName', 'unitName', 'remark', 'at'] as const),
      built.case().when('model', 'is not', null).then(1).else(0).end().as('hasVersion'),
    ])
    .where('bulletinId', '=', bulletinId)
    .orderBy('seq')
    .execute();
  return rows.map(({ hasVersion, ...step }) => ({ ...step, hasVersion: Number(hasVersion) === 1 }));
}

/** Keeps a step, with the bulletin as it stood where `model` is given. */
export async function add(
  tx: Tx,
  bulletinId: Id<'bulletin'>,
  step: { act: BulletinAct; byName: string; unitName: string | null; remark: string | null; at: Instant; model: Document | null },
): Promise<void> {
  const last = await tx
    .selectFrom('bulletin_step')
    .select((built) => built.fn.max('seq').as('seq'))
    .where('bulletinId', '=', bulletinId)
    .executeTakeFirst();
  const model = step.model === null ? null : JSON.stringify(step.model);
  await tx
    .insertInto('bulletin_step')
    .values({ ...step, bulletinId, seq: Number(last?.seq ?? 0) + 1, model })
    .execute();
}

/** The bulletin as it stood at a step. */
export async function version(db: Reader, bulletinId: Id<'bulletin'>, seq: number): Promise<Document> {
  const row = await db
    .selectFrom('bulletin_step')
    .select('model')
    .where('bulletinId', '=', bulletinId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (!row?.model) throw new DomainError('NOT_FOUND', { entity: 'version' });
  return Document.parse(JSON.parse(row.model));
}

/** The units that are asked to sign with the others, by name. */
export function cosigners(db: Reader, bulletinId: Id<'bulletin'>): Promise<(Cosigner & { unitName: string })[]> {
  return db
    .selectFrom('bulletin_cosigner')
    .innerJoin('unit', 'unit.id', 'bulletin_cosigner.unitId')
    .select(['unitId', 'verdict', 'remark', 'byName', 'unit.shortName as unitName'])
    .where('bulletinId', '=', bulletinId)
    .orderBy('unit.shortName')
    .execute();
}

/** Asks these units and no others; what was said before is asked for anew. */
export async function askCosigners(tx: Tx, bulletinId: Id<'bulletin'>, unitIds: readonly Id<'unit'>[]): Promise<void> {
  await tx.deleteFrom('bulletin_cosigner').where('bulletinId', '=', bulletinId).execute();
  if (unitIds.length === 0) return;
  await tx
    .insertInto('bulletin_cosigner')
    .values(unitIds.map((unitId) => ({ bulletinId, unitId, verdict: null, remark: null, byName: null })))
    .execute();
}

export async function saveVerdict(tx: Tx, bulletinId: Id<'bulletin'>, { unitId, ...said }: Cosigner): Promise<void> {
  await tx.updateTable('bulletin_cosigner').set(said).where('bulletinId', '=', bulletinId).where('unitId', '=', unitId).execute();
}

/** The bulletins that wait for one of these units' word. */
export async function waitingFor(db: Reader, districtId: Id<'unit'>, unitIds: readonly Id<'unit'>[]): Promise<Id<'bulletin'>[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('bulletin')
    .innerJoin('bulletin_cosigner', 'bulletin_cosigner.bulletinId', 'bulletin.id')
    .select('bulletin.id')
    .distinct()
    .where('bulletin.districtId', '=', districtId)
    .where('bulletin.state', '=', 'cosigning')
    .where('bulletin_cosigner.unitId', 'in', unitIds)
    .execute();
  return rows.map(({ id }) => id);
}
