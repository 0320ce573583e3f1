import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { StoredFile } from '#shared/files/schema.ts';
import { isPicture } from '#shared/files/types.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { FileStore } from './folder.ts';

/**
 * Hands a file out to be saved. A picture may be shown where the page asks for it; nothing is ever opened as a page of
 * ours, whatever its bytes pretend to be.
 */
export async function sendFile(store: FileStore, file: StoredFile, request: Request, response: Response): Promise<void> {
  const bytes = await store.open(file.sha256);
  if (!bytes) throw new DomainError('STORAGE_FAILED', { reason: 'file-missing' });
  const isShown = isPicture(file.mediaType) && request.query.show === '1';
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Content-Length', file.size);
  response.setHeader('Content-Disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(file.name)}`);
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'private, no-store');
  await pipeline(bytes, response);
}

/** RFC 8187: what encodeURIComponent leaves standing and a header's value does not. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
