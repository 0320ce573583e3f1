import { z } from 'zod';

/** What a device calls one act of its own, a UUID: sent twice, because no answer came, the act is done once. */
export const SubmissionKey = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export type SubmissionKey = z.infer<typeof SubmissionKey>;
