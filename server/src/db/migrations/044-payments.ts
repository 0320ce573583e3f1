import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/**
 * What was paid of a project by a day, and what should have been. Two projects that become one may both bring a row of a
 * day; that there is one otherwise is kept by the act that writes it.
 */
export async function payments(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'payment',
    {
      ...{ id: 'text', projectId: 'text', asOf: 'text', paid: 'integer', required: 'integer', basis: 'text?' },
      ...{ byName: 'text', at: 'text', version: 'integer' },
    },
    (table) =>
      table.addPrimaryKeyConstraint('payment_pk', ['id']).addForeignKeyConstraint('payment_project_fk', ['projectId'], 'project', ['id']),
  );
  await db.schema.createIndex('payment_of_project').on('payment').columns(['projectId', 'asOf']).execute();
}
