import { createHmac } from 'node:crypto';
import type { Actor } from '#shared/accounts/schema.ts';
import { EventAction } from '#shared/events/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { fixed } from '../db/fixed.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import * as notices from '../notices/store.ts';

/** Who acts as far as the log is concerned; nobody proven has no unit. */
type LoggedActor = Omit<Actor, 'role' | 'unitId' | 'unitName'> & { role: string; unitId: string | null };

/** Who acted, when, and under which request: what every event carries besides its own facts. */
export type Witness = { now: Instant; actor: LoggedActor; requestId: string; auditKey: string };

/** Somebody who gave a name and did not prove it. */
export function unproven(name: string): LoggedActor {
  return { id: 'unknown', name: name.slice(0, 40), role: 'unknown', unitId: null, districtId: null };
}

/** The product acting by itself: set-up, jobs, the command line. */
export const systemActor: LoggedActor = { id: 'system', name: '系统', role: 'system', unitId: null, districtId: null };

export type Happening = {
  action: EventAction;
  /** The record that changed. */
  id: string;
  projectId?: string | null;
  before?: unknown;
  after?: unknown;
  result?: 'done' | 'denied' | 'failed';
};

/**
 * The chain's head as a change holds it, locked, and how many events it has appended, so that a change without one can
 * be refused. Asking for the head again before each of ten thousand events would cost a third of an import.
 */
const heads = new WeakMap<Tx, { seq: number; hash: string; appended: number }>();

const lockedHead = fixed([], (tx) =>
  tx
    .updateTable('event_head')
    .set((built) => ({ seq: built.ref('seq') }))
    .where('id', '=', 1)
    .returning(['seq', 'hash']),
);

/** Locks the chain's head. Every change does this first, so the order of `seq` is the order of commits. */
export async function lockHead(tx: Tx): Promise<void> {
  const [head] = await lockedHead(tx, {});
  if (!head) throw new DomainError('INTERNAL', { missing: 'event_head' });
  heads.set(tx, { ...head, appended: 0 });
}

/** How many events this change has recorded so far. */
export function countOf(tx: Tx): number {
  return heads.get(tx)?.appended ?? 0;
}

/** Appends one event to the chain, inside the change that it records. */
export async function append(tx: Tx, witness: Witness, happening: Happening): Promise<number> {
  const head = heads.get(tx);
  if (!head) throw new DomainError('INTERNAL', { why: 'an event outside a change' });
  const entity = happening.action.slice(0, happening.action.indexOf('.'));
  const event: Omit<Row<'event'>, 'hash'> = {
    seq: head.seq + 1,
    at: witness.now,
    actorId: witness.actor.id,
    actorName: witness.actor.name,
    actorRole: witness.actor.role,
    actorUnitId: witness.actor.unitId,
    districtId: witness.actor.districtId,
    action: happening.action,
    entity,
    entityId: happening.id,
    projectId: happening.projectId ?? null,
    before: happening.before === undefined ? null : JSON.stringify(happening.before),
    after: happening.after === undefined ? null : JSON.stringify(happening.after),
    result: happening.result ?? 'done',
    requestId: witness.requestId,
    previousHash: head.hash,
  };
  const hash = hashOf(event, witness.auditKey);
  await addEvent(tx, { ...event, hash });
  await setHead(tx, { seq: event.seq, hash });
  heads.set(tx, { seq: event.seq, hash, appended: head.appended + 1 });
  if (event.result === 'done') await notices.tell(tx, { ...event, ...happening, projectId: happening.projectId ?? null });
  return event.seq;
}

const columns: (keyof Row<'event'>)[] = [
  ...(['seq', 'at', 'actorId', 'actorName', 'actorRole', 'actorUnitId', 'districtId', 'action', 'entity', 'entityId'] as const),
  ...(['projectId', 'before', 'after', 'result', 'requestId', 'previousHash', 'hash'] as const),
];
const addEvent = fixed(columns, (tx, event: Row<'event'>) => tx.insertInto('event').values(event));
const setHead = fixed(['seq', 'hash'], (tx, head: Pick<Row<'event_head'>, 'seq' | 'hash'>) =>
  tx.updateTable('event_head').set(head).where('id', '=', 1),
);

