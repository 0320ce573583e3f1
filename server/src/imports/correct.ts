import type { CorrectImport, ImportCorrection } from '#shared/imports/correction.ts';
import { whyNotCorrect } from '#shared/imports/undo.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Database, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { fingerprintOf } from './fingerprint.ts';
import * as mappings from './mappings.ts';
import { understandInWorker } from './run.ts';
import * as imports from './store.ts';
import { inTurn } from './turns.ts';
import type { Applier } from './writing.ts';

type Correcting = Applier & { db: Database; change: <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result> };

/**
 * Reads a kept file again as a person says, and remembers what they said for the next with the same headers. The reading
 * takes seconds and is done before the change; that nobody was quicker is settled by the batch's version.
 */
export async function correctBatch(ctx: Correcting, districtId: Id<'unit'>, { id, version, correction }: CorrectImport): Promise<void> {
  const { batch, understood } = await readAgain(ctx, districtId, id, correction);
  await ctx.change(async (tx) => {
    await imports.saveReading(tx, { id, version }, understood);
    await mappings.learn(tx, ctx, districtId, understood.reading.sheets, correction);
    await events.append(tx, ctx, { action: 'import.corrected', id, before: batch.kept.correction, after: correction });
  });
}

/** Forgets what was remembered for the headers of a file, and reads it again without. */
export async function forgetFor(
  ctx: Correcting,
  districtId: Id<'unit'>,
  { id, version }: Omit<CorrectImport, 'correction'>,
): Promise<void> {
  const { batch, understood } = await readAgain(ctx, districtId, id, {});
  await ctx.change(async (tx) => {
    await imports.saveReading(tx, { id, version }, understood);
    const sheets = [...batch.reading.sheets, ...understood.reading.sheets];
    await mappings.forget(tx, ctx, districtId, [...new Set(sheets.map(fingerprintOf))]);
    await events.append(tx, ctx, { action: 'import.corrected', id, before: batch.kept.correction, after: {} });
  });
}

async function readAgain(ctx: Correcting, districtId: Id<'unit'>, id: Id<'importBatch'>, correction: ImportCorrection) {
  const batch = await imports.loadBatch(ctx.db, { districtId, ownerId: null }, id);
  refuse(whyNotCorrect(batch));
  const bytes = await imports.loadFile(ctx.db, id);
  if (bytes === null) throw new DomainError('REFUSED', { reason: 'import-file-gone' });
  return { batch, understood: await inTurn(() => understandInWorker(bytes, batch.fileName, { correction })) };
}
