import type { WorkbookGrid } from '#shared/imports/cells.ts';
import { DomainError, type ErrorCode, type ErrorDetails } from '#shared/kit/errors.ts';
import { inThread } from '../kit/thread.ts';

/** What the worker sends back: the cells, or why there are none. */
export type GridAnswer = { grid: WorkbookGrid } | { refused: { code: ErrorCode; details: ErrorDetails } };

const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './grid-worker.ts' : './grid-worker.js', import.meta.url);

/** The cells of a small workbook, read in a thread of its own under the caps of every file. */
export async function gridInWorker(bytes: Uint8Array, fileName: string): Promise<WorkbookGrid> {
  const answer = await inThread<GridAnswer>(workerUrl, { bytes, fileName }, { timeoutMs: 15_000, memoryMb: 256 });
  if ('refused' in answer) throw new DomainError(answer.refused.code, answer.refused.details);
  return answer.grid;
}
