import type { Actor } from '#shared/accounts/schema.ts';
import { addMs, type Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { fixed } from '../db/fixed.ts';
import type { Reader, Tx } from '../db/tables.ts';

const MINUTE_MS = 60_000;

/** A session ends after 30 idle minutes or 12 hours; at most 3 at a time per account (RELIABILITY 5.4). */
export const IDLE_MS = 30 * MINUTE_MS;
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
const MOST_SESSIONS = 3;

/** 5 failures in 15 minutes lock an account, 30 an address: a town hall sits behind one. */
const WINDOW_MS = 15 * MINUTE_MS;
export const LOCK_MINUTES = WINDOW_MS / MINUTE_MS;
const ACCOUNT_LIMIT = 5;
const ADDRESS_LIMIT = 30;

/** The account with its unit and what a sign-in needs to check; null where there is none of that name. */
export async function findByUsername(db: Reader, username: string) {
  return (await accountRows(db).where('account.username', '=', username).executeTakeFirst()) ?? null;
}

const accountById = fixed(['id'], (db, { id }: { id: Id<'account'> }) => accountRows(db).where('account.id', '=', id));

export async function findById(db: Reader, id: Id<'account'>) {
  const [account] = await accountById(db, { id });
  return account ?? null;
}

function accountRows(db: Reader) {
  return db
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unitId')
    .select([
      'account.id',
      'account.username',
      'account.name',
      'account.role',
      'account.passwordHash',
      'account.mustChangePassword',
      'account.active',
      'account.unitId',
      'account.version',
      'unit.shortName as unitName',
      'unit.districtId',
    ]);
}

export type AccountWithUnit = NonNullable<Awaited<ReturnType<typeof findById>>>;

export function actorOf(row: AccountWithUnit): Actor {
  return { id: row.id, name: row.name, role: row.role, unitId: row.unitId, unitName: row.unitName, districtId: row.districtId };
}

const sessionByToken = fixed(['tokenHash'], (db, { tokenHash }: { tokenHash: string }) =>
  db.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash),
);

/** The account behind a session that is still good; the idle clock is wound on at most once a minute. */
export async function readSession(db: Reader, tokenHash: string, now: Instant): Promise<AccountWithUnit | null> {
  const [session] = await sessionByToken(db, { tokenHash });
  if (!session) return null;
  if (session.seenAt < addMs(now, -IDLE_MS) || session.startedAt < addMs(now, -ABSOLUTE_MS)) {
    // Gone for good: a clock that is set back must not bring it to life again.
    await endSession(db, tokenHash);
    return null;
  }
  const account = await findById(db, session.accountId);
  if (!account?.active) return null;
  if (session.seenAt < addMs(now, -MINUTE_MS)) await touchSession(db, tokenHash, now);
  return account;
}

/** Winds on a session's idle clock; an open stream does so too, so that a running console does not idle out. */
export async function touchSession(db: Reader, tokenHash: string, now: Instant): Promise<void> {
  await db.updateTable('session').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute();
}

/** Opens a session; answers the keys of the oldest ones, which give way to it. */
export async function startSession(tx: Tx, accountId: Id<'account'>, tokenHash: string, now: Instant): Promise<string[]> {
  await tx.deleteFrom('session').where('startedAt', '<', addMs(now, -ABSOLUTE_MS)).execute();
  const kept = await tx.selectFrom('session').select('tokenHash').where('accountId', '=', accountId).orderBy('startedAt', 'desc').execute();
  const surplus = kept.slice(MOST_SESSIONS - 1).map((row) => row.tokenHash);
  if (surplus.length) await tx.deleteFrom('session').where('tokenHash', 'in', surplus).execute();
  await tx.insertInto('session').values({ tokenHash, accountId, startedAt: now, seenAt: now }).execute();
  return surplus;
}

export async function endSession(db: Reader, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}

/** Ends an account's sessions, but for one; answers the keys of those that ended, so that their streams end too. */
export async function endSessions(tx: Tx, accountId: Id<'account'>, except: string | null): Promise<string[]> {
  let query = tx.selectFrom('session').select('tokenHash').where('accountId', '=', accountId);
  if (except) query = query.where('tokenHash', '!=', except);
  const ended = (await query.execute()).map((row) => row.tokenHash);
  if (ended.length) await tx.deleteFrom('session').where('tokenHash', 'in', ended).execute();
  return ended;
}

/** Whether a name or an address has failed too often of late. */
export async function isLockedOut(db: Reader, username: string, address: string, now: Instant): Promise<boolean> {
  const since = addMs(now, -WINDOW_MS);
  const failures = (column: 'username' | 'address', value: string) =>
    db
      .selectFrom('sign_in_failure')
      .select((built) => built.fn.countAll<number>().as('count'))
      .where(column, '=', value)
      .where('at', '>', since)
      .executeTakeFirstOrThrow();
  const [byName, byAddress] = [await failures('username', username), await failures('address', address)];
  return Number(byName.count) >= ACCOUNT_LIMIT || Number(byAddress.count) >= ADDRESS_LIMIT;
}

export async function recordFailure(tx: Tx, username: string, address: string, now: Instant): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('at', '<', addMs(now, -WINDOW_MS)).execute();
  await tx.insertInto('sign_in_failure').values({ username, address, at: now }).execute();
}

export async function forgetFailures(tx: Tx, username: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('username', '=', username).execute();
}

export async function setPassword(tx: Tx, id: Id<'account'>, passwordHash: string, mustChange: boolean, now: Instant): Promise<void> {
  await tx
    .updateTable('account')
    .set((built) => ({ passwordHash, passwordChangedAt: now, mustChangePassword: mustChange ? 1 : 0, version: built('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
