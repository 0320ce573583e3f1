import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { day, Month } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { wan, yuan } from '#shared/kit/money.ts';
import { ledgers } from '#shared/ledgers/ledgers.ts';
import { defaultView } from '#shared/ledgers/view.ts';
import type { Project } from '#shared/projects/schema.ts';
import { messyKeyProjects, messyReconstruction, workbookOf } from '#tests/fixtures/imports/lists.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { startSession } from '../auth/store.ts';
import { hashToken } from '../kit/random.ts';
import { type RunningServer, startServer } from '../server.ts';
import { applyAsSystem } from './apply-as-system.ts';
import { understandRecalling } from './understand.ts';

let world: World;
let server: RunningServer | null = null;
afterEach(async () => {
  if (server) await server.close();
  else await world.close();
  server = null;
});

const keyFile = workbookOf(messyKeyProjects);

async function open(dialect: (typeof dialects)[number] = 'sqlite') {
  world = await openWorld({ dialect });
  server = await startServer(world.services);
}

async function signIn(who: 'office' | 'officer' | 'leader', token = world.services.random.hex(32)): Promise<string> {
  const account = await world.db.selectFrom('account').select('id').where('name', '=', world.actors[who].name).executeTakeFirstOrThrow();
  await world.db.transaction().execute((tx) => startSession(tx, account.id, hashToken(token), world.clock.now));
  return `tuijin-session=${token}`;
}

async function upload(bytes: Buffer, headers: Record<string, string> = {}, fileName = '台账.xlsx') {
  const { url } = server ?? { url: '' };
  const response = await fetch(`${url}/files/import`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(fileName), ...headers },
    body: new Uint8Array(bytes),
  });
  // Lines of JSON: how far the reading has come, and last what became of it.
  const lines = (await response.text()).split('\n').map((line): unknown => JSON.parse(line));
  return { status: response.status, body: lines.at(-1), progress: lines.slice(0, -1) };
}

/** Uploads as the office and answers the preview of what was read. */
async function previewOf(bytes: Buffer) {
  const { body } = await upload(bytes, { cookie: await signIn('office') });
  return world.as('office').imports.preview(z.object({ id: idOf('importBatch') }).parse(body));
}

async function everything() {
  const { db } = world;
  return {
    projects: await db.selectFrom('project').selectAll().orderBy('key').execute(),
    plans: await db.selectFrom('year_plan').selectAll().orderBy('id').execute(),
    units: await db.selectFrom('unit').selectAll().orderBy('id').execute(),
  };
}

const verdicts = (rows: readonly { row: number; verdict: string; leftOut: string | null }[]) =>
  rows.map((row) => [row.row, row.leftOut ?? row.verdict]);

