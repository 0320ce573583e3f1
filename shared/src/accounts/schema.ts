import { z } from 'zod';
import { idOf } from '../kit/ids.ts';

/** 管理员 项目办 项目专员 领导 评委 审计员. A display is no account: it enters by a device link. */
export const AccountRole = z.enum(['admin', 'office', 'officer', 'leader', 'inspector', 'auditor']);
export type AccountRole = z.infer<typeof AccountRole>;

/** Every role that can ask the server for something. */
export const Role = z.enum([...AccountRole.options, 'display']);
export type Role = z.infer<typeof Role>;

/** Lower-case letters, digits, dot, dash, underscore: nothing that looks like something else. */
export const Username = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/);

/** Somebody who signs in: who they are, what they may, and the unit that their reach hangs on. */
export const Account = z.strictObject({
  id: idOf('account'),
  unitId: idOf('unit'),
  username: Username,
  name: z.string().trim().min(1).max(40),
  role: AccountRole,
  active: z.boolean(),
  mustChangePassword: z.boolean(),
  version: z.number().int().positive(),
});
export type Account = z.infer<typeof Account>;

/** Who asks: an account or a display, with the unit that their access hangs on. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  unitId: Account['unitId'];
  unitName: string;
  districtId: Account['unitId'] | null;
};

/** A password as it is typed; whether it is a good one is `whyWeak`'s to say. */
export const PasswordText = z.string().min(1).max(128);

/** A new account with its first password, which its owner must change. */
export const CreateAccount = Account.pick({ unitId: true, username: true, name: true, role: true }).extend({ password: PasswordText });
export type CreateAccount = z.infer<typeof CreateAccount>;
