import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** 催报: when a unit was asked for the returns that it owes for a week, and by whom. */
export async function chases(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'chase',
    { id: 'text', districtId: 'text', unitId: 'text', week: 'text', owed: 'integer', at: 'text', byName: 'text' },
    (table) =>
      table
        .addPrimaryKeyConstraint('chase_pk', ['id'])
        .addForeignKeyConstraint('chase_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('chase_unit_fk', ['unitId'], 'unit', ['id']),
  );
  await db.schema.createIndex('chase_of_week').on('chase').columns(['districtId', 'week', 'unitId']).execute();
}