for (const dialect of dialects) {
  describe(`an office’s list on ${dialect}`, () => {
    test('is understood without anything being written', async () => {
      await open(dialect);
      const before = await everything();
      const preview = await previewOf(keyFile);
      expect(await everything()).toEqual(before);
      expect(preview).toMatchObject({ kind: 'key-projects', year: 2026, fileName: '台账.xlsx', appliedAt: null });
      expect(verdicts(preview.rows)).toEqual([
        [8, 'new'],
        [9, 'new'],
        [10, 'part'],
        [13, 'new'],
      ]);
      expect(preview.newUnits).toEqual(['示例区工信局', '示例区水务局']);
      expect(preview.sheets.map((sheet) => sheet.role)).toEqual(['summary', 'list', 'hidden']);
    });

    test('becomes projects, units and plans, and changes nothing the second time', async () => {
      await open(dialect);
      const first = await previewOf(keyFile);
      const counts = await world.as('office').imports.confirm({ id: first.id, basis: first.basis });
      expect(counts).toEqual({ created: 3, changed: 0, unchanged: 0, leftOut: 1, units: 2 });
      const after = await everything();
      expect(
        after.projects.map((project) => [
          project.name,
          project.code,
          project.level,
          project.yearClass,
          project.stage,
          project.totalInvestment,
        ]),
      ).toEqual([
        ['青禾新材料产业园一期项目', '2501-990101-04-01-100001', 'province', 'continued', 'building', 1_200_000_000],
        ['云岭智能装备基地', '2502-990101-04-01-200002', 'province', 'continued', 'building', 1_550_000_000],
        ['白鹭湖水厂扩建工程', null, 'province', 'new', 'preparing', 800_000_000],
      ]);
      expect(after.plans.map((plan) => [plan.year, plan.annual])).toEqual([
        [2026, 200_000_000],
        [2026, 310_000_000],
        [2026, 400_000_000],
      ]);
      const second = await previewOf(keyFile);
      expect(verdicts(second.rows).map(([, verdict]) => verdict)).toEqual(['unchanged', 'unchanged', 'part', 'unchanged']);
      expect(await world.as('office').imports.confirm({ id: second.id, basis: second.basis })).toMatchObject({
        created: 0,
        changed: 0,
        units: 0,
      });
      expect(await everything()).toEqual(after);
    });

    test('applied in part writes the chosen rows alone, and the rest later', async () => {
      await open(dialect);
      const preview = await previewOf(keyFile);
      await world.as('office').imports.confirm({ id: preview.id, basis: preview.basis, rows: [{ sheet: '项目台账', row: 13 }] });
      expect((await everything()).projects.map((project) => project.name)).toEqual(['白鹭湖水厂扩建工程']);
      const rest = await world.as('office').imports.preview({ id: preview.id });
      expect(verdicts(rest.rows).map(([, verdict]) => verdict)).toEqual(['new', 'new', 'part', 'unchanged']);
      expect(await world.as('office').imports.confirm({ id: rest.id, basis: rest.basis })).toMatchObject({ created: 2, unchanged: 1 });
    });

    test('says field by field what it changes in a project on record', async () => {
      await open(dialect);
      const project = await world.addProject({
        name: '白鹭湖水厂扩建工程',
        totalInvestment: yuan(70_000_000),
        unitId: world.units.water.id,
      });
      const preview = await previewOf(keyFile);
      const row = preview.rows.find((each) => each.projectId === project.id);
      expect(row?.changes).toContainEqual({ field: 'totalInvestment', from: 70_000_000, to: 800_000_000 });
      expect(row?.changes).toContainEqual({ field: 'unit', from: '水利局', to: '示例区水务局' });
      await world.as('office').imports.confirm({ id: preview.id, basis: preview.basis });
      expect(await world.as('office').projects.get({ id: project.id })).toMatchObject({
        project: { totalInvestment: 800_000_000, stage: 'building', leaderName: '郑副区长' },
        yearPlan: { annual: 400_000_000 },
      });
    });

    test('is not applied over a record that has changed since the preview', async () => {
      await open(dialect);
      const preview = await previewOf(keyFile);
      await world.addProject({ name: '白鹭湖水厂扩建工程' });
      const before = await everything();
      await expect(world.as('office').imports.confirm({ id: preview.id, basis: preview.basis })).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      expect(await everything()).toEqual(before);
    });

    test('refuses a chosen row that cannot be used, and applies none of the others', async () => {
      await open(dialect);
      const preview = await previewOf(keyFile);
      const before = await everything();
      const rows = [8, 10].map((row) => ({ sheet: '项目台账', row }));
      await expect(world.as('office').imports.confirm({ id: preview.id, basis: preview.basis, rows })).rejects.toMatchObject({
        cause: { code: 'REFUSED', details: { reason: 'import-row-unusable' } },
      });
      expect(await everything()).toEqual(before);
    });
  });
}

