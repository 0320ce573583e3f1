import type { Actor } from '#shared/accounts/schema.ts';
import { addDays, type Day, instantAt } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { Diary } from './diary.ts';
import type { Caller, Town } from './doors.ts';
import { places } from './places.ts';
import type { Known } from './projects.ts';

const accountId = idOf('account');
/** Everybody has read what is older than this; what has come since waits. */
const READ_UP_TO_DAYS = 5;

async function whoIs(caller: Caller): Promise<Actor> {
  const { actor } = await caller.auth.me();
  if (!actor) throw new Error('Nobody is signed in at this door of the demo.');
  return actor;
}

/** A contact for each unit, with a number that rings nowhere, and the leader who looks after the towns. */
export async function tellContacts(town: Town): Promise<void> {
  const leader = accountId.parse((await whoIs(town.as('leader'))).id);
  for (const [nth, { key, kind, officer }] of places.entries()) {
    const unitId = town.unitOf(key);
    const phone = `000-0000${String(1001 + nth)}`;
    const email = `unit${nth + 1}@shiliqu.example`;
    await town.as('office').contacts.add({ unitId, name: officer, duty: '项目专员', phone, email });
    if (kind === 'town') await town.as('office').units.setLeaders({ id: unitId, version: 1, leaderIds: [leader] });
  }
}

/** The housing bureau has named who carries every other project of its own. */
export async function tellOfficers(town: Town, projects: readonly Known[]): Promise<void> {
  const officerId = accountId.parse((await whoIs(town.officerOf('housing'))).id);
  const own = projects.filter((project) => project.place === 'housing').filter((_project, at) => at % 2 === 0);
  for (const project of own) await town.officerOf('housing').officers.set({ projectId: project.id, officerId, version: 0 });
}

/** People read their notices now and then; the demo's have done so some days ago. */
export function tellReading(diary: Diary, town: Town, today: Day): void {
  diary.at(instantAt(addDays(today, -READ_UP_TO_DAYS), '17:30'), async () => {
    const callers = [town.as('office'), town.as('reviewer'), town.as('leader'), ...places.map(({ key }) => town.officerOf(key))];
    for (const caller of callers) {
      const [newest] = (await caller.notices.list({ unreadOnly: true })).items;
      if (newest) await caller.notices.markAllRead({ upTo: newest.seq });
    }
  });
}
