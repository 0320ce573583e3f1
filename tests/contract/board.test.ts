import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BoardWire, fromWire, SEQ_HEADER } from '#shared/board/wire.ts';
import { addMs } from '#shared/kit/calendar.ts';
import type { Project } from '#shared/projects/schema.ts';
import type { UpdateUnit } from '#shared/units/schema.ts';
import { known } from '#tests/support/known.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { admit, type ServedWorld, serveWorld, type Visitor } from '#tests/support/visitor.ts';

// The board's bytes over HTTP: whom they are for is asked anew each time, however long they have been kept.
const Refused = z.object({ data: z.object({ domain: z.object({ code: z.string() }) }) });

let world: ServedWorld;
let road: Project;
let pump: Project;

beforeAll(async () => {
  world = await serveWorld();
  await world.addAccount('officer', world.units.water.id, '邱科员', 'water');
  await world.addAccount('leader', world.districtId, '严副区长', 'leader');
  await admit(world, 'water', 'leader');
  road = await world.addProject({ name: '北湖片区道路提升工程' });
  pump = await world.addProject({ name: '东林街道排涝泵站修复工程', unitId: world.units.water.id });
});
afterAll(() => world?.close());

async function signedIn(username: string): Promise<Visitor> {
  const visitor = world.visit();
  expect((await visitor.signIn(username)).status).toBe(200);
  return visitor;
}

function ask(who: Visitor, headers: Record<string, string> = {}): Promise<Response> {
  return who.fetch('/board/snapshot', { headers });
}

async function namesOf(response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  const wire: BoardWire = await response.json();
  return fromWire(wire, Number(response.headers.get(SEQ_HEADER))).cards.map((card) => card.name);
}

function fieldsOf({ id, name, shortName, version }: Omit<UpdateUnit, 'active' | 'parentId'>): Omit<UpdateUnit, 'active'> {
  return { id, name, shortName, version };
}

async function refusal(response: Response): Promise<[number, string]> {
  return [response.status, Refused.parse(await response.json()).data.domain.code];
}

describe('the board by its bytes', () => {
  test('is what the procedure answers', async () => {
    const office = await signedIn('office');
    const response = await ask(office);
    const wire: BoardWire = await response.json();
    const { data } = await office.query('board.snapshot');
    expect(fromWire(wire, Number(response.headers.get(SEQ_HEADER)))).toEqual(data);
  });

  test.each(['gzip', 'br'])('comes packed as %s, and is not for any cache between', async (packing) => {
    const response = await ask(await signedIn('office'), { 'accept-encoding': packing });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': packing,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'Accept-Encoding',
    });
    expect(await namesOf(response)).toEqual([road.name, pump.name]);
  });

  test('need not come again while it has not changed', async () => {
    const office = await signedIn('office');
    const etag = (await ask(office)).headers.get('etag') ?? '';
    const again = await ask(office, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await office.mutate('agenda.add', { projectId: road.id });
    expect((await ask(office, { 'if-none-match': etag })).status).toBe(200);
    expect((await office.query('board.snapshot')).data).toMatchObject({ cards: [{ agenda: {} }, { agenda: null }] });
  });

  test('never answers one scope with the bytes of another, nor says that they are known', async () => {
    const office = await signedIn('office');
    const officer = await signedIn('water');
    const whole = await ask(office);
    expect(await namesOf(whole)).toHaveLength(2);
    const own = await ask(officer, { 'if-none-match': whole.headers.get('etag') ?? '' });
    expect(await namesOf(own)).toEqual([pump.name]);
    expect(await namesOf(await ask(await signedIn('leader')))).toHaveLength(2);
  });
});

