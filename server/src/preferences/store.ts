import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { usualPreferences } from '#shared/preferences/rules.ts';
import { Preferences } from '#shared/preferences/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** What somebody has chosen, or what is usual. */
export async function read(db: Reader, accountId: Id<'account'>): Promise<Preferences> {
  const row = await db.selectFrom('preferences').select(['body', 'version']).where('accountId', '=', accountId).executeTakeFirst();
  if (!row) return usualPreferences;
  const kept = Preferences.safeParse({ ...JSON.parse(row.body), version: row.version });
  // What an older version kept and this one cannot read is no reason to turn somebody away.
  return kept.success ? kept.data : { ...usualPreferences, version: row.version };
}

export async function save(tx: Tx, accountId: Id<'account'>, preferences: Preferences): Promise<Preferences> {
  const { version, ...chosen } = preferences;
  const body = JSON.stringify(chosen);
  const row =
    version === 0
      ? await tx
          .insertInto('preferences')
          .values({ accountId, body, version: 1 })
          .onConflict((conflict) => conflict.column('accountId').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('preferences')
          .set({ body, version: version + 1 })
          .where('accountId', '=', accountId)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'preferences', newer: await read(tx, accountId) });
  return { ...preferences, version: row.version };
}
