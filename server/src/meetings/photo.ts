import { isPicture } from '#shared/files/types.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import * as attachments from '../attachments/store.ts';

import { sendFile } from '../files/send.ts';
import * as files from '../files/store.ts';
import { type ContextOf, guardedRoute } from '../route.ts';

/** A photo of the meeting's screen, for whoever may see the screen: pictures alone, of the screen's district alone. */
export function screenPhotoRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'meetings.screen', async ({ ctx, reach }, request, response) => {
    const id = idOf('attachment').safeParse(request.params.id);
    if (!id.success) throw new DomainError('NOT_FOUND', { entity: 'attachment' });
    const { fileId } = await attachments.load(ctx.db, reach, id.data);
    const file = await files.load(ctx.db, fileId);
    if (!isPicture(file.mediaType)) throw new DomainError('NOT_FOUND', { entity: 'attachment' });
    await sendFile(ctx.services.files, file, request, response);
  });
}
