import { parentPort, workerData } from 'node:worker_threads';
import { writeXlsx } from 'hucre/xlsx';
import { workbookOf } from './xlsx-sheet.ts';

const bytes = await writeXlsx(workbookOf(workerData));
parentPort?.postMessage(bytes);
