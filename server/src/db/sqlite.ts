import { chmodSync, existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import { groupCommit } from './group.ts';
import { holdAlone } from './lock.ts';
import type { Store } from './open.ts';
import { keptStatements } from './statements.ts';
import type { Tables } from './tables.ts';

/** 3.51.3 mends a corruption of the write-ahead log that all versions since 3.7.0 could suffer. */
const OLDEST_SAFE = [3, 51, 3] as const;

/**
 * What the database must answer when asked back. FULL is set because better-sqlite3 is compiled to NORMAL in WAL
 * mode, where a commit that was acknowledged can vanish at a power cut.
 */
const pragmas: { name: string; set: string; expect: string | number }[] = [
  { name: 'journal_mode', set: 'WAL', expect: 'wal' },
  { name: 'synchronous', set: 'FULL', expect: 2 },
  { name: 'foreign_keys', set: 'ON', expect: 1 },
  { name: 'busy_timeout', set: '5000', expect: 5000 },
  { name: 'journal_size_limit', set: '67108864', expect: 67_108_864 },
  { name: 'wal_autocheckpoint', set: '1000', expect: 1000 },
  { name: 'temp_store', set: 'MEMORY', expect: 2 },
  { name: 'cache_size', set: '-16000', expect: -16_000 },
  { name: 'mmap_size', set: '0', expect: 0 },
  { name: 'secure_delete', set: 'ON', expect: 1 },
  { name: 'trusted_schema', set: 'OFF', expect: 0 },
  { name: 'cell_size_check', set: 'ON', expect: 1 },
];

/** Says in plain words why the embedded database was not opened. */
export class DatabaseRefused extends Error {}

/**
 * Writing transactions begin IMMEDIATE: a deferred one that turns into a writer fails at once when another
 * connection holds the lock, and no waiting time covers that.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Sqlite.Database;

  constructor(database: Sqlite.Database) {
    super({ database: keptStatements(database) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk makes SQLite roll back by itself; asking again would hide that behind an error of its own. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: Sqlite.Database;

  constructor(database: Sqlite.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }
}

/**
 * Opens the embedded database for this process alone. One that is only being made, and is thrown away when that fails,
 * need not wait for the disk at every commit.
 */
export async function openSqlite(file: string, isBeingMade = false): Promise<Store> {
  const letGo = file === ':memory:' ? () => undefined : held(file);
  let database: Sqlite.Database;
  try {
    database = prepared(file, isBeingMade);
  } catch (error) {
    letGo();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(database) });
  return {
    db,
    write: groupCommit(db),
    dialect: 'sqlite',
    announce: () => Promise.resolve(),
    listen: () => Promise.resolve(() => Promise.resolve()),
    close: async () => {
      try {
        database.pragma('optimize');
        database.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        await db.destroy();
        letGo();
      }
    },
  };
}

function held(file: string): () => void {
  try {
    return holdAlone(file);
  } catch (error) {
    throw refusal(file, error);
  }
}

/** The database with every pragma in force, or a refusal. */
function prepared(file: string, isBeingMade: boolean): Sqlite.Database {
  const isNew = file !== ':memory:' && !existsSync(file);
  const database = connect(file);
  try {
    if (isNew) {
      database.pragma('auto_vacuum = INCREMENTAL');
      chmodSync(file, 0o600);
    }
    requireSafeVersion(String(database.prepare('select sqlite_version()').pluck().get()));
    for (const pragma of pragmas) applyPragma(database, pragma, file);
    if (isBeingMade) database.pragma('synchronous = OFF');
    return database;
  } catch (error) {
    database.close();
    throw refusal(file, error);
  }
}

/** Opens an embedded database to look at it: it makes no file and changes none. */
export function openSqliteReadOnly(file: string): Store {
  const database = connect(file, { readonly: true, fileMustExist: true });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return {
    db,
    write: groupCommit(db),
    dialect: 'sqlite',
    announce: () => Promise.resolve(),
    listen: () => Promise.resolve(() => Promise.resolve()),
    close: () => db.destroy(),
  };
}

function connect(file: string, options: Sqlite.Options = {}): Sqlite.Database {
  try {
    return new Sqlite(file, options);
  } catch (error) {
    throw refusal(file, error);
  }
}

function refusal(file: string, error: unknown): DatabaseRefused {
  if (error instanceof DatabaseRefused) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseRefused(`The database ${file} cannot be opened: ${reason}. ${whatToDo(error)}`);
}

function whatToDo(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY')) return 'Another program holds it: end that one first; two servers never share one file.';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return 'It is damaged or something else lies in its place: leave it as it is and restore the last backup beside it.';
  }
  return 'Check that the folder exists, that this user may write in it, and that the disk is not full.';
}

function applyPragma(database: Sqlite.Database, pragma: (typeof pragmas)[number], file: string): void {
  database.pragma(`${pragma.name} = ${pragma.set}`);
  const answer: unknown = database.pragma(pragma.name, { simple: true });
  // A database in memory has no journal file and nothing to map; a test may live with that.
  if (file === ':memory:' && (pragma.name === 'journal_mode' || pragma.name === 'mmap_size')) return;
  if (answer !== pragma.expect) {
    throw new DatabaseRefused(
      `The database ${file} answers ${pragma.name} = ${String(answer)} instead of ${String(pragma.expect)}. It may lie on a network drive or another program may hold it; the server does not start on a database that could lose a write.`,
    );
  }
}

function requireSafeVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [at, least] of OLDEST_SAFE.entries()) {
    const part = parts[at] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new DatabaseRefused(
        `SQLite ${version} is older than ${OLDEST_SAFE.join('.')}, which mends a corruption; install the product's own dependencies again.`,
      );
  }
}
