import * as xlsx from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { day, instantAt, Month, Week } from '#shared/kit/calendar.ts';
import { type Money, wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { known } from '#tests/support/known.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const october = Month.parse('2026-10');
const W43 = Week.parse('2026-W43');
const W44 = Week.parse('2026-W44');

for (const dialect of dialects) {
  describe(`the ledger of returns on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    const form = (project: Project, week: Week, done: Money, version = 0) => ({
      ...{ projectId: project.id, week, doneThisWeek: done, doneThisYear: done, doneAtMonthEnd: week === W44 ? done : null },
      ...{ progress: '主体结构完成，室外管网同步推进。', problem: null, nextStep: null, request: null, version },
    });
    const at = (on: string, time: string) => {
      world.clock.now = instantAt(day(on), time);
    };

    /**
     * Week 43 is cut: the lake came in time, went back and came again, the pump came late, the school never. In week 44,
     * which is open, the office filled in for the lake; of the unit that sees nothing of it, the station came in time.
     */
    async function twoWeeks() {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-19'), '09:00') });
      const [lake, pump, school] = [
        await world.addProject({ name: '北湖片区雨污分流改造工程' }),
        await world.addProject({ name: '东林街道排涝泵站修复工程' }),
        await world.addProject({ name: '谷川镇中心小学重建' }),
      ];
      const station = await world.addProject({ name: '储能电站', unitId: world.units.water.id, annualPlan: wan(20) });
      await world.addProject({ name: '储备项目', yearClass: 'reserve' });
      const water = await world.addAccount('officer', world.units.water.id, '邱科员');
      at('2026-10-22', '10:00');
      const first = await world.as('officer').returns.submit(form(lake, W43, wan(300)));
      await world.as(water).returns.submit(form(station, W43, wan(20)));
      const back = await world.as('office').returns.sendBack({ id: first.id, version: first.version, reason: '累计与月报不一致' });
      at('2026-10-23', '17:00');
      await world.as('officer').returns.submit(form(pump, W43, wan(90_000)));
      const again = await world.as('officer').returns.submit(form(lake, W43, wan(310), back.version));
      const put = await world.as('officer').returns.submit(form(lake, W43, wan(320), again.version));
      await world.as('office').returns.accept({ id: put.id, version: put.version });
      at('2026-10-26', '09:00');
      const { meeting } = await world.as('office').meetings.get({ week: W43 });
      await world.as('office').meetings.open({ week: W43, version: meeting.version });
      const opened = (await world.as('office').meetings.get({ week: W43 })).meeting;
      await world.as('office').meetings.close({ week: W43, version: opened.version });
      at('2026-10-29', '10:00');
      await world.as('office').returns.submit(form(lake, W44, wan(400)));
      await world.as(water).returns.submit({ ...form(station, W44, wan(20)), doneThisWeek: wan(0) });
      return { lake, pump, school, station, water };
    }

    test('counts what was owed in the weeks that are past their cut-off, by what was owed when a week was cut', async () => {
      const { school, water } = await twoWeeks();
      // A project that leaves the list owed its return of the week that was cut, and owes none of the open one.
      const { project } = await world.as('office').projects.get({ id: school.id });
      await world.as('office').projects.setStanding({
        ...{ id: school.id, version: project.version, to: 'suspended', on: day('2026-10-28'), reason: '资金未到位' },
      });
      const before = await world.as('office').punctuality.ledger({ period: october });
      expect(before.weeks.map(({ week }) => week)).toEqual(['2026-W40', '2026-W41', '2026-W42', '2026-W43']);
      expect(before.lines.map(({ unitName, owed, rank }) => [unitName, owed, rank])).toEqual([
        ['水利局', 1, 1],
        ['住建局', 3, 2],
      ]);

      at('2026-10-30', '17:00');
      const { lines, ranked } = await world.as('office').punctuality.ledger({ period: october });
      expect(lines).toEqual([
        expect.objectContaining({ unitName: '水利局', rank: 1, owed: 2, 'on-time': 2, missing: 0, unchanged: 1 }),
        expect.objectContaining({
          ...{ unitName: '住建局', rank: 2, owed: 5, 'on-time': 1, late: 1, 'filled-in': 1, missing: 2 },
          ...{ 'sent-back': 1, 'first-time': 0, corrected: 1, warned: 2, unchanged: 0 },
        }),
      ]);
      // A unit sees its own line alone, with its place among all.
      const own = await world.as(water).punctuality.ledger({ period: october });
      expect([own.lines.map(({ unitName, rank }) => [unitName, rank]), own.ranked]).toEqual([[['水利局', 1]], ranked]);
    });

    test('each number opens its rows, with both names where somebody filled in', async () => {
      const { lake, pump, school, station, water } = await twoWeeks();
      at('2026-10-30', '17:00');
      const asked = { period: october, unitId: world.units.housing.id };
      const of = async (set: 'late' | 'missing' | 'filled-in' | 'sent-back' | 'owed') =>
        (await world.as('office').punctuality.rows({ ...asked, set })).rows;
      expect((await of('late')).map(({ projectId, week }) => [projectId, week])).toEqual([[pump.id, W43]]);
      expect((await of('missing')).map(({ projectId, week }) => [projectId, week])).toEqual(
        expect.arrayContaining([
          [pump.id, W44],
          [school.id, W44],
          [school.id, W43],
        ]),
      );
      expect(await of('filled-in')).toMatchObject([{ projectId: lake.id, submittedBy: '宋科长', filledInFor: '住建局' }]);
      expect(await of('sent-back')).toMatchObject([
        { projectId: lake.id, firstSubmittedAt: instantAt(day('2026-10-22'), '10:00'), sentBacks: 1, resends: 1, isLate: false },
      ]);
      expect((await of('owed')).length).toBe(6);
      // Another unit's rows do not exist for a unit.
      expect((await failureOf(world.as(water).punctuality.rows({ ...asked, set: 'late' }))).code).toBe('NOT_FOUND');
      const own = await world.as(water).punctuality.rows({ ...asked, unitId: world.units.water.id, set: 'owed' });
      expect(own).toMatchObject({ total: 2, rows: [{ projectId: station.id }, { projectId: station.id }] });
    });

    test('a project that is added after a week’s cut-off owes nothing for it, unless it returns', async () => {
      await twoWeeks();
      at('2026-10-30', '17:30');
      await world.addProject({ name: '新增项目', unitId: world.units.water.id });
      const ofWater = async () =>
        known((await world.as('office').punctuality.ledger({ period: october })).lines.find(({ unitName }) => unitName === '水利局'));
      expect(await ofWater()).toMatchObject({ owed: 2, missing: 0 });
    });

    test('goes out as a workbook, and that is recorded', async () => {
      await twoWeeks();
      at('2026-10-30', '17:00');
      const file = await world.as('leader').punctuality.export({ period: october });
      expect(file).toMatchObject({ fileName: '示例区2026年10月周填报台账.xlsx', rows: 2 });
      const book = xlsx.read(Buffer.from(file.base64, 'base64'));
      const rows = xlsx.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, blankrows: false });
      expect(rows).toContainEqual(expect.arrayContaining(['名次', '责任单位', '应报', '按时', '按时率']));
      expect(rows).toContainEqual(expect.arrayContaining([1, '水利局', 2, 2]));
      expect(rows).toContainEqual(expect.arrayContaining(['合计', 8]));
      const [event] = await world.db.selectFrom('event').selectAll().where('action', '=', 'ledger.exported').execute();
      expect(event).toMatchObject({ entityId: 'returns', actorName: '郑副区长' });
    });
  });
}
