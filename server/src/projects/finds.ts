import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { monthNumber, monthOf, yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { bestFinds, type SearchKeys } from '#shared/projects/search.ts';
import * as bulletins from '../bulletins/store.ts';
import type { Reader } from '../db/tables.ts';
import { pinyinOf } from '../kit/pinyin.ts';
import * as meetings from '../meetings/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as projects from './store.ts';

const MOST_PROJECTS = 20;
const MOST_OTHERS = 5;
/** Two years of weeks: an older meeting is found from its list. */
const MEETINGS_BACK = 104;

/** Whom one looks for by name: an account or a contact, with the unit whose projects are theirs to talk about. */
type Person = { id: string; name: string; unitId: Id<'unit'>; unitName: string; isLeader: boolean };

/** Everything on record that a text finds, as far as the asker reaches, each kind best first. */
export async function findAll({ db, reach, actor }: { db: Reader; reach: Reach; actor: { role: Role } }, text: string) {
  const people = await peopleIn(db, reach);
  return {
    projects: await projects.search(db, reach, text, MOST_PROJECTS),
    units: await units.search(db, reach, text, MOST_OTHERS),
    meetings: mayCall(actor.role, 'meetings.list') ? await findMeetings(db, reach, text) : [],
    bulletins: mayCall(actor.role, 'bulletins.list') ? await findBulletins(db, reach, text) : [],
    people: bestFinds(people, ({ name }) => keysOf([name]), text, MOST_OTHERS),
  };
}

function keysOf([name = '', ...others]: readonly string[]): SearchKeys {
  return { names: [name, ...others], ...pinyinOf(name), code: null, unitName: null };
}

async function findMeetings(db: Reader, reach: Reach, text: string) {
  const held = await meetings.named(db, reach.districtId, MEETINGS_BACK);
  const namesOf = ({ seriesName, week, day, number }: (typeof held)[number]) => [
    `第${number}次${seriesName ?? '周例会'}`,
    ...(seriesName === null ? [`例会${number}`] : [seriesName]),
    day,
    `${monthNumber(monthOf(day))}月${Number(day.slice(8))}日例会`,
    week,
  ];
  return bestFinds(held, (meeting) => keysOf(namesOf(meeting)), text, MOST_OTHERS);
}

async function findBulletins(db: Reader, reach: Reach, text: string) {
  const issued = (await bulletins.list(db, reach.districtId)).map(({ id, month, number, state }) => ({ id, month, number, state }));
  const namesOf = ({ month, number }: (typeof issued)[number]) => [
    `${monthNumber(month)}月通报`,
    `${yearOf(month)}年${monthNumber(month)}月通报`,
    ...(number === null ? [] : [`通报第${number}期`, `第${number}期`]),
  ];
  return bestFinds(issued, (bulletin) => keysOf(namesOf(bulletin)), text, MOST_OTHERS);
}

/** Those who work here and those whom one calls, without who administers, audits or scores. */
async function peopleIn(db: Reader, { districtId, unitIds }: Reach): Promise<Person[]> {
  const accounts = db
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unitId')
    .select(['account.id', 'account.name', 'account.role', 'account.unitId', 'unit.shortName as unitName'])
    .where('unit.districtId', '=', districtId)
    .where('account.active', '=', 1)
    .where('account.role', 'in', ['leader', 'office', 'officer']);
  const contacts = db
    .selectFrom('contact')
    .innerJoin('unit', 'unit.id', 'contact.unitId')
    .select(['contact.id', 'contact.name', 'contact.unitId', 'unit.shortName as unitName'])
    .where('unit.districtId', '=', districtId);
  const own = unitIds
    ? accounts.where((where) => where.or([where('account.unitId', 'in', unitIds), where('account.role', '=', 'leader')]))
    : accounts;
  const named = await own.orderBy('account.id').execute();
  const called = await (unitIds ? contacts.where('contact.unitId', 'in', unitIds) : contacts).orderBy('contact.id').execute();
  const known = new Set(named.map(({ name, unitId }) => `${unitId} ${name}`));
  return [
    ...named.map(({ role, ...person }) => ({ ...person, isLeader: role === 'leader' })),
    ...called.filter(({ name, unitId }) => !known.has(`${unitId} ${name}`)).map((person) => ({ ...person, isLeader: false })),
  ];
}
