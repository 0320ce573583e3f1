import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { DecisionWordings, usualWordings } from '#shared/meetings/wordings.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** A district's usual decisions; those that every office uses until its own has changed them. */
export async function load(db: Reader, districtId: Id<'unit'>): Promise<DecisionWordings> {
  const row = await db.selectFrom('decision_wordings').select(['body', 'version']).where('districtId', '=', districtId).executeTakeFirst();
  return row ? DecisionWordings.parse({ wordings: JSON.parse(row.body), version: row.version }) : usualWordings;
}

/** Keeps them; of two who began from one version the later is told. */
export async function save(tx: Tx, districtId: Id<'unit'>, { wordings, version }: DecisionWordings): Promise<DecisionWordings> {
  const before = await load(tx, districtId);
  if (before.version !== version) throw new DomainError('CONFLICT', { entity: 'wordings', newer: before });
  const row = { districtId, body: JSON.stringify(wordings), version: version + 1 };
  await tx
    .insertInto('decision_wordings')
    .values(row)
    .onConflict((conflict) => conflict.column('districtId').doUpdateSet(row))
    .execute();
  return { wordings, version: row.version };
}
