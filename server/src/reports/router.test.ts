import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import { linesOf } from '#shared/documents/compare.ts';
import { type Day, type Instant, instantAt, type Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import type { ReportSubject } from '#shared/reports/schema.ts';
import { known } from '#tests/support/known.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { verifyNumbers } from '../documents/verify.ts';
import { verifyReports } from './verify.ts';

for (const dialect of dialects) {
  describe(`reports on ${dialect}`, () => {
    let world: World;
    let second: Actor;
    let road: Project;
    let pump: Project;
    let school: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect, now: '2026-10-29T02:00:00.000Z' as Instant });
      second = await world.addAccount('office', world.officeUnitId, '郭科员');
      road = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      pump = await world.addProject({ name: '东林街道排涝泵站工程', unitId: world.units.water.id });
      school = await world.addProject({ name: '谷川镇中心小学恢复重建项目', kind: 'reconstruction', category: '学校' });
      await world.as('office').returns.submit({
        ...{ projectId: road.id, week: '2026-W44' as Week, doneThisWeek: wan(300), doneThisYear: wan(6_000), doneAtMonthEnd: wan(6_000) },
        ...{ progress: '路基完成八成', problem: null, nextStep: '铺设管线', request: null, version: 0 },
      });
      await world.as('leader').remarks.write({ projectId: road.id, text: '倒排工期，逐户销号。' });
      const raised = { category: 'demolition' as const, raisedOn: '2026-10-08' as Day };
      await world.as('office').problems.raise({ projectId: road.id, title: '红线内三户未签约', ...raised });
    });
    afterAll(() => world.close());

    const office = () => world.as('office').reports;
    const view = (id: Id<'report'>) => office().view({ id });
    const begin = (subject: ReportSubject) => office().begin({ subject });
    const onRoad = (): ReportSubject => ({ about: 'project', projectId: road.id });
    const head = () => world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
    /** Nothing happened: no event, and the report is as it was. */
    async function refused(id: Id<'report'>, act: () => Promise<unknown>, reason: string): Promise<void> {
      const before = [await head(), (await view(id)).report];
      expect(await failureOf(act())).toMatchObject({ details: { reason } });
      expect([await head(), (await view(id)).report]).toEqual(before);
    }

    test('a draft on a project is written from its records, and one is in hand at a time', async () => {
      const { id } = await begin(onRoad());
      const before = await head();
      expect(await failureOf(begin(onRoad()))).toMatchObject({ details: { reason: 'report-in-hand', id } });
      expect(await head()).toEqual(before);
      const text = linesOf((await view(id)).document).join('\n');
      for (const said of [
        '累计完成6,000万元',
        '近期填报。第44周：路基完成八成。',
        '红线内三户未签约',
        '批示：“倒排工期，逐户销号。”',
        '下一步打算：铺设管线',
      ]) {
        expect(text).toContain(said);
      }
      expect((await office().list()).drafts).toMatchObject([{ id, projectName: road.name }]);
    });

    test('words are changed against the version that was read', async () => {
      const { report, paragraphs } = await view(known((await office().list()).drafts[0]).id);
      const { was } = known(paragraphs.find(({ numbers }) => numbers.includes('6,000')));
      const edits = [{ was, now: `总的看，${was}` }];
      await office().compose({ id: report.id, version: report.version, edits });
      expect(linesOf((await view(report.id)).document).join('\n')).toContain('总的看，截至2026年10月29日');
      const before = await head();
      await expect(world.as(second).reports.compose({ id: report.id, version: report.version, toUnits: false })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(await head()).toEqual(before);
      await refused(report.id, () => office().compose({ id: report.id, version: 2, title: '改名' }), 'report-no-theme');
    });

    test('issuing numbers and freezes it; its unit reads it, others do not', async () => {
      const { report } = await view(known((await office().list()).drafts[0]).id);
      const issued = await world.as('leader').reports.issue({ id: report.id, version: report.version });
      expect(issued).toMatchObject({ state: 'issued', number: 1 });
      const id = known(issued.documentId);
      const printed = linesOf((await world.as('officer').documents.get({ id })).model);
      expect(printed.join('\n')).toContain('总的看，截至2026年10月29日');
      const stranger = await world.addAccount('officer', world.units.water.id, '邱科员');
      await expect(world.as(stranger).documents.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const told = await world.as('officer').notices.list({ unreadOnly: true });
      expect(told.items[0]).toMatchObject({ kind: 'report-issued', subject: `关于${road.name}推进情况的专报` });
      // What becomes of the project changes nothing of it.
      await world.as('leader').remarks.write({ projectId: road.id, text: '再抓紧些。' });
      expect(linesOf((await view(report.id)).document)).toEqual(printed);
      for (const act of ['issue', 'discard'] as const) {
        await refused(report.id, () => office()[act]({ id: report.id, version: issued.version }), 'report-issued');
      }
      const register = await world.as('office').documents.register({ year: 2026, kind: 'special-report' });
      expect(register.issued).toMatchObject([{ id, number: 1, signedByName: world.actors.leader.name, isWithdrawn: false }]);
    });

    test('a theme takes projects of the district alone, and can leave one out again', async () => {
      const foreign = world.newId('project');
      await expect(begin({ about: 'theme', title: '征迁受阻项目', projectIds: [road.id, foreign] })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      const { id, version } = await begin({ about: 'theme', title: '征迁受阻项目', projectIds: [road.id, pump.id, school.id] });
      expect((await view(id)).projects.map(({ name }) => name)).toHaveLength(3);
      const changed = await office().compose({ id, version, title: '征迁受阻和资金不足项目', projectIds: [road.id, pump.id] });
      const { document } = await view(id);
      expect(document.title.join('')).toBe('关于征迁受阻和资金不足项目有关情况的专报');
      expect(document.annexes[0]?.blocks[0]).toMatchObject({ rows: [expect.anything(), expect.anything()] });
      // It is not sent to units until somebody says so.
      expect(changed.toUnits).toBe(false);
      await office().discard({ id, version: changed.version });
      await expect(view(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('two people who issue at once draw two numbers of one series, without gap or double', async () => {
      const themes = [];
      for (const title of ['甲类项目', '乙类项目']) themes.push(await begin({ about: 'theme', title, projectIds: [road.id, pump.id] }));
      // Each twice: one of the two is told, and gives its number back.
      const settled = await Promise.allSettled(
        themes.flatMap(({ id, version }) => [office().issue({ id, version }), world.as(second).reports.issue({ id, version })]),
      );
      const numbers = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : []));
      expect(numbers.toSorted()).toEqual([2, 3]);
      const rows = await world.db.selectFrom('document').select('number').where('kind', '=', 'special-report').orderBy('number').execute();
      expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    });

    test('a briefing counts reconstruction by sector, has a series of its own and goes to every unit', async () => {
      const { id, version } = await begin({ about: 'reconstruction' });
      expect((await view(id)).projects.map(({ name }) => name)).toEqual([school.name]);
      const { documentId, number } = await office().issue({ id, version });
      expect(number).toBe(1);
      const stranger = await world.addAccount('officer', world.units.water.id, '温科员');
      const { model } = await world.as(stranger).documents.get({ id: known(documentId) });
      expect(model).toMatchObject({ kind: 'briefing', masthead: { lines: ['示例区灾后恢复重建', '简报'] } });
    });

    test('withdrawing edits nothing: a correction is issued under the next number, and the register says so', async () => {
      const first = known((await office().list()).issued.find(({ subject }) => subject.about === 'project'));
      const old = known(first.documentId);
      const before = linesOf((await world.as('office').documents.get({ id: old })).model);
      const drafted = await office().withdraw({ id: first.id, version: first.version, why: '完成投资误报' });
      await refused(first.id, () => office().discard({ id: first.id, version: drafted.version }), 'report-corrects');
      await refused(
        first.id,
        () => office().withdraw({ id: first.id, version: drafted.version, why: '完成投资误报' }),
        'report-not-issued',
      );
      const fixed = { doneThisWeek: wan(100), doneThisYear: wan(5_000), doneAtMonthEnd: wan(5_000), progress: '路基完成七成' };
      await world.as('office').returns.submit({
        ...{ projectId: road.id, week: '2026-W44' as Week, problem: null, nextStep: null, request: null, version: 1 },
        ...fixed,
      });
      const issued = await office().issue({ id: first.id, version: drafted.version });
      expect(issued.number).toBe(4);
      const correction = linesOf((await world.as('office').documents.get({ id: known(issued.documentId) })).model);
      expect(correction.join('\n')).toMatch(/〔2026〕第1期印发后，经核实有误（完成投资误报）.*由6,000更正为5,000/);
      expect(linesOf((await world.as('office').documents.get({ id: old })).model)).toEqual(before);
      const register = await world.as('office').documents.register({ year: 2026, kind: 'special-report' });
      expect(register.issued.find(({ id }) => id === old)).toMatchObject({ isWithdrawn: true, correctedBy: { year: 2026, number: 4 } });
    });

    test('a report on what has left the list is not issued', async () => {
      const { id, version } = await begin({ about: 'theme', title: '停建项目', projectIds: [pump.id] });
      const gone = { to: 'suspended' as const, on: '2026-10-29' as Day, reason: '资金未到位' };
      await world.as('office').projects.setStanding({ id: pump.id, version: pump.version, ...gone });
      await refused(id, () => office().issue({ id, version }), 'report-empty');
      const drawn = await world.db.selectFrom('numbering').select('last').where('kind', '=', 'special-report').executeTakeFirstOrThrow();
      expect(drawn.last).toBe(4);
    });

    test('every issued report drafts again to the letter, and what was tampered with shows', async () => {
      world.clock.now = instantAt('2026-11-20' as Day, '09:00');
      expect(await verifyReports(world.db)).toEqual({ checked: 'issued reports: 5, of which 5 drafted again and compared', faults: [] });
      expect((await verifyNumbers(world.db)).faults).toEqual([]);
      const { documentId, model } = await world.db
        .selectFrom('report_issue')
        .innerJoin('document', 'document.id', 'report_issue.documentId')
        .select(['report_issue.documentId', 'document.model'])
        .where('document.kind', '=', 'briefing')
        .executeTakeFirstOrThrow();
      await world.db
        .updateTable('document')
        .set({ model: model.replace('谷川镇', '东林镇') })
        .where('id', '=', documentId)
        .execute();
      expect((await verifyReports(world.db)).faults).toEqual([
        expect.stringContaining('not the document that the log says'),
        expect.stringContaining('it reads otherwise'),
      ]);
    });
  });
}
