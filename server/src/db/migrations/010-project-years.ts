import type { Kysely } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/** Projects held for years: which record a duplicate became part of, a year's own class, the plan that was approved. */
export async function projectYears(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  await db.schema
    .alterTable('project')
    .addColumn('mergedIntoId', text, (column) => column.references('project.id'))
    .execute();
  await db.schema.createIndex('project_merged').on('project').column('mergedIntoId').execute();
  await db.schema.alterTable('year_plan').addColumn('yearClass', text).execute();
  await db.schema.alterTable('year_plan').addColumn('baseline', text).execute();
}
