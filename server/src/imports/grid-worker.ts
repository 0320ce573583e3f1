import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { DomainError } from '#shared/kit/errors.ts';
import type { GridAnswer } from './grid.ts';
import { readGrid } from './workbook.ts';

const Task = z.object({ bytes: z.instanceof(Uint8Array), fileName: z.string() });

/** An error's class does not cross between threads: its code and details do. */
function answer(): GridAnswer {
  try {
    const { bytes, fileName } = Task.parse(workerData);
    return { grid: readGrid(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName) };
  } catch (error) {
    if (error instanceof DomainError) return { refused: { code: error.code, details: error.details } };
    return { refused: { code: 'FILE_UNREADABLE', details: { reason: 'damaged' } } };
  }
}

parentPort?.postMessage(answer());
