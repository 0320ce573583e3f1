import type { Refusal } from '../kit/errors.ts';
import type { Account } from './schema.ts';

/** Why an account cannot hang on a unit; null where it can. */
export function whyNotBelong(unit: { active: boolean; name: string }): Refusal<'account-unit-inactive'> | null {
  return unit.active ? null : { reason: 'account-unit-inactive', unit: unit.name };
}

/**
 * Why an account cannot be changed so: nobody shuts themselves out or gives themselves another role, and the last
 * administrator who can sign in stays one.
 */
export function whyNotUpdate(
  before: Account,
  after: Account,
  asker: string,
  otherAdmins: number,
): Refusal<'own-account' | 'last-admin'> | null {
  const staysAdmin = after.active && after.role === 'admin';
  if (before.id === asker && (!after.active || after.role !== before.role)) return { reason: 'own-account' };
  if (before.role === 'admin' && before.active && !staysAdmin && otherAdmins === 0) return { reason: 'last-admin' };
  return null;
}

/** Why an account's password cannot be set by the administrator: one's own is changed with the present one. */
export function whyNotReset(account: Pick<Account, 'id'>, asker: string): Refusal<'own-password'> | null {
  return account.id === asker ? { reason: 'own-password' } : null;
}
