import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { switchedSection, usualOutline } from '#shared/bulletins/outline.ts';
import { usualStyle } from '#shared/bulletins/style.ts';
import { numbersOf, tokenOf } from '#shared/documents/tokens.ts';
import type { Day, Instant, Month } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const october = '2026-10' as Month;

for (const dialect of dialects) {
  describe(`composing the month's bulletin on ${dialect}`, () => {
    let world: World;
    let road: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect, now: '2026-10-31T10:00:00.000Z' as Instant });
      road = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      await world.addProject({ name: '西山水厂扩建工程', annualPlan: wan(6_000) });
      await report(7_000);
      world.clock.now = '2026-11-01T02:00:00.000Z' as Instant;
      await world.as('office').lamps.cut({ month: october });
    });
    afterAll(() => world.close());

    const office = () => world.as('office').bulletins;
    const view = () => office().view({ month: october });
    const compose = async (change: Omit<Parameters<ReturnType<typeof office>['compose']>[0], 'month' | 'version'>) =>
      office().compose({ month: october, version: (await view()).bulletin?.version ?? 0, ...change });
    const done = async () => {
      const found = numbersOf((await view()).document).find(({ source }) => source.label === '列有年度投资计划的项目本年完成投资');
      if (!found) throw new Error('no such number');
      return { ...found, token: tokenOf(found.source) };
    };

    async function report(amount: number) {
      await world.as('officer').returns.submit({
        ...{ projectId: road.id, week: (await world.as('office').board.snapshot()).header.week, doneThisWeek: wan(amount) },
        ...{
          doneThisYear: wan(amount),
          doneAtMonthEnd: wan(amount),
          progress: '二标段进场。',
          problem: null,
          nextStep: null,
          request: null,
        },
        version:
          (await world.db.selectFrom('weekly_return').select('version').where('projectId', '=', road.id).executeTakeFirst())?.version ?? 0,
      });
    }

    test('sections are switched and ordered, and the next month begins as this one was', async () => {
      await compose({ outline: switchedSection(usualOutline, 'requirements', false) });
      const { document, outline } = await view();
      expect(JSON.stringify(document.blocks)).not.toContain('按时真实填报');
      expect(outline.find(({ id }) => id === 'requirements')).toEqual({ id: 'requirements', isOn: false });
      const next = await office().view({ month: '2026-11' as Month });
      expect(next.outline).toEqual(outline);
    });

    test('words change around their numbers, and stay when the numbers move', async () => {
      const was = (await view()).paragraphs.find((each) => each.section === 'overall')?.was ?? '';
      await compose({ edits: [{ was, now: `总的看，${was}` }] });
      expect(JSON.stringify((await view()).document.blocks)).toContain('总的看，截至10月31日');
    });

    test('a number typed over is marked as typed, and given back when asked', async () => {
      const { token } = await done();
      await compose({ type: { token, text: '7,100' } });
      expect(await done()).toMatchObject({ text: '7,100', put: { how: 'typed', drafted: '7,000', byName: world.actors.office.name } });
      await compose({ type: { token, text: null } });
      expect((await done()).put).toBeUndefined();
    });

    test('what the records say later is offered, and taken by a click alone', async () => {
      await world.as('office').returns.sendBack({
        ...(await world.db
          .selectFrom('weekly_return')
          .select(['id', 'version'])
          .where('projectId', '=', road.id)
          .executeTakeFirstOrThrow()),
        reason: '月底数有误，请核对后重报。',
      });
      await report(7_350);
      const { token } = await done();
      const found = await office().changes({ month: october });
      expect(found?.newer).toBeNull();
      expect(found?.live.numbers).toContainEqual(expect.objectContaining({ token, was: '7,000', now: '7,350' }));
      expect((await done()).text).toBe('7,000');
      await compose({ take: { tokens: [token], from: 'live' } });
      expect(await done()).toMatchObject({ text: '7,350', value: wan(7_350), put: { how: 'live', drafted: '7,000' } });
      expect((await office().changes({ month: october }))?.live.numbers.map((change) => change.token)).not.toContain(token);
    });

    test('a newer cut changes nothing by itself; one click writes it all from there', async () => {
      await compose({ type: { token: (await done()).token, text: null } });
      await world.as('office').lamps.cut({ month: october });
      expect((await done()).text).toBe('7,000');
      expect((await view()).cut?.attempt).toBe(1);
      const found = await office().changes({ month: october });
      expect(found?.newer?.attempt).toBe(2);
      expect(found?.newer?.numbers).toContainEqual(expect.objectContaining({ was: '7,000', now: '7,350' }));
      await compose({ followCut: true });
      expect((await done()).text).toBe('7,350');
      expect((await view()).cut?.attempt).toBe(2);
      expect((await office().changes({ month: october }))?.newer).toBeNull();
    });

    test('a number that no draft has cannot be taken, and nothing is written', async () => {
      const before = await world.db.selectFrom('event_head').selectAll().executeTakeFirstOrThrow();
      await expect(compose({ take: { tokens: ['无此数'], from: 'live' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await world.db.selectFrom('event_head').selectAll().executeTakeFirstOrThrow()).toEqual(before);
    });

    test('the district writes in its own style; who holds an older one is told', async () => {
      await office().setStyle({ style: { ...usualStyle, moneyUnit: 'yi', rateDecimals: 2 }, version: 0 });
      expect((await done()).text).toBe('0.74');
      expect(JSON.stringify((await view()).document.blocks)).toContain('亿元');
      const stale = office().setStyle({ style: usualStyle, version: 0 });
      await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await office().style()).version).toBe(1);
    });

    test('two who compose at once: the second is told; in review nothing is composed', async () => {
      const { bulletin } = await view();
      await compose({ edits: [] });
      const stale = office().compose({ month: october, version: bulletin?.version ?? 0, edits: [{ was: '甲', now: '乙' }] });
      await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await view()).edits).toEqual([]);
      await office().move({ month: october, act: 'submit', version: (await view()).bulletin?.version ?? 0 });
      expect(await failureOf(compose({ edits: [{ was: '甲', now: '乙' }] }))).toMatchObject({ details: { reason: 'bulletin-in-review' } });
      expect((await view()).edits).toEqual([]);
      expect(await office().changes({ month: october })).toBeNull();
    });

    test('deadlines that rest on holidays not published yet are owned up to, those of the month’s cut apart', async () => {
      const step = { projectId: road.id, name: '环境影响评价', group: 'engineering', agencyUnitId: null, limitDays: 60 } as const;
      const told = { state: 'accepted', acceptedOn: '2026-10-12' as Day, dueOn: null, doneOn: null } as const;
      await world.as('office').approvals.create({ ...step, limitUnit: 'workday', ...told, documentNumber: null, tolerantUntil: null });
      expect((await view()).unknownYears).toEqual([]);
      expect((await office().view({ month: '2026-11' as Month })).unknownYears).toEqual([2027]);
    });
  });
}
