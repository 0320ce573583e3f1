import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What the office makes of a month's draft (sections, words, numbers put in, the cut it reads), and how a district writes. */
export async function bulletinDrafts(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'bulletin_draft',
    { bulletinId: 'text', cutId: 'text?', outline: 'text?', edits: 'text', tokens: 'text' },
    (table) =>
      table
        .addPrimaryKeyConstraint('bulletin_draft_pk', ['bulletinId'])
        .addForeignKeyConstraint('bulletin_draft_bulletin_fk', ['bulletinId'], 'bulletin', ['id'])
        .addForeignKeyConstraint('bulletin_draft_cut_fk', ['cutId'], 'cut', ['id']),
  );
  await createTable(db, dialect, 'bulletin_style', { districtId: 'text', body: 'text', version: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('bulletin_style_pk', ['districtId'])
      .addForeignKeyConstraint('bulletin_style_district_fk', ['districtId'], 'district', ['id']),
  );
}
