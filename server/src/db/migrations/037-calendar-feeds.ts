import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** A person's secret link to the calendar of meetings; only the hash of its token is kept. */
export async function calendarFeeds(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'calendar_feed',
    { id: 'text', accountId: 'text', districtId: 'text', tokenHash: 'text', createdAt: 'text', readAt: 'text?', revokedAt: 'text?' },
    (table) =>
      table
        .addPrimaryKeyConstraint('calendar_feed_pk', ['id'])
        .addUniqueConstraint('calendar_feed_token', ['tokenHash'])
        .addForeignKeyConstraint('calendar_feed_account_fk', ['accountId'], 'account', ['id'])
        .addForeignKeyConstraint('calendar_feed_district_fk', ['districtId'], 'district', ['id']),
  );
  await db.schema.createIndex('calendar_feed_account').on('calendar_feed').column('accountId').execute();
}
