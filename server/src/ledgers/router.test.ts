import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { LedgerDelta, LedgerRecord } from '#shared/ledgers/records.ts';
import { defaultView } from '#shared/ledgers/view.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const step = {
  group: 'engineering',
  agencyUnitId: null,
  limitDays: 10,
  limitUnit: 'workday',
  dueOn: null,
  doneOn: null,
  documentNumber: null,
  tolerantUntil: null,
} as const;

for (const dialect of dialects) {
  describe(`ledgers on ${dialect}`, () => {
    let world: World;
    let road: Project;
    let pump: Project;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      road = await world.addProject({ name: '北湖片区道路提升工程', actualStart: day('2026-03-01') });
      pump = await world.addProject({ name: '东林街道排涝泵站修复工程', unitId: world.units.water.id, kind: 'reconstruction' });
      const office = world.as('office');
      await office.approvals.create({
        ...step,
        projectId: road.id,
        name: '环境影响评价审批',
        state: 'accepted',
        acceptedOn: day('2026-09-01'),
      });
      await office.approvals.create({
        ...{ ...step, projectId: road.id, name: '用地预审与选址意见书', state: 'done', acceptedOn: day('2026-03-02') },
        ...{ doneOn: day('2026-03-10'), documentNumber: '示自然〔2026〕3号' },
      });
      await office.approvals.create({ ...step, projectId: road.id, name: '占用挖掘城市道路许可', state: 'pending', acceptedOn: null });
      await office.approvals.create({ ...step, projectId: road.id, name: '节能审查', state: 'exempt', acceptedOn: null });
      await office.problems.raise({
        projectId: road.id,
        title: '3户征收补偿未达成一致',
        category: 'demolition',
        raisedOn: day('2026-10-20'),
      });
      await office.registrations.set({
        ...{ projectId: pump.id, submittedOn: day('2026-10-01'), registeredOn: null, note: '等待审核', version: 0 },
      });
    });
    afterAll(() => world.close());

    async function rowsOf(
      ledger: 'progress' | 'approvals' | 'problems' | 'registrations',
      who: 'office' | 'officer' | 'leader' = 'office',
    ) {
      return (await world.as(who).ledgers.rows({ ledger })).records;
    }

    function of(project: Project, records: LedgerRecord[]): LedgerRecord | undefined {
      return records.find((record) => record.project.projectId === project.id);
    }

    test('each ledger has its part of the records, and no other', async () => {
      expect(of(road, await rowsOf('progress'))).toMatchObject({ progress: { yearPlan: wan(12_000) }, approvals: null, problem: null });
      expect((await rowsOf('problems')).map((record) => record.problem?.title)).toEqual(['3户征收补偿未达成一致']);
      const registrations = await rowsOf('registrations');
      expect(of(road, registrations)?.registration).toMatchObject({ isNeeded: true, submittedOn: null, waitingDays: 242 });
      expect(of(pump, registrations)?.registration).toMatchObject({ submittedOn: '2026-10-01', note: '等待审核' });
    });

    test('steps stand in their columns, and those without one are counted', async () => {
      expect(of(road, await rowsOf('approvals'))?.approvals).toMatchObject({
        steps: { environment: { status: 'overdue' }, siting: { status: 'done', doneOn: '2026-03-10' }, energy: { status: 'exempt' } },
        ...{ others: { needed: 1, done: 0 }, needed: 3, done: 1, overdue: 1 },
      });
    });

    test('an officer has the rows of the own unit alone', async () => {
      for (const ledger of ['progress', 'approvals', 'problems', 'registrations'] as const) {
        const names = (await rowsOf(ledger, 'officer')).map((record) => record.project.name);
        expect(new Set(names)).toEqual(new Set([road.name]));
      }
    });

    test('the changes since a sequence number are the rows of the projects touched', async () => {
      const { seq } = await world.as('office').ledgers.rows({ ledger: 'problems' });
      await world
        .as('office')
        .problems.raise({ projectId: pump.id, title: '材料运距过长', category: 'other', raisedOn: day('2026-10-28') });
      const delta = (await world.as('office').ledgers.since({ ledger: 'problems', seq })) as LedgerDelta;
      expect(delta.touched).toEqual([pump.id]);
      expect(delta.records.map((record) => record.problem?.title)).toEqual(['材料运距过长']);
      expect(await world.as('office').ledgers.since({ ledger: 'problems', seq: delta.seq + 1 })).toMatchObject({ isStale: true });
    });

    test('an export holds what the view shows, and is recorded', async () => {
      const view = { ...defaultView('progress'), columns: ['seq', 'name', 'unit', 'lamp', 'totalInvestment'] };
      view.filters = { unit: { by: 'set', values: ['水利局'] } };
      const file = await world.as('office').ledgers.export({ ledger: 'progress', view });
      expect(file).toMatchObject({ fileName: '示例区灾后重建项目进展台账-2026-10-29.xlsx', rows: 1 });
      const book = xlsx.read(Buffer.from(file.base64, 'base64'));
      const sheet = book.Sheets['项目进展'];
      expect(xlsx.utils.sheet_to_json(sheet ?? {}, { header: 1, blankrows: false })).toEqual([
        ['示例区灾后重建项目进展台账'],
        ['截至 2026-10-29', undefined, undefined, undefined, '单位：万元'],
        ['序号', '项目名称', '责任单位', '灯', '投资'],
        [undefined, undefined, undefined, undefined, '总投资'],
        [1, pump.name, '水利局', expect.any(String), 50_000],
        [undefined, '合计', undefined, undefined, 50_000],
      ]);
      const event = await world.db.selectFrom('event').selectAll().where('action', '=', 'ledger.exported').executeTakeFirstOrThrow();
      expect(event).toMatchObject({ entityId: 'progress', actorName: '宋科长' });
      expect(JSON.parse(event.after ?? '{}')).toMatchObject({ rows: 1, view: { filters: { unit: { by: 'set' } } } });
    });

    test('an officer’s export holds the own unit’s rows alone', async () => {
      const file = await world.as('officer').ledgers.export({ ledger: 'progress', view: defaultView('progress') });
      expect(file.rows).toBe(1);
    });
  });
}
