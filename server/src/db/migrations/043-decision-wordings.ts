import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** How a district words its usual decisions. */
export async function decisionWordings(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(db, dialect, 'decision_wordings', { districtId: 'text', body: 'text', version: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('decision_wordings_pk', ['districtId'])
      .addForeignKeyConstraint('decision_wordings_district_fk', ['districtId'], 'district', ['id']),
  );
}
