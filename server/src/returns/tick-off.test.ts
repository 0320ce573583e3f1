import { afterEach, describe, expect, it } from 'vitest';
import { noLimit, updateOf } from '#shared/approvals/schema.ts';
import { day, instantAt, Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
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
        ticks: { steps: [], problems: [], answers: [], ...ticks },
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

    /** A project on the meeting of the week in hand, with a decision that a unit carries out. */
    async function withDecision(ownerUnitId: Id<'unit'>) {
      world.clock.now = instantAt(day('2026-11-02'), '09:00');
      const week = Week.parse('2026-W44');
      const project = await world.addProject({ name: '国际陆港片区综合物流枢纽（一期）' });
      const item = await world.as('office').agenda.add({ week, projectId: project.id });
      const { meeting } = await world.as('office').meetings.get({ week });
      await world.as('office').meetings.open({ week, version: meeting.version });
      const decision = await world.as('office').decisions.make({
        ...{ week, agendaItemId: item.id, text: '施工图先行审查，按容缺受理', ownerUnitId, helperUnitIds: [] },
        ...{ supervisor: null, dueOn: day('2026-11-20') },
      });
      return { project, decision };
    }
    const text = '审图机构已出具先行审查意见，10月30日容缺受理。';

    it('a decision is answered with the return as on its own, and waits for the office then', async () => {
      world = await openWorld({ dialect });
      const { project, decision } = await withDecision(world.units.housing.id);
      const [before] = (await world.as('officer').returns.mine()).sheets;
      expect(before?.decisions).toMatchObject([{ id: decision.id, state: 'open', isToAnswer: true }]);
      // The office fills in for a unit, and answers for none.
      const { sheet } = await world.as('office').returns.form({ projectId: project.id });
      expect(sheet.decisions).toMatchObject([{ isToAnswer: false }]);

      await submit(project, { answers: [{ id: decision.id, version: decision.version, text }] });
      expect(await world.as('office').decisions.list()).toMatchObject([
        { id: decision.id, state: 'answered', answers: [{ text, answeredByName: '罗科员' }] },
      ]);
      const history = await world.as('office').projects.history({ id: project.id });
      expect(history.slice(0, 2).map((event) => event.action)).toEqual(['decision.answered', 'return.submitted']);
      expect((await world.as('officer').returns.mine()).sheets[0]?.decisions).toMatchObject([{ state: 'answered', isToAnswer: false }]);
    });

    it('an answer to another unit’s decision, or to one that has changed, keeps nothing of the return', async () => {
      world = await openWorld({ dialect });
      const { project, decision } = await withDecision(world.units.water.id);
      const answers = [{ id: decision.id, version: decision.version, text }];
      expect(await refused(world, () => submit(project, { answers }))).toMatchObject({ code: 'NOT_FOUND' });
      const { version } = await world.as('office').decisions.update({
        ...{ id: decision.id, text: decision.text, ownerUnitId: world.units.housing.id, helperUnitIds: [] },
        ...{ supervisor: null, dueOn: decision.dueOn, version: decision.version },
      });
      expect(await refused(world, () => submit(project, { answers }))).toMatchObject({ code: 'CONFLICT' });
      const other = await world.addProject({ name: '生活垃圾分拣中心' });
      const fresh = [{ id: decision.id, version, text }];
      expect(await refused(world, () => submit(other, { answers: fresh }))).toMatchObject({ code: 'NOT_FOUND' });
      await world.as('officer').decisions.answer({ id: decision.id, version, text, fileIds: [] });
      expect(await refused(world, () => submit(project, { answers: fresh }))).toMatchObject({
        ...{ code: 'REFUSED', details: { reason: 'decision-answered' } },
      });
      expect((await world.as('officer').returns.mine()).sheets.map((sheet) => sheet.current)).toEqual([null, null]);
    });
  });
}
