import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#shared/kit/errors.ts';

/** What one piece of work may take before it is ended. */
export type ThreadLimits = { timeoutMs: number; memoryMb: number };

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

/** What a worker posts on the way to its answer: how much is done, 0 to 1. */
export type Progress = { progress: number };

function isProgress(message: unknown): message is Progress {
  return typeof message === 'object' && message !== null && 'progress' in message;
}

/** Runs a worker to its one answer, so that heavy work costs neither the server's memory nor its answers to others. */
export async function inThread<Answer>(
  url: URL,
  data: unknown,
  limits: ThreadLimits,
  onProgress: (share: number) => void = () => undefined,
): Promise<Answer> {
  const worker = new Worker(loadable(url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(new DomainError('TOO_LARGE', { limit: 'time', max: limits.timeoutMs })), limits.timeoutMs);
      worker.on('message', (message: Answer | Progress) => (isProgress(message) ? onProgress(message.progress) : resolve(message)));
      worker.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DomainError('TOO_LARGE', { limit: 'memory' }) : error);
      });
      worker.once('exit', () => reject(new DomainError('INTERNAL', { reason: 'stopped' })));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
