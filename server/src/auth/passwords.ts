import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes (RELIABILITY 5.4). */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** The hash of no password: checked where the name is unknown, so that both cases take the same time. */
const nobody = hash('no account has this password', options);

/** Whether a password is right; takes the same time where there is no account. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? (await nobody), password);
  return stored !== null && isRight;
}
