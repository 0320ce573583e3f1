import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** How each person likes to work: density, folded columns, letters as commands. */
export async function preferences(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(db, dialect, 'preferences', { accountId: 'text', body: 'text', version: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('preferences_pk', ['accountId'])
      .addForeignKeyConstraint('preferences_account_fk', ['accountId'], 'account', ['id']),
  );
}
