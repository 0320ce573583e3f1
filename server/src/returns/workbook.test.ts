import * as xlsx from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { addMs, day, instantAt, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { verdictsOf } from '#tests/support/lists.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { runChange } from '../change.ts';
import { keepFile } from '../imports/keep.ts';
import { understandRecalling } from '../imports/understand.ts';

const LAST_THURSDAY = instantAt(day('2026-10-22'), '15:00');
const THIS_THURSDAY = instantAt(day('2026-10-29'), '15:20');
const THIS_WEEK = Week.parse('2026-W44');
const WEEK_MS = 7 * 24 * 3_600_000;
type Who = 'officer' | 'office';

for (const dialect of dialects) {
  describe(`the return workbook on ${dialect}`, () => {
    let world: World;
    let pump: Project;
    let road: Project;
    afterEach(() => world.close());

    /** Two projects of one unit; the first one returned last week. */
    async function open(): Promise<void> {
      world = await openWorld({ dialect });
      pump = await world.addProject({ name: '城东污水处理厂扩建工程', code: '2603-410106-04-01-100001' });
      road = await world.addProject({ name: '环湖路改造' });
      world.clock.now = LAST_THURSDAY;
      await world.as('officer').returns.submit({
        ...{ projectId: pump.id, week: '2026-W43', doneThisWeek: wan(300), doneThisYear: wan(12_100), doneAtMonthEnd: null, version: 0 },
        ...{ progress: '主体 结构\n施工', problem: '无', nextStep: '设备安装', request: null },
      });
      world.clock.now = THIS_THURSDAY;
    }

    async function taken(who: Who = 'officer'): Promise<{ book: xlsx.WorkBook; sheet: xlsx.WorkSheet }> {
      const { base64 } = await world.as(who).returns.workbook();
      const book = xlsx.read(Buffer.from(base64, 'base64'));
      return { book, sheet: book.Sheets['周填报'] ?? {} };
    }

    /** Fills cells in, as Excel would. */
    function fill(sheet: xlsx.WorkSheet, cells: Record<string, string | number>): void {
      for (const [place, value] of Object.entries(cells)) sheet[place] = { t: typeof value === 'number' ? 'n' : 's', v: value };
    }

    /** Uploads the workbook without the wire; answers its preview. */
    async function sent(book: xlsx.WorkBook, who: Who = 'officer') {
      const bytes: Buffer = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
      const { services, clock, actors, newId, districtId } = world;
      const applier = { now: clock.now, actor: actors[who], requestId: 'workbook', auditKey: services.config.auditKey, newId };
      const understood = understandRecalling(bytes, '周填报.xlsx', { correction: { kind: 'weekly' } });
      const { id } = await runChange(services, (tx) => keepFile(tx, applier, districtId, { name: '周填报.xlsx', bytes }, understood));
      return world.as(who).imports.preview({ id });
    }

    const apply = (preview: { id: Awaited<ReturnType<typeof sent>>['id']; basis: string }, who: Who = 'officer') =>
      world.as(who).imports.confirm({ id: preview.id, basis: preview.basis });
    const returned = () => world.db.selectFrom('weekly_return').selectAll().where('week', '=', THIS_WEEK).orderBy('projectId').execute();

    test('holds last week’s words and figures, and is recorded', async () => {
      await open();
      const { sheet } = await taken();
      const rows = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false });
      expect(rows[0]).toEqual(['示例区2026年第44周项目周填报表']);
      const filled = rows.slice(4).map((row) => row.slice(1));
      expect(filled).toContainEqual([
        ...['城东污水处理厂扩建工程', '住建局', '2603-410106-04-01-100001'],
        ...[12_000, 12_100, undefined, undefined, '主体 结构\n施工', '无', '设备安装'],
      ]);
      const [event] = await world.db.selectFrom('event').selectAll().where('action', '=', 'return.exported').execute();
      expect(event).toMatchObject({ entityId: '2026-W44', actorName: '罗科员' });
    });

    test('comes back as the unit’s own returns, cell by cell, and the second time changes nothing', async () => {
      await open();
      const first = await taken();
      const at = rowOf(first.sheet, pump.name);
      fill(first.sheet, { [`G${at}`]: 350.5, [`I${at}`]: '土方回填完成 92%', [`L${at}`]: '请例会研究接轨协议' });
      const preview = await sent(first.book);
      expect(verdictsOf(preview.rows)).toEqual(
        expect.arrayContaining([
          [at, 'new'],
          [rowOf(first.sheet, road.name), 'unfilled'],
        ]),
      );
      expect(await returned()).toEqual([]);
      expect(await apply(preview)).toMatchObject({ created: 1, changed: 0 });
      expect(await returned()).toMatchObject([
        {
          ...{ projectId: pump.id, state: 'submitted', doneThisWeek: wan(350.5), doneThisYear: wan(12_450.5), submittedBy: '罗科员' },
          ...{ progress: '土方回填完成92%', problem: '无', nextStep: '设备安装', request: '请例会研究接轨协议' },
        },
      ]);
      const [event] = await world.db
        .selectFrom('event')
        .selectAll()
        .where('action', '=', 'return.submitted')
        .orderBy('seq', 'desc')
        .execute();
      expect(JSON.parse(event?.after ?? '{}')).toMatchObject({ unitName: '住建局' });

      const again = await sent((await taken()).book);
      expect(verdictsOf(again.rows)).toContainEqual([at, 'unchanged']);
      const before = await returned();
      await apply(again);
      expect(await returned()).toEqual(before);
    });

    test('shows what changes in a return that was sent, and the figure that was not touched follows', async () => {
      await open();
      await world.as('officer').returns.submit({
        ...{ projectId: pump.id, week: '2026-W44', doneThisWeek: wan(350), doneThisYear: wan(12_450), version: 0 },
        ...{ doneAtMonthEnd: wan(12_450), progress: '吊装', problem: null, nextStep: null, request: null },
      });
      const { book, sheet } = await taken();
      const at = rowOf(sheet, pump.name);
      fill(sheet, { [`G${at}`]: 400 });
      const row = (await sent(book)).rows.find((each) => each.row === at);
      expect(row).toMatchObject({ verdict: 'changed' });
      expect(row?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
        ['doneThisWeek', wan(350), wan(400)],
        ['doneThisYear', wan(12_450), wan(12_500)],
        ['doneAtMonthEnd', wan(12_450), wan(12_500)],
      ]);
    });

    test('takes nothing for another unit’s project', async () => {
      await open();
      const other = await world.addProject({ name: '铁西片区管网改造', unitId: world.officeUnitId });
      const { book, sheet } = await taken('office');
      const at = rowOf(sheet, other.name);
      fill(sheet, { [`G${at}`]: 10, [`I${at}`]: '进场' });
      const preview = await sent(book);
      expect(verdictsOf(preview.rows)).toContainEqual([at, 'unknown']);
      const rows = [{ sheet: '周填报', row: at }];
      const failure = await refused(world, () => world.as('officer').imports.confirm({ id: preview.id, basis: preview.basis, rows }));
      expect(failure.details).toMatchObject({ reason: 'import-row-unusable' });
    });

    test('is refused by the rules of a typed return: an accepted one, a week that is over', async () => {
      await open();
      const kept = await world.as('officer').returns.submit({
        ...{ projectId: pump.id, week: '2026-W44', doneThisWeek: wan(350), doneThisYear: wan(12_450), version: 0 },
        ...{ doneAtMonthEnd: wan(12_450), progress: '吊装', problem: null, nextStep: null, request: null },
      });
      await world.as('office').returns.accept({ id: kept.id, version: kept.version });
      const { book, sheet } = await taken();
      const [accepted, open2] = [rowOf(sheet, pump.name), rowOf(sheet, road.name)];
      fill(sheet, { [`G${accepted}`]: 400, [`G${open2}`]: 20, [`I${open2}`]: '进场' });
      expect(verdictsOf((await sent(book)).rows)).toEqual(
        expect.arrayContaining([
          [accepted, 'return-accepted'],
          [open2, 'new'],
        ]),
      );
      world.clock.now = addMs(THIS_THURSDAY, WEEK_MS);
      expect(verdictsOf((await sent(book)).rows)).toContainEqual([open2, 'week-not-open']);
    });

    test('is seen by who sent it and by the office', async () => {
      await open();
      const { book } = await taken('office');
      const theirs = await sent(book, 'office');
      expect((await refused(world, () => world.as('officer').imports.preview({ id: theirs.id }))).code).toBe('NOT_FOUND');
      const own = await sent(book);
      expect((await world.as('office').imports.preview({ id: own.id })).id).toBe(own.id);
      expect((await world.as('officer').imports.list()).map(({ id }) => id)).toEqual([own.id]);
    });
  });
}

/** The row of a project in the workbook, 1-based. */
function rowOf(sheet: xlsx.WorkSheet, name: string): number {
  for (let row = 1; row < 40; row++) if (sheet[`B${row}`]?.v === name) return row;
  throw new Error(`no row of ${name}`);
}