for (const dialect of dialects) {
  describe(`an import taken back on ${dialect}`, () => {
    /** Applies the made-up list of key projects; answers its batch and what stood before. */
    async function applied() {
      await open(dialect);
      const known = await world.addProject({ name: '白鹭湖水厂扩建工程', totalInvestment: yuan(70_000_000), unitId: world.units.water.id });
      const before = await everything();
      const { id, basis } = await previewOf(keyFile);
      await world.as('office').imports.confirm({ id, basis });
      return { id, before, known };
    }

    /** What stands, but for the versions: going back is one more version. */
    const content = async () => {
      const { projects, plans, units } = await everything();
      return [projects, plans, units].map((rows) => rows.map(({ version: _version, ...row }) => row));
    };

    test('leaves every record as it was, and nothing that it made', async () => {
      const { id, before, known } = await applied();
      expect(await world.as('office').imports.undo({ id })).toEqual({ removed: 6, restored: 2 });
      const rest = [before.projects, before.plans, before.units];
      expect(await content()).toEqual(rest.map((rows) => rows.map(({ version: _version, ...row }) => row)));
      const history = await world.as('office').projects.history({ id: known.id });
      expect(history[0]).toMatchObject({ action: 'project.updated', actorName: '宋科长' });
      expect(await world.as('office').imports.preview({ id })).toMatchObject({ appliedAt: null, undoneAt: world.clock.now });
    });

    test('may be applied again, and then says the same as the first time', async () => {
      const { id } = await applied();
      await world.as('office').imports.undo({ id });
      const { basis } = await world.as('office').imports.preview({ id });
      expect(await world.as('office').imports.confirm({ id, basis })).toMatchObject({ created: 2, changed: 1, units: 2 });
      expect(await world.as('office').imports.undo({ id })).toEqual({ removed: 6, restored: 2 });
    });

    test('in two parts goes back in one', async () => {
      await open(dialect);
      const before = await everything();
      const first = await previewOf(keyFile);
      await world.as('office').imports.confirm({ id: first.id, basis: first.basis, rows: [{ sheet: '项目台账', row: 13 }] });
      const { id, basis } = await world.as('office').imports.preview({ id: first.id });
      await world.as('office').imports.confirm({ id, basis });
      await world.as('office').imports.undo({ id });
      expect(await everything()).toEqual(before);
    });

    const changes = [
      {
        name: 'a project was changed',
        row: 13,
        change: async (id: Project['id']) => {
          const { project } = await world.as('office').projects.get({ id });
          const { key: _key, districtId: _district, stage: _stage, standing: _standing, ...fields } = project;
          await world.as('office').projects.update({ ...fields, leaderName: '别人' });
        },
      },
      {
        name: 'something was recorded of a project that it made',
        row: 8,
        change: async () => {
          const made = await world.db
            .selectFrom('project')
            .select('id')
            .where('code', '=', '2501-990101-04-01-100001')
            .executeTakeFirstOrThrow();
          await world
            .as('office')
            .problems.raise({ projectId: made.id, title: '征迁未完成', category: 'land', raisedOn: day('2026-10-29') });
        },
      },
      {
        name: 'a unit that it made has another project',
        row: 8,
        change: async () => {
          const unit = await world.db.selectFrom('unit').select('id').where('name', '=', '示例区工信局').executeTakeFirstOrThrow();
          await world.addProject({ name: '另一个项目', unitId: unit.id });
        },
      },
    ];
    for (const { name, row, change } of changes) {
      test(`is refused where ${name}, names the row, and undoes nothing`, async () => {
        const { id, known } = await applied();
        await change(known.id);
        const before = await everything();
        await expect(world.as('office').imports.undo({ id })).rejects.toMatchObject({
          cause: { code: 'REFUSED', details: { reason: 'import-changed-since', count: 1, rows: [{ sheet: '项目台账', row }] } },
        });
        expect(await everything()).toEqual(before);
        expect(await world.as('office').imports.preview({ id })).toMatchObject({ appliedAt: world.clock.now });
      });
    }

    test('is refused where nothing of it stands', async () => {
      await open(dialect);
      const { id } = await previewOf(keyFile);
      const refusal = { cause: { code: 'REFUSED', details: { reason: 'import-not-applied' } } };
      await expect(world.as('office').imports.undo({ id })).rejects.toMatchObject(refusal);
      expect(await world.as('office').imports.list()).toMatchObject([{ id, by: '宋科长', appliedAt: null, undoneAt: null }]);
    });
  });
}

describe('a list of reconstruction projects', () => {
  test('gives where each stands and what is done', async () => {
    await open();
    const preview = await previewOf(workbookOf(messyReconstruction));
    await world.as('office').imports.confirm({ id: preview.id, basis: preview.basis });
    const [first] = (await everything()).projects;
    expect(first).toMatchObject({ name: '石桥村排洪沟修复工程', kind: 'reconstruction', stage: 'completed', actualStart: '2025-10-01' });
  });
});

