import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '#shared/accounts/schema.ts';
import { access, ruleOf, scopeOf } from '#shared/auth/permissions.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { idPlaces, inputFor, type Procedure, procedures } from '#tests/support/inputs.ts';
import { oneOfEach, projectRecords, type Records } from '#tests/support/records.ts';
import { addDistrict } from '#tests/support/second-district.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const all = procedures();
let world: World;
let own: Records;
let foreign: Records;
let neighbour: Records;

beforeAll(async () => {
  world = await openWorld();
  const { districtId, units } = world;
  const place = { districtId, unitId: units.housing.id };
  own = await oneOfEach(world, { ...place, accountId: await accountNamed('office') });
  const other = await addDistrict(world);
  foreign = await oneOfEach(world, {
    districtId: other.districtId,
    unitId: other.officeUnitId,
    accountId: await accountNamed('office-two'),
  });
  neighbour = await projectRecords(world, { districtId, unitId: units.water.id });
});
afterAll(() => world?.close());

async function accountNamed(username: string): Promise<Id<'account'>> {
  return (await world.db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id;
}

type Outcome = { code: string; details: Record<string, unknown> };

/** Calls a procedure by its path, and answers how it ended. */
async function outcome(who: Parameters<World['as']>[0], { name }: Procedure, input: unknown): Promise<Outcome> {
  const [group = '', act = ''] = name.split('.');
  const branch: unknown = Reflect.get(world.as(who), group);
  if (typeof branch !== 'function' && typeof branch !== 'object') throw new Error(`no ${group}`);
  const call: unknown = branch === null ? null : Reflect.get(branch, act);
  if (typeof call !== 'function') throw new Error(`no ${name}`);
  try {
    await call(input);
    return { code: 'done', details: {} };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.cause instanceof DomainError) return { code: error.cause.code, details: error.cause.details };
    // What is neither ours nor a refused input is a crash, and a test that waits for a refusal must not take it for one.
    return { code: error.code === 'BAD_REQUEST' ? `INVALID ${error.message}` : error.code, details: {} };
  }
}

/** What has happened, but for the notes that somebody was turned away. */
async function changes(): Promise<number> {
  const rows = await world.db.selectFrom('event').select('seq').where('action', '!=', 'access.denied').execute();
  return rows.length;
}

test('every procedure stands in the access table, and the table names nothing else', () => {
  expect(all.map((procedure) => procedure.name).sort()).toEqual(Object.keys(access).sort());
});

test('a name that only looks like one of the table has no rule', () => {
  for (const name of ['toString', 'constructor', '__proto__', '', 'auth', 'auth.me ']) expect(ruleOf(name)).toBeNull();
});

describe('whoever the table refuses is refused, and nothing happens', () => {
  for (const procedure of all) {
    const rule = ruleOf(procedure.name);
    if (rule === null || rule === 'public') continue;
    const refused = Role.options.filter((role) => scopeOf(rule, role) === null);

    test(`${procedure.name} is not for nobody${refused.map((role) => `, ${role}`).join('')}`, async () => {
      const before = await changes();
      const input = inputFor(procedure.shape, own, own, []);
      expect((await outcome(null, procedure, input)).code).toBe('SIGN_IN_REQUIRED');
      for (const role of refused) expect((await outcome(role, procedure, input)).code, role).toBe('FORBIDDEN');
      expect(await changes()).toBe(before);
    });
  }
});

test('whoever is turned away is noted with what they asked for, and a loop that asks on is noted by its weight', async () => {
  const officer = await world.addAccount('officer', world.units.housing.id, '罗科员', 'curious');
  for (let nth = 0; nth < 25; nth++) await outcome(officer, { name: 'accounts.list', type: 'query', shape: null }, undefined);
  const noted = await world.db.selectFrom('event').selectAll().where('actorId', '=', officer.id).orderBy('seq').execute();
  expect(noted.map((event) => event.after)).toEqual([1, 10].map((count) => JSON.stringify({ since: world.clock.now, count, earlier: 0 })));
  expect(noted[0]).toMatchObject({ action: 'access.denied', actorRole: 'officer', entityId: 'accounts.list', result: 'denied' });
});

/** The roles of the world that may call a procedure within a scope. */
function rolesWithin(name: string, scope: 'own' | 'district'): Role[] {
  const rule = ruleOf(name);
  return rule === null ? [] : Role.options.filter((role) => scopeOf(rule, role) === scope);
}

/**
 * The records that an input names. A neighbour in a list is only a place: one that is not there leaves the last. What
 * passes over the screen is ids that the screen looks up among what it may read itself.
 */
function namedRecords({ name, shape }: Procedure) {
  return name === 'meetings.show' || name === 'meetings.type' ? [] : idPlaces(shape).filter(({ path }) => path.at(-1) !== 'after');
}

describe('another district does not exist', () => {
  for (const procedure of all) {
    for (const { path, kind } of namedRecords(procedure)) {
      const roles = rolesWithin(procedure.name, 'district');
      if (roles.length === 0) continue;
      test(`${procedure.name} does not find its ${path.join('.')}`, async () => {
        for (const role of roles) await expectMissing(role, procedure, path, kind, foreign);
      });
    }
  }
});

describe('another unit’s projects do not exist for an officer', () => {
  const ofProjects: readonly IdKind[] = ['project', 'weeklyReturn', 'approvalStep', 'problem', 'attachment'];
  for (const procedure of all) {
    if (!rolesWithin(procedure.name, 'own').includes('officer')) continue;
    for (const { path, kind } of namedRecords(procedure)) {
      if (!ofProjects.includes(kind)) continue;
      test(`${procedure.name} does not find its ${path.join('.')}`, () => expectMissing('officer', procedure, path, kind, neighbour));
    }
  }
});

/** A record elsewhere and one that never was are answered alike, so that nobody can find out which it is. */
async function expectMissing(role: Role, procedure: Procedure, path: string[], kind: IdKind, elsewhere: Records): Promise<void> {
  const before = await changes();
  expect(elsewhere[kind], `no ${kind} to ask for`).toBeDefined();
  const there = await outcome(role, procedure, inputFor(procedure.shape, own, elsewhere, path));
  expect(there.code, role).toBe('NOT_FOUND');
  const never = await outcome(role, procedure, inputFor(procedure.shape, own, { [kind]: world.newId(kind) }, path));
  expect(never).toEqual(there);
  expect(await changes()).toBe(before);
}
