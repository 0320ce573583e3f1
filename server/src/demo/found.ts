import type { AccountRole, Actor } from '#shared/accounts/schema.ts';
import type { Id } from '#shared/kit/ids.ts';
import { actorOf, findByUsername } from '../auth/store.ts';
import { hashToken } from '../kit/random.ts';
import type { Services } from '../services.ts';
import * as setup from '../setup/store.ts';
import { askedOf, callerOf, type Role, type Town, type Walk } from './doors.ts';
import { type PlaceKey, places } from './places.ts';

/** One password for everybody, in the demo alone. */
export const PASSWORD = 'Shiliqu-2026';
const FIRST_PASSWORD = 'Shiliqu-first-1';

/** Who can sign in, for the table that is printed. */
export const signIns = [
  { username: 'office', name: '宋科长', role: '项目办 office' },
  { username: 'reviewer', name: '郑副主任', role: '项目办（核稿）office, reviews' },
  { username: 'officer', name: '罗科员', role: '项目专员（住建局）officer' },
  { username: 'leader', name: '宋区长', role: '区领导 leader' },
  { username: 'inspector1', name: '评委甲', role: '观摩评委 inspector' },
  { username: 'inspector2', name: '评委乙', role: '观摩评委 inspector' },
  { username: 'inspector3', name: '评委丙', role: '观摩评委 inspector' },
  { username: 'auditor', name: '审计员', role: '审计员 auditor' },
  { username: 'admin', name: '管理员', role: '管理员 admin' },
] as const;

const staff = [
  ['reviewer', 'office'],
  ['leader', 'leader'],
  ['inspector1', 'inspector'],
  ['inspector2', 'inspector'],
  ['inspector3', 'inspector'],
  ['auditor', 'auditor'],
] as const satisfies readonly (readonly [Role, AccountRole])[];

function nameOf(username: string): string {
  return signIns.find((one) => one.username === username)?.name ?? username;
}

/** Founds the district by its set-up link, then its units and accounts by the administrator. */
export async function foundTown(services: Services, walk: Walk): Promise<Town> {
  const token = services.random.hex(32);
  await setup.replaceLink(services.store.db, hashToken(token), walk.now);
  await callerOf(services, walk, null).setup.complete({
    token,
    district: {
      name: '示例区',
      regionCode: '999999',
      issuingOffice: '示例区重点项目建设指挥部办公室',
      officeMark: '示重办',
      returnOpenWeekday: 1,
      returnWeekday: 5,
      returnTime: '17:00',
    },
    meeting: { weekday: 1, time: '09:00', place: '区政府一号会议室' },
    office: { name: '示例区发展和改革局', shortName: '发改局' },
    admin: { username: 'admin', name: nameOf('admin'), password: PASSWORD },
    officeAccount: { username: 'office', name: nameOf('office'), password: PASSWORD },
  });
  const actor = async (username: string): Promise<Actor> => {
    const row = await findByUsername(services.store.db, username);
    if (!row) throw new Error(`The demo has no account ${username}.`);
    return actorOf(row);
  };
  const admin = await actor('admin');
  const office = await actor('office');

  /** The administrator gives a first password, and its owner changes it at the first sign-in. */
  async function enrol(username: string, name: string, role: AccountRole, unitId: Id<'unit'>): Promise<Actor> {
    await callerOf(services, walk, admin).accounts.create({ username, name, role, unitId, password: FIRST_PASSWORD });
    const enrolled = await actor(username);
    await callerOf(services, walk, enrolled, true).auth.changePassword({ current: FIRST_PASSWORD, next: PASSWORD });
    return enrolled;
  }

  const district = await callerOf(services, walk, office).districts.mine();
  const actors = new Map<Role, Actor>([
    ['admin', admin],
    ['office', office],
  ]);
  for (const [username, role] of staff) {
    actors.set(username, await enrol(username, nameOf(username), role, role === 'leader' ? district.id : office.unitId));
  }
  const units = new Map<PlaceKey, Id<'unit'>>();
  const officers = new Map<PlaceKey, Actor>();
  for (const { key, name, shortName, kind, officer } of places) {
    const unit = await callerOf(services, walk, office).units.create({ parentId: district.id, name, shortName, kind });
    units.set(key, unit.id);
    officers.set(key, await enrol(key === 'housing' ? 'officer' : `officer-${key}`, officer, 'officer', unit.id));
  }
  const known = <Key, Value>(all: Map<Key, Value>, key: Key): Value => {
    const found = all.get(key);
    if (!found) throw new Error(`Nothing in the demo is ${String(key)}.`);
    return found;
  };
  return {
    district,
    officeUnitId: office.unitId,
    unitOf: (key) => known(units, key),
    walk,
    as: (who) => callerOf(services, walk, known(actors, who)),
    asked: (who) => askedOf(services, walk, known(actors, who), district.id),
    officerOf: (place) => callerOf(services, walk, known(officers, place)),
    askedOfficer: (place) => askedOf(services, walk, known(officers, place), district.id),
  };
}
