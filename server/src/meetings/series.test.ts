import { afterEach, describe, expect, test } from 'vitest';
import { day, instantAt, type Month, type Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { CreateSeries } from '#shared/meetings/inputs.ts';
import { known } from '#tests/support/known.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const week = '2026-W44' as Week;
const rebuilding: CreateSeries = {
  ...{ name: '灾后重建调度会', kind: 'reconstruction', weekday: 4, time: '15:00', length: 60, place: '应急指挥中心' },
  ...{ host: '郑副区长', attendees: '应急局、水利局', firstNumber: 38 },
};

for (const dialect of dialects) {
  describe(`several series of meetings on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** Monday of the own meeting, with a series for reconstruction beside it. */
    async function two(second: Partial<CreateSeries> = {}) {
      world = await openWorld({ dialect, now: instantAt(day('2026-11-02'), '08:00') });
      const [own] = await world.as('office').series.list();
      const made = await world.as('office').series.create({ ...rebuilding, ...second });
      return { own: known(own), seriesId: made.id, made };
    }

    async function everything() {
      const { db } = world;
      return {
        series: await db.selectFrom('meeting_series').selectAll().orderBy('id').execute(),
        meetings: await db.selectFrom('meeting').selectAll().orderBy('id').execute(),
        items: await db.selectFrom('agenda_item').selectAll().orderBy('id').execute(),
        requests: await db.selectFrom('agenda_request').selectAll().orderBy('id').execute(),
        documents: await db.selectFrom('document').select(['id', 'kind', 'year', 'number']).orderBy('id').execute(),
        displays: await db.selectFrom('display_link').selectAll().orderBy('id').execute(),
        seq: await db.selectFrom('event_head').select('seq').execute(),
      };
    }

    async function refused(act: () => Promise<unknown>, details: Record<string, unknown>) {
      const before = await everything();
      await expect(act()).rejects.toMatchObject({ cause: { code: 'REFUSED', details } });
      expect(await everything()).toEqual(before);
    }

    async function hold(seriesId?: Id<'meetingSeries'>) {
      const office = world.as('office');
      const { meeting } = await office.meetings.current({ seriesId });
      const open = await office.meetings.open({ seriesId, week: meeting.week, version: meeting.version });
      return office.meetings.close({ seriesId, week: meeting.week, version: open.version });
    }

    test('each plans its own next meeting: day, hour, place, who comes, and its number from where the office says', async () => {
      const { seriesId } = await two();
      const office = world.as('office');
      expect((await office.meetings.current()).meeting).toMatchObject({ week, day: '2026-11-02', time: '09:00', place: '一号会议室' });
      const { meeting } = await office.meetings.current({ seriesId });
      expect(meeting).toMatchObject({ seriesId, week, number: null, day: '2026-11-05', time: '15:00', length: 60 });
      expect(meeting).toMatchObject({ place: '应急指挥中心', host: '郑副区长', attendees: '应急局、水利局' });
      await office.agenda.add({ seriesId, projectId: null, title: '临时安置点过冬' });
      await office.agenda.add({ projectId: null, title: '冬季施工' });
      expect((await office.meetings.current({ seriesId })).meeting.number).toBe(38);
      expect((await office.meetings.current()).meeting.number).toBe(1);
      world.clock.now = instantAt(day('2026-11-06'), '08:00');
      const friday = world.as('office');
      expect((await friday.meetings.current()).meeting).toMatchObject({ week: '2026-W45', day: '2026-11-09' });
      expect((await friday.meetings.current({ seriesId })).meeting).toMatchObject({ week: '2026-W45', day: '2026-11-12' });
    });

    test('two meet on one day: two agendas, two screens, two sets of decisions, two minutes, and one cut of the week', async () => {
      const { own, seriesId } = await two({ weekday: 1, firstNumber: 1 });
      const office = world.as('office');
      const lake = await world.addProject({ name: '北湖片区雨污分流工程' });
      await office.agenda.add({ projectId: lake.id });
      const matter = await office.agenda.add({ seriesId, projectId: null, title: '临时安置点过冬' });
      const { meeting } = await office.meetings.get({ week });
      const first = await office.meetings.open({ week, version: meeting.version });
      const second = await office.meetings.open({ seriesId, week, version: 1 });
      const turn = { week, consoleId: 'a'.repeat(16), takeOver: false, cover: null } as const;
      await office.meetings.show({ ...turn, show: { page: 'follow-up' } });
      await office.meetings.show({ ...turn, seriesId, show: { page: 'item', agendaItemId: matter.id } });
      expect((await office.meetings.screen({ seriesId: own.id })).state).toMatchObject({ show: { page: 'follow-up' } });
      expect((await office.meetings.screen({ seriesId })).state).toMatchObject({ show: { page: 'item' } });
      const decided = { helperUnitIds: [], supervisor: null, dueOn: day('2026-11-06'), ownerUnitId: world.units.water.id };
      await office.decisions.make({ ...decided, seriesId, week, agendaItemId: matter.id, text: '十一月六日前完成安置点供暖' });
      expect((await office.meetings.get({ week })).decisions).toEqual([]);
      expect((await office.meetings.get({ seriesId, week })).decisions).toMatchObject([
        { text: '十一月六日前完成安置点供暖', seriesName: '灾后重建调度会', meetingNumber: 1 },
      ]);
      const closed = await office.meetings.close({ seriesId, week, version: second.version });
      expect(await world.db.selectFrom('cut').select('kind').execute()).toEqual([]);
      const ownClosed = await office.meetings.close({ week, version: first.version });
      expect(await world.db.selectFrom('cut').select('kind').execute()).toEqual([{ kind: 'week' }]);
      expect([closed.reportId, ownClosed.reportId === null]).toEqual([null, false]);
      const papers = [];
      for (const { documentId } of [closed, ownClosed]) papers.push(await office.documents.get({ id: known(documentId) }));
      expect(papers.map(({ number, title }) => [number, title])).toEqual([
        [1, '2026年第1次灾后重建调度会纪要'],
        [2, '2026年第1次重点项目推进周例会纪要'],
      ]);
      world.clock.now = instantAt(day('2026-11-09'), '08:00');
      expect((await office.meetings.current()).followUp).toEqual([]);
      expect((await office.meetings.current({ seriesId })).followUp).toMatchObject([{ text: '十一月六日前完成安置点供暖' }]);
    });

    test('two closings at once draw two numbers, and two first items of a week one meeting', async () => {
      const { seriesId } = await two({ weekday: 1 });
      const office = world.as('office');
      const add = (title: string) => office.agenda.add({ seriesId, projectId: null, title });
      await Promise.all([add('安置点'), add('堤防')]);
      expect(await world.db.selectFrom('meeting').select('number').execute()).toEqual([{ number: 38 }]);
      await office.agenda.add({ projectId: null, title: '冬季施工' });
      const first = await office.meetings.open({ week, version: 1 });
      const second = await office.meetings.open({ seriesId, week, version: 1 });
      await Promise.all([
        office.meetings.close({ week, version: first.version }),
        office.meetings.close({ seriesId, week, version: second.version }),
      ]);
      const numbers = await world.db.selectFrom('document').select('number').where('kind', '=', 'minutes').orderBy('number').execute();
      expect(numbers).toEqual([{ number: 1 }, { number: 2 }]);
    });

    test('a project stands on two agendas of a week, and not of a day', async () => {
      const { seriesId } = await two();
      const office = world.as('office');
      const lake = await world.addProject({ name: '北湖片区雨污分流工程' });
      await office.agenda.add({ projectId: lake.id });
      await office.agenda.add({ seriesId, projectId: lake.id });
      const sameDay = await office.series.create({ ...rebuilding, name: '重点项目专题调度会', weekday: 1 });
      await refused(() => office.agenda.add({ seriesId: sameDay.id, projectId: lake.id }), {
        ...{ reason: 'on-other-agenda', seriesName: '重点项目推进周例会', day: '2026-11-02' },
      });
      await office.agenda.add({ seriesId: sameDay.id, projectId: null, title: '汇总' });
    });

    test('the limit of twelve is each meeting’s own', async () => {
      const { seriesId } = await two();
      const office = world.as('office');
      for (let at = 1; at <= 12; at++) await office.agenda.add({ projectId: null, title: `议题${at}` });
      await refused(() => office.agenda.add({ projectId: null, title: '多一项' }), { reason: 'agenda-full' });
      await office.agenda.add({ seriesId, projectId: null, title: '安置点' });
    });

    test('proposals and requests go to the series of the project’s kind, others stay with the district’s own', async () => {
      const { own, seriesId } = await two();
      const key = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const levee = await world.addProject({ name: '东林河堤防水毁修复工程', kind: 'reconstruction' });
      const names = async (id?: Id<'meetingSeries'>) => {
        return (await world.as('office').meetings.current({ seriesId: id })).proposals.map(({ name }) => name);
      };
      expect(await names()).toEqual([key.name]);
      expect(await names(seriesId)).toEqual([levee.name]);
      expect(await world.as('officer').series.choices()).toMatchObject([{ id: own.id }, { id: seriesId, kind: 'reconstruction' }]);
      expect(await world.as('officer').agenda.ask({ projectId: levee.id, text: '请协调料场' })).toMatchObject({ seriesId });
      expect(await world.as('officer').agenda.ask({ projectId: key.id, text: '请协调迁改' })).toMatchObject({ seriesId: own.id });
      expect(await world.as('leader').agenda.ask({ projectId: null, text: '研究过冬安排', seriesId })).toMatchObject({ seriesId });
      const waiting = (await world.as('office').meetings.current({ seriesId })).requests;
      expect(waiting.map(({ text }) => text)).toEqual(['请协调料场', '研究过冬安排']);
      await world.as('office').agenda.add({ projectId: levee.id });
      expect((await world.as('office').meetings.current({ seriesId })).requests).toHaveLength(2);
      await world.as('office').agenda.add({ seriesId, projectId: levee.id });
      expect((await world.as('office').meetings.current({ seriesId })).requests).toHaveLength(1);
      const home = await world.as('office').home.waiting();
      expect(home.role === 'office' && home.meetings.map(({ seriesName, items }) => [seriesName, items.length])).toEqual([
        [null, 1],
        ['灾后重建调度会', 1],
      ]);
    });

    test('the board shows the chosen series’ agenda, and lists the series only where there are several', async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-11-02'), '08:00') });
      const office = world.as('office');
      const lake = await world.addProject({ name: '北湖片区雨污分流工程' });
      expect((await office.board.snapshot()).header.series).toEqual([]);
      const { id: seriesId } = await office.series.create(rebuilding);
      const item = await office.agenda.add({ seriesId, projectId: lake.id });
      const own = await office.board.snapshot();
      expect(own.header.series.map(({ name }) => name)).toEqual(['重点项目推进周例会', '灾后重建调度会']);
      expect(own.cards.map(({ agenda }) => agenda)).toEqual([null]);
      const second = await office.board.snapshot({ seriesId });
      expect(second.header.meeting).toMatchObject({ seriesId, week, number: 38, day: '2026-11-05' });
      expect(second.cards).toMatchObject([{ agenda: { id: item.id } }]);
      await office.agenda.remove({ id: item.id, version: item.version });
      const delta = await office.board.since({ seq: second.seq, seriesId });
      expect('cards' in delta && delta.cards).toMatchObject([{ id: lake.id, agenda: null }]);
    });

    test('a screen shows the series that it is tied to, and else whichever is live; a rehearsal counts', async () => {
      const { own, seriesId } = await two();
      const office = world.as('office');
      const shown = async () => (await world.as('display').meetings.screen()).series.id;
      expect(await shown()).toBe(own.id);
      const item = await office.agenda.add({ seriesId, projectId: null, title: '安置点' });
      const turn = { seriesId, week, consoleId: 'a'.repeat(16), takeOver: false, cover: null } as const;
      await office.meetings.show({ ...turn, isRehearsal: true, show: { page: 'item', agendaItemId: item.id } });
      expect(await shown()).toBe(seriesId);
      await office.meetings.endRehearsal({ seriesId, week });
      expect(await shown()).toBe(own.id);
      await office.meetings.open({ seriesId, week, version: 1 });
      expect(await shown()).toBe(seriesId);

      const { id } = await office.displays.create({ name: '二号会议室', seriesId: own.id });
      const tied = { ...world.actors.display, id };
      expect((await world.as(tied).meetings.screen()).series.id).toBe(own.id);
      await office.displays.setSeries({ id, seriesId, version: 1 });
      expect((await world.as(tied).meetings.screen()).series.id).toBe(seriesId);
      const before = await everything();
      await expect(office.displays.setSeries({ id, seriesId: null, version: 1 })).rejects.toMatchObject({ cause: { code: 'CONFLICT' } });
      expect(await everything()).toEqual(before);
    });

    test('a screen of one kind counts the projects of that kind alone', async () => {
      const { seriesId } = await two();
      await world.addProject({ name: '城东污水处理厂扩建工程' });
      await world.addProject({ name: '东林河堤防水毁修复工程', kind: 'reconstruction' });
      expect((await world.as('office').meetings.screen({ seriesId })).overview.total).toBe(1);
      const [own] = await world.as('office').series.list();
      expect((await world.as('office').meetings.screen({ seriesId: own?.id })).overview.total).toBe(2);
      await world.as('office').lamps.cut({ month: '2026-10' as Month });
      const lastMonth = async (id?: Id<'meetingSeries'>) => {
        const cut = known((await world.as('office').meetings.screen({ seriesId: id })).overview.before);
        return [cut.month, cut.lamps.red + cut.lamps.yellow + cut.lamps.green];
      };
      expect(await lastMonth(seriesId)).toEqual(['2026-10', 1]);
      expect(await lastMonth(own?.id)).toEqual(['2026-10', 2]);
    });

    test('a series is renamed and moved against its version; a name or a number that is taken is refused', async () => {
      const { own, made } = await two();
      const office = world.as('office');
      const { id, version } = made;
      const moved = await office.series.update({ ...rebuilding, id, version, name: '灾后恢复重建调度会', weekday: 3, firstNumber: 40 });
      expect(moved).toMatchObject({ name: '灾后恢复重建调度会', weekday: 3, firstNumber: 40, version: version + 1 });
      await office.agenda.add({ seriesId: id, projectId: null, title: '安置点' });
      expect((await office.meetings.current({ seriesId: id })).meeting).toMatchObject({ number: 40, day: '2026-11-04' });
      const again = { ...rebuilding, id, version: moved.version };
      await refused(() => office.series.update({ ...again, name: own.name, firstNumber: 40 }), { reason: 'series-name-taken' });
      await refused(() => office.series.update({ ...again, firstNumber: 39 }), { reason: 'first-number-used', used: 40 });
      await refused(() => office.series.create({ ...rebuilding, name: own.name }), { reason: 'series-name-taken' });
      const before = await everything();
      await expect(office.series.update({ ...again, version, firstNumber: 40 })).rejects.toMatchObject({ cause: { code: 'CONFLICT' } });
      expect(await everything()).toEqual(before);
    });

    test('what is on record and ahead goes with its series, unless another has its project that day; the unit is told whose it is', async () => {
      const { seriesId, made } = await two();
      const office = world.as('office');
      const lake = await world.addProject({ name: '北湖片区雨污分流工程' });
      await office.agenda.add({ projectId: lake.id });
      await office.agenda.add({ seriesId, projectId: lake.id, reason: '料场未定' });
      const { items: told } = await world.as('officer').notices.list({ unreadOnly: true });
      expect(told.map(({ kind, text }) => [kind, text])).toEqual([
        ['agenda-listed', '料场未定（灾后重建调度会）'],
        ['agenda-listed', null],
      ]);
      const current = async () => (await office.meetings.current({ seriesId })).meeting;
      const { time, length, place } = rebuilding;
      await office.meetings.update({ seriesId, week, version: 1, time, length, place, host: '宋区长', attendees: null });
      const moved = { ...rebuilding, id: seriesId, weekday: 3, time: '10:00', attendees: '民政局' };
      const { version } = await office.series.update({ ...moved, version: made.version });
      expect(await current()).toMatchObject({ day: '2026-11-04', time: '10:00', host: '宋区长', attendees: null, number: 38 });
      await refused(() => office.series.update({ ...moved, version, weekday: 1 }), {
        ...{ reason: 'moved-onto-other-agenda', seriesName: '重点项目推进周例会', day: '2026-11-02' },
      });
      expect(await current()).toMatchObject({ day: '2026-11-04' });
    });

    test('a series closes when nothing is lost with it, then plans nothing, and opens again', async () => {
      const { own, seriesId } = await two({ weekday: 1 });
      const office = world.as('office');
      const close = (version: number) => office.series.close({ id: seriesId, version });
      await refused(() => office.series.close({ id: own.id, version: own.version }), { reason: 'series-is-default' });
      const request = await world.as('leader').agenda.ask({ projectId: null, text: '研究过冬安排', seriesId });
      await refused(() => close(1), { reason: 'series-has-requests', requests: 1 });
      const item = await office.agenda.add({ seriesId, projectId: null, title: '过冬', requestId: request.id });
      await refused(() => close(1), { reason: 'series-has-items', items: 1 });
      const open = await office.meetings.open({ seriesId, week, version: 1 });
      await refused(() => close(1), { reason: 'series-meets' });
      await office.meetings.close({ seriesId, week, version: open.version });
      const closed = await close(1);
      expect(closed).toMatchObject({ closedOn: '2026-11-02', version: 2 });
      expect(await office.series.choices()).toHaveLength(1);
      expect((await office.meetings.list({ seriesId })).map(({ items }) => items)).toEqual([1]);
      expect(item.meetingId).toBe(open.id);
      await refused(() => office.agenda.add({ seriesId, projectId: null, title: '再议' }), { reason: 'series-closed' });
      await refused(() => world.as('leader').agenda.ask({ projectId: null, text: '再研究', seriesId }), { reason: 'series-closed' });
      await refused(() => office.series.update({ ...rebuilding, id: seriesId, version: 2 }), { reason: 'series-closed' });
      await refused(() => office.displays.create({ name: '屏', seriesId }), { reason: 'series-closed' });
      await refused(() => close(2), { reason: 'series-closed' });
      expect((await office.board.snapshot({ seriesId })).header.meeting.seriesId).toBe(own.id);
      await office.series.reopen({ id: seriesId, version: 2 });
      await refused(() => office.series.reopen({ id: seriesId, version: 3 }), { reason: 'series-not-closed' });
      expect((await office.meetings.current({ seriesId })).meeting).toMatchObject({ week: '2026-W45', number: null });
    });

    test('only the own series writes the weekly report; minutes of another are opened again like any', async () => {
      const { seriesId } = await two({ weekday: 1 });
      const office = world.as('office');
      await office.agenda.add({ seriesId, projectId: null, title: '安置点' });
      await expect(office.meetings.draft({ seriesId, week, kind: 'weekly-report' })).rejects.toMatchObject({
        cause: { code: 'NOT_FOUND' },
      });
      const closed = await hold(seriesId);
      const open = await office.meetings.reopen({ seriesId, week, version: closed.version, reason: '漏记一项' });
      const again = await office.meetings.close({ seriesId, week, version: open.version });
      expect(again.documentId).toBe(closed.documentId);
      expect((await office.meetings.get({ seriesId, week })).versions).toMatchObject([{ reason: '漏记一项' }]);
    });

    test('another district’s series does not exist', async () => {
      await two();
      const foreign = world.newId('meetingSeries');
      const before = await everything();
      for (const act of [
        () => world.as('office').meetings.current({ seriesId: foreign }),
        () => world.as('office').agenda.add({ seriesId: foreign, projectId: null, title: '议题' }),
        () => world.as('office').series.close({ id: foreign, version: 1 }),
        () => world.as('leader').agenda.ask({ seriesId: foreign, projectId: null, text: '研究' }),
        () => world.as('office').displays.create({ name: '屏', seriesId: foreign }),
      ])
        await expect(act()).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      expect(await everything()).toEqual(before);
    });
  });
}
