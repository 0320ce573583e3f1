import { addDays, addMs, addWeeks, dayOf, instantAt, timeOf, type Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { NewItem } from '#shared/meetings/inputs.ts';
import { proposedItem } from '#shared/meetings/proposals.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import type { Draw } from './draw.ts';
import type { Known } from './projects.ts';
import type { WeekTimes } from './schedule.ts';
import { attendees, decisions, otherMatters } from './words.ts';

/** Whose meetings are told, from which projects; the district's own series where none is named. */
export type MeetingTelling = { diary: Diary; town: Town; projects: readonly Known[]; draw: Draw; seriesId?: Id<'meetingSeries'> };

/** How full a week's meeting is: the last three months in full, older ones lighter, the one ahead ready to be held. */
export type Weight = 'light' | 'full' | 'ahead';

const items: Record<Weight, readonly [number, number]> = { light: [2, 3], full: [3, 6], ahead: [6, 8] };

/** The office makes the agenda from what is proposed, with a matter of its own now and then. */
export async function prepareMeeting(telling: MeetingTelling, { week }: Pick<WeekTimes, 'week'>, weight: Weight): Promise<void> {
  const { town, projects, draw, seriesId } = telling;
  const named = { seriesId, week };
  const own = draw.fork(`agenda ${week}`);
  const page = await town.as('office').meetings.get(named);
  const { version, time, length, place, host, attendees: invited } = page.meeting;
  const fields = { time, length, place, host: host ?? '宋区长', attendees: invited ?? attendees };
  await town.as('office').meetings.update({ ...named, version, ...fields });
  const elsewhere = await onOtherAgendas(town, page.series.id, week);
  const wanted = own.whole(...items[weight]);
  const hasOther = weight !== 'light' && own.chance(0.5);
  const free = page.proposals.map(proposedItem).filter(({ projectId }) => projectId === null || !elsewhere.has(projectId));
  const proposed: NewItem[] = free.slice(0, wanted - (hasOther ? 1 : 0));
  const others = own.shuffled(projects.filter(({ id }) => !elsewhere.has(id) && !proposed.some(({ projectId }) => projectId === id)));
  while (proposed.length < Math.min(weight === 'ahead' ? 6 : 3, wanted) && others.length > 0) {
    const next = others.pop();
    if (next) proposed.push({ projectId: next.id, reason: '项目办提请' });
  }
  for (const item of proposed) await town.as('office').agenda.add({ ...named, ...item, minutes: own.pick([5, 8, 8, 10]) });
  if (hasOther) await town.as('office').agenda.add({ ...named, projectId: null, title: own.pick(otherMatters), reason: null, minutes: 10 });
  if (weight !== 'ahead' || !page.series.isDefault) return;
  const asked = others.pop();
  if (asked) await town.as('leader').agenda.ask({ projectId: asked.id, text: '听取年底前收尾安排' });
  await town.as('leader').agenda.ask({ projectId: null, text: '研究冬季施工安全和农民工工资支付工作' });
}

/** The projects that another series has on its agenda about that time: two do not take up one on the same day. */
async function onOtherAgendas(town: Town, seriesId: Id<'meetingSeries'>, week: Week): Promise<Set<Id<'project'>>> {
  const others = (await town.as('office').series.list()).filter(({ id }) => id !== seriesId);
  const ids = new Set<Id<'project'>>();
  for (const { id } of others) {
    for (const about of [-1, 0, 1]) {
      const { items } = await town.as('office').meetings.get({ seriesId: id, week: addWeeks(week, about) });
      for (const { projectId } of items) if (projectId) ids.add(projectId);
    }
  }
  return ids;
}

/** A meeting that is to be held today is held later today: the one ahead must lie ahead. */
export async function keepAhead({ town, seriesId }: MeetingTelling, { week }: Pick<WeekTimes, 'week'>): Promise<void> {
  const page = await town.as('office').meetings.get({ seriesId, week });
  const { day, time, length, place, host, attendees: invited, version } = page.meeting;
  const now = town.walk.now;
  if (day !== dayOf(now) || time > timeOf(now)) return;
  const hour = Math.min(23, Number(timeOf(now).slice(0, 2)) + 2);
  await town.as('office').meetings.update({
    ...{ seriesId, week, version },
    time: `${String(hour).padStart(2, '0')}:${hour === 23 ? '59' : '00'}`,
    ...{ length, place, host, attendees: invited },
  });
}

/** Holds a meeting: opens it, decides on most of its items, and closes it with cut and minutes. */
export async function holdMeeting(
  telling: MeetingTelling,
  { week, meetingAt }: Pick<WeekTimes, 'week' | 'meetingAt'>,
  weight: Weight,
  isOneForgotten: boolean,
): Promise<void> {
  const { town, projects, draw, seriesId } = telling;
  const named = { seriesId, week };
  const own = draw.fork(`meeting ${week}`);
  const page = await town.as('office').meetings.get(named);
  const open = await town.as('office').meetings.open({ ...named, version: page.meeting.version });
  const today = dayOf(meetingAt);
  for (const [at, item] of page.items.entries()) {
    town.walk.now = addMs(town.walk.now, 8 * 60_000);
    if (!own.chance(weight === 'light' ? 0.45 : 0.8) && at > 0) continue;
    const project = projects.find((one) => one.id === item.projectId);
    const ownerUnitId = project ? town.unitOf(project.place) : town.officeUnitId;
    const helpers = own
      .shuffled((['housing', 'land', 'water', 'environment'] as const).map(town.unitOf))
      .filter((id) => id !== ownerUnitId);
    const isForgotten = isOneForgotten && at === 0;
    const decision = await town.as('office').decisions.make({
      ...named,
      agendaItemId: item.id,
      text: own.pick(decisions),
      ownerUnitId,
      helperUnitIds: helpers.slice(0, own.whole(0, 2)),
      supervisor: project ? project.leaderName : null,
      dueOn: addDays(today, isForgotten ? 5 : own.whole(5, 18)),
    });
    if (!isForgotten) follow(telling, decision, own);
  }
  await town.as('office').meetings.close({ ...named, version: open.version });
}

/** Most decisions are done about their day; what is older than a month is done by now, however late. */
function follow(
  { diary, town }: MeetingTelling,
  decision: { id: Id<'decision'>; dueOn: string & ReturnType<typeof dayOf> },
  own: Draw,
): void {
  const doneOn = addDays(decision.dueOn, own.chance(0.8) ? own.whole(-4, 3) : own.whole(18, 30));
  diary.at(instantAt(doneOn, '16:30'), async () => {
    await town.as('office').decisions.markDone({ id: decision.id, version: 1, doneOn });
  });
}
