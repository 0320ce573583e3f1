import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What the gates of 开工 and 竣工 ask for: a leader's sign-off, a visit on site. */
export async function gates(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'site_visit',
    {
      ...{ id: 'text', projectId: 'text', visitedOn: 'text', visitors: 'text', finding: 'text' },
      ...{ note: 'text?', version: 'integer' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('site_visit_pk', ['id'])
        .addForeignKeyConstraint('site_visit_project_fk', ['projectId'], 'project', ['id']),
  );
  await db.schema.createIndex('site_visit_of_project').on('site_visit').columns(['projectId', 'visitedOn']).execute();
  await createTable(
    db,
    dialect,
    'signoff',
    {
      ...{ id: 'text', projectId: 'text', reason: 'text', promisedOn: 'text', askedByName: 'text', askedAt: 'text', state: 'text' },
      ...{ decidedByName: 'text?', decidedAt: 'text?', remark: 'text?', version: 'integer' },
    },
    (table) =>
      table.addPrimaryKeyConstraint('signoff_pk', ['id']).addForeignKeyConstraint('signoff_project_fk', ['projectId'], 'project', ['id']),
  );
  await db.schema.createIndex('signoff_of_project').on('signoff').columns(['projectId', 'askedAt']).execute();
}
