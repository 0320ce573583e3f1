import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** Who answers for what: a unit's contacts, the leader linked to a unit, the officer who carries a project. */
export async function duties(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'contact',
    { id: 'text', unitId: 'text', name: 'text', duty: 'text?', phone: 'text?', version: 'integer' },
    (table) => table.addPrimaryKeyConstraint('contact_pk', ['id']).addForeignKeyConstraint('contact_unit_fk', ['unitId'], 'unit', ['id']),
  );
  await db.schema.createIndex('contact_unit').on('contact').column('unitId').execute();
  await createTable(db, dialect, 'leader_link', { unitId: 'text', accountId: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('leader_link_pk', ['unitId', 'accountId'])
      .addForeignKeyConstraint('leader_link_unit_fk', ['unitId'], 'unit', ['id'])
      .addForeignKeyConstraint('leader_link_account_fk', ['accountId'], 'account', ['id']),
  );
  await createTable(db, dialect, 'project_officer', { projectId: 'text', accountId: 'text?', version: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('project_officer_pk', ['projectId'])
      .addForeignKeyConstraint('project_officer_project_fk', ['projectId'], 'project', ['id'])
      .addForeignKeyConstraint('project_officer_account_fk', ['accountId'], 'account', ['id']),
  );
  await db.schema.createIndex('project_officer_account').on('project_officer').column('accountId').execute();
}
