import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { AgendaRequest } from '#shared/meetings/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function requestOf(row: Row<'agenda_request'>): AgendaRequest {
  return { ...row, isLeader: row.isLeader === 1 };
}

/** What waits to be put on an agenda of a series, with the unit that asks; the longest waiting first. */
export async function waiting(db: Reader, seriesId: Id<'meetingSeries'>) {
  const rows = await db
    .selectFrom('agenda_request')
    .innerJoin('unit', 'unit.id', 'agenda_request.unitId')
    .selectAll('agenda_request')
    .select('unit.shortName as unitName')
    .where('agenda_request.seriesId', '=', seriesId)
    .where('agendaItemId', 'is', null)
    .where('declinedAt', 'is', null)
    .orderBy('agenda_request.id')
    .execute();
  return rows.map(({ unitName, ...row }) => ({ ...requestOf(row), unitName }));
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'agendaRequest'>): Promise<AgendaRequest> {
  const row = await db
    .selectFrom('agenda_request')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'agendaRequest' });
  return requestOf(row);
}

export async function insert(tx: Tx, request: AgendaRequest): Promise<void> {
  await tx
    .insertInto('agenda_request')
    .values({ ...request, isLeader: request.isLeader ? 1 : 0 })
    .execute();
}

export async function save(tx: Tx, request: AgendaRequest): Promise<AgendaRequest> {
  const { id, districtId, version, agendaItemId, declinedAt, declinedReason } = request;
  const row = await tx
    .updateTable('agenda_request')
    .set({ agendaItemId, declinedAt, declinedReason, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'agendaRequest', newer: await load(tx, districtId, id) });
  return requestOf(row);
}

/** What an item took up waits again: the item goes off its agenda. */
export async function release(tx: Tx, itemId: Id<'agendaItem'>): Promise<void> {
  await tx
    .updateTable('agenda_request')
    .set((built) => ({ agendaItemId: null, version: built('version', '+', 1) }))
    .where('agendaItemId', '=', itemId)
    .execute();
}
