import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Request, Response } from 'express';
import type { Actor } from '#shared/accounts/schema.ts';
import { access, type ProcedureName, scopeOf } from '#shared/auth/permissions.ts';
import { safeFileName } from '#shared/files/names.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { type Reach, type RequestContext, reachOf, recordDenied, transport } from '../trpc.ts';

export type ContextOf = (request: Request, response: Response) => Promise<RequestContext>;

/** Who asks on a route of files, how far they reach, and under which request. */
export type Asked = { ctx: RequestContext; actor: Actor; reach: Reach };

/** Files come in and go out on routes beside the procedures: under the same access table, with the same refusals. */
export function fileRoute(
  contextOf: ContextOf,
  needs: ProcedureName,
  serve: (asked: Asked, request: Request, response: Response) => Promise<void>,
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

async function admitted(ctx: RequestContext, needs: ProcedureName): Promise<Asked> {
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
function reply(response: Response, status: number, body: unknown): void {
  if (response.headersSent) response.end(JSON.stringify(body));
  else response.status(status).json(body);
}

/** Where the work takes a while the answer is lines of JSON: how far it has come, and last what became of it. */
function progressOf(response: Response): (share: number) => void {
  return (progress) => {
    if (!response.headersSent) response.status(200).type('application/x-ndjson').setHeader('X-Accel-Buffering', 'no');
    response.write(`${JSON.stringify({ progress })}\n`);
  };
}

/** What comes in: how many at once, how large, and what becomes of the bytes. */
type Receiving = {
  atOnce: number;
  maxBytes: number;
  keep: (asked: Asked, fileName: string, bytes: Buffer, onProgress: (share: number) => void) => Promise<{ id: string }>;
};

/** Takes one file as a raw stream and answers the id of what it became. */
export function uploadRoute(contextOf: ContextOf, needs: ProcedureName, { atOnce, maxBytes, keep }: Receiving) {
  let under = 0;
  return fileRoute(contextOf, needs, async (asked, request, response) => {
    if (under >= atOnce) throw new DomainError('TOO_MANY_REQUESTS', { minutes: 1 });
    under++;
    try {
      const bytes = await receive(request, maxBytes);
      if (bytes.length === 0) throw new DomainError('FILE_UNREADABLE', { reason: 'empty' });
      reply(response, 200, await keep(asked, fileNameOf(request), bytes, progressOf(response)));
    } finally {
      under--;
    }
  });
}

/** Header values are Latin letters alone, so the page sends the name percent-encoded. */
function fileNameOf(request: Request): string {
  try {
    return safeFileName(decodeURIComponent(request.get('x-file-name') ?? ''));
  } catch {
    return safeFileName('');
  }
}

/** Counts while it receives: what a header claims about the length is not believed, but a large claim ends it at once. */
async function receive(request: Request, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new DomainError('TOO_LARGE', { limit: 'file', max: maxBytes });
  if (Number(request.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(tooLarge());
      }
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new DomainError('FILE_UNREADABLE', { reason: 'stopped' })));
    request.once('aborted', () => reject(new DomainError('FILE_UNREADABLE', { reason: 'stopped' })));
  });
}
