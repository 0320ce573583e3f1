import { existsSync } from 'node:fs';
import type { LedgerEntry } from '#shared/imports/ledger.ts';
import type { StoreConfig } from '../db/open.ts';
import { openPostgres } from '../db/postgres.ts';
import { openSqliteReadOnly } from '../db/sqlite.ts';
import * as districts from '../districts/store.ts';
import * as imports from './store.ts';

/** The ledger of an installation, or why there is none to match against. */
export type LedgerOnRecord = { entries: readonly LedgerEntry[] } | { none: 'not-set-up' | 'several-districts' | 'closed' };

/**
 * Reads the projects on record, beside a running server too: nothing is made, locked or changed. An installation that is
 * not set up, or cannot be opened, is no reason not to read a list.
 */
export async function ledgerOnRecord(where: StoreConfig, year: number): Promise<LedgerOnRecord> {
  if (where.kind === 'sqlite' && !existsSync(where.file)) return { none: 'not-set-up' };
  try {
    const store = where.kind === 'sqlite' ? openSqliteReadOnly(where.file) : await openPostgres(where.url);
    try {
      const [district, ...others] = await districts.list(store.db);
      if (!district) return { none: 'not-set-up' };
      if (others.length > 0) return { none: 'several-districts' };
      return { entries: await imports.ledger(store.db, { scope: 'district', districtId: district.id, unitIds: null }, year) };
    } finally {
      await store.close();
    }
  } catch {
    return { none: 'closed' };
  }
}
