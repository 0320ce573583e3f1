import { createHash } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Request, Response } from 'express';
import type { Actor } from '#shared/accounts/schema.ts';
import { access, scopeOf } from '#shared/auth/permissions.ts';
import { isOfProjects } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import { newId } from '../kit/random.ts';
import { type RequestContext, recordDenied, transport } from '../trpc.ts';
import { caps } from './caps.ts';
import { understandInWorker } from './run.ts';
import * as imports from './store.ts';

/** Each reading may take a core and a few hundred megabytes: more at once would stop the others' work. */
const READINGS_AT_ONCE = 2;

/** Takes a file as a raw stream, reads it in a thread of its own, and keeps what was understood until it is applied. */
export function uploadRoute(contextOf: (request: Request, response: Response) => Promise<RequestContext>) {
  let under = 0;
  return async (request: Request, response: Response): Promise<void> => {
    const ctx = await contextOf(request, response);
    try {
      const { actor, districtId } = await admitted(ctx);
      if (under >= READINGS_AT_ONCE) throw new DomainError('TOO_MANY_REQUESTS', { minutes: 1 });
      under++;
      try {
        response.json({ id: await keep(ctx, actor, districtId, fileNameOf(request), await receive(request)) });
      } finally {
        under--;
      }
    } catch (error) {
      // What is still on its way is let run out, so that the browser hears the answer instead of a broken line.
      request.resume();
      if (!(error instanceof DomainError)) throw error;
      answer(response, error, ctx.requestId);
    }
  };
}

async function admitted(ctx: RequestContext): Promise<{ actor: Actor; districtId: Id<'unit'> }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED');
  if (scopeOf(access['imports.preview'], actor.role) === null || actor.districtId === null) {
    await recordDenied(ctx, actor, 'files.import');
    throw new DomainError('FORBIDDEN');
  }
  if (ctx.mustChangePassword) throw new DomainError('PASSWORD_MUST_CHANGE');
  return { actor, districtId: actor.districtId };
}

/** Header values are Latin letters alone, so the page sends the name percent-encoded. */
function fileNameOf(request: Request): string {
  try {
    const name = decodeURIComponent(request.get('x-file-name') ?? '');
    return (name.split(/[\\/]/).pop() ?? '').slice(-200) || 'file';
  } catch {
    return 'file';
  }
}

/** Counts while it receives: what a header claims about the length is not believed, but a large claim ends it at once. */
async function receive(request: Request): Promise<Buffer> {
  const tooLarge = () => new DomainError('TOO_LARGE', { limit: 'file', max: caps.fileBytes });
  if (Number(request.get('content-length') ?? 0) > caps.fileBytes) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= caps.fileBytes) chunks.push(chunk);
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

async function keep(
  ctx: RequestContext,
  actor: Actor,
  districtId: Id<'unit'>,
  fileName: string,
  bytes: Buffer,
): Promise<Id<'importBatch'>> {
  if (bytes.length === 0) throw new DomainError('FILE_UNREADABLE', { reason: 'empty' });
  const reading = await understandInWorker(bytes, fileName);
  if (!isOfProjects(reading)) throw new DomainError('FILE_UNREADABLE', { reason: 'kind', kind: reading.kind });
  const id = newId('importBatch', ctx.now, ctx.services.random);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await runChange(ctx.services, async (tx) => {
    const kept = {
      id,
      districtId,
      kind: reading.kind,
      fileName,
      sha256,
      createdAt: ctx.now,
      createdBy: actor.id,
      appliedAt: null,
      undoneAt: null,
      correction: null,
      version: 1,
    };
    await imports.insertBatch(tx, { ...kept, reading });
    const witness = { now: ctx.now, actor, requestId: ctx.requestId, auditKey: ctx.services.config.auditKey };
    await events.append(tx, witness, {
      action: 'import.read',
      id,
      after: { fileName, sha256, kind: reading.kind, rows: reading.rows.length },
    });
  });
  return id;
}

/** A refusal in the shape of every other one, so that the page explains it in the same words. */
function answer(response: Response, error: DomainError, requestId: string): void {
  const code = transport[error.code];
  const httpStatus = getHTTPStatusCodeFromError(new TRPCError({ code }));
  response.status(httpStatus).json({ data: { code, httpStatus, domain: { code: error.code, details: error.details }, requestId } });
}