describe('kept bytes are refused like the procedure', () => {
  test('to nobody, to another origin and to whom the board is not for', async () => {
    expect(await refusal(await ask(world.visit()))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect((await ask(await signedIn('office'), { origin: 'http://elsewhere.example' })).status).toBe(403);
    expect(await refusal(await ask(await signedIn('admin')))).toEqual([403, 'FORBIDDEN']);
  });

  test('to a session at once when it has ended', async () => {
    const leader = await signedIn('leader');
    const cookies = [...leader.cookies];
    expect((await ask(leader)).status).toBe(200);
    expect((await leader.mutate('auth.signOut')).status).toBe(200);
    for (const [name, value] of cookies) leader.cookies.set(name, value);
    expect(await refusal(await ask(leader))).toEqual([401, 'SIGN_IN_REQUIRED']);
  });

  test('to an account at once when its unit or role is another', async () => {
    const admin = world.as('admin');
    const account = async () => {
      const found = (await admin.accounts.list()).find((each) => each.username === 'water');
      if (!found) throw new Error('no account');
      const { id, name, unitId, role, active, version } = found;
      return { id, name, unitId, role, active: Boolean(active), version };
    };
    const officer = await signedIn('water');
    expect(await namesOf(await ask(officer))).toEqual([pump.name]);
    await admin.accounts.update({ ...(await account()), unitId: world.units.housing.id });
    expect(await refusal(await ask(officer))).toEqual([401, 'SIGN_IN_REQUIRED']);
    const moved = await signedIn('water');
    expect(await namesOf(await ask(moved))).toEqual([road.name]);
    await admin.accounts.update({ ...(await account()), active: false });
    expect(await refusal(await ask(moved))).toEqual([401, 'SIGN_IN_REQUIRED']);
  });

  test('to an account at once when its role is another; who signs in again sees by the new one', async () => {
    await world.addAccount('leader', world.districtId, '韩副区长', 'turned');
    await admit(world, 'turned');
    const turned = await signedIn('turned');
    expect(await namesOf(await ask(turned))).toHaveLength(2);
    const admin = world.as('admin');
    const { id, name, version } = known((await admin.accounts.list()).find(({ username }) => username === 'turned'));
    await admin.accounts.update({ id, name, unitId: world.units.water.id, role: 'officer', active: true, version });
    expect(await refusal(await ask(turned))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await namesOf(await ask(await signedIn('turned')))).toEqual([pump.name]);
    const again = known((await admin.accounts.list()).find((each) => each.id === id));
    await admin.accounts.update({ id, name, unitId: again.unitId, role: 'inspector', active: true, version: again.version });
    expect(await refusal(await ask(await signedIn('turned')))).toEqual([403, 'FORBIDDEN']);
  });

  test('to a unit of what has been moved out of its reach, and a district is not closed under its boards', async () => {
    await world.addAccount('officer', world.units.water.id, '程科员', 'water.two');
    await admit(world, 'water.two');
    const office = world.as('office');
    const { units, districtId } = world;
    const station = await office.units.create({
      parentId: units.water.id,
      name: '示例区水务局排灌站',
      shortName: '排灌站',
      kind: 'bureau',
    });
    const gate = await world.addProject({ name: '南河闸站更新改造工程', unitId: station.id });
    const officer = await signedIn('water.two');
    const response = await ask(officer);
    const etag = response.headers.get('etag') ?? '';
    expect(await namesOf(response)).toEqual([pump.name, gate.name]);
    const { id, name, shortName, version } = station;
    await office.units.update({ id, name, shortName, active: true, version, parentId: units.housing.id });
    // It knows the bytes from before, and they are not what it may see any more.
    expect(await namesOf(await ask(officer, { 'if-none-match': etag }))).toEqual([pump.name]);

    const district = known((await office.units.list()).find((unit) => unit.id === districtId));
    const closing = office.units.update({ ...fieldsOf(district), active: false });
    expect(await failureOf(closing)).toMatchObject({ code: 'REFUSED', details: { reason: 'unit-is-district' } });
    expect(await namesOf(await ask(await signedIn('office')))).toHaveLength(3);
  });

  test('to a session that has been idle too long, whatever was remembered of it', async () => {
    const office = await signedIn('office');
    expect((await ask(office)).status).toBe(200);
    const before = world.clock.now;
    world.clock.now = addMs(before, 31 * 60_000);
    expect(await refusal(await ask(office))).toEqual([401, 'SIGN_IN_REQUIRED']);
    world.clock.now = before;
    expect(await refusal(await ask(office))).toEqual([401, 'SIGN_IN_REQUIRED']);
  });
});
