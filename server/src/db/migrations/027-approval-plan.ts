import type { Kysely } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** What happened to a step, what it needs before it, and the editions of the templates that steps are made from. */
export async function approvalPlan(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'step_template',
    {
      ...{ id: 'text', districtId: 'text', kind: 'text', edition: 'integer', steps: 'text' },
      ...{ keptAt: 'text', keptByName: 'text' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('step_template_pk', ['id'])
        .addForeignKeyConstraint('step_template_district_fk', ['districtId'], 'district', ['id'])
        .addUniqueConstraint('step_template_edition', ['districtId', 'kind', 'edition']),
  );
  const { text } = columnsOf(dialect);
  for (const column of ['validUntil', 'course', 'templateId', 'terms', 'needs']) {
    await db.schema.alterTable('approval_step').addColumn(column, text).execute();
  }
}
