import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { ImportCorrection, RememberedMapping } from '#shared/imports/correction.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Progress } from '../kit/thread.ts';
import type { Answer } from './run.ts';
import { understandRecalling } from './understand.ts';

const Task = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  correction: ImportCorrection.optional(),
  remembered: z.record(z.string(), RememberedMapping).optional(),
});

function tell(share: number): void {
  const message: Progress = { progress: share };
  parentPort?.postMessage(message);
}

/** An error's class does not cross between threads: its code and details do. */
function answer(): Answer {
  try {
    const { bytes, fileName, correction = {}, remembered = {} } = Task.parse(workerData);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { understood: understandRecalling(buffer, fileName, { correction, remembered }, tell) };
  } catch (error) {
    if (error instanceof DomainError) return { refused: { code: error.code, details: error.details } };
    return { refused: { code: 'FILE_UNREADABLE', details: { reason: 'damaged' } } };
  }
}

parentPort?.postMessage(answer());
