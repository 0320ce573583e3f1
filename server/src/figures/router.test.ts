import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cutSums } from '#server/db/migrations/017-cut-sums.ts';
import { FigurePeriod } from '#shared/figures/period.ts';
import { listKeys, type RowsBehind, rateKeys, type SetKey } from '#shared/figures/sets.ts';
import { wholeList } from '#shared/figures/slice.ts';
import { day, instantAt, Month, Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const year = { period: FigurePeriod.parse('2026'), slice: wholeList };
const september = { period: FigurePeriod.parse('2026-09'), slice: wholeList };
const whole: Pick<RowsBehind, 'month' | 'own'> = { month: null, own: null };

for (const dialect of dialects) {
  describe(`figures on ${dialect}`, () => {
    let world: World;
    let below: Id<'unit'>;
    let ids: Id<'project'>[];
    beforeEach(async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-02'), '10:00') });
      below = (await world.addUnit('住建局房管所', world.units.housing.id)).id;
      const months = { plannedStart: Month.parse('2026-03'), plannedFinish: Month.parse('2026-10') };
      const started = { actualStart: day('2026-03-20'), yearClass: 'new' as const, ...months };
      const made = [
        await world.addProject({ name: '北湖片区雨污分流改造工程', ...started, level: 'province', category: '市政' }),
        await world.addProject({ name: '东林街道排涝泵站修复工程', ...months, yearClass: 'new', stage: 'preparing', unitId: below }),
        await world.addProject({
          name: '谷川镇中心小学恢复重建项目',
          kind: 'reconstruction',
          unitId: world.units.water.id,
          leaderName: null,
        }),
        await world.addProject({ name: '工业园区储能电站', yearClass: 'reserve', stage: 'planned', annualPlan: wan(0) }),
      ];
      ids = made.map((project) => project.id);
      await report(0, '2026-W40', 9_100);
      await report(2, '2026-W40', 5_000);
    });
    afterEach(() => world.close());

    async function report(at: number, week: string, done: number): Promise<void> {
      const projectId = ids[at];
      if (!projectId) throw new Error(`no project ${at}`);
      await world.as('office').returns.submit({
        ...{ projectId, week: Week.parse(week), doneThisWeek: wan(100), doneThisYear: wan(done) },
        ...{ doneAtMonthEnd: wan(done) },
        ...{ progress: '主体施工。', problem: null, nextStep: null, request: null, version: 0 },
      });
    }

    test('a rate stands on its rows: what is done over the plans of those that have one', async () => {
      const view = await world.as('office').figures.view(year);
      expect(view.span).toEqual({ from: '2026-01-01', asOf: '2026-10-02' });
      expect(view.basis).toEqual({ isCut: false });
      expect(view.total).toMatchObject({ count: 4, totalInvestment: wan(200_000), yearPlan: wan(36_000), doneThisYear: wan(14_100) });
      expect(view.rates.yearPlan).toEqual({ unit: 'yuan', numerator: wan(14_100), denominator: wan(36_000) });
      expect(view.rates.start).toEqual({ unit: 'count', numerator: 1, denominator: 2 });
      expect(view.rates.rebuildInvestment).toMatchObject({ numerator: wan(5_000), denominator: wan(50_000) });
      expect(view.lists).toMatchObject({ listed: 4, lateStart: 1, lateFinish: 2, startPlanned: 2, startActual: 1 });
      expect(view.groups.map(({ kind, level, count }) => [kind, level, count])).toEqual([
        ['key', 'province', 1],
        ['key', 'district', 2],
        ['reconstruction', 'district', 1],
      ]);
      expect(view.choices).toEqual({ leaders: ['郑副区长'], categories: ['市政'] });
    });

    test('each number opens as many rows as it counts', async () => {
      const office = world.as('office');
      for (const asked of [year, { ...year, slice: { ...wholeList, kind: 'key' as const } }]) {
        const view = await office.figures.view(asked);
        const count = async (set: SetKey, narrow = whole) => (await office.figures.rows({ ...asked, set, ...narrow })).rows;
        for (const key of listKeys) expect((await count(key)).length, key).toBe(view.lists[key]);
        for (const key of rateKeys) {
          const { unit, numerator, denominator } = view.rates[key];
          if (unit !== 'count') continue;
          expect((await count(`${key}.part`)).length, key).toBe(numerator);
          expect((await count(`${key}.base`)).length, key).toBe(denominator);
        }
        const planned = await count('yearPlan.base');
        expect(planned.reduce((sum, row) => sum + (row.yearPlan ?? 0), 0)).toBe(view.rates.yearPlan.denominator);
        for (const month of view.months) {
          expect((await count('startPlanned', { month: month.month, own: null })).length).toBe(month.startPlanned);
          expect((await count('finishActual', { month: month.month, own: null })).length).toBe(month.finishActual);
        }
        for (const unit of view.units) {
          const own = { month: null, own: unit.unitId as Id<'unit'> };
          for (const lamp of ['red', 'yellow', 'green'] as const) expect((await count(lamp, own)).length).toBe(unit.lamps[lamp]);
        }
      }
    });

    test('a past month is read from its cut, whatever is changed after it; a month never cut from the records', async () => {
      const office = world.as('office');
      await office.lamps.cut({ month: Month.parse('2026-09') });
      const before = await office.figures.view(september);
      expect(before.basis).toMatchObject({ isCut: true, period: '2026-09', attempt: 1 });
      world.clock.now = instantAt(day('2026-10-29'), '15:20');
      await report(0, '2026-W44', 11_000);
      const [first] = ids;
      if (!first) throw new Error('no project');
      await world
        .as('office')
        .projects.setStanding({ id: first, version: 1, to: 'suspended', on: day('2026-10-29'), reason: '资金未落实，暂停建设' });
      expect(await world.as('office').figures.view(september)).toEqual(before);
      const now = await world.as('office').figures.view(year);
      expect(now.total).toMatchObject({ count: 3, doneThisYear: wan(5_000) });
      expect(now.curve.find((point) => point.month === '2026-09')).toMatchObject({ isCut: true, done: wan(14_100) });
      expect(now.curve.find((point) => point.month === '2026-08')).toMatchObject({ isCut: false, done: null });
      expect(now.curve.find((point) => point.month === '2026-10')).toMatchObject({ on: '2026-10-29', done: wan(5_000) });
      expect((await world.as('office').figures.view({ ...september, period: FigurePeriod.parse('2026-08') })).basis).toEqual({
        isCut: false,
      });
    });

    test('a slice by unit holds the units below it; an officer’s figures end at the own unit', async () => {
      await world.as('office').lamps.cut({ month: Month.parse('2026-09') });
      for (const asked of [year, september]) {
        const housing = await world.as('leader').figures.view({ ...asked, slice: { ...wholeList, unit: world.units.housing.id } });
        expect(housing.total.count).toBe(3);
        const own = await world.as('officer').figures.view(asked);
        expect(own.total).toEqual(housing.total);
        expect(own.curve).toEqual(housing.curve);
        expect(own.held).toBeNull();
        expect(
          (await world.as('officer').figures.rows({ ...asked, set: 'listed', ...whole })).rows.map((row) => row.unitName),
        ).not.toContain('水利局');
        const category = await world.as('office').figures.view({ ...asked, slice: { ...wholeList, category: '市政' } });
        expect(category.total.count).toBe(1);
      }
      const water = { ...wholeList, unit: world.units.water.id };
      expect((await refused(world, () => world.as('officer').figures.view({ ...year, slice: water }))).code).toBe('NOT_FOUND');
      await expect(world.as('inspector').figures.view(year)).rejects.toThrow('FORBIDDEN');
    });

    test('what was held and issued is counted by its day, and a kind that was never issued is not named', async () => {
      const before = await world.as('office').figures.view(year);
      expect(before.held).toMatchObject({ meetings: [], documents: [], kinds: [], decisions: { done: 0, open: 0, overdue: 0 } });
      world.clock.now = instantAt(day('2026-10-12'), '09:00');
      const week = Week.parse('2026-W41');
      const office = world.as('office');
      const opened = await office.meetings.open({ week, version: 0 });
      await office.meetings.close({ week, version: opened.version });
      const after = await office.figures.view(year);
      expect(after.held).toMatchObject({
        meetings: [{ week, day: '2026-10-12', number: 1 }],
        documents: [
          { kind: 'minutes', number: 1 },
          { kind: 'weekly-report', number: 1 },
        ],
        kinds: ['minutes', 'weekly-report'],
      });
      expect((await office.figures.view(september)).held).toMatchObject({
        meetings: [],
        documents: [],
        kinds: ['minutes', 'weekly-report'],
      });
    });

    test('a period that has not begun is refused', async () => {
      for (const period of ['2027', '2026-11', '2027-Q1', '2026-10-03']) {
        const parsed = FigurePeriod.safeParse(period);
        if (!parsed.success) continue;
        const failure = await refused(world, () => world.as('office').figures.view({ ...year, period: parsed.data }));
        expect(failure.details, period).toMatchObject({ reason: 'period-ahead', today: '2026-10-02' });
      }
    });

    test('cuts that were taken before their sums were kept have them filled in', async () => {
      await world.as('office').lamps.cut({ month: Month.parse('2026-09') });
      const rows = () => world.db.selectFrom('cut_row').selectAll().orderBy('projectId').execute();
      const kept = await rows();
      const columns = ['unitId', 'kind', 'level', 'yearClass', 'leaderName', 'category', 'yearPlan', 'plannedToDate', 'doneThisYear'];
      for (const column of columns) await world.db.schema.alterTable('cut_row').dropColumn(column).execute();
      await cutSums(world.db as never, dialect);
      expect(await rows()).toEqual(kept);
    });
  });
}
