import { z } from 'zod';
import { errorCodes, type Refusal } from '#shared/kit/errors.ts';
import type { ErrorFacts } from './errors-catalogue.ts';
import type { Catalogue } from './messages.ts';

/** What the server sends beside its transport code: `error.data` of a failed call. */
const Failure = z.object({
  data: z.object({
    domain: z.object({ code: z.enum(errorCodes), details: z.record(z.string(), z.unknown()).catch({}) }),
    requestId: z.string().nullish(),
  }),
});

/** A failure that answered, but not in our own words: a proxy's page, a masked internal error. */
const Answered = z.object({ data: z.object({ requestId: z.string().nullish() }) });

const Details = z.object({
  minutes: z.number().positive().nullish().catch(null),
  limit: z.enum(['file', 'rows', 'columns', 'sheets']).nullish().catch(null),
  max: z.number().positive().nullish().catch(null),
  changedBy: z.string().min(1).nullish().catch(null),
});

const BYTES_PER_MB = 1_048_576;

function factsOf(details: Record<string, unknown>, requestId: string | null): ErrorFacts {
  const { minutes, limit, max, changedBy } = Details.parse(details);
  return {
    minutes: minutes ? Math.ceil(minutes) : null,
    bound: limit && max ? { limit, most: limit === 'file' ? Math.round(max / BYTES_PER_MB) : max } : null,
    changedBy: changedBy ?? null,
    requestId,
  };
}

/** Whether a call never got an answer of ours: the line is down, or something between is. */
export function isUnreachable(error: unknown): boolean {
  return !Answered.safeParse(error).success;
}

/** The code and details of a failed call; null where the server never answered, or not in our words. */
export function failureOf(error: unknown): z.infer<typeof Failure>['data']['domain'] | null {
  const failure = Failure.safeParse(error);
  return failure.success ? failure.data.data.domain : null;
}

/** A failed call as one sentence: what happened, what was kept, what to do. */
export function errorSentence(error: unknown, { errors, refusals }: Pick<Catalogue, 'errors' | 'refusals'>): string {
  const failure = Failure.safeParse(error);
  if (!failure.success) {
    const answered = Answered.safeParse(error);
    if (!answered.success) return errors.unreachable;
    return errors.byCode.INTERNAL(factsOf({}, answered.data.data.requestId ?? null));
  }
  const { domain, requestId } = failure.data.data;
  if (domain.code === 'REFUSED') {
    const sentence = refusalText(domain.details, refusals);
    if (sentence !== null) return sentence;
  }
  return errors.byCode[domain.code](factsOf(domain.details, requestId ?? null));
}

/** A refusal that a shared rule gave before anything was asked of the server. */
export function refusalSentence(refusal: Refusal, { errors, refusals }: Pick<Catalogue, 'errors' | 'refusals'>): string {
  return refusalText(refusal, refusals) ?? errors.byCode.REFUSED(factsOf(refusal, null));
}

function refusalText(details: Record<string, unknown>, refusals: Catalogue['refusals']): string | null {
  const text = typeof details.reason === 'string' ? refusals[details.reason] : undefined;
  if (text === undefined) return null;
  return typeof text === 'string' ? text : text(details);
}
