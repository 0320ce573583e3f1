import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 入库纳统: entry into the statistics bureau's project base. */
export const Registration = z.strictObject({
  id: idOf('registration'),
  projectId: idOf('project'),
  submittedOn: Day.nullable(),
  registeredOn: Day.nullable(),
  note: z.string().max(300).nullable(),
  version: z.number().int().positive(),
});
export type Registration = z.infer<typeof Registration>;

/** `version` is 0 where the project has no registration on record yet. */
export const SetRegistration = Registration.omit({ id: true }).extend({ version: z.number().int().min(0) });
export type SetRegistration = z.infer<typeof SetRegistration>;
