import { afterEach, describe, expect, it } from 'vitest';
import { noLimit, updateOf } from '#shared/approvals/schema.ts';
import { day, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import type { ReturnTicks } from '#shared/returns/ticks.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`what is ticked off beside a return, on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function withOpenMatters(name: string) {
      const project = await world.addProject({ name });
      const step = await world.as('office').approvals.create({
        ...{ projectId: project.id, name: '环评批复', group: 'land', agencyUnitId: world.units.water.id, ...noLimit, limitDays: 3 },
        ...{ state: 'accepted', acceptedOn: day('2026-10-12'), doneOn: null, documentNumber: null, tolerantUntil: null },
      });
      const problem = await world
        .as('officer')
        .problems.raise({ projectId: project.id, title: '场平余土消纳场未落实', category: 'land', raisedOn: day('2026-10-20') });
      return { project, step, problem };
    }

    const submit = (project: Project, ticks: Partial<ReturnTicks>) =>
      world.as('officer').returns.submit({
        ...{ projectId: project.id, week: Week.parse('2026-W44'), doneThisWeek: wan(10), doneThisYear: wan(10), doneAtMonthEnd: wan(10) },
        ...{ progress: '土方回填完成。', problem: null, nextStep: null, request: null, version: 0 },
        ticks: { steps: [], problems: [], ...ticks },
      });
    const on = day('2026-10-29');

    it('the form shows what is open, and one act keeps the return and what is ticked', async () => {
      world = await openWorld({ dialect });
      const { project, step, problem } = await withOpenMatters('河东片区排水防涝管网提升工程');
      const [sheet] = (await world.as('officer').returns.mine()).sheets;
      expect(sheet?.steps).toMatchObject([
        { id: step.id, name: '环评批复', agencyName: '水利局', dueOn: '2026-10-15', overdueWorkdays: 10 },
      ]);
      expect(sheet?.problems).toMatchObject([{ id: problem.id, version: 1 }]);
      await submit(project, {
        steps: [{ id: step.id, version: step.version, on }],
        problems: [{ id: problem.id, version: problem.version, on }],
      });
      expect(await world.as('office').approvals.ofProject({ projectId: project.id })).toMatchObject([{ state: 'done', doneOn: on }]);
      expect(await world.as('office').problems.ofProject({ projectId: project.id })).toMatchObject([{ state: 'solved', solvedOn: on }]);
      const history = await world.as('office').projects.history({ id: project.id });
      expect(history.slice(0, 3).map((event) => event.action)).toEqual(['problem.updated', 'step.updated', 'return.submitted']);
      expect((await world.as('officer').returns.mine()).sheets[0]).toMatchObject({ steps: [], problems: [] });
    });

    it('a tick against an older version, of another project or of a day to come keeps nothing of the return', async () => {
      world = await openWorld({ dialect });
      const { project, step, problem } = await withOpenMatters('河东片区排水防涝管网提升工程');
      const other = await withOpenMatters('生活垃圾分拣中心');
      await world.as('office').approvals.update({ ...updateOf(step), documentNumber: '环审〔2026〕1号' });
      const bad: [Partial<ReturnTicks>, object][] = [
        [{ steps: [{ id: step.id, version: step.version, on }] }, { code: 'CONFLICT' }],
        [{ problems: [{ id: other.problem.id, version: 1, on }] }, { code: 'NOT_FOUND' }],
        [{ problems: [{ id: problem.id, version: 1, on: day('2026-10-30') }] }, { code: 'REFUSED', details: { reason: 'date-in-future' } }],
      ];
      for (const [ticks, failure] of bad) expect(await refused(world, () => submit(project, ticks))).toMatchObject(failure);
      expect((await world.as('officer').returns.mine()).sheets.map((sheet) => sheet.current)).toEqual([null, null]);
    });
  });
}
