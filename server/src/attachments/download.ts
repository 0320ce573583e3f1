import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { sendFile } from '../files/send.ts';
import * as files from '../files/store.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import * as attachments from './store.ts';

/** An attachment's file, for whoever may read its project. */
export function downloadRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'projects.page', async ({ ctx, reach }, request, response) => {
    const id = idOf('attachment').safeParse(request.params.id);
    if (!id.success) throw new DomainError('NOT_FOUND', { entity: 'attachment' });
    const { fileId } = await attachments.load(ctx.db, reach, id.data);
    await sendFile(ctx.services.files, await files.load(ctx.db, fileId), request, response);
  });
}
