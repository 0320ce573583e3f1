import { FILE_BYTES, mediaTypeOf } from '#shared/files/types.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import { newId } from '../kit/random.ts';
import type { Asked, ContextOf } from '../route.ts';
import { uploadRoute } from './route.ts';
import * as files from './store.ts';

/** Each is held whole in memory while it comes in. */
const RECEIVED_AT_ONCE = 4;

/** Takes any file that is to hang on something afterwards: an attachment, a photo, a letter's enclosure. */
export function receiveRoute(contextOf: ContextOf) {
  return uploadRoute(contextOf, 'attachments.add', { atOnce: RECEIVED_AT_ONCE, maxBytes: FILE_BYTES, keep: keepReceived });
}

/** Keeps a file that came in, with its event; what it hangs on is said afterwards. */
export async function keepReceived({ ctx, actor, reach }: Asked, name: string, bytes: Buffer) {
  const type = mediaTypeOf(name, bytes);
  if ('reason' in type) throw new DomainError('FILE_TYPE_REFUSED', type);
  const { services, now, requestId } = ctx;
  const sha256 = await services.files.put(bytes);
  const file = {
    ...{ id: newId('file', now, services.random), districtId: reach.districtId, sha256, size: bytes.length },
    ...{ mediaType: type.mediaType, name, receivedAt: now, receivedBy: actor.id },
  };
  await runChange(services, async (tx) => {
    await files.insert(tx, file);
    const witness = { now, actor, requestId, auditKey: services.config.auditKey };
    await events.append(tx, witness, { action: 'file.received', id: file.id, after: file });
  });
  return { id: file.id };
}
