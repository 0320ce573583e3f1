import { expect } from 'vitest';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { type Dialect, openWorld, type World } from './world.ts';

/** The week that the meeting reviews, and the day by which things are decided to be done. */
export const week = '2026-W44' as Week;
export const due = '2026-11-06' as Day;

/** Monday 2026-11-02, 9:00: the meeting that reviews week 44, with one project on its agenda, is under way. */
export async function meetingUnderWay(dialect: Dialect) {
  const world = await openWorld({ dialect, now: instantAt('2026-11-02' as Day, '09:00') });
  const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
  const item = await world.as('office').agenda.add({ projectId: project.id, reason: '红灯' });
  const planned = await world.as('office').meetings.current();
  const meeting = await world.as('office').meetings.open({ week, version: planned.meeting.version });
  return { world, project, item, meeting };
}

/** A decision on an item, as the office types it. */
export function wordsOf(world: World, item: { id: Id<'agendaItem'> }) {
  return {
    ...{ week, agendaItemId: item.id, text: '组织专家复核，取得环评批复', supervisor: '郑副区长', dueOn: due },
    ...{ ownerUnitId: world.units.water.id, helperUnitIds: [world.units.housing.id] },
  };
}

/** All that a meeting may change. */
export async function kept({ db }: World) {
  return {
    meetings: await db.selectFrom('meeting').selectAll().execute(),
    items: await db.selectFrom('agenda_item').selectAll().execute(),
    decisions: await db.selectFrom('decision').selectAll().execute(),
    remarks: await db.selectFrom('remark').selectAll().execute(),
    ephemeral: await db.selectFrom('ephemeral').selectAll().execute(),
    documents: await db.selectFrom('document').selectAll().execute(),
    cuts: await db.selectFrom('cut').select('id').execute(),
    numberings: await db.selectFrom('numbering').selectAll().execute(),
    seq: await db.selectFrom('event_head').select('seq').execute(),
  };
}

/** Says that an act is refused for a reason, and that nothing has changed. */
export async function refused(world: World, act: () => Promise<unknown>, reason: string): Promise<void> {
  const before = await kept(world);
  await expect(act()).rejects.toMatchObject({ cause: { code: 'REFUSED', details: { reason } } });
  expect(await kept(world)).toEqual(before);
}
