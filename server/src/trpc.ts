import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError, z } from 'zod';
import type { Actor } from '#shared/accounts/schema.ts';
import { isNoted } from '#shared/auth/denials.ts';
import { ruleOf, type Scope, scopeOf } from '#shared/auth/permissions.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError, type ErrorCode } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { runChange } from './change.ts';
import type { Database, Reader, Tx } from './db/tables.ts';
import { append, lastOf } from './events/store.ts';
import { newId } from './kit/random.ts';
import type { Services } from './services.ts';
import { subtreeIds } from './units/store.ts';

/** What every request brings, before anybody has asked who it is. */
export type RequestContext = {
  services: Services;
  db: Database;
  now: Instant;
  requestId: string;
  address: string;
  actor: Actor | null;
  mustChangePassword: boolean;
  /** The hash of the session's or display's token: names the session without being able to use it. */
  sessionKey: string | null;
  setCookie: (kind: 'session' | 'display', token: string | null) => void;
};

/** Which records exist for the asker: a district's, narrowed to units where the scope is `own`. */
export type Reach = { scope: Scope; districtId: Id<'unit'>; unitIds: Id<'unit'>[] | null };

/** The transport's word for each of our own codes. */
export const transport = {
  INVALID: 'BAD_REQUEST',
  SIGN_IN_REQUIRED: 'UNAUTHORIZED',
  SIGN_IN_FAILED: 'UNAUTHORIZED',
  LOCKED_OUT: 'TOO_MANY_REQUESTS',
  PASSWORD_TOO_WEAK: 'BAD_REQUEST',
  PASSWORD_MUST_CHANGE: 'FORBIDDEN',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  REFUSED: 'PRECONDITION_FAILED',
  ALREADY_SET_UP: 'PRECONDITION_FAILED',
  SETUP_LINK_INVALID: 'FORBIDDEN',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  FILE_UNREADABLE: 'UNPROCESSABLE_CONTENT',
  FILE_TYPE_REFUSED: 'UNSUPPORTED_MEDIA_TYPE',
  STORAGE_FAILED: 'INTERNAL_SERVER_ERROR',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ErrorCode, TRPCError['code']>;

const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
  // What is not ours is masked: a message may hold SQL, a path, a stack.
  errorFormatter: ({ shape, error, ctx }) => ({
    code: shape.code,
    message: error.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      domain: domainOf(error),
      requestId: ctx?.requestId ?? null,
    },
  }),
});

function domainOf(error: TRPCError): { code: ErrorCode; details: Record<string, unknown> } {
  if (error.cause instanceof DomainError) return { code: error.cause.code, details: error.cause.details };
  // What a record of ours does not fit is our error, not the asker's.
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError)
    return { code: 'INVALID', details: { fields: error.cause.issues.map((issue) => issue.path.join('.')) } };
  if (error.code === 'NOT_FOUND') return { code: 'NOT_FOUND', details: {} };
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'TOO_LARGE', details: {} };
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR' || error.code === 'METHOD_NOT_SUPPORTED')
    return { code: 'INVALID', details: {} };
  return { code: isStorage(error.cause) ? 'STORAGE_FAILED' : 'INTERNAL', details: {} };
}

