import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { sendFile } from '../files/send.ts';
import * as files from '../files/store.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import * as answers from './answer-store.ts';
import * as problems from './store.ts';

/** A file that was handed in with an answer, for whoever reads the problem. */
export function problemFileRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'problems.listed', async ({ ctx, reach }, request, response) => {
    const id = idOf('file').safeParse(request.params.id);
    const problemId = id.success ? await answers.problemOfFile(ctx.db, id.data) : null;
    if (!id.success || problemId === null) throw new DomainError('NOT_FOUND', { entity: 'file' });
    await problems.loadAssigned(ctx.db, reach, problemId);
    await sendFile(ctx.services.files, await files.load(ctx.db, id.data), request, response);
  });
}
