import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** What lamps need to be worked out again: exemptions, what a cut knew of each project, the lamps of units and tasks. */
export async function lampHistory(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text, integer } = columnsOf(dialect);
  const add = (table: string, column: string, type: typeof text, fallback?: string) =>
    db.schema
      .alterTable(table)
      .addColumn(column, type, (built) => (fallback === undefined ? built : built.notNull().defaultTo(fallback)))
      .execute();
  await add('rule_set', 'rates', text, 'project');
  await add('rule_set', 'byName', text, '');
  await add('rule_set', 'retiredAt', text);
  await add('cut', 'otherRuleSets', text);
  await add('cut_row', 'lampInput', text);
  await add('cut_row', 'lampMemory', text);
  await add('site_visit', 'verifiedDone', integer);
  await add('site_visit', 'reportedDone', integer);
  await createTable(
    db,
    dialect,
    'cut_rating',
    { cutId: 'text', rates: 'text', subjectId: 'text', month: 'text', name: 'text', lamp: 'text?', result: 'text' },
    (table) =>
      table
        .addPrimaryKeyConstraint('cut_rating_pk', ['cutId', 'rates', 'subjectId', 'month'])
        .addForeignKeyConstraint('cut_rating_cut_fk', ['cutId'], 'cut', ['id'])
        .addCheckConstraint('cut_rating_rates', sql`rates in ('unit', 'task')`),
  );
  await createTable(
    db,
    dialect,
    'lamp_exemption',
    {
      ...{ id: 'text', projectId: 'text', dimension: 'text', kind: 'text', reason: 'text', approvedBy: 'text', approvedOn: 'text' },
      ...{ until: 'text?', byName: 'text', at: 'text', withdrawnAt: 'text?', withdrawnBy: 'text?', version: 'integer' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('lamp_exemption_pk', ['id'])
        .addForeignKeyConstraint('lamp_exemption_project_fk', ['projectId'], 'project', ['id'])
        .addCheckConstraint('lamp_exemption_kind', sql`kind in ('justified', 'force-majeure')`),
  );
  await db.schema.createIndex('lamp_exemption_project').on('lamp_exemption').column('projectId').execute();
}