describe('the upload', () => {
  test('is the office’s and, for returns alone, a unit’s, and leaves a trace of who else tried', async () => {
    await open();
    expect(await upload(keyFile)).toMatchObject({ status: 401, body: { data: { domain: { code: 'SIGN_IN_REQUIRED' } } } });
    expect(await upload(keyFile, { cookie: await signIn('leader') })).toMatchObject({
      status: 403,
      body: { data: { domain: { code: 'FORBIDDEN' } } },
    });
    const denied = await world.db.selectFrom('event').select(['actorName', 'entityId']).where('action', '=', 'access.denied').execute();
    expect(denied).toEqual([{ actorName: world.actors.leader.name, entityId: 'imports.preview' }]);
    expect(await world.db.selectFrom('import_batch').selectAll().execute()).toEqual([]);
    await expect(world.as('leader').imports.preview({ id: world.newId('importBatch') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await upload(keyFile, { cookie: await signIn('officer') })).toMatchObject({ status: 200 });
    expect(await world.db.selectFrom('import_batch').select(['kind', 'createdBy']).execute()).toEqual([
      { kind: 'weekly', createdBy: world.actors.officer.id },
    ]);
  });

  test('comes from this origin as bytes, or is not looked at', async () => {
    await open();
    const cookie = await signIn('office');
    expect((await upload(keyFile, { cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await upload(keyFile, { cookie, 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('takes 20 MB and not a byte more', async () => {
    await open();
    const cookie = await signIn('office');
    expect(await upload(Buffer.alloc(20 * 1024 * 1024 + 1), { cookie })).toMatchObject({
      status: 413,
      body: { data: { domain: { code: 'TOO_LARGE', details: { limit: 'file', max: 20 * 1024 * 1024 } } } },
    });
  });

  test('counts what arrives where no length is announced', async () => {
    await open();
    const cookie = await signIn('office');
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 21 ? controller.enqueue(chunk) : controller.close()),
    });
    const { url } = server ?? { url: '' };
    const headers = { origin: url, 'content-type': 'application/octet-stream', cookie };
    const response = await fetch(`${url}/files/import`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(413);
  });

  test('tells how far the reading has come before it answers', async () => {
    await open();
    const { status, progress, body } = await upload(keyFile, { cookie: await signIn('office') });
    expect({ status, progress, body }).toEqual({
      status: 200,
      progress: [{ progress: 0.6 }],
      body: { id: expect.stringMatching(/^imp_/) },
    });
  });

  test('says why a file could not be read', async () => {
    await open();
    const cookie = await signIn('office');
    // Its first lines were told before the text proved to be no list: then the refusal is the last line's.
    expect(await upload(Buffer.from('%PDF-1.7'), { cookie })).toMatchObject({
      body: { data: { httpStatus: 422, domain: { code: 'FILE_UNREADABLE', details: { reason: 'no-list' } } } },
    });
    expect(await upload(Buffer.from(''), { cookie })).toMatchObject({
      status: 422,
      body: { data: { domain: { details: { reason: 'empty' } } } },
    });
  });
});

describe('the command line', () => {
  test('applies to the one district of the installation, as the system', async () => {
    world = await openWorld();
    const understood = understandRecalling(keyFile, '台账.xlsx');
    expect(await applyAsSystem(world.services, understood, '台账.xlsx', keyFile)).toContain('新增 3 个项目');
    expect(await applyAsSystem(world.services, understood, '台账.xlsx', keyFile)).toContain('未变 3 个');
    const by = await world.db.selectFrom('event').select('actorName').where('action', '=', 'import.applied').execute();
    expect(by).toEqual([{ actorName: '系统' }, { actorName: '系统' }]);
  });
});

describe('项目进展 of both lists in one workbook', () => {
  test.each([
    ['as it is shown at first', defaultView('progress').columns],
    ['with every column', ledgers.progress.columns.map(({ key }) => key)],
  ])('changes nothing when it is read back %s', async (_how, columns) => {
    await open();
    const common = {
      plannedStart: Month.parse('2026-03'),
      plannedFinish: Month.parse('2027-10'),
      level: 'city',
      leaderName: '郑副区长',
    } as const;
    const begun = { actualStart: day('2026-03-09'), stage: 'building' } as const;
    await world.addProject({ ...common, ...begun, name: '北湖片区道路提升工程', yearClass: 'continued', annualPlan: wan(2_000) });
    await world.addProject({ ...common, name: '南岭产业园标准厂房项目', yearClass: 'new', annualPlan: wan(900) });
    await world.addProject({ ...common, ...begun, name: '谷川镇中心小学恢复重建项目', kind: 'reconstruction', annualPlan: wan(800) });
    await world.addProject({ ...common, name: '云蒙镇卫生院重建项目', kind: 'reconstruction', yearClass: 'new', annualPlan: wan(500) });
    const file = await world.as('office').ledgers.export({ ledger: 'progress', view: { ...defaultView('progress'), columns } });
    const { rows } = await previewOf(Buffer.from(file.base64, 'base64'));
    expect(rows.map(({ name, verdict, changes }) => ({ name, verdict, changes }))).toEqual(
      rows.map(({ name }) => ({ name, verdict: 'unchanged', changes: [] })),
    );
    expect(rows).toHaveLength(4);
  });
});
