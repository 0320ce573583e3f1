import type { z } from 'zod';
import {
  type Channel,
  type ChannelKind,
  type Dispatch,
  EmailSecret,
  EmailSettings,
  type SetChannel,
  WebhookSecret,
  WebhookSettings,
} from '#shared/channels/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { seal, unseal } from '../kit/seal.ts';

/** A channel with what signs in there, for whoever sends by it. */
export type OpenChannel =
  | { kind: 'email'; settings: EmailSettings; secret: z.infer<typeof EmailSecret> | null }
  | { kind: 'webhook'; settings: WebhookSettings; secret: WebhookSecret };

const purposeOf = (kind: ChannelKind) => `channel ${kind}`;

function find(db: Reader, districtId: Id<'unit'>, kind: ChannelKind) {
  return db.selectFrom('channel').selectAll().where('districtId', '=', districtId).where('kind', '=', kind).executeTakeFirst();
}

/** A district's channel, without what is secret; one that nobody has set is off. */
export async function read<Kind extends ChannelKind>(
  db: Reader,
  districtId: Id<'unit'>,
  kind: Kind,
): Promise<Extract<Channel, { kind: Kind }>> {
  const row = await find(db, districtId, kind);
  const state = { isOn: row?.isOn === 1, hasSecret: (row?.secret ?? null) !== null, version: row?.version ?? 0 };
  const body: unknown = row ? JSON.parse(row.settings) : null;
  const settings = (kind === 'email' ? EmailSettings : WebhookSettings).nullable().parse(body);
  return { ...state, kind, settings } as Extract<Channel, { kind: Kind }>;
}

/** Which of a district's channels are on. */
export async function open(db: Reader, districtId: Id<'unit'>): Promise<ChannelKind[]> {
  const rows = await db.selectFrom('channel').select('kind').where('districtId', '=', districtId).where('isOn', '=', 1).execute();
  return rows.map(({ kind }) => kind);
}

/** A channel ready to send by; null where nobody has set it, or its secret was sealed by another installation. */
export async function unlocked(db: Reader, districtId: Id<'unit'>, kind: ChannelKind, auditKey: string): Promise<OpenChannel | null> {
  const row = await find(db, districtId, kind);
  if (!row) return null;
  const opened = row.secret === null ? null : unseal(row.secret, auditKey, purposeOf(kind));
  if (row.secret !== null && opened === null) return null;
  const settings: unknown = JSON.parse(row.settings);
  const secret: unknown = opened === null ? null : JSON.parse(opened);
  if (kind === 'email') return { kind, settings: EmailSettings.parse(settings), secret: EmailSecret.nullable().parse(secret) };
  const robot = WebhookSecret.safeParse(secret);
  return robot.success ? { kind, settings: WebhookSettings.parse(settings), secret: robot.data } : null;
}

/** Keeps a channel; a secret that is not given stays as it is. */
export async function save(
  tx: Tx,
  districtId: Id<'unit'>,
  { kind, isOn, version, settings, secret }: SetChannel,
  auditKey: string,
): Promise<void> {
  const body = { isOn: isOn ? (1 as const) : (0 as const), settings: JSON.stringify(settings), version: version + 1 };
  const sealed = secret === null ? {} : { secret: seal(JSON.stringify(secret), auditKey, purposeOf(kind)) };
  const row =
    version === 0
      ? await tx
          .insertInto('channel')
          .values({ districtId, kind, secret: null, ...body, ...sealed })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('channel')
          .set({ ...body, ...sealed })
          .where('districtId', '=', districtId)
          .where('kind', '=', kind)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'channel', newer: { id: kind, ...(await read(tx, districtId, kind)) } });
}

/** The e-mail addresses of units' contacts. */
export async function addresses(db: Reader, unitIds: readonly Id<'unit'>[]): Promise<Map<Id<'unit'>, string[]>> {
  const found = new Map<Id<'unit'>, string[]>();
  if (unitIds.length === 0) return found;
  const rows = await db.selectFrom('contact').select(['unitId', 'email']).where('unitId', 'in', unitIds).orderBy('id').execute();
  for (const { unitId, email } of rows) if (email) found.set(unitId, [...(found.get(unitId) ?? []), email]);
  return found;
}

export async function insert(tx: Tx, dispatches: readonly Dispatch[]): Promise<void> {
  if (dispatches.length > 0) await tx.insertInto('dispatch').values(dispatches).execute();
}

/** The latest messages of a district. */
export function list(db: Reader, districtId: Id<'unit'>, most: number): Promise<Dispatch[]> {
  return db
    .selectFrom('dispatch')
    .selectAll()
    .where('districtId', '=', districtId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'dispatch'>): Promise<Dispatch> {
  const row = await db.selectFrom('dispatch').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'dispatch' });
  return row;
}

/** What is to be sent now, of any district, the longest waiting first. */
export function due(db: Reader, now: Instant, most: number): Promise<Dispatch[]> {
  return db
    .selectFrom('dispatch')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Takes a message up, so that no other server sends it as well; null where one has. Its turn comes again if this one dies over it. */
export async function claim(db: Reader, dispatch: Dispatch, until: Instant): Promise<Dispatch | null> {
  const row = await db
    .updateTable('dispatch')
    .set({ nextAt: until, version: dispatch.version + 1 })
    .where('id', '=', dispatch.id)
    .where('version', '=', dispatch.version)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveDispatch(tx: Tx, dispatch: Dispatch): Promise<Dispatch> {
  const { id, districtId, version, state, attempts, nextAt, sentAt, error } = dispatch;
  const row = await tx
    .updateTable('dispatch')
    .set({ state, attempts, nextAt, sentAt, error, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'dispatch', newer: await load(tx, districtId, id) });
  return row;
}
