import type { Instant } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { RowPlace } from './schema.ts';

/** A row of an import whose record somebody has changed since, so that it cannot be taken back. */
export type ChangedRow = RowPlace & { name: string | null };

/** Why an import cannot be undone at all: nothing of it stands. */
export function whyNotUndo(batch: { appliedAt: Instant | null }): Refusal<'import-not-applied'> | null {
  return batch.appliedAt === null ? { reason: 'import-not-applied' } : null;
}

/** One event of an import: which record of what kind it left in which version, and what stood there before. */
export type ImportWrite<Entity extends string = string> = RowPlace & {
  seq: number;
  entity: Entity;
  id: string;
  projectId: string | null;
  /** Null where the import made the record. */
  before: unknown;
  after: unknown;
  /** The version in which the record was left. */
  version: number;
};

/** A record that an import wrote: its state before the first writing, its state and version after the last. */
export type TouchedRecord<Entity extends string = string> = ImportWrite<Entity> & { seqs: readonly number[] };

/** The records that an import wrote, each once, in the order in which they were first written. */
export function touchedRecords<Entity extends string>(writes: readonly ImportWrite<Entity>[]): TouchedRecord<Entity>[] {
  const found = new Map<string, TouchedRecord<Entity>>();
  for (const write of writes) {
    const first = found.get(write.id);
    found.set(write.id, { ...(first ?? write), after: write.after, version: write.version, seqs: [...(first?.seqs ?? []), write.seq] });
  }
  return [...found.values()];
}

/** Why an import cannot be read another way: what it says now is what was written. */
export function whyNotCorrect(batch: { appliedAt: Instant | null }): Refusal<'import-applied'> | null {
  return batch.appliedAt === null ? null : { reason: 'import-applied' };
}
