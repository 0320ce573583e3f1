import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** The append-only log: audit trail, history and live feed in one. */
export async function events(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'event',
    {
      seq: 'integer',
      at: 'text',
      actorId: 'text',
      actorName: 'text',
      actorRole: 'text',
      actorUnitId: 'text?',
      districtId: 'text?',
      action: 'text',
      entity: 'text',
      entityId: 'text',
      projectId: 'text?',
      before: 'text?',
      after: 'text?',
      result: 'text',
      requestId: 'text',
      previousHash: 'text',
      hash: 'text',
    },
    (table) => table.addPrimaryKeyConstraint('event_pk', ['seq']),
  );
  await db.schema.createIndex('event_entity').on('event').columns(['entity', 'entityId', 'seq']).execute();
  await db.schema.createIndex('event_project').on('event').columns(['projectId', 'seq']).execute();
  await createTable(db, dialect, 'event_head', { id: 'integer', seq: 'integer', hash: 'text' }, (table) =>
    table.addPrimaryKeyConstraint('event_head_pk', ['id']).addCheckConstraint('event_head_one', sql`id = 1`),
  );
  await sql`insert into event_head (id, seq, hash) values (1, 0, '')`.execute(db);
  await refuseRewriting(db, dialect);
  await signInFailures(db, dialect);
}

/** Triggers are each database's own language; what they do is the same: the log cannot be rewritten. */
async function refuseRewriting(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  if (dialect === 'sqlite') {
    await sql`create trigger event_no_update before update on event begin select raise(abort, 'the event log is append-only'); end`.execute(
      db,
    );
    await sql`create trigger event_no_delete before delete on event begin select raise(abort, 'the event log is append-only'); end`.execute(
      db,
    );
    return;
  }
  await sql`create function refuse_event_rewrite() returns trigger language plpgsql as $$ begin raise exception 'the event log is append-only'; end $$`.execute(
    db,
  );
  await sql`create trigger event_append_only before update or delete or truncate on event for each statement execute function refuse_event_rewrite()`.execute(
    db,
  );
}

/** Attempts are counted one by one; rows older than the window are swept by the next sign-in. */
async function signInFailures(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text, integer } = columnsOf(dialect);
  await db.schema
    .createTable('sign_in_failure')
    .addColumn('id', integer, (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('username', text, (column) => column.notNull())
    .addColumn('address', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .$call((table) => (dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table))
    .execute();
  await db.schema.createIndex('sign_in_failure_username').on('sign_in_failure').columns(['username', 'at']).execute();
  await db.schema.createIndex('sign_in_failure_address').on('sign_in_failure').columns(['address', 'at']).execute();
}
