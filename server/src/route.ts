import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Request, Response } from 'express';
import type { Actor } from '#shared/accounts/schema.ts';
import { access, type ProcedureName, scopeOf } from '#shared/auth/permissions.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { type Reach, type RequestContext, reachOf, recordDenied, transport } from './trpc.ts';

/** Makes what a request brings; some routes ask for more of it than others. */
export type ContextOf<More = unknown> = (request: Request, response: Response) => Promise<RequestContext & More>;

/** Who asks on a route beside the procedures, how far they reach, and under which request. */
export type Asked<More = unknown> = { ctx: RequestContext & More; actor: Actor; reach: Reach };

/** What goes out as bytes, or comes in as such, has a route beside the procedures: under the same access table, with the same refusals. */
export function guardedRoute<More>(
  contextOf: ContextOf<More>,
  needs: ProcedureName,
  serve: (asked: Asked<More>, request: Request, response: Response) => Promise<void>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const ctx = await contextOf(request, response);
    try {
      await serve(await admitted(ctx, needs), request, response);
    } catch (error) {
      // What is still on its way is let run out, so that the browser hears the answer instead of a broken line.
      request.resume();
      if (!(error instanceof DomainError)) throw error;
      answer(response, error, ctx.requestId);
    }
  };
}

export async function admitted<More>(ctx: RequestContext & More, needs: ProcedureName): Promise<Asked<More>> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
  const scope = scopeOf(access[needs], actor.role);
  if (scope === null || actor.districtId === null) {
    await recordDenied(ctx, actor, needs);
    throw new DomainError('FORBIDDEN');
  }
  if (ctx.mustChangePassword) throw new DomainError('PASSWORD_MUST_CHANGE');
  return { ctx, actor, reach: await reachOf(ctx.db, actor, scope, actor.districtId) };
}

/** A refusal in the shape of every other one, so that the page explains it in the same words. */
function answer(response: Response, error: DomainError, requestId: string): void {
  const code = transport[error.code];
  const httpStatus = getHTTPStatusCodeFromError(new TRPCError({ code }));
  reply(response, httpStatus, { data: { code, httpStatus, domain: { code: error.code, details: error.details }, requestId } });
}

/** Once progress was told the status is spoken for: the last line says what became of it. */
export function reply(response: Response, status: number, body: unknown): void {
  if (response.headersSent) response.end(JSON.stringify(body));
  else response.status(status).json(body);
}
