import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ImportReading } from '#shared/imports/read.ts';
import { DomainError, type ErrorCode, type ErrorDetails } from '#shared/kit/errors.ts';
import { caps } from './caps.ts';
import type { UnderstandOptions } from './understand.ts';

/** What the worker sends back: the reading, or why there is none. */
export type Answer = { reading: ImportReading } | { refused: { code: ErrorCode; details: ErrorDetails } };

/** Memory and time that one file may take, and where the worker's code is. */
export type RunLimits = { timeoutMs?: number; memoryMb?: number; workerUrl?: URL };

/** Beside the bundle lies the bundled worker; from source (tsx, vitest) the worker is the source file. */
const defaultWorkerUrl = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './import-worker.js', import.meta.url);

/** A thread does not inherit the loader that lets its parent read TypeScript: it registers its own, then loads the worker. */
function loadable(url: URL): URL {
  if (!url.pathname.endsWith('.ts')) return url;
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')).href.replace(
    'package.json',
    'dist/esm/api/index.mjs',
  );
  const source = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(url.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

/** Reads a file in a thread of its own, so that a hostile or huge one costs neither the server's memory nor its answers to others. */
export async function understandInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: UnderstandOptions = {},
  limits: RunLimits = {},
): Promise<ImportReading> {
  if (bytes.length > caps.fileBytes) throw new DomainError('TOO_LARGE', { limit: 'file', max: caps.fileBytes });
  const worker = new Worker(loadable(limits.workerUrl ?? defaultWorkerUrl), {
    workerData: { bytes, fileName, ...options },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb ?? 384 },
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new DomainError('TOO_LARGE', { limit: 'time', max: limits.timeoutMs ?? 30_000 })),
        limits.timeoutMs ?? 30_000,
      );
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError('TOO_LARGE', { limit: 'memory' }) : error);
      });
      worker.once('exit', () => reject(new DomainError('FILE_UNREADABLE', { reason: 'stopped' })));
    });
    if ('refused' in answer) throw new DomainError(answer.refused.code, answer.refused.details);
    return answer.reading;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
