/** Passwords that everybody tries first; a longer list costs more than it stops once attempts are counted. */
const common = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty123',
  'admin123',
  'administrator',
  '1234567890',
  '123456789a',
  'abc1234567',
  'iloveyou',
  'letmein',
  'woaini',
  'a123456789',
  'aa123456',
  'zaq12wsx',
  '1qaz2wsx',
];

/** In what way a password is too weak, and how long it has to be. */
export type WeakPassword = { reason: 'short' | 'classes' | 'common' | 'personal'; minimum: number };

const MINIMUM = 10;

/**
 * Why a password is refused, or null. At least 10 characters of three classes, no common word, not the user's own
 * name (GB/T 22239-2019 8.1.4.1 a as the office is assessed; the deviation from ASVS 6.2.5 is a recorded decision).
 */
export function whyWeak(password: string, personal: readonly string[]): WeakPassword | null {
  if ([...password].length < MINIMUM) return { reason: 'short', minimum: MINIMUM };
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((pattern) => pattern.test(password)).length;
  if (classes < 3) return { reason: 'classes', minimum: MINIMUM };
  const lower = password.toLowerCase();
  if (common.some((word) => lower.includes(word))) return { reason: 'common', minimum: MINIMUM };
  if (personal.some((word) => word.length >= 3 && lower.includes(word.toLowerCase()))) return { reason: 'personal', minimum: MINIMUM };
  return null;
}
