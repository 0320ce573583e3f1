import type { ImportReading } from '#shared/imports/read.ts';
import { DomainError, type ErrorCode, type ErrorDetails } from '#shared/kit/errors.ts';
import { inThread } from '../kit/thread.ts';
import { caps } from './caps.ts';
import type { UnderstandOptions } from './understand.ts';

/** What the worker sends back: the reading, or why there is none. */
export type Answer = { reading: ImportReading } | { refused: { code: ErrorCode; details: ErrorDetails } };

/** Memory and time that one file may take, and where the worker's code is. */
export type RunLimits = { timeoutMs?: number; memoryMb?: number; workerUrl?: URL };

/** Beside the bundle lies the bundled worker; from source (tsx, vitest) the worker is the source file. */
const defaultWorkerUrl = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './import-worker.js', import.meta.url);

/** Reads a file in a thread of its own, so that a hostile or huge one costs neither the server's memory nor its answers to others. */
export async function understandInWorker(
  bytes: Uint8Array,
  fileName: string,
  { kind, ...options }: UnderstandOptions = {},
  limits: RunLimits = {},
): Promise<ImportReading> {
  if (bytes.length > caps.fileBytes) throw new DomainError('TOO_LARGE', { limit: 'file', max: caps.fileBytes });
  const answer = await inThread<Answer>(
    limits.workerUrl ?? defaultWorkerUrl,
    { bytes, fileName, kind, options },
    { timeoutMs: limits.timeoutMs ?? 30_000, memoryMb: limits.memoryMb ?? 384 },
  );
  if ('refused' in answer) throw new DomainError(answer.refused.code, answer.refused.details);
  return answer.reading;
}
