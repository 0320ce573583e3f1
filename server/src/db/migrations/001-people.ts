import { type Kysely, sql } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** Units, districts, accounts and the ways in. */
export async function people(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'unit',
    {
      id: 'text',
      parentId: 'text?',
      districtId: 'text?',
      name: 'text',
      shortName: 'text',
      pinyin: 'text',
      kind: 'text',
      active: 'integer',
      version: 'integer',
    },
    (table) => table.addPrimaryKeyConstraint('unit_pk', ['id']).addForeignKeyConstraint('unit_parent_fk', ['parentId'], 'unit', ['id']),
  );
  await db.schema.createIndex('unit_district').on('unit').column('districtId').execute();
  await db.schema.createIndex('unit_parent').on('unit').column('parentId').execute();
  await createTable(
    db,
    dialect,
    'district',
    {
      id: 'text',
      name: 'text',
      regionCode: 'text',
      issuingOffice: 'text',
      officeMark: 'text',
      meetingWeekday: 'integer',
      meetingTime: 'text',
      meetingPlace: 'text',
      returnWeekday: 'integer',
      returnTime: 'text',
      version: 'integer',
    },
    (table) => table.addPrimaryKeyConstraint('district_pk', ['id']).addForeignKeyConstraint('district_unit_fk', ['id'], 'unit', ['id']),
  );
  await createTable(
    db,
    dialect,
    'account',
    {
      id: 'text',
      unitId: 'text',
      username: 'text',
      name: 'text',
      role: 'text',
      passwordHash: 'text',
      passwordChangedAt: 'text',
      mustChangePassword: 'integer',
      active: 'integer',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('account_pk', ['id'])
        .addUniqueConstraint('account_username', ['username'])
        .addForeignKeyConstraint('account_unit_fk', ['unitId'], 'unit', ['id'])
        .addCheckConstraint('account_role', sql`role in ('admin', 'office', 'officer', 'leader', 'inspector', 'auditor')`),
  );
  await db.schema.createIndex('account_unit').on('account').column('unitId').execute();
  await createTable(db, dialect, 'session', { tokenHash: 'text', accountId: 'text', startedAt: 'text', seenAt: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('session_pk', ['tokenHash'])
      .addForeignKeyConstraint('session_account_fk', ['accountId'], 'account', ['id']),
  );
  await db.schema.createIndex('session_account').on('session').column('accountId').execute();
  await createTable(db, dialect, 'setup_link', { tokenHash: 'text', createdAt: 'text' }, (table) =>
    table.addPrimaryKeyConstraint('setup_link_pk', ['tokenHash']),
  );
  await createTable(
    db,
    dialect,
    'display_link',
    {
      id: 'text',
      districtId: 'text',
      name: 'text',
      tokenHash: 'text',
      createdAt: 'text',
      seenAt: 'text?',
      revokedAt: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('display_link_pk', ['id'])
        .addUniqueConstraint('display_link_token', ['tokenHash'])
        .addForeignKeyConstraint('display_link_district_fk', ['districtId'], 'district', ['id']),
  );
}