/** The link of the chain: keyed, so that who can write the file cannot forge the log without the key beside it. */
function hashOf(event: Omit<Row<'event'>, 'hash'>, key: string): string {
  const canonical = JSON.stringify([
    event.seq,
    event.at,
    event.actorId,
    event.actorName,
    event.actorRole,
    event.actorUnitId,
    event.districtId,
    event.action,
    event.entity,
    event.entityId,
    event.projectId,
    event.before,
    event.after,
    event.result,
    event.requestId,
  ]);
  return createHmac('sha256', key).update(event.previousHash).update('\n').update(canonical).digest('hex');
}

const headNow = fixed([], (db) => db.selectFrom('event_head').select('seq').where('id', '=', 1));

/** The chain's last sequence number. */
export async function head(db: Reader): Promise<number> {
  const [row] = await headNow(db, {});
  return row?.seq ?? 0;
}

/** Who came in, who was turned away and how somebody likes to work: a browser has nothing to fetch after it. */
export const UNSEEN = ['session', 'access', 'preferences'];

/** Changes after a sequence number in one district, oldest first. */
export function after(db: Reader, districtId: string, seq: number, limit = 500) {
  return db
    .selectFrom('event')
    .select(['seq', 'action', 'entity', 'entityId', 'projectId', 'requestId'])
    .where('districtId', '=', districtId)
    .where('seq', '>', seq)
    .where('result', '=', 'done')
    .where('entity', 'not in', UNSEEN)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** The history of one project, and of the records that became part of it, newest first. */
export async function ofProject(db: Reader, projectIds: string[], limit = 200) {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'at', 'actorName', 'actorRole', 'action', 'before', 'after'])
    .where('projectId', 'in', projectIds)
    .where('result', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, action: EventAction.parse(row.action) }));
}

/** What has happened to one project from a request on, that request's own acts first, oldest first. */
export async function sinceRequest(db: Reader, projectId: string, requestId: string) {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'at', 'actorId', 'actorName', 'action', 'before', 'after', 'requestId'])
    .where('projectId', '=', projectId)
    .where('result', '=', 'done')
    .where('seq', '>=', (built) =>
      built
        .selectFrom('event as first')
        .select((inner) => inner.fn.min('first.seq').as('seq'))
        .where('first.projectId', '=', projectId)
        .where('first.requestId', '=', requestId),
    )
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, action: EventAction.parse(row.action) }));
}

/** What was done to one record, oldest first. */
export function ofRecord(db: Reader, entity: string, entityId: string) {
  return db
    .selectFrom('event')
    .select(['seq', 'at', 'actorName', 'action', 'before', 'after'])
    .where('entity', '=', entity)
    .where('entityId', '=', entityId)
    .where('result', '=', 'done')
    .orderBy('seq')
    .execute();
}

/** Who changed a record last, and when; null where nothing was done to it. */
export async function lastOf(db: Reader, entityId: string): Promise<{ changedBy: string; changedAt: Instant } | null> {
  const row = await db
    .selectFrom('event')
    .select(['actorName', 'at'])
    .where('entityId', '=', entityId)
    .where('result', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { changedBy: row.actorName, changedAt: row.at } : null;
}

export type ChainReport = { events: number; broken: { seq: number; why: 'gap' | 'link' | 'hash' } | null; isHeadTrue: boolean };

/** Walks the whole chain and names the first row that does not hold. */
export async function verifyChain(db: Reader, key: string): Promise<ChainReport> {
  let previous = '';
  let last = 0;
  let count = 0;
  for (;;) {
    const rows = await db.selectFrom('event').selectAll().where('seq', '>', last).orderBy('seq').limit(1000).execute();
    for (const row of rows) {
      if (row.seq !== last + 1) return { events: count, broken: { seq: row.seq, why: 'gap' }, isHeadTrue: false };
      if (row.previousHash !== previous) return { events: count, broken: { seq: row.seq, why: 'link' }, isHeadTrue: false };
      if (hashOf(row, key) !== row.hash) return { events: count, broken: { seq: row.seq, why: 'hash' }, isHeadTrue: false };
      previous = row.hash;
      last = row.seq;
      count++;
    }
    if (rows.length < 1000) break;
  }
  const headRow = await db.selectFrom('event_head').selectAll().where('id', '=', 1).executeTakeFirst();
  return { events: count, broken: null, isHeadTrue: headRow?.seq === last && headRow.hash === previous };
}
