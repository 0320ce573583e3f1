import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { access } from '#shared/auth/permissions.ts';
import { presetCriteria } from '#shared/inspections/presets.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const marks = { investment: 240, works: 200, approvals: 160, site: 120, rectification: 80 };

for (const dialect of dialects) {
  describe(`the quarter's inspection on ${dialect}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld({ dialect });
    });
    afterEach(() => world.close());

    const office = () => world.as('office').inspections;
    const counts = async () => ({
      entries: (await world.db.selectFrom('entry').selectAll().execute()).length,
      sheets: await world.db.selectFrom('scoresheet').selectAll().orderBy('id').execute(),
      events: (await world.db.selectFrom('event').select('seq').where('result', '=', 'done').execute()).length,
    });

    async function opened() {
      const project = await world.addProject({ name: '智能装备产业园', category: '装备制造' });
      const stop = await office().addStop({ projectId: project.id });
      const { inspection } = await office().current();
      if (!inspection.id || !inspection.version) throw new Error('nothing planned');
      await office().open({ id: inspection.id, version: inspection.version });
      return { project, stop, id: inspection.id };
    }

    it('is the preset until its first change, and reading it writes nothing', async () => {
      const before = await counts();
      const { inspection, entries } = await office().current();
      expect(inspection).toMatchObject({ id: null, version: null, quarter: '2026-Q4', state: 'planned' });
      expect(entries).toEqual([]);
      expect(await counts()).toEqual(before);
    });

    it('comes into being with the first stop, each in the group of its kind', async () => {
      const park = await world.addProject({ name: '智能装备产业园', category: '装备制造' });
      const school = await world.addProject({ name: '第三小学', category: '教育' });
      const road = await world.addProject({ name: '西河村道路恢复', kind: 'reconstruction' });
      for (const project of [park, school, road]) await office().addStop({ projectId: project.id });
      const { inspection, entries } = await office().current();
      expect(inspection.id).not.toBeNull();
      expect(entries.map((entry) => [entry.projectName, entry.groupId])).toEqual([
        ['智能装备产业园', 'industry'],
        ['第三小学', 'livelihood'],
        ['西河村道路恢复', 'reconstruction'],
      ]);
    });

    it('keeps the route in the order in which the office puts it', async () => {
      const stops = [];
      for (const name of ['一号工程', '二号工程', '三号工程']) {
        const { id: projectId } = await world.addProject({ name });
        stops.push(await office().addStop({ projectId }));
      }
      const [first, second, third] = stops;
      if (!first || !second || !third) throw new Error('three stops');
      await office().moveStop({ id: third.id, version: third.version, after: null });
      const names = async () => (await office().current()).entries.map((entry) => entry.projectName);
      expect(await names()).toEqual(['三号工程', '一号工程', '二号工程']);
      await office().removeStop({ id: first.id, version: first.version });
      await office().addStop({ projectId: first.projectId, after: second.id });
      expect(await names()).toEqual(['三号工程', '二号工程', '一号工程']);
    });

    it('takes no project twice, nor one of another district, and says so without a trace', async () => {
      const { project } = await opened();
      const before = await counts();
      await expect(office().addStop({ projectId: project.id })).rejects.toMatchObject({
        cause: { code: 'REFUSED', details: { reason: 'already-a-stop' } },
      });
      await expect(office().addStop({ projectId: world.newId('project') })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      expect(await counts()).toEqual(before);
    });

    it('is planned with a version, and a plan made against an older one is a conflict', async () => {
      const { inspection } = await office().current();
      const { quarter, day, groups, redPerGroup, blackPerGroup } = inspection;
      const plan = { quarter, day, criteria: [...presetCriteria], groups, redPerGroup, blackPerGroup };
      const planned = await office().plan({ ...plan, version: null });
      const changed = await office().plan({ ...plan, redPerGroup: 2, version: planned.version });
      expect(changed.redPerGroup).toBe(2);
      await expect(office().plan({ ...plan, version: null })).rejects.toMatchObject({ cause: { code: 'CONFLICT' } });
      await expect(office().plan({ ...plan, redPerGroup: 3, version: planned.version })).rejects.toMatchObject({
        cause: { code: 'CONFLICT' },
      });
      await expect(office().plan({ ...plan, criteria: presetCriteria.slice(1), version: changed.version })).rejects.toMatchObject({
        cause: { details: { reason: 'weights-not-100' } },
      });
      expect((await office().current()).inspection.redPerGroup).toBe(2);
    });

    it('does not close before anybody has scored', async () => {
      const { id } = await opened();
      await expect(office().close({ id, version: 2 })).rejects.toMatchObject({ cause: { details: { reason: 'no-scoresheets' } } });
      expect((await office().current()).inspection.state).toBe('open');
    });

    it('shows inspectors no stops while it is being prepared', async () => {
      const project = await world.addProject({ name: '第三小学' });
      await office().addStop({ projectId: project.id });
      expect((await world.as('inspector').scoresheets.mine()).stops).toEqual([]);
    });

    it('has one sheet per stop and inspector, sent twice or corrected', async () => {
      const { stop } = await opened();
      const inspector = world.as('inspector').scoresheets;
      const sheet = await inspector.submit({ entryId: stop.id, marks, remark: null, version: null });
      expect(await inspector.submit({ entryId: stop.id, marks, remark: null, version: null })).toEqual(sheet);
      const corrected = await inspector.submit({
        entryId: stop.id,
        marks: { ...marks, site: 100 },
        remark: '围挡有缺口',
        version: sheet.version,
      });
      expect(corrected).toMatchObject({ id: sheet.id, version: 2 });
      expect((await counts()).sheets).toHaveLength(1);
      const before = await counts();
      await expect(inspector.submit({ entryId: stop.id, marks, remark: null, version: null })).rejects.toMatchObject({
        cause: { code: 'CONFLICT' },
      });
      expect(await counts()).toEqual(before);
    });

    it('refuses marks above their weight and sheets outside the scoring, and keeps nothing of them', async () => {
      const { stop, id } = await opened();
      const inspector = world.as('inspector').scoresheets;
      const before = await counts();
      await expect(
        inspector.submit({ entryId: stop.id, marks: { ...marks, site: 151 }, remark: null, version: null }),
      ).rejects.toMatchObject({
        cause: { details: { reason: 'mark-over-weight' } },
      });
      expect(await counts()).toEqual(before);
      const sheet = await inspector.submit({ entryId: stop.id, marks, remark: null, version: null });
      await office().close({ id, version: 2 });
      const closed = await counts();
      await expect(
        inspector.submit({ entryId: stop.id, marks: { ...marks, site: 1 }, remark: null, version: sheet.version }),
      ).rejects.toMatchObject({
        cause: { details: { reason: 'inspection-not-open' } },
      });
      await expect(office().removeStop({ id: stop.id, version: stop.version })).rejects.toMatchObject({
        cause: { details: { reason: 'inspection-closed' } },
      });
      expect(await counts()).toEqual(closed);
    });

    it('shows an inspector the own sheets and nobody else’s', async () => {
      const { stop } = await opened();
      const other = await world.addAccount('inspector', world.officeUnitId, '评委二');
      await world.as(other).scoresheets.submit({ entryId: stop.id, marks, remark: '只给自己看', version: null });
      const { stops } = await world.as('inspector').scoresheets.mine();
      expect(stops.map((one) => one.sheet)).toEqual([null]);
      expect((await world.as(other).scoresheets.mine()).stops[0]?.sheet?.remark).toBe('只给自己看');
      const history = await world.as('officer').projects.history({ id: stop.projectId });
      expect(JSON.stringify(history)).not.toContain('只给自己看');
    });

    it('keeps a stop that has marks on the route', async () => {
      const { stop } = await opened();
      await world.as('inspector').scoresheets.submit({ entryId: stop.id, marks, remark: null, version: null });
      await expect(office().removeStop({ id: stop.id, version: stop.version })).rejects.toMatchObject({
        cause: { details: { reason: 'entry-scored' } },
      });
      expect((await office().current()).entries).toHaveLength(1);
    });

    it('shows its results to the rated only once it is closed', async () => {
      const { stop, id } = await opened();
      await world.as('inspector').scoresheets.submit({ entryId: stop.id, marks, remark: null, version: null });
      await expect(world.as('officer').inspections.results()).rejects.toMatchObject({ cause: { details: { reason: 'results-not-out' } } });
      expect((await world.as('leader').inspections.results()).inspection.state).toBe('open');
      await office().close({ id, version: 2 });
      const { groups } = await world.as('officer').inspections.results();
      expect(groups[0]?.entries).toMatchObject([{ projectName: '智能装备产业园', rank: 1, score: '80.0', sheets: 1 }]);
    });

    it('is prepared by the office alone', async () => {
      const { project } = await opened();
      for (const role of ['officer', 'leader', 'inspector', 'auditor'] as const) {
        await expect(world.as(role).inspections.addStop({ projectId: project.id })).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
      }
      expect(Object.keys(access['inspections.addStop'])).toEqual(['office']);
    });
  });
}
