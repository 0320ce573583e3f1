import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importKinds } from '#shared/imports/fields.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Answer } from './run.ts';
import { understand } from './understand.ts';

const Task = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  kind: z.enum(importKinds).optional(),
  hiddenSheets: z.array(z.string()).optional(),
});

/** An error's class does not cross between threads: its code and details do. */
function answer(): Answer {
  try {
    const { bytes, fileName, kind, hiddenSheets } = Task.parse(workerData);
    const options = { ...(kind === undefined ? {} : { kind }), ...(hiddenSheets === undefined ? {} : { hiddenSheets }) };
    return { reading: understand(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, options) };
  } catch (error) {
    if (error instanceof DomainError) return { refused: { code: error.code, details: error.details } };
    return { refused: { code: 'FILE_UNREADABLE', details: { reason: 'damaged' } } };
  }
}

parentPort?.postMessage(answer());
