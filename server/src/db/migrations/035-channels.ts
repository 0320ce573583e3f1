import type { Kysely } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** How word leaves the house: a district's mail server and robot, the messages on their way, contacts' e-mail addresses. */
export async function channels(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  await createTable(
    db,
    dialect,
    'channel',
    { districtId: 'text', kind: 'text', isOn: 'integer', settings: 'text', secret: 'text?', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('channel_pk', ['districtId', 'kind'])
        .addForeignKeyConstraint('channel_district_fk', ['districtId'], 'district', ['id']),
  );
  await createTable(
    db,
    dialect,
    'dispatch',
    {
      ...{ id: 'text', districtId: 'text', kind: 'text', recipients: 'text?', subject: 'text', text: 'text', madeAt: 'text' },
      ...{ state: 'text', attempts: 'integer', nextAt: 'text', sentAt: 'text?', error: 'text?', version: 'integer' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('dispatch_pk', ['id'])
        .addForeignKeyConstraint('dispatch_district_fk', ['districtId'], 'district', ['id']),
  );
  await db.schema.createIndex('dispatch_due').on('dispatch').columns(['state', 'nextAt']).execute();
  await db.schema.createIndex('dispatch_of_district').on('dispatch').columns(['districtId', 'madeAt']).execute();
  await db.schema.alterTable('contact').addColumn('email', text).execute();
}
