import { z } from 'zod';
import { idOf } from '#shared/kit/ids.ts';
import { inDistrict, router } from '../trpc.ts';
import * as documents from './store.ts';

export const documentsRouter = router({
  /** An issued document with its stored model: what was printed is shown again to the letter. */
  get: inDistrict
    .input(z.strictObject({ id: idOf('document'), attempt: z.number().int().positive().optional() }))
    .query(({ ctx, input }) => documents.loadVersion(ctx.db, ctx.reach.districtId, input.id, input.attempt)),
});
