import { DomainError, type ErrorCode, type ErrorDetails } from '#shared/kit/errors.ts';
import { inThread } from '../kit/thread.ts';
import { caps } from './caps.ts';
import type { Recalling, Understood } from './understand.ts';

/** What the worker sends back: the reading, or why there is none. */
export type Answer = { understood: Understood } | { refused: { code: ErrorCode; details: ErrorDetails } };

/** Memory and time that one file may take, where the worker's code is, and who hears how far it has come. */
export type RunLimits = { timeoutMs?: number; memoryMb?: number; workerUrl?: URL; onProgress?: (share: number) => void };

/** Beside the bundle lies the bundled worker; from source (tsx, vitest) the worker is the source file. */
const defaultWorkerUrl = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './import-worker.js', import.meta.url);

/** Reads a file in a thread of its own, so that a hostile or huge one costs neither the server's memory nor its answers to others. */
export async function understandInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: Recalling = {},
  { workerUrl = defaultWorkerUrl, timeoutMs = 30_000, memoryMb = 384, onProgress }: RunLimits = {},
): Promise<Understood> {
  if (bytes.length > caps.fileBytes) throw new DomainError('TOO_LARGE', { limit: 'file', max: caps.fileBytes });
  const answer = await inThread<Answer>(workerUrl, { bytes, fileName, ...options }, { timeoutMs, memoryMb }, onProgress);
  if ('refused' in answer) throw new DomainError(answer.refused.code, answer.refused.details);
  return answer.understood;
}
