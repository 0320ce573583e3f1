import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What a device has sent under a key of its own: sent again, because no answer came, it is recognised. */
export async function submissions(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'submission',
    { key: 'text', accountId: 'text', entityId: 'text', at: 'text' },
    // Of an account: nobody can find out by a key what others have sent.
    (table) => table.addPrimaryKeyConstraint('submission_pk', ['accountId', 'key']),
  );
}
