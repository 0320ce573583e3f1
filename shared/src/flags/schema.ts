import { z } from 'zod';
import { Quarter } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 红旗 praises, 黑旗 reproaches. */
export const FlagColour = z.enum(['red', 'black']);
export type FlagColour = z.infer<typeof FlagColour>;

/** 拟评 → 联席评定 → 签批 → 公布 */
export const FlagState = z.enum(['proposed', 'reviewed', 'signed', 'announced']);
export type FlagState = z.infer<typeof FlagState>;

/** A flag for a quarter, to a project or to a unit: exactly one of the two. */
export const Flag = z.strictObject({
  id: idOf('flag'),
  districtId: idOf('unit'),
  quarter: Quarter,
  projectId: idOf('project').nullable(),
  unitId: idOf('unit').nullable(),
  colour: FlagColour,
  state: FlagState,
  /** 依据: what the flag rests on; a black one must say. */
  basis: z.string().trim().max(300),
  /** The leader who signed it; null until then. */
  signedByName: z.string().nullable(),
  version: z.number().int().positive(),
});
export type Flag = z.infer<typeof Flag>;

/** Proposes a flag for a project. The basis may stay empty for a red one, not for a black one. */
export const ProposeFlag = z.strictObject({
  projectId: idOf('project'),
  /** Not given: the quarter in hand. */
  quarter: Quarter.optional(),
  colour: FlagColour,
  basis: Flag.shape.basis,
});
export type ProposeFlag = z.infer<typeof ProposeFlag>;
