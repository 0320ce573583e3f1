import type { Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Json } from './json.ts';

export type ImportBatchTable = {
  id: Id<'importBatch'>;
  districtId: Id<'unit'>;
  kind: string;
  fileName: string;
  sha256: string;
  reading: Json;
  createdAt: Instant;
  /** An account, or `system` for the command line. */
  createdBy: string;
  appliedAt: Instant | null;
  version: number;
  /** What a person said of the file: its kind, which sheets to read, what columns mean. */
  correction: Json | null;
  undoneAt: Instant | null;
};

/** The bytes of an upload, for as long as it may be read again; a table of its own, so that no list of batches reads them. */
export type ImportFileTable = { batchId: Id<'importBatch'>; base64: string };

/** The events that an import appended, each with the row that it came from: what undoing walks back. */
export type ImportWriteTable = { batchId: Id<'importBatch'>; seq: number; sheet: string; row: number };

/** A correction remembered for the next file with the same headers. */
export type ImportMappingTable = {
  districtId: Id<'unit'>;
  fingerprint: string;
  mapping: Json;
  learnedAt: Instant;
  learnedBy: string;
  version: number;
};
