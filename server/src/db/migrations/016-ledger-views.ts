import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** Views of the ledgers under a name; without an account the view is the office's, for everybody in the district. */
export async function ledgerViews(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'ledger_view',
    { id: 'text', districtId: 'text', accountId: 'text?', ledger: 'text', name: 'text', body: 'text', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('ledger_view_pk', ['id'])
        .addForeignKeyConstraint('ledger_view_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('ledger_view_account_fk', ['accountId'], 'account', ['id']),
  );
  await db.schema.createIndex('ledger_view_place').on('ledger_view').columns(['districtId', 'ledger']).execute();
}
