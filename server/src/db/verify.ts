import { sql } from 'kysely';
import * as events from '../events/store.ts';
import type { Store } from './open.ts';
import type { Reader } from './tables.ts';

/** What was looked at, in plain lines, and what is wrong; nothing wrong is an empty list. */
export type Verification = { checked: string[]; faults: string[] };

const whys = {
  gap: 'an event before it is missing',
  link: 'it does not follow the event before it',
  hash: 'it is not as it was written, or the audit key is another one',
};

/** Checks the event chain, its head and the database itself. It reads from one moment, so a running server does not disturb it. */
export async function verifyStore(store: Store, auditKey: string): Promise<Verification> {
  const transaction = store.db.transaction();
  const frozen = store.dialect === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction;
  return frozen.execute(async (tx) => {
    const chain = await events.verifyChain(tx, auditKey);
    const checked = [`event chain: ${chain.events} events in order`];
    const faults: string[] = [];
    if (chain.broken) faults.push(`event ${chain.broken.seq}: ${whys[chain.broken.why]}`);
    else if (!chain.isHeadTrue)
      faults.push(`event_head: it does not name event ${chain.events} as the last; later events are missing or the head was changed`);
    if (store.dialect === 'sqlite') {
      checked.push('integrity_check', 'foreign_key_check');
      faults.push(...(await sqliteFaults(tx)));
    }
    return { checked, faults };
  });
}

async function sqliteFaults(db: Reader): Promise<string[]> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const orphans = await sql<{ table: string; rowid: number | null; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...pages.rows
      .map((row) => row.integrity_check)
      .filter((answer) => answer !== 'ok')
      .map((answer) => `integrity_check: ${answer}`),
    ...orphans.rows.map((row) => `${row.table} row ${row.rowid ?? '?'}: it points to a ${row.parent} that does not exist`),
  ];
}
