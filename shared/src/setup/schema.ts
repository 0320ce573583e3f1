import { z } from 'zod';
import { CreateAccount, PasswordText, Username } from '../accounts/schema.ts';
import { District } from '../districts/schema.ts';
import { MeetingSeries } from '../meetings/series.ts';
import { Unit } from '../units/schema.ts';

/** What the one-time set-up link asks for: the district, the administrator and the first office account. */
export const CompleteSetup = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{64}$/),
  district: District.omit({ id: true, version: true }),
  /** When and where the district's own series meets. */
  meeting: MeetingSeries.pick({ weekday: true, time: true, place: true }),
  office: Unit.pick({ name: true, shortName: true }),
  admin: CreateAccount.pick({ username: true, name: true, password: true }),
  officeAccount: z.strictObject({ username: Username, name: CreateAccount.shape.name, password: PasswordText }),
});
export type CompleteSetup = z.infer<typeof CompleteSetup>;
