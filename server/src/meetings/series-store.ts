import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { AgendaRules, type MeetingSeries } from '#shared/meetings/series.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function seriesOf({ isDefault, rules, ...row }: Row<'meeting_series'>): MeetingSeries {
  return { ...row, isDefault: isDefault === 1, rules: AgendaRules.parse(JSON.parse(rules)) };
}

/** The district's own series; every district is founded with one. */
export async function defaultOf(db: Reader, districtId: Id<'unit'>): Promise<MeetingSeries> {
  const row = await db
    .selectFrom('meeting_series')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('isDefault', '=', 1)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'meetingSeries' });
  return seriesOf(row);
}

/** The series of a district, its own first. */
export async function list(db: Reader, districtId: Id<'unit'>): Promise<MeetingSeries[]> {
  const rows = await db
    .selectFrom('meeting_series')
    .selectAll()
    .where('districtId', '=', districtId)
    .orderBy('isDefault', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(seriesOf);
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'meetingSeries'>): Promise<MeetingSeries> {
  const row = await db
    .selectFrom('meeting_series')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'meetingSeries' });
  return seriesOf(row);
}

export async function save(tx: Tx, series: MeetingSeries): Promise<MeetingSeries> {
  const { id, districtId, version, isDefault: _isDefault, rules, ...fields } = series;
  const row = await tx
    .updateTable('meeting_series')
    .set({ ...fields, rules: JSON.stringify(rules), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'meetingSeries', newer: await load(tx, districtId, id) });
  return seriesOf(row);
}
