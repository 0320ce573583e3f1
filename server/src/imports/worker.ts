import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { importKinds } from '#shared/imports/fields.ts';
import { ReadOptions } from '#shared/imports/mapping.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Answer } from './run.ts';
import { understand } from './understand.ts';

const Task = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  kind: z.enum(importKinds).optional(),
  options: ReadOptions,
});

/** An error's class does not cross between threads: its code and details do. */
function answer(): Answer {
  try {
    const { bytes, fileName, kind, options } = Task.parse(workerData);
    return { reading: understand(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, { kind, ...options }) };
  } catch (error) {
    if (error instanceof DomainError) return { refused: { code: error.code, details: error.details } };
    return { refused: { code: 'FILE_UNREADABLE', details: { reason: 'damaged' } } };
  }
}

parentPort?.postMessage(answer());
