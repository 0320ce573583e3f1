import { afterEach, describe, expect, test } from 'vitest';
import { day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { proposalText, proposedItem } from '#shared/meetings/proposals.ts';
import { AgendaRule } from '#shared/meetings/series.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const week = '2026-W44' as Week;

for (const dialect of dialects) {
  describe(`what is proposed for the agenda on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function monday() {
      world = await openWorld({ dialect, now: instantAt(day('2026-11-02'), '09:00') });
      return world.addProject({ name: '城东污水处理厂扩建工程' });
    }

    async function everything() {
      const { db } = world;
      return {
        items: await db.selectFrom('agenda_item').selectAll().execute(),
        requests: await db.selectFrom('agenda_request').selectAll().execute(),
        series: await db.selectFrom('meeting_series').selectAll().execute(),
        meetings: await db.selectFrom('meeting').selectAll().execute(),
        notices: await db.selectFrom('notice').selectAll().execute(),
        seq: await db.selectFrom('event_head').select('seq').execute(),
      };
    }

    async function refused(act: () => Promise<unknown>, reason: string) {
      const before = await everything();
      await expect(act()).rejects.toMatchObject({ cause: { code: 'REFUSED', details: { reason } } });
      expect(await everything()).toEqual(before);
    }

    async function proposed() {
      const { proposals } = await world.as('office').meetings.get({ week });
      return proposals.map(({ name, reasons }) => [name, reasons.map(proposalText).join('；')]);
    }

    test('an old problem and a missing return are proposed, and neither once its rule is off', async () => {
      const project = await monday();
      const problem = { projectId: project.id, title: '管线迁改方案未定', category: 'land', raisedOn: day('2026-09-20') } as const;
      await world.as('officer').problems.raise(problem);
      expect(await proposed()).toEqual([[project.name, '红灯：投资滞后 100%；问题 43 日未解决：管线迁改方案未定；未填报']]);
      const [series] = await world.as('leader').series.list();
      if (!series) throw new Error('a district has a series');
      const rules = { off: ['no-return' as const, 'red-lamp' as const], problemDays: 60 };
      await world.as('office').series.setRules({ id: series.id, rules, version: series.version });
      expect(await proposed()).toEqual([]);
      await expect(world.as('office').series.setRules({ id: series.id, rules, version: series.version })).rejects.toMatchObject({
        cause: { code: 'CONFLICT' },
      });
    });

    test('an overdue decision without a project comes to the next agenda by itself, once', async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-26'), '09:00') });
      const office = world.as('office');
      await office.agenda.add({ week: '2026-W43' as Week, projectId: null, title: '冬季施工' });
      const { meeting } = await office.meetings.get({ week: '2026-W43' as Week });
      const open = await office.meetings.open({ week: '2026-W43' as Week, version: meeting.version });
      const decision = await office.decisions.make({
        ...{ week: '2026-W43' as Week, agendaItemId: null, text: '制定冬季施工方案', ownerUnitId: world.units.housing.id },
        ...{ helperUnitIds: [], supervisor: null, dueOn: day('2026-10-30') },
      });
      await office.meetings.close({ week: '2026-W43' as Week, version: open.version });
      world.clock.now = instantAt(day('2026-11-02'), '08:00');
      const { proposals } = await world.as('office').meetings.get({ week });
      expect(proposals.map(proposedItem)).toEqual([
        { projectId: null, decisionId: decision.id, title: '督办：制定冬季施工方案', reason: '议定事项逾期 1 个工作日' },
      ]);
      const added = await world.as('office').agenda.addAll({ week, items: proposals.map(proposedItem) });
      expect(added).toMatchObject([{ decisionId: decision.id, title: '督办：制定冬季施工方案' }]);
      expect(await proposed()).toEqual([]);
      await refused(
        () => world.as('office').agenda.add({ week, projectId: null, title: '再议', decisionId: decision.id }),
        'already-on-agenda',
      );
    });

    test('all that is proposed goes on the agenda together, or nothing of it', async () => {
      await monday();
      for (let at = 1; at <= 12; at++) await world.addProject({ name: `示例路段${at}` });
      const { proposals } = await world.as('office').meetings.get({ week });
      expect(proposals).toHaveLength(13);
      const items = proposals.map(proposedItem);
      await refused(() => world.as('office').agenda.addAll({ week, items }), 'agenda-full');
      const added = await world.as('office').agenda.addAll({ week, items: items.slice(0, 12) });
      expect((await world.as('office').meetings.get({ week })).items.map(({ id }) => id)).toEqual(added.map(({ id }) => id));
      await world.as('office').agenda.addAll({ week, items: items.slice(12), overLimitReason: '汛期急办' });
      expect((await world.as('office').meetings.get({ week })).items).toHaveLength(13);
    });

    test('a unit asks once, an item answers it, and off the agenda it waits again', async () => {
      const project = await monday();
      const officer = world.as('officer');
      await officer.agenda.ask({ projectId: project.id, text: '请协调电力迁改' });
      await refused(() => officer.agenda.ask({ projectId: project.id, text: '再次提请' }), 'request-waits');
      expect((await world.as('office').notices.list({ unreadOnly: true })).items).toMatchObject([
        { kind: 'agenda-asked', subject: project.name, text: '请协调电力迁改' },
      ]);
      expect(await proposed()).toEqual([[project.name, '红灯：投资滞后 100%；单位提请：请协调电力迁改；未填报']]);
      const item = await world.as('office').agenda.add({ week, projectId: project.id });
      expect((await officer.notices.list({ unreadOnly: true })).items).toMatchObject([
        { kind: 'agenda-taken', on: '2026-11-02' },
        { kind: 'agenda-listed', on: '2026-11-02' },
      ]);
      await world.as('office').agenda.remove({ id: item.id, version: item.version });
      expect(await proposed()).toEqual([[project.name, '红灯：投资滞后 100%；单位提请：请协调电力迁改；未填报']]);
    });

    test('a leader asks for a matter of its own; who asked reads why it is declined', async () => {
      await monday();
      const request = await world.as('leader').agenda.ask({ projectId: null, text: '听取用电保障方案' });
      const [first] = (await world.as('office').meetings.get({ week })).proposals;
      expect(first).toMatchObject({ requestId: request.id, reasons: [{ reason: 'leader-request' }] });
      const declined = { id: request.id, version: request.version, reason: '下周专题会研究' };
      await world.as('office').agenda.decline(declined);
      expect((await world.as('leader').notices.list({ unreadOnly: true })).items).toMatchObject([
        { kind: 'agenda-declined', text: '下周专题会研究' },
      ]);
      await refused(() => world.as('office').agenda.decline(declined), 'request-answered');
      expect((await world.as('office').meetings.get({ week })).requests).toEqual([]);
    });

    test('a request for another unit’s project is a request for nothing', async () => {
      await monday();
      const other = await world.addProject({ name: '北片区供水工程', unitId: world.units.water.id });
      const before = await everything();
      await expect(world.as('officer').agenda.ask({ projectId: other.id, text: '想看看' })).rejects.toMatchObject({
        cause: { code: 'NOT_FOUND' },
      });
      expect(await everything()).toEqual(before);
    });

    test('every rule can be switched off', async () => {
      await monday();
      const [series] = await world.as('office').series.list();
      if (!series) throw new Error('a district has a series');
      await world.as('office').series.setRules({ id: series.id, rules: { off: AgendaRule.options, problemDays: 30 }, version: 1 });
      expect(await proposed()).toEqual([]);
    });
  });
}
