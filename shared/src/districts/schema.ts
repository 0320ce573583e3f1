import { z } from 'zod';
import { WallTime } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** What a district sets for itself. Its id is that of its unit. */
export const District = z.strictObject({
  id: idOf('unit'),
  name: z.string().trim().min(2).max(40),
  /** GB/T 2260, six digits. */
  regionCode: z.string().regex(/^\d{6}$/),
  /** The office that signs and issues, e.g. ××区重点项目建设指挥部办公室. */
  issuingOffice: z.string().trim().min(2).max(60),
  /** 机关代字 in a document number, e.g. 区重点办. */
  officeMark: z.string().trim().min(1).max(20),
  /** From this day of the week on its returns are asked for. 1 = Monday … 7 = Sunday. */
  returnOpenWeekday: z.number().int().min(1).max(7),
  /** Their cut-off day and hour; a cut-off on a day off moves to the next working day. */
  returnWeekday: z.number().int().min(1).max(7),
  returnTime: WallTime,
  version: z.number().int().positive(),
});
export type District = z.infer<typeof District>;
