import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

const CHANNEL = 'tuijin';
const INT8 = 20;

/** PostgreSQL answers bigint as text; every integer of ours is a safe one, and one that is not must not pass silently. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`integer out of range: ${text}`);
  return value;
}

/** Opens a PostgreSQL database that other servers may share. */
export async function openPostgres(url: string): Promise<Store> {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === INT8 ? safeInteger : pg.types.getTypeParser(oid, format)),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    keepAlive: true,
    // Without it a request would wait for ever for a database that is away.
    connectionTimeoutMillis: 5000,
    options: '-c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000',
  });
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    write: (act) => db.transaction().execute(act),
    dialect: 'postgres',
    announce: async (topic) => {
      await pool.query('select pg_notify($1, $2)', [CHANNEL, topic]);
    },
    listen: (heard) => listen(url, heard),
    close: () => db.destroy(),
  };
}

/** Listens on a connection of its own, and opens it again when it is lost. */
async function listen(url: string, heard: (topic: string) => void): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 });
    next.on('notification', (message) => heard(message.payload ?? ''));
    next.on('error', () => undefined);
    next.on('end', () => {
      client = null;
      if (!stopped) timer = setTimeout(() => void connect().catch(() => undefined), 1000);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
    // What was announced while nobody listened is in the log; one look catches up.
    heard('changes');
  }
  await connect();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await client?.end();
  };
}
