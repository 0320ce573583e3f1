import { BulletinDraft, untouched } from '#shared/bulletins/compose.ts';
import type { Outline } from '#shared/bulletins/outline.ts';
import { BulletinStyle, usualStyle } from '#shared/bulletins/style.ts';
import type { Instant, Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function draftOf({ cutId, outline, edits, tokens }: Row<'bulletin_draft'>): BulletinDraft {
  const body = { cutId, outline: outline === null ? null : JSON.parse(outline), edits: JSON.parse(edits), values: JSON.parse(tokens) };
  return BulletinDraft.parse(body);
}

/** What the office has made of a draft so far. */
export async function load(db: Reader, bulletinId: Id<'bulletin'> | null): Promise<BulletinDraft> {
  if (bulletinId === null) return untouched;
  const row = await db.selectFrom('bulletin_draft').selectAll().where('bulletinId', '=', bulletinId).executeTakeFirst();
  return row ? draftOf(row) : untouched;
}

/** Keeps a draft; the bulletin's own version says whether it is still the one that was read. */
export async function save(tx: Tx, bulletinId: Id<'bulletin'>, draft: BulletinDraft): Promise<void> {
  const row = {
    cutId: draft.cutId,
    outline: draft.outline === null ? null : JSON.stringify(draft.outline),
    edits: JSON.stringify(draft.edits),
    tokens: JSON.stringify(draft.values),
  };
  await tx
    .insertInto('bulletin_draft')
    .values({ bulletinId, ...row })
    .onConflict((conflict) => conflict.column('bulletinId').doUpdateSet(row))
    .execute();
}

/** When a draft was last changed; null where nobody has. */
export async function composedAt(db: Reader, bulletinId: Id<'bulletin'>): Promise<Instant | null> {
  const row = await db
    .selectFrom('event')
    .select('at')
    .where('entity', '=', 'bulletin')
    .where('entityId', '=', bulletinId)
    .where('action', '=', 'bulletin.composed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The sections as the latest bulletin before a month had them; null where none says. */
export async function outlineBefore(db: Reader, districtId: Id<'unit'>, month: Month): Promise<Outline | null> {
  const row = await db
    .selectFrom('bulletin')
    .innerJoin('bulletin_draft', 'bulletin_draft.bulletinId', 'bulletin.id')
    .selectAll('bulletin_draft')
    .where('bulletin.districtId', '=', districtId)
    .where('bulletin.month', '<', month)
    .where('bulletin_draft.outline', 'is not', null)
    .orderBy('bulletin.month', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? draftOf(row).outline : null;
}

/** How a district writes its bulletins; version 0 until it says. */
export async function styleOf(db: Reader, districtId: Id<'unit'>): Promise<{ style: BulletinStyle; version: number }> {
  const row = await db.selectFrom('bulletin_style').selectAll().where('districtId', '=', districtId).executeTakeFirst();
  return row ? { style: BulletinStyle.parse(JSON.parse(row.body)), version: row.version } : { style: usualStyle, version: 0 };
}

export async function saveStyle(tx: Tx, districtId: Id<'unit'>, style: BulletinStyle, version: number): Promise<void> {
  const before = await styleOf(tx, districtId);
  if (before.version !== version) throw new DomainError('CONFLICT', { entity: 'bulletin', newer: before });
  const row = { body: JSON.stringify(style), version: version + 1 };
  await tx
    .insertInto('bulletin_style')
    .values({ districtId, ...row })
    .onConflict((conflict) => conflict.column('districtId').doUpdateSet(row))
    .execute();
}
