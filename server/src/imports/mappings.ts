import { type ImportCorrection, learnedFrom, RememberedMapping } from '#shared/imports/correction.ts';
import type { SheetReading } from '#shared/imports/read.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Applier } from './writing.ts';

/** Everything that a district remembers, by the headers' fingerprint. */
export async function remembered(db: Reader, districtId: Id<'unit'>): Promise<Record<string, RememberedMapping>> {
  const rows = await db.selectFrom('import_mapping').select(['fingerprint', 'mapping']).where('districtId', '=', districtId).execute();
  return Object.fromEntries(rows.map((row) => [row.fingerprint, RememberedMapping.parse(JSON.parse(row.mapping))]));
}

/** Remembers what was said of each sheet for the next one with its headers; the last word counts. */
export async function learn(
  tx: Tx,
  applier: Applier,
  districtId: Id<'unit'>,
  sheets: readonly SheetReading[],
  correction: ImportCorrection,
): Promise<void> {
  const lessons = new Map(
    sheets.filter(({ role }) => role === 'list').map((sheet) => [fingerprintOf(sheet), learnedFrom(sheet, correction)]),
  );
  for (const [fingerprint, lesson] of lessons) {
    if (lesson === null) {
      await forget(tx, applier, districtId, [fingerprint]);
      continue;
    }
    const said = { mapping: JSON.stringify(lesson), learnedAt: applier.now, learnedBy: applier.actor.id };
    await tx
      .insertInto('import_mapping')
      .values({ districtId, fingerprint, ...said, version: 1 })
      .onConflict((conflict) =>
        conflict.columns(['districtId', 'fingerprint']).doUpdateSet((built) => ({
          ...said,
          version: built('import_mapping.version', '+', 1),
        })),
      )
      .execute();
    await events.append(tx, applier, { action: 'importMapping.learned', id: fingerprint, after: lesson });
  }
}

export async function forget(tx: Tx, applier: Applier, districtId: Id<'unit'>, fingerprints: readonly string[]): Promise<void> {
  for (const fingerprint of fingerprints) {
    const gone = await tx
      .deleteFrom('import_mapping')
      .where('districtId', '=', districtId)
      .where('fingerprint', '=', fingerprint)
      .returning('mapping')
      .executeTakeFirst();
    if (gone) await events.append(tx, applier, { action: 'importMapping.forgotten', id: fingerprint, before: JSON.parse(gone.mapping) });
  }
}
