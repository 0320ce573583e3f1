import type { Actor } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';

/** Why a view cannot be kept or thrown away so: what everybody looks at is the office's to set. */
export function whyNotKeepView(view: { isShared: boolean }, actor: Pick<Actor, 'role'>): Refusal<'not-your-part'> | null {
  return view.isShared && actor.role !== 'office' ? { reason: 'not-your-part' } : null;
}
