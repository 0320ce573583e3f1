import type { Request, Response } from 'express';
import type { ProcedureName } from '#shared/auth/permissions.ts';
import { safeFileName } from '#shared/files/names.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { type Asked, type ContextOf, guardedRoute, reply } from '../route.ts';

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
  return guardedRoute(contextOf, needs, async (asked, request, response) => {
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