function isStorage(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR') || code === '53100';
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** What remains callable while a password must be changed first. */
const beforePasswordChange = new Set(['auth.me', 'auth.signOut', 'auth.signIn', 'auth.changePassword', 'setup.state']);

/**
 * What stands before every procedure: it lets the asker in, with what the procedure may then count on, and turns domain
 * errors into the transport's. Routers never build a TRPCError. One step rather than several, because with each one tRPC
 * copies all that the request brings.
 */
function guarded<Added extends object>(admit: (ctx: RequestContext, path: string) => Promise<Added>) {
  return t.procedure.use(async ({ ctx, path, next }) => {
    const added = await admit(ctx, path).catch((error: unknown) => {
      throw transported(error);
    });
    const result = await next({ ctx: added });
    if (!result.ok && result.error.cause instanceof DomainError) throw transported(result.error.cause);
    return result;
  });
}

function transported(error: unknown): unknown {
  return error instanceof DomainError ? new TRPCError({ code: transport[error.code], message: error.code, cause: error }) : error;
}

/** The one guard: reads the access table by the procedure's path, and works out how far the asker reaches. */
async function anybody(ctx: RequestContext, path: string) {
  const rule = ruleOf(path);
  if (rule === null) throw new DomainError('FORBIDDEN');
  const { actor } = ctx;
  if (rule !== 'public') {
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
    if (scopeOf(rule, actor.role) === null) {
      await recordDenied(ctx, actor, path);
      throw new DomainError('FORBIDDEN');
    }
    if (ctx.mustChangePassword && !beforePasswordChange.has(path)) throw new DomainError('PASSWORD_MUST_CHANGE');
  }
  const scope: Scope = actor ? (scopeOf(rule, actor.role) ?? 'self') : 'self';
  return { scope, ...actsOf(ctx) };
}

async function somebody(ctx: RequestContext, path: string) {
  const admitted = await anybody(ctx, path);
  const { actor } = ctx;
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
  return { ...admitted, actor, auditKey: ctx.services.config.auditKey };
}

async function somebodyOfDistrict(ctx: RequestContext, path: string) {
  const admitted = await somebody(ctx, path);
  const { actor, scope } = admitted;
  if (!actor.districtId) throw new DomainError('FORBIDDEN', { reason: 'no-district' });
  return { ...admitted, reach: await reachOf(ctx.db, actor, scope, actor.districtId) };
}

function actsOf(ctx: RequestContext) {
  const { services } = ctx;
  return {
    newId: <Kind extends IdKind>(kind: Kind) => newId(kind, ctx.now, services.random),
    /** Runs a change: one transaction, at least one event, and a wake-up call after the commit. */
    change: async <Result>(act: (tx: Tx) => Promise<Result>): Promise<Result> => {
      try {
        return await runChange(services, act);
      } catch (error) {
        throw await withFaster(ctx.db, error);
      }
    },
  };
}

const Newer = z.object({ newer: z.object({ id: z.string() }), changedBy: z.undefined().optional() });

/** A conflict says who was faster, and when: the log knows it for every record. */
async function withFaster(db: Database, error: unknown): Promise<unknown> {
  if (!(error instanceof DomainError) || error.code !== 'CONFLICT') return error;
  const read = Newer.safeParse(error.details);
  const last = read.success ? await lastOf(db, read.data.newer.id) : null;
  return last ? new DomainError('CONFLICT', { ...error.details, ...last }) : error;
}

/** Leaves a trace of somebody who asked for what their role may not; of many such calls, their weight. */
export async function recordDenied(ctx: RequestContext, actor: Actor, path: string): Promise<void> {
  const denials = ctx.services.denials.count(actor.id, path, ctx.now);
  if (!isNoted(denials)) return;
  await runChange(ctx.services, (tx) =>
    append(
      tx,
      { now: ctx.now, actor, requestId: ctx.requestId, auditKey: ctx.services.config.auditKey },
      { action: 'access.denied', id: path, after: denials, result: 'denied' },
    ),
  );
}

/** Anybody, signed in or not; the access table still decides. */
export const open = guarded(anybody);

/** Somebody who is signed in, with their reach and their witness for the log. */
export const signedIn = guarded(somebody);

/** Which of a district's records exist for somebody who acts within a scope. */
export async function reachOf(db: Reader, actor: Pick<Actor, 'unitId'>, scope: Scope, districtId: Id<'unit'>): Promise<Reach> {
  return { scope, districtId, unitIds: scope === 'own' ? await subtreeIds(db, actor.unitId) : null };
}

/** Somebody who works inside a district. */
export const inDistrict = guarded(somebodyOfDistrict);
