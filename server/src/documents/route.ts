import type { Response } from 'express';
import type { Document } from '#shared/documents/model.ts';
import { titleOf } from '#shared/documents/wording.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import { DOCX_TYPE, docxOf } from './docx.ts';
import * as documents from './store.ts';

/** An issued document as a Word file, for whoever may read it. */
export function docxRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'documents.get', async ({ ctx, reach }, request, response) => {
    const id = idOf('document').safeParse(request.params.id);
    if (!id.success) throw new DomainError('NOT_FOUND', { entity: 'document' });
    const attempt = Number(request.query.version);
    const { model } = await documents.read(ctx.db, reach, id.data, Number.isInteger(attempt) && attempt > 0 ? attempt : undefined);
    sendDocx(response, model);
  });
}

/** Sends a document as a Word file, under its title. */
export function sendDocx(response: Response, document: Document): void {
  response.setHeader('Content-Type', DOCX_TYPE);
  response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(titleOf(document))}.docx`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(docxOf(document));
}
