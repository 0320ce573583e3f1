import { runChange } from '#server/change.ts';
import { keepFile } from '#server/imports/keep.ts';
import { remembered } from '#server/imports/mappings.ts';
import { understandRecalling } from '#server/imports/understand.ts';
import { type MadeSheet, workbookOf } from '#tests/fixtures/imports/lists.ts';
import type { World } from './world.ts';

/** Keeps a made-up list as an upload of the office does, without the wire; answers its preview. */
export async function previewList(world: World, sheets: readonly MadeSheet[], name = '清单.xlsx') {
  const { services, clock, actors, districtId, newId } = world;
  const applier = { now: clock.now, actor: actors.office, requestId: 'list', auditKey: services.config.auditKey, newId };
  const bytes = workbookOf(sheets);
  const understood = understandRecalling(bytes, name, { remembered: await remembered(world.db, districtId) });
  const { id } = await runChange(services, (tx) => keepFile(tx, applier, districtId, { name, bytes }, understood));
  return world.as('office').imports.preview({ id });
}

type Row = { row: number; verdict: string; leftOut: string | null; refusal: { reason: string } | null };

/** Row and verdict; of one left out the reason, and of one refused the rule's own. */
export function verdictsOf(rows: readonly Row[]): [number, string][] {
  return rows.map(({ row, verdict, leftOut, refusal }) => [row, refusal?.reason ?? leftOut ?? verdict]);
}
