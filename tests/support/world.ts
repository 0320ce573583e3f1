import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as accounts from '#server/accounts/store.ts';
import { actorOf, findById } from '#server/auth/store.ts';
import { runChange } from '#server/change.ts';
import type { Config } from '#server/config.ts';
import type { StoreConfig } from '#server/db/open.ts';
import * as events from '#server/events/store.ts';
import { newId, type Random } from '#server/kit/random.ts';
import { appRouter } from '#server/router.ts';
import { openServices } from '#server/server.ts';
import { foundDistrict } from '#server/setup/found.ts';
import { createCallerFactory, type RequestContext } from '#server/trpc.ts';
import * as units from '#server/units/store.ts';
import type { AccountRole, Actor } from '#shared/accounts/schema.ts';
import type { Day, Instant } from '#shared/kit/calendar.ts';
import { instantAt } from '#shared/kit/calendar.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import type { CreateProject, Project } from '#shared/projects/schema.ts';
import type { Unit } from '#shared/units/schema.ts';
import { createPostgresDatabase } from './postgres.ts';

export const dialects = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof dialects)[number];

/** Ids and tokens that count instead of being drawn: the same test always makes the same ones. */
function countingRandom(): Random {
  let count = 0;
  return {
    hex: (bytes) => {
      count++;
      return count.toString(16).padStart(bytes * 2, '0');
    },
  };
}

const createCaller = createCallerFactory(appRouter);

/** A district with one account of each role, on a real database, at a time that the test sets. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Opens a fresh world. Thursday 2026-10-29 15:20 in Shanghai unless told otherwise. */
export async function openWorld(options: { dialect?: Dialect; now?: Instant; store?: StoreConfig } = {}) {
  const clock = { now: options.now ?? instantAt('2026-10-29' as Day, '15:20') };
  const store = options.store ?? (await storeFor(options.dialect ?? 'sqlite'));
  const config: Config = {
    dataFolder: path.join(os.tmpdir(), `tuijin-world-${randomUUID()}`),
    store,
    port: 0,
    host: '127.0.0.1',
    tls: null,
    proxies: 0,
    clientFolder: null,
    auditKey: 'a key for tests',
    devOrigin: null,
  };
  const random = countingRandom();
  const open = () => openServices(config, { clock: () => clock.now, random });
  let services = await open();
  const make = <Kind extends IdKind>(kind: Kind): Id<Kind> => newId(kind, clock.now, random);
  const founding = { now: clock.now, requestId: 'founding', auditKey: config.auditKey, newId: make };

  const { districtId, officeUnitId } = await runChange(services, (tx) =>
    foundDistrict(
      tx,
      founding,
      {
        district: {
          name: '示例区',
          regionCode: '999999',
          issuingOffice: '示例区重点项目建设指挥部办公室',
          officeMark: '示重办',
          returnOpenWeekday: 1,
          returnWeekday: 5,
          returnTime: '17:00',
        },
        meeting: { weekday: 1, time: '09:00', place: '一号会议室' },
        office: { name: '示例区发展和改革委员会', shortName: '发改委' },
        admin: { username: 'admin', name: '管理员' },
        officeAccount: { username: 'office', name: '宋科长' },
      },
      { admin: 'no sign-in', office: 'no sign-in' },
    ),
  );

  async function addUnit(name: string, parentId: Id<'unit'> = districtId): Promise<Unit> {
    const unit: Unit = { id: make('unit'), parentId, districtId, name, shortName: name, kind: 'bureau', active: true, version: 1 };
    await runChange(services, async (tx) => {
      await units.insert(tx, unit);
      await events.append(tx, { ...founding, actor: events.systemActor }, { action: 'unit.created', id: unit.id });
    });
    return unit;
  }

  /** Adds an account and answers the actor that it signs in as. */
  async function addAccount(role: AccountRole, unitId: Id<'unit'>, name: string, username = `${role}${random.hex(2)}`): Promise<Actor> {
    const id = make('account');
    await runChange(services, async (tx) => {
      await accounts.insert(tx, {
        id,
        unitId,
        username,
        name,
        role,
        passwordHash: 'no sign-in',
        passwordChangedAt: clock.now,
        mustChangePassword: 0,
        active: 1,
        version: 1,
      });
      await events.append(tx, { ...founding, actor: events.systemActor }, { action: 'account.created', id });
    });
    return readActor(id);
  }

  async function readActor(id: Id<'account'>): Promise<Actor> {
    const row = await findById(services.store.db, id);
    if (!row) throw new Error(`no account ${id}`);
    return actorOf(row);
  }

  async function actorNamed(username: string): Promise<Actor> {
    const row = await services.store.db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirstOrThrow();
    return readActor(row.id);
  }

  const housing = await addUnit('住建局');
  const water = await addUnit('水利局');
  const actors = {
    admin: await actorNamed('admin'),
    office: await actorNamed('office'),
    officer: await addAccount('officer', housing.id, '罗科员'),
    leader: await addAccount('leader', districtId, '郑副区长'),
    inspector: await addAccount('inspector', officeUnitId, '评委一'),
    auditor: await addAccount('auditor', officeUnitId, '审计员'),
    display: {
      id: make('display'),
      name: '一号会议室大屏',
      role: 'display',
      unitId: districtId,
      unitName: '示例区',
      districtId,
    } satisfies Actor,
  };

  /** Procedures as somebody calls them: a role of this world, any actor, or null for nobody. */
  function as(who: keyof typeof actors | Actor | null) {
    const actor = typeof who === 'string' ? actors[who] : who;
    const context: RequestContext = {
      services,
      db: services.store.db,
      now: clock.now,
      requestId: `test-${random.hex(4)}`,
      address: '127.0.0.1',
      actor,
      mustChangePassword: false,
      sessionKey: null,
      setCookie: () => undefined,
    };
    return createCaller(context);
  }

  /** Adds a project through the office's own procedure. */
  function addProject(fields: Partial<CreateProject> & { name: string }): Promise<Project> {
    return as('office').projects.create({
      unitId: housing.id,
      code: null,
      kind: 'key',
      level: 'district',
      track: 'approval',
      yearClass: 'continued',
      category: null,
      location: null,
      content: null,
      leaderName: '郑副区长',
      totalInvestment: wan(50_000),
      plannedStart: null,
      plannedFinish: null,
      actualStart: null,
      actualFinish: null,
      stage: 'building',
      annualPlan: wan(12_000),
      doneBeforeYear: wan(0),
      ...fields,
    });
  }

  return {
    get services() {
      return services;
    },
    get db() {
      return services.store.db;
    },
    clock,
    districtId,
    officeUnitId,
    units: { housing, water },
    actors,
    as,
    addUnit,
    addAccount,
    addProject,
    newId: make,
    /** Opens the same database again after its server has closed it; only a file or PostgreSQL still has what it held. */
    reopen: async (): Promise<void> => {
      services = await open();
    },
    close: async () => {
      await services.hub.close();
      await services.store.close();
      await rm(config.dataFolder, { recursive: true, force: true });
    },
  };
}

async function storeFor(dialect: Dialect): Promise<StoreConfig> {
  if (dialect === 'sqlite') return { kind: 'sqlite', file: ':memory:' };
  const { url } = await createPostgresDatabase();
  return { kind: 'postgres', url };
}
