import { afterEach, describe, expect, test } from 'vitest';
import type { Day, Month, Quarter, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { between } from '#shared/kit/rank.ts';
import type { MergeProjects } from '#shared/projects/merge.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`two records of one project on ${dialect}`, () => {
    let world: World;
    let kept: Project;
    let other: Project;
    afterEach(() => world.close());

    async function twins(): Promise<void> {
      world = await openWorld({ dialect });
      kept = await world.addProject({ name: '城东污水处理厂扩建工程' });
      other = await world.addProject({ name: '城东污水厂扩建', annualPlan: wan(9_000) });
    }

    /** A return of either for the week before this one. */
    async function returned(project: Project, week: string, done: number): Promise<void> {
      await world.db
        .insertInto('weekly_return')
        .values({
          ...{
            id: world.newId('weeklyReturn'),
            projectId: project.id,
            districtId: world.districtId,
            week: week as Week,
            state: 'accepted',
          },
          ...{
            doneThisWeek: wan(1),
            doneThisYear: wan(done),
            doneAtMonthEnd: null,
            progress: `完成${done}`,
            problem: null,
            nextStep: null,
          },
          ...{ request: null, sentBackReason: null, submittedAt: world.clock.now, submittedBy: '罗科员', version: 1 },
        })
        .execute();
    }

    const merged = (changes: Partial<MergeProjects> = {}): MergeProjects => ({
      kept: { id: kept.id, version: kept.version },
      other: { id: other.id, version: other.version },
      choices: [{ kind: 'yearPlan', period: '2026', side: 'other' }],
      reason: '同一项目由两个单位各报一次',
      ...changes,
    });

    test('become one: everything moves, what both held is as chosen, and the old link leads on', async () => {
      await twins();
      const office = world.as('office');
      await office.problems.raise({ projectId: other.id, title: '用地未批', category: 'land', raisedOn: '2026-10-20' as Day });
      await returned(other, '2026-W42', 700);
      await returned(kept, '2026-W43', 800);
      await returned(other, '2026-W43', 850);
      await office.agenda.add({ projectId: other.id });
      const preview = await office.projects.mergePreview({ kept: kept.id, other: other.id });
      expect(preview.conflicts).toMatchObject([
        { kind: 'return', period: '2026-W43', isOpen: true, kept: { amount: wan(800) }, other: { amount: wan(850) } },
        { kind: 'yearPlan', period: '2026', isOpen: true, kept: { amount: wan(12_000) }, other: { amount: wan(9_000) } },
      ]);
      expect(preview).toMatchObject({ refusal: null, moving: { problem: 1, periods: 2 } });

      const { seq } = await office.board.snapshot();
      const choices = [...merged().choices, { kind: 'return' as const, period: '2026-W43', side: 'other' as const }];
      await office.projects.merge(merged({ choices }));
      const page = await office.projects.page({ id: kept.id });
      expect(page).toMatchObject({
        project: { name: '城东污水处理厂扩建工程', version: 2 },
        yearPlan: { annual: wan(9_000) },
        figures: { doneThisYear: wan(850), openProblems: 1 },
        parts: [{ name: '城东污水厂扩建' }],
      });
      expect(page.returns.map((each) => each.week)).toEqual(['2026-W43', '2026-W42']);
      const delta = await office.board.since({ seq });
      expect(delta).toMatchObject({ cards: [{ id: kept.id, agenda: { minutes: expect.any(Number) } }], gone: [other.id] });
      await expect(office.projects.page({ id: other.id })).rejects.toMatchObject({ cause: { details: { mergedInto: kept.id } } });

      const [last, ...before] = await office.projects.history({ id: kept.id });
      expect(last?.action).toBe('project.merged');
      // What gave way is in the log in full.
      const after: { replaced: unknown[] } = JSON.parse(last?.after ?? '{}');
      expect(after.replaced).toHaveLength(2);
      expect(before.map((event) => event.action)).toContain('problem.raised');
      expect((await office.projects.search({ text: '城东' })).projects.map((found) => found.id)).toEqual([kept.id]);
    });

    test('are not made one while something is undecided, twice, or by anybody but the office', async () => {
      await twins();
      const office = world.as('office').projects;
      const undecided = await refused(world, () => office.merge(merged({ choices: [] })));
      expect(undecided.details).toMatchObject({ reason: 'merge-undecided', kind: 'yearPlan' });
      expect((await refused(world, () => office.merge(merged({ other: merged().kept })))).details).toMatchObject({
        reason: 'merge-itself',
      });
      expect((await refused(world, () => office.merge(merged({ kept: { id: kept.id, version: 9 } })))).code).toBe('CONFLICT');
      expect((await refused(world, () => office.merge(merged({ other: { id: other.id, version: 9 } })))).code).toBe('CONFLICT');
      await expect(world.as('officer').projects.merge(merged())).rejects.toThrow('FORBIDDEN');
      await office.merge(merged());
      expect((await refused(world, () => office.merge(merged()))).code).toBe('NOT_FOUND');
    });

    test('keep what a closed week said', async () => {
      await twins();
      await returned(kept, '2026-W43', 800);
      await returned(other, '2026-W43', 850);
      const cut = { id: world.newId('cut'), districtId: world.districtId, kind: 'week' as const, period: '2026-W43' as Week, attempt: 1 };
      await world.db
        .insertInto('cut')
        .values({ ...cut, asOf: '2026-10-25' as Day, takenAt: world.clock.now, ruleSet: '{}' })
        .execute();
      const office = world.as('office').projects;
      const choice = { kind: 'return' as const, period: '2026-W43', side: 'other' as const };
      const failure = await refused(world, () => office.merge(merged({ choices: [...merged().choices, choice] })));
      expect(failure.details).toMatchObject({ reason: 'merge-frozen', kind: 'return', period: '2026-W43' });
      await office.merge(merged());
      expect((await office.page({ id: kept.id })).figures).toMatchObject({ doneThisYear: wan(800) });
    });

    test('do not lose a flag that was announced, nor an entry of a closed inspection', async () => {
      await twins();
      const quarter = '2026-Q3' as Quarter;
      for (const [project, colour] of [
        [kept, 'red'],
        [other, 'black'],
      ] as const) {
        await world.db
          .insertInto('flag')
          .values({
            ...{ id: world.newId('flag'), districtId: world.districtId, quarter, projectId: project.id, unitId: null, colour },
            ...{ state: 'announced', basis: '', signedByName: '郑副区长', version: 1 },
          })
          .execute();
      }
      const choices = [...merged().choices, { kind: 'flag' as const, period: quarter, side: 'kept' as const }];
      const office = world.as('office').projects;
      expect((await refused(world, () => office.merge(merged({ choices })))).details).toMatchObject({
        reason: 'merge-settled',
        kind: 'flag',
      });
      expect((await office.mergePreview({ kept: kept.id, other: other.id })).refusal).toMatchObject({ reason: 'merge-settled' });
    });

    test('nominated both, keep the nomination that was chosen', async () => {
      await twins();
      const office = world.as('office');
      const bulletin = world.newId('bulletin');
      await world.db
        .insertInto('bulletin')
        .values({
          ...{ id: bulletin, districtId: world.districtId, month: '2026-10' as Month, year: 2026, state: 'drafting', number: null },
          ...{ draftedBy: null, reviewedBy: null, signedBy: null, signedByName: null, issuedAt: null, documentId: null, version: 1 },
        })
        .execute();
      for (const [project, kind] of [
        [kept, 'praise'],
        [other, 'criticise'],
      ] as const) {
        const id = world.newId('nomination');
        await world.db
          .insertInto('nomination')
          .values({ id, bulletinId: bulletin, projectId: project.id, kind, orderKey: between(null, null), version: 1 })
          .execute();
      }
      const choices = [...merged().choices, { kind: 'nomination' as const, period: '2026-10', side: 'other' as const }];
      await office.projects.merge(merged({ choices }));
      const left = await world.db.selectFrom('nomination').select(['projectId', 'kind']).execute();
      expect(left).toEqual([{ projectId: kept.id, kind: 'criticise' }]);
    });
  });

  describe(`a task force on ${dialect}`, () => {
    test('is named as a whole, and its phone numbers are for who rings them up', async () => {
      const world = await openWorld({ dialect });
      const { id: projectId } = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const members = [
        { name: '罗科员', unit: '住建局', duty: '联络员', phone: '13912345678', isLeader: false },
        { name: '郑副区长', unit: '区政府', duty: '专班班长', phone: '13812345678', isLeader: true },
      ];
      const office = world.as('office').projects;
      const first = await office.setTaskForce({ projectId, members, version: 0 });
      expect(first.members.map((member) => member.name)).toEqual(['郑副区长', '罗科员']);
      const phones = async (role: 'office' | 'officer' | 'leader') =>
        (await world.as(role).projects.page({ id: projectId })).taskForce?.members.map((member) => member.phone);
      expect(await phones('officer')).toEqual(['13812345678', '13912345678']);
      expect(await phones('leader')).toEqual(['138****5678', '139****5678']);
      const log = await world.db.selectFrom('event').select('after').where('action', '=', 'taskForce.set').executeTakeFirstOrThrow();
      expect(log.after).not.toContain('13812345678');
      // Whoever comes later is shown the whole of what stands there now.
      expect(await refused(world, () => office.setTaskForce({ projectId, members, version: 0 }))).toMatchObject({
        code: 'CONFLICT',
        details: { newer: { version: 1, members: [{ name: '郑副区长', phone: '13812345678' }, { name: '罗科员' }] }, changedBy: '宋科长' },
      });
      const leaderless = members.map((member) => ({ ...member, isLeader: false }));
      expect((await refused(world, () => office.setTaskForce({ projectId, members: leaderless, version: 1 }))).details).toMatchObject({
        reason: 'task-force-leaders',
      });
      expect(await office.setTaskForce({ projectId, members: [], version: 1 })).toMatchObject({ members: [], version: 2 });
      await world.close();
    });
  });
}
