import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Day, type Instant, instantAt, lastDayOfMonth, type Month, weekOf } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { ouhai2020 } from '#shared/lamps/presets/ouhai-2020.ts';
import { sanya2022Units } from '#shared/lamps/presets/sanya-2022.ts';
import { tuijinDefault } from '#shared/lamps/presets/tuijin-default.ts';
import { yinchuan2025 } from '#shared/lamps/presets/yinchuan-2025.ts';
import { RuleSet } from '#shared/lamps/schema.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const months = ['2026-08', '2026-09', '2026-10'] as Month[];
const [august, september, october] = months as [Month, Month, Month];
/** The house set, with its progress read as “连续两个月黄灯为红灯”. */
const stricter = RuleSet.parse({
  ...tuijinDefault,
  id: 'stricter',
  dimensions: tuijinDefault.dimensions.map((one) =>
    one.id === 'progress' ? { ...one, streaks: [{ lamp: 'yellow', months: 2, to: 'red' }] } : one,
  ),
});

for (const dialect of dialects) {
  describe(`lamps over months on ${dialect}`, () => {
    let world: World;
    let steady: Project;
    let slow: Project;
    const office = () => world.as('office');

    /** What a project reports to have done by the end of a month, in 万元; put straight into the table, as often as one likes. */
    async function report(project: Project, done: number, month: Month): Promise<void> {
      const week = weekOf(lastDayOfMonth(month));
      await world.db.deleteFrom('weekly_return').where('projectId', '=', project.id).where('week', '=', week).execute();
      const words = { progress: '主体施工，按计划推进。', problem: null, nextStep: null, request: null, sentBackReason: null };
      const amounts = { doneThisWeek: wan(100), doneThisYear: wan(done), doneAtMonthEnd: wan(done) };
      const filed = { state: 'submitted' as const, submittedAt: world.clock.now, submittedBy: '罗科员', version: 1 };
      const { districtId } = world;
      const row = { id: world.newId('weeklyReturn'), projectId: project.id, districtId, week, ...amounts, ...words, ...filed };
      await world.db.insertInto('weekly_return').values(row).execute();
    }

    beforeAll(async () => {
      world = await openWorld({ dialect, now: '2026-08-31T08:00:00.000Z' as Instant });
      steady = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      slow = await world.addProject({ name: '东林街道排涝泵站修复工程', annualPlan: wan(12_000), unitId: world.units.water.id });
      for (const [at, month] of months.entries()) {
        world.clock.now = instantAt(lastDayOfMonth(month), '16:00');
        const planned = 8_000 + at * 1_000;
        await report(steady, planned, month);
        await report(slow, planned * 0.9, month);
        await office().lamps.cut({ month });
      }
      world.clock.now = '2026-11-03T08:00:00.000Z' as Instant;
    });
    afterAll(() => world.close());

    const rowOf = async (project: Project, month: Month, attempt?: number) => {
      const groups = await Promise.all(
        (['red', 'yellow', 'green', 'unrated'] as const).map((lamp) => office().lamps.rows({ month, lamp, attempt })),
      );
      return groups.flat().find((row) => row.projectId === project.id);
    };

    test('a lamp knows since which cut month it stands', async () => {
      const row = await rowOf(slow, october);
      expect(row).toMatchObject({ lamp: 'yellow', ruleLamp: 'yellow' });
      expect(row?.reasons[0]).toMatchObject({ dimension: 'progress', since: august });
      expect(await rowOf(steady, october)).toMatchObject({ lamp: 'green' });
      const card = (await office().board.snapshot()).cards.find(({ id }) => id === slow.id);
      expect(card?.reason?.since).not.toBeNull();
    });

    test('a set is tried before it is adopted: who would turn, from what to what, in which month', async () => {
      const tried = await office().lamps.tryRules({ ruleSet: stricter, months: 3 });
      expect(tried.map(({ month, turns }) => [month, turns.map(({ name, from, to }) => [name, from, to])])).toEqual([
        [august, []],
        [september, [[slow.name, 'yellow', 'red']]],
        [october, [[slow.name, 'yellow', 'red']]],
        ['2026-11', expect.any(Array)],
      ]);
      expect(tried.at(-1)?.isProvisional).toBe(true);
      expect((await office().lamps.ruleSets()).current[0]?.id).toBe('tuijin-default');
    });

    test('what was cut keeps its lamps under new rules, and works out again by those of its time', async () => {
      const before = await rowOf(slow, october);
      await office().lamps.adopt({ ruleSet: stricter });
      expect(await rowOf(slow, october)).toEqual(before);
      for (const month of months) expect(await office().lamps.recheck({ month })).toEqual({ rated: 2, unknown: 0, differing: [] });
      expect((await office().lamps.month({ month: october })).ruleSets.map(({ id }) => id)).toEqual(['tuijin-default']);
      const { history } = await office().lamps.ruleSets();
      expect(history.map(({ ruleSet, byName }) => [ruleSet.id, byName])).toEqual([['stricter', '宋科长']]);
    });

    test('a month that is cut again goes by the rules of that day, and both versions stay', async () => {
      await office().lamps.cut({ month: october });
      const { attempts } = await office().lamps.month({ month: october });
      expect(attempts.map(({ attempt, byName }) => [attempt, byName])).toEqual([
        [2, '宋科长'],
        [1, '宋科长'],
      ]);
      expect(await rowOf(slow, october, 1)).toMatchObject({ lamp: 'yellow' });
      expect(await rowOf(slow, october)).toMatchObject({ lamp: 'red' });
      await expect(rowOf(slow, october, 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('the set in force is not adopted once more, and nothing is written', async () => {
      expect(await refused(world, () => office().lamps.adopt({ ruleSet: stricter }))).toMatchObject({
        details: { reason: 'rules-in-force' },
      });
    });

    test('a figure put right after the cut is listed, and the cut stays', async () => {
      expect(await office().lamps.corrections({ month: october })).toEqual([]);
      await report(slow, 8_500, october);
      const listed = await office().lamps.corrections({ month: october });
      expect(listed).toEqual([
        { projectId: slow.id, name: slow.name, unitName: '水利局', field: 'doneThisYear', cut: wan(9_000), now: wan(8_500) },
      ]);
      expect((await rowOf(slow, october))?.reasons[0]?.facts).toMatchObject({ doneThisYear: wan(9_000) });
    });

    test('an exemption takes a dimension out of the count from then on, with who and why', async () => {
      const given = {
        projectId: slow.id,
        dimension: 'progress',
        kind: 'force-majeure' as const,
        reason: '汛期停工两个月',
        approvedBy: '区防汛指挥部',
      };
      const exemption = await office().lamps.exempt({ ...given, approvedOn: '2026-11-02' as Day, until: '2026-11-30' as Day });
      const card = (await office().board.snapshot()).cards.find(({ id }) => id === slow.id);
      // Nothing else is rated of this project.
      expect(card).toMatchObject({ lamp: null, reason: { dimension: 'progress', lamp: 'red' } });
      const page = await office().projects.page({ id: slow.id });
      expect(page.figures?.reasons.at(-1)).toMatchObject({
        dimension: 'progress',
        exemption: { reason: given.reason, approvedBy: given.approvedBy },
      });
      // What was cut was cut without it.
      expect(await rowOf(slow, october)).toMatchObject({ lamp: 'red' });
      expect((await world.as('leader').lamps.ofProject({ projectId: slow.id })).exemptions).toHaveLength(1);
      await office().lamps.withdrawExemption({ id: exemption.id, version: 1 });
      const again = (await office().board.snapshot()).cards.find(({ id }) => id === slow.id);
      expect(again?.lamp).toBe('red');
      const kept = await office().lamps.ofProject({ projectId: slow.id });
      expect(kept.exemptions[0]).toMatchObject({ reason: given.reason, withdrawnBy: '宋科长' });
      expect(kept.months.map(({ month, lamp }) => [month, lamp])).toEqual([
        [october, 'red'],
        [september, 'yellow'],
        [august, 'yellow'],
      ]);
      const twice = await refused(world, () => office().lamps.withdrawExemption({ id: exemption.id, version: 2 }));
      expect(twice.details['reason']).toBe('exemption-withdrawn');
    });

    test('an exemption is approved before it is recorded, and does not end before it', async () => {
      const given = { projectId: slow.id, dimension: 'progress', kind: 'justified' as const, reason: '征地受阻', approvedBy: '区长办公会' };
      const early = await refused(world, () => office().lamps.exempt({ ...given, approvedOn: '2026-11-04' as Day, until: null }));
      expect(early.details['reason']).toBe('exemption-not-approved');
      const over = await refused(world, () =>
        office().lamps.exempt({ ...given, approvedOn: '2026-11-02' as Day, until: '2026-11-01' as Day }),
      );
      expect(over.details['reason']).toBe('exemption-over-before');
      await expect(world.as('officer').lamps.exempt({ ...given, approvedOn: '2026-11-02' as Day, until: null })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    });

    test('what a visit measured is kept beside the report, and the lamp says which it used', async () => {
      const visit = {
        projectId: steady.id,
        visitedOn: '2026-11-02' as Day,
        visitors: '项目办 宋科长',
        finding: 'incomplete' as const,
        note: null,
      };
      const recorded = await office().visits.record({ ...visit, verifiedDone: wan(6_000) });
      expect(recorded).toMatchObject({ verifiedDone: wan(6_000), reportedDone: wan(10_000) });
      const { figures } = await office().projects.page({ id: steady.id });
      expect(figures).toMatchObject({ doneThisYear: wan(10_000), lamp: 'red' });
      expect(figures?.reasons[0]?.facts).toMatchObject({ doneThisYear: wan(6_000), checked: { reported: wan(10_000), isUsed: true } });
      const { projectId: _project, ...seen } = visit;
      await office().visits.update({ ...seen, id: recorded.id, version: 1, verifiedDone: wan(9_500) });
      expect((await office().projects.page({ id: steady.id })).figures?.lamp).toBe('green');
    });

    test('units and months’ tasks are rated by sets of their own, and the cut keeps their lamps', async () => {
      await office().lamps.adopt({ ruleSet: sanya2022Units });
      await office().lamps.adopt({ ruleSet: ouhai2020 });
      await office().lamps.cut({ month: october });
      const units = await office().lamps.others({ month: october, rates: 'unit' });
      expect(units.map(({ name, lamp }) => [name, lamp])).toEqual([
        ['水利局', 'red'],
        ['住建局', 'green'],
      ]);
      const tasks = await office().lamps.others({ month: october, rates: 'task' });
      // August asked for 8,000, which was reached in October: made good, and never green again.
      expect(tasks.filter(({ subjectId }) => subjectId === slow.id).map(({ month, lamp }) => [month, lamp])).toEqual([
        [september, 'red'],
        [october, 'red'],
        [august, 'yellow'],
      ]);
      const overview = await office().lamps.month({ month: october });
      expect(overview).toMatchObject({ attempt: 3, others: { unit: 2, task: 6 } });
      expect(overview.ruleSets.map(({ rates }) => rates)).toEqual(['project', 'unit', 'task']);
      await office().lamps.retire({ rates: 'task' });
      expect((await office().lamps.month({})).ruleSets.map(({ rates }) => rates)).toEqual(['project', 'unit']);
      await expect(office().lamps.retire({ rates: 'task' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('a set that rates units is tried like any other', async () => {
      const lenient = {
        ...sanya2022Units,
        dimensions: sanya2022Units.dimensions.map((one) => ({ ...one, bands: [{ lamp: 'green' as const, from: null, to: null }] })),
      };
      const tried = await office().lamps.tryRules({ ruleSet: lenient, months: 1 });
      expect(tried[0]?.turns.map(({ name, from, to }) => [name, from, to])).toEqual([['水利局', 'red', 'green']]);
    });

    test('a set of another office goes in by its data alone', async () => {
      await office().lamps.adopt({ ruleSet: yinchuan2025 });
      const bad = { ...yinchuan2025, dimensions: [{ ...yinchuan2025.dimensions[0], bands: [] }] };
      await expect(office().lamps.adopt({ ruleSet: bad as unknown as RuleSet })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect((await office().lamps.ruleSets()).current[0]).toEqual(yinchuan2025);
    });
  });
}
