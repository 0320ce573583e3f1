import { z } from 'zod';
import { idOf } from '../kit/ids.ts';

/** Who carries a project 项目专员; null where nobody of its unit was named. `version` is 0 until somebody has been. */
export const ProjectOfficer = z.strictObject({
  projectId: idOf('project'),
  officerId: idOf('account').nullable(),
  version: z.number().int().min(0),
});
export type ProjectOfficer = z.infer<typeof ProjectOfficer>;

/** 交接: everything that an officer carries goes to another; with `close`, the old account is closed in the same act. */
export const HandOver = z.strictObject({
  fromId: idOf('account'),
  toId: idOf('account'),
  close: z.boolean(),
  /** The version of the account that hands over. */
  version: z.number().int().positive(),
});
export type HandOver = z.infer<typeof HandOver>;
