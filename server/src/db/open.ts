import type { DialectName } from './columns.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Database, Tx } from './tables.ts';

/** One writing transaction: all that it does is on the disk when its answer comes, or nothing of it. */
export type Write = <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** An open database and what the rest of the server needs to know of it. */
export type Store = {
  db: Database;
  write: Write;
  dialect: DialectName;
  /** Tells other servers on the same database that something was committed; a single process needs no word. */
  announce: (topic: string) => Promise<void>;
  /** Calls back when another server has announced something; answers how to stop. */
  listen: (heard: (topic: string) => void) => Promise<() => Promise<void>>;
  close: () => Promise<void>;
};

/** Where the data is: a SQLite file (or `:memory:`), or a PostgreSQL address. A file being made is thrown away on failure. */
export type StoreConfig = { kind: 'sqlite'; file: string; isBeingMade?: true } | { kind: 'postgres'; url: string };

/** Opens the database that the configuration names, or refuses with a message that says why. */
export function openStore(config: StoreConfig): Promise<Store> {
  return config.kind === 'sqlite' ? openSqlite(config.file, config.isBeingMade) : openPostgres(config.url);
}
