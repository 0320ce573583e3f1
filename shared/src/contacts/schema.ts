import { z } from 'zod';
import { idOf } from '../kit/ids.ts';

/** A telephone as people write it: a mobile, a line with its area code, an extension. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 \-()（）转]{4,28}[0-9]$/);

/** An e-mail address, as far as a machine can tell; whether anybody reads it a test message tells. */
export const Email = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/);

/** A contact 联系人 of a unit: whom one calls about its projects. */
export const Contact = z.strictObject({
  id: idOf('contact'),
  unitId: idOf('unit'),
  name: z.string().trim().min(1).max(40),
  /** What they do there: 分管领导, 项目专员, 值班. */
  duty: z.string().trim().max(40).nullable(),
  phone: Phone.nullable(),
  /** Where word is sent to that leaves the house by e-mail: 催报. */
  email: Email.nullable(),
  version: z.number().int().positive(),
});
export type Contact = z.infer<typeof Contact>;

/** A new contact of a unit. */
export const AddContact = Contact.omit({ id: true, version: true }).extend({ email: Contact.shape.email.default(null) });
export type AddContact = z.infer<typeof AddContact>;

/** A contact as it is to read; whose it is is not changed by it. */
export const UpdateContact = Contact.omit({ unitId: true });
export type UpdateContact = z.infer<typeof UpdateContact>;
