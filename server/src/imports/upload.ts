import type { IdKind } from '#shared/kit/ids.ts';
import { runChange } from '../change.ts';
import { uploadRoute } from '../files/route.ts';
import { newId } from '../kit/random.ts';
import type { Asked, ContextOf } from '../route.ts';
import { caps } from './caps.ts';
import { keepFile } from './keep.ts';
import * as mappings from './mappings.ts';
import { understandInWorker } from './run.ts';
import { AT_ONCE, inTurn } from './turns.ts';

/** Takes a list, reads it in a thread of its own, and keeps it with what was understood until it is applied. */
export function importRoute(contextOf: ContextOf) {
  return uploadRoute(contextOf, 'imports.preview', { atOnce: AT_ONCE, maxBytes: caps.fileBytes, keep: keepList });
}

/** Reads a list that came in and keeps it with what was understood; answers its id. */
export async function keepList({ ctx, actor, reach }: Asked, name: string, bytes: Buffer, onProgress: (share: number) => void) {
  const { services, now, requestId } = ctx;
  // A unit sends its returns and nothing else, whatever its file looks like.
  const asked =
    reach.scope === 'own'
      ? { correction: { kind: 'weekly' as const } }
      : { remembered: await mappings.remembered(ctx.db, reach.districtId) };
  const understood = await inTurn(() => understandInWorker(bytes, name, asked, { onProgress }));
  const make = <Kind extends IdKind>(kind: Kind) => newId(kind, now, services.random);
  const applier = { now, actor, requestId, auditKey: services.config.auditKey, newId: make };
  const { id } = await runChange(services, (tx) => keepFile(tx, applier, reach.districtId, { name, bytes }, understood));
  return { id };
}
