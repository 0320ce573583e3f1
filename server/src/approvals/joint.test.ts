import { afterEach, describe, expect, it } from 'vitest';
import type { JointBehind } from '#shared/approvals/joint.ts';
import type { CreateApprovalStep } from '#shared/approvals/schema.ts';
import { day } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const all = { slice: 'all', key: '' } as const;

for (const dialect of dialects) {
  describe(`joint approval on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    function addStep(projectId: Id<'project'>, name: string, fields: Partial<CreateApprovalStep> = {}) {
      const named = { projectId, name, group: 'construction', agencyUnitId: world.units.housing.id, limitDays: 7 } as const;
      const days = { acceptedOn: null, dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null } as const;
      return world.as('office').approvals.create({ ...named, limitUnit: 'workday', state: 'pending', ...days, ...fields });
    }

    /** Two units' projects: of the first two steps are done, two run and one is exempt; of the second one waits. */
    async function withItems() {
      world = await openWorld({ dialect });
      const own = await world.addProject({ name: '河东片区排水防涝管网提升工程', stage: 'preparing' });
      const foreign = await world.addProject({ name: '西泉水库除险加固工程', unitId: world.units.water.id });
      const done = (doneOn: string) => ({ state: 'done', acceptedOn: day('2026-09-01'), doneOn: day(doneOn) }) as const;
      await addStep(own.id, '施工图审查', { ...done('2026-09-08'), documentNumber: '示图审〔2026〕7号' });
      await addStep(own.id, '用地预审', done('2026-10-12'));
      await addStep(own.id, '环境影响评价', { agencyUnitId: null, state: 'accepted', acceptedOn: day('2026-10-26'), limitDays: 25 });
      await addStep(own.id, '施工许可证', { state: 'accepted', acceptedOn: day('2026-10-12') });
      await addStep(own.id, '节能审查', { state: 'exempt' });
      await addStep(foreign.id, '取水许可', { agencyUnitId: world.units.water.id });
      return { own, foreign };
    }

    const rows = (behind: JointBehind, who: 'leader' | 'officer' = 'leader') => world.as(who).approvals.jointRows(behind);
    const names = async (...asked: Parameters<typeof rows>) => (await rows(...asked)).map((row) => row.name);

    it('the rows behind a count are owed ones by their due day, then done ones, the latest first; exempt ones are none', async () => {
      const { own } = await withItems();
      expect(await names({ ...all, show: 'owed' })).toEqual(['施工许可证', '环境影响评价', '取水许可']);
      expect(await names({ ...all, show: 'done' })).toEqual(['用地预审', '施工图审查']);
      const [late, ...others] = await rows({ slice: 'project', key: own.id, show: 'needed' });
      expect(others).toHaveLength(3);
      expect(late).toMatchObject({
        ...{ name: '施工许可证', projectName: own.name, unitName: '住建局', agencyName: '住建局', isDone: false },
        clock: { usedDays: 13, dueOn: '2026-10-21', overdueWorkdays: 6, unknownYears: [] },
      });
      expect((await rows({ slice: 'month', key: '2026-09', show: 'done' }))[0]).toMatchObject({
        ...{ name: '施工图审查', documentNumber: '示图审〔2026〕7号', isDone: true, doneOn: '2026-09-08' },
      });
    });

    it('as many rows stand behind every count as it counts', async () => {
      await withItems();
      const joint = await world.as('leader').approvals.joint();
      expect(joint).toMatchObject({ needed: 5, done: 2 });
      for (const slice of ['project', 'agency', 'unit'] as const) {
        for (const { key, needed, done } of joint[slice]) {
          const behind = await Promise.all((['needed', 'done', 'owed'] as const).map((show) => rows({ slice, key, show })));
          expect([slice, key, ...behind.map((list) => list.length)]).toEqual([slice, key, needed, done, needed - done]);
        }
      }
      for (const { month, done } of joint.months) expect(await rows({ slice: 'month', key: month, show: 'done' })).toHaveLength(done);
      expect(await names({ slice: 'agency', key: '', show: 'needed' })).toEqual(['环境影响评价']);
    });

    it('an officer sees the items of their own unit’s projects alone', async () => {
      const { foreign } = await withItems();
      expect(await names({ ...all, show: 'needed' }, 'officer')).not.toContain('取水许可');
      expect(await rows({ slice: 'project', key: foreign.id, show: 'needed' }, 'officer')).toEqual([]);
      expect(await world.as('officer').approvals.joint()).toMatchObject({ needed: 4, done: 2 });
    });

    it('a count that nothing is behind has no rows, and what is not a count is refused', async () => {
      await withItems();
      expect(await rows({ slice: 'unit', key: '没有这个单位', show: 'needed' })).toEqual([]);
      const wrong = { slice: 'all', key: 'x'.repeat(61), show: 'owed' } as const;
      await expect(rows(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    });
  });
}
