import type { Account } from '#shared/accounts/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { NewRow, Reader, Row, Tx } from '../db/tables.ts';

function accountOf(row: Omit<Row<'account'>, 'passwordHash' | 'passwordChangedAt'>): Account {
  return { ...row, active: row.active === 1, mustChangePassword: row.mustChangePassword === 1 };
}

const columns = ['id', 'unitId', 'username', 'name', 'role', 'mustChangePassword', 'active', 'version'] as const;

export async function list(db: Reader): Promise<Account[]> {
  const rows = await db.selectFrom('account').select(columns).orderBy('username').execute();
  return rows.map(accountOf);
}

export async function load(db: Reader, id: Id<'account'>): Promise<Account> {
  const row = await db.selectFrom('account').select(columns).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'account' });
  return accountOf(row);
}

/** Administrators who can sign in, but for one account. */
export async function countOtherAdmins(tx: Tx, id: Id<'account'>): Promise<number> {
  const rows = await tx
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('active', '=', 1)
    .where('id', '!=', id)
    .execute();
  return rows.length;
}

/** Adds an account; a name that is taken is refused before the database would. */
export async function insert(tx: Tx, row: NewRow<'account'>): Promise<void> {
  const taken = await tx.selectFrom('account').select('id').where('username', '=', row.username).executeTakeFirst();
  if (taken) throw new DomainError('REFUSED', { reason: 'username-taken', username: row.username });
  await tx.insertInto('account').values(row).execute();
}

export async function save(tx: Tx, account: Account): Promise<Account> {
  const row = await tx
    .updateTable('account')
    .set({ name: account.name, unitId: account.unitId, role: account.role, active: account.active ? 1 : 0, version: account.version + 1 })
    .where('id', '=', account.id)
    .where('version', '=', account.version)
    .returning(columns)
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'account', newer: await load(tx, account.id) });
  return accountOf(row);
}

/** People of a role who can sign in, in a district or in the whole installation, or in the units named. */
export function ofRole(
  db: Reader,
  role: Account['role'],
  where: { districtId: Id<'unit'> | null; unitIds?: readonly Id<'unit'>[] | null },
): Promise<{ id: Id<'account'>; name: string; unitId: Id<'unit'>; unitName: string }[]> {
  let query = db
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unitId')
    .select(['account.id', 'account.name', 'account.unitId', 'unit.shortName as unitName'])
    .where('account.role', '=', role)
    .where('account.active', '=', 1)
    .orderBy('account.username');
  if (where.districtId) query = query.where('unit.districtId', '=', where.districtId);
  if (where.unitIds) query = query.where('account.unitId', 'in', where.unitIds);
  return query.execute();
}
