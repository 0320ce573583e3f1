import { createHash } from 'node:crypto';
import { isOfProjects } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import { type Asked, type ContextOf, uploadRoute } from '../files/route.ts';
import { newId } from '../kit/random.ts';
import { caps } from './caps.ts';
import { understandInWorker } from './run.ts';
import * as imports from './store.ts';

/** Each reading may take a core and a few hundred megabytes: more at once would stop the others' work. */
const READINGS_AT_ONCE = 2;

/** Takes a list, reads it in a thread of its own, and keeps what was understood until it is applied. */
export function importRoute(contextOf: ContextOf) {
  return uploadRoute(contextOf, 'imports.preview', { atOnce: READINGS_AT_ONCE, maxBytes: caps.fileBytes, keep });
}

async function keep({ ctx, actor, reach }: Asked, fileName: string, bytes: Buffer) {
  const reading = await understandInWorker(bytes, fileName);
  if (!isOfProjects(reading)) throw new DomainError('FILE_UNREADABLE', { reason: 'kind', kind: reading.kind });
  const id = newId('importBatch', ctx.now, ctx.services.random);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await runChange(ctx.services, async (tx) => {
    const kept = {
      id,
      districtId: reach.districtId,
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
  return { id };
}
