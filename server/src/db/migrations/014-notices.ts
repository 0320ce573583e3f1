import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What an event meant for an account: at most one notice of one event, kept whether it was read or not. */
export async function notices(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'notice',
    {
      accountId: 'text',
      seq: 'integer',
      kind: 'text',
      at: 'text',
      actorName: 'text',
      projectId: 'text?',
      subject: 'text',
      text: 'text?',
      on: 'text?',
      readAt: 'text?',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('notice_pk', ['accountId', 'seq'])
        // Nothing ties it to its project: what was told stays told where an import that made the project is undone.
        .addForeignKeyConstraint('notice_account_fk', ['accountId'], 'account', ['id']),
  );
  await db.schema.createIndex('notice_unread').on('notice').columns(['accountId', 'readAt', 'seq']).execute();
}
