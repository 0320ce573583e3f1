import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Home } from '#shared/home/schema.ts';
import { type Day, instantAt, type Month, type Week } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import { updateOf } from '#shared/problems/flow.ts';
import type { Problem, UpdateProblem } from '#shared/problems/schema.ts';
import type { Project } from '#shared/projects/schema.ts';
import { known } from '#tests/support/known.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const day = (text: string) => text as Day;
const week = '2026-W44' as Week;
const month = '2026-10' as Month;
const figures = { doneThisWeek: wan(300), doneThisYear: wan(9_000), doneAtMonthEnd: wan(9_000) };
const words = { progress: '主体结构完成，室外管网同步推进。', problem: null, nextStep: null, request: null };

for (const dialect of dialects) {
  describe(`what waits on ${dialect}`, () => {
    let world: World;
    let lake: Project;
    let pump: Project;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      lake = await world.addProject({ name: '北湖片区雨污分流改造工程' });
      pump = await world.addProject({ name: '东林排涝泵站修复工程', unitId: world.units.water.id, leaderName: null });
    });
    afterAll(() => world.close());

    async function homeOf<Role extends Home['role']>(role: Role): Promise<Extract<Home, { role: Role }>> {
      const home = await world.as(role).home.waiting();
      if (home.role !== role) throw new Error(home.role);
      return home as Extract<Home, { role: Role }>;
    }
    const submit = () => world.as('officer').returns.submit({ projectId: lake.id, week, ...figures, ...words, version: 0 });

    test('for others than these three there is no home', async () => {
      for (const who of ['admin', 'inspector', 'auditor'] as const) {
        await expect(world.as(who).home.waiting()).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    });

    test('the officer is shown the own unit’s returns alone; the office every unit that owes', async () => {
      const officer = await homeOf('officer');
      expect(officer.returns.first.map(({ name }) => name)).toEqual([lake.name]);
      expect(officer).toMatchObject({ owing: 1, returns: { total: 1 }, week: { week, dueOn: '2026-10-30', dueTime: '17:00' } });
      const office = await homeOf('office');
      expect(office.units.first.map(({ unitName, owed }) => [unitName, owed])).toEqual([
        ['住建局', 1],
        ['水利局', 1],
      ]);
      expect(office).toMatchObject({ owed: 2, owing: 2, returns: { total: 0 } });
    });

    test('what was sent waits with the office; accepted it waits with nobody', async () => {
      const { id, version } = await submit();
      expect((await homeOf('officer')).returns.total).toBe(0);
      const office = await homeOf('office');
      expect(office.returns.first).toMatchObject([{ id, projectName: lake.name, submittedBy: '罗科员' }]);
      expect(office.owed).toBe(1);
      await world.as('office').returns.accept({ id, version });
      expect((await homeOf('office')).returns.total).toBe(0);
    });

    test('a unit that was asked bears the moment', async () => {
      await world.as('office').returns.chase({ week, unitIds: [world.units.water.id] });
      expect((await homeOf('office')).units.first[0]?.chasedAt).toBe(world.clock.now);
    });

    test('a problem goes from hand to hand: assigned, handed up, solved', async () => {
      const raised = await world
        .as('office')
        .problems.raise({ projectId: pump.id, title: '高压线迁改未定', category: 'energy', raisedOn: day('2026-10-12') });
      const update = (before: Problem, fields: Partial<UpdateProblem>) =>
        world.as('office').problems.update({ ...updateOf(before), ...fields });
      const owner = { state: 'assigned', ownerUnitId: world.units.housing.id, dueOn: day('2026-11-20') } as const;
      const assigned = await update(raised, owner);
      // Of another unit's project the helper learns the problem, but has no page.
      expect((await homeOf('officer')).problems.first).toMatchObject([{ title: '高压线迁改未定', projectName: pump.name, isOpen: false }]);
      expect((await homeOf('leader')).problems.total).toBe(0);

      const up = await update(assigned, { rung: 'leader' });
      expect((await homeOf('leader')).problems.first).toMatchObject([{ id: raised.id, rung: 'leader' }]);
      expect((await homeOf('office')).escalated.total).toBe(1);

      await update(up, { state: 'solved', solvedOn: day('2026-10-29') });
      const office = await homeOf('office');
      expect([office.escalated.total, office.solved.total]).toEqual([0, 1]);
      expect((await homeOf('officer')).problems.total).toBe(0);
    });

    test('a leader is asked for a start with papers missing until it is decided', async () => {
      const start = await world.addProject({ name: '国际物流港综合枢纽工程', stage: 'preparing', leaderName: null });
      await world.as('office').approvals.create({
        ...{ projectId: start.id, name: '建筑工程施工许可证', group: 'construction', agencyUnitId: null, limitDays: 7 },
        ...{ limitUnit: 'workday', state: 'tolerant', acceptedOn: day('2026-10-12'), dueOn: null, doneOn: null },
        ...{ documentNumber: null, tolerantUntil: day('2026-11-20') },
      });
      await world
        .as('officer')
        .signoffs.ask({ projectId: start.id, reason: '施工队伍已进场，图审意见本月补齐', promisedOn: day('2026-11-20') });
      const [asked] = (await homeOf('leader')).signoffs;
      expect(asked).toMatchObject({ projectName: start.name, state: 'asked' });
      await world.as('leader').signoffs.decide({ id: known(asked).id, version: 1, verdict: 'signed', remark: null });
      expect((await homeOf('leader')).signoffs).toEqual([]);
    });

    test('an own project in red or yellow waits with its leader, by name or by the linked unit', async () => {
      const of = async () => (await homeOf('leader')).own.first.map(({ name }) => name);
      await world.as('office').lamps.override({ projectId: lake.id, month, lamp: 'red', reason: '进度严重滞后' });
      await world.as('office').lamps.override({ projectId: pump.id, month, lamp: 'yellow', reason: '手续超期' });
      expect(await of()).toEqual([lake.name]);
      await world.as('office').units.setLeaders({
        id: world.units.water.id,
        version: world.units.water.version,
        leaderIds: [idOf('account').parse(world.actors.leader.id)],
      });
      expect(await of()).toEqual([lake.name, pump.name]);
      expect((await homeOf('leader')).district).toEqual({ red: 2, yellow: 1, green: 0 });
    });

    test('a decision waits with its owner, answered with the office, and late with all who press for it', async () => {
      world.clock.now = instantAt(day('2026-11-02'), '09:00');
      const item = await world.as('office').agenda.add({ week, projectId: lake.id });
      expect((await homeOf('office')).meetings).toMatchObject([{ seriesName: null, items: [{ id: item.id, title: lake.name }] }]);
      const { meeting } = await world.as('office').meetings.get({ week });
      await world.as('office').meetings.open({ week, version: meeting.version });
      const decision = await world.as('office').decisions.make({
        ...{ week, agendaItemId: item.id, text: '十一月五日前完成电力迁改', ownerUnitId: world.units.housing.id },
        ...{ helperUnitIds: [world.units.water.id], supervisor: '郑副区长', dueOn: day('2026-11-05') },
      });
      expect((await homeOf('officer')).decisions.first).toMatchObject([{ id: decision.id, state: 'open' }]);
      expect((await homeOf('leader')).overdue.total).toBe(0);

      world.clock.now = instantAt(day('2026-11-06'), '09:00');
      for (const role of ['office', 'leader'] as const) expect((await homeOf(role)).overdue.first).toMatchObject([{ id: decision.id }]);

      await world.as('officer').decisions.answer({ id: decision.id, version: decision.version, text: '已完成迁改并送电', fileIds: [] });
      const office = await homeOf('office');
      expect([office.answers.total, office.overdue.total]).toEqual([1, 0]);
      expect((await homeOf('officer')).decisions.total).toBe(0);
    });
  });
}
