import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { untilFullHour } from '#server/jobs/hourly.ts';
import { type Day, type Instant, instantAt, type Month, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { cutMonths } from './month-end.ts';

const october = '2026-10' as Month;

for (const dialect of dialects) {
  describe(`the cut at a month’s end on ${dialect}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ dialect });
    });
    afterAll(() => world.close());

    const taken = () => world.db.selectFrom('event').select(['actorName', 'districtId']).where('action', '=', 'cut.taken').execute();
    const at = (day: string, time: string) => {
      world.clock.now = instantAt(day as Day, time);
    };

    test('a district that never reported is not cut', async () => {
      at('2026-11-01', '00:00');
      await cutMonths(world.services);
      expect(await taken()).toEqual([]);
      at('2026-10-29', '16:00');
      const project = await world.addProject({ name: '北湖片区道路提升工程' });
      const words = { progress: '主体施工，按计划推进。', problem: null, nextStep: null, request: null };
      const amounts = { doneThisWeek: wan(100), doneThisYear: wan(9_000), doneAtMonthEnd: wan(9_000) };
      await world.as('officer').returns.submit({ projectId: project.id, week: '2026-W44' as Week, ...amounts, ...words, version: 0 });
    });

    test('nothing is cut before midnight in Shanghai', async () => {
      at('2026-10-31', '23:59');
      await cutMonths(world.services);
      expect(await taken()).toEqual([]);
    });

    test('at midnight the month is cut once, however often the job looks and however many servers there are', async () => {
      at('2026-11-01', '00:00');
      await Promise.all([cutMonths(world.services), cutMonths(world.services)]);
      await cutMonths(world.services);
      expect(await taken()).toEqual([{ actorName: '系统', districtId: world.districtId }]);
      const { attempts, counts } = await world.as('office').lamps.month({ month: october });
      expect(attempts).toMatchObject([{ attempt: 1, asOf: '2026-10-31', byName: '系统' }]);
      expect(counts.yellow + counts.green + counts.red).toBe(1);
    });

    test('the office may take it again until the bulletin is signed', async () => {
      await world.as('office').lamps.cut({ month: october });
      await cutMonths(world.services);
      const { attempts } = await world.as('leader').lamps.month({ month: october });
      expect(attempts.map(({ attempt, byName }) => [attempt, byName])).toEqual([
        [2, '宋科长'],
        [1, '系统'],
      ]);
    });

    test('a server that stood still over two months’ ends makes up for both, in their order', async () => {
      at('2027-01-05', '09:20');
      await cutMonths(world.services);
      await cutMonths(world.services);
      const { months, missed } = await world.as('office').lamps.month({});
      expect(months).toEqual(['2026-12', '2026-11', '2026-10']);
      expect(missed).toEqual([]);
    });

    test('a month before the first that was cut is missed, and the office cuts it by hand', async () => {
      const august = '2026-08' as Month;
      const { id: projectId } = await world.addProject({ name: '东林街道排涝泵站修复工程' });
      const words = { progress: '主体施工。', problem: null, nextStep: null, request: null, sentBackReason: null };
      const amounts = { doneThisWeek: wan(100), doneThisYear: wan(7_000), doneAtMonthEnd: wan(7_000) };
      const filed = { state: 'submitted' as const, submittedAt: world.clock.now, submittedBy: '罗科员', version: 1 };
      const own = { id: world.newId('weeklyReturn'), projectId, districtId: world.districtId, week: '2026-W36' as Week };
      await world.db
        .insertInto('weekly_return')
        .values({ ...own, ...amounts, ...words, ...filed })
        .execute();
      expect((await world.as('office').lamps.month({})).missed).toEqual([august, '2026-09']);
      await cutMonths(world.services);
      expect((await world.as('office').lamps.month({})).missed).toEqual([august, '2026-09']);
      await world.as('office').lamps.cut({ month: august });
      const { attempts, missed } = await world.as('leader').lamps.month({ month: august });
      expect(attempts).toMatchObject([{ attempt: 1, asOf: '2026-08-31', byName: '宋科长' }]);
      expect(missed).toEqual(['2026-09']);
    });
  });
}

test.each([
  ['2026-10-31T15:59:59.500Z', 500],
  ['2026-10-31T16:00:00.000Z', 3_600_000],
  ['2026-10-31T16:00:00.001Z', 3_599_999],
])('from %s the next full hour is %d ms away', (now, ms) => {
  expect(untilFullHour(now as Instant)).toBe(ms);
});
