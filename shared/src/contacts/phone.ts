import type { Actor } from '../accounts/schema.ts';

/**
 * The one rule of who reads a telephone number whole: who has to call. The office and the leaders of the district call
 * every unit, the administrator keeps the lists, and a unit's officers know their own people; everybody else sees
 * enough to recognise a number, not enough to use it (GB/T 22239-2019 8.1.4.11).
 */
export function seesPhone(actor: Pick<Actor, 'role'>, isOwnUnit: boolean): boolean {
  switch (actor.role) {
    case 'office':
    case 'leader':
    case 'admin':
      return true;
    case 'officer':
      return isOwnUnit;
    default:
      return false;
  }
}

/** A number with its middle taken out: `138****5678`, `029-****123`; a short one keeps its last two digits. */
export function masked(phone: string): string {
  const digits = phone.replace(/\D/g, '').length;
  const [head, tail] = digits >= 11 ? [3, 4] : digits >= 7 ? [0, 3] : [0, 2];
  let at = 0;
  return phone.replace(/\d/g, (digit) => {
    at++;
    return at <= head || at > digits - tail ? digit : '*';
  });
}

/** An e-mail address with its reader taken out: `l***@example.gov.cn`. */
export function maskedEmail(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1***');
}

/** A number as somebody may read it. */
export function phoneFor(phone: string | null, actor: Pick<Actor, 'role'>, isOwnUnit: boolean): string | null {
  return phone === null || seesPhone(actor, isOwnUnit) ? phone : masked(phone);
}

/** An e-mail address as somebody may read it: by the rule of the telephone. */
export function emailFor(email: string | null, actor: Pick<Actor, 'role'>, isOwnUnit: boolean): string | null {
  return email === null || seesPhone(actor, isOwnUnit) ? email : maskedEmail(email);
}
