import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { sendFile } from '../files/send.ts';
import * as files from '../files/store.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import * as answers from './answer-store.ts';
import * as decisions from './decision-store.ts';

/** A file that was handed in with an answer, for whoever reads the decision. */
export function evidenceRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'decisions.list', async ({ ctx, reach }, request, response) => {
    const id = idOf('file').safeParse(request.params.id);
    const decisionId = id.success ? await answers.decisionOfFile(ctx.db, id.data) : null;
    if (!id.success || decisionId === null) throw new DomainError('NOT_FOUND', { entity: 'file' });
    await decisions.requireReached(ctx.db, reach, decisionId);
    await sendFile(ctx.services.files, await files.load(ctx.db, id.data), request, response);
  });
}
