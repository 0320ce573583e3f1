import { z } from 'zod';

/** What a device calls one act of its own: sent twice, because no answer came, the act is done once. */
export const SubmissionKey = z.uuid();
export type SubmissionKey = z.infer<typeof SubmissionKey>;
