import type { Actor } from '../accounts/schema.ts';
import { mayCall } from '../auth/permissions.ts';
import type { Refusal } from '../kit/errors.ts';
import type { LedgerColumn } from './columns.ts';

/** Why a cell cannot be changed in the ledger: it is worked out, or it is not for this role to say. */
export function whyNotEdit(column: LedgerColumn, actor: Pick<Actor, 'role'>): Refusal<'worked-out' | 'not-your-part'> | null {
  if (column.edit === null) return { reason: 'worked-out' };
  return mayCall(actor.role, column.edit) ? null : { reason: 'not-your-part' };
}
