import { afterEach, describe, expect, test } from 'vitest';
import { addMs } from '#shared/kit/calendar.ts';
import type { MadeSheet } from '#tests/fixtures/imports/lists.ts';
import { previewList, verdictsOf } from '#tests/support/lists.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { sweepImports } from './sweep.ts';

let world: World;
afterEach(() => world.close());

/** A list whose office calls the total investment 盘子, which no rule knows, and gives it in 亿元 without saying so. */
const oddList = (year: number): MadeSheet[] => [
  {
    name: '台账',
    rows: [
      [`示例区${year}年重点项目台账`],
      ['序号', '项目名称', '责任单位', '盘子', `${year}年计划投资`, '建设内容'],
      [1, '青禾新材料产业园一期项目', '住建局', 12, 20_000, '厂房三栋'],
    ],
  },
  {
    name: '旧表',
    hidden: true,
    rows: [
      ['序号', '项目名称', '责任单位', '总投资'],
      [1, '云岭智能装备基地', '住建局', 15],
    ],
  },
];

const inYi = { mapping: [{ sheet: '台账', header: '盘子', nth: 0, field: 'totalInvestWan' as const, unit: '亿元' as const }] };

for (const dialect of dialects) {
  describe(`a file read again on ${dialect}`, () => {
    test('takes a person’s word on what a column means, and remembers it for the next file with these headers', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office').imports;
      const { id, version, rows } = await previewList(world, oddList(2026));
      expect(verdictsOf(rows)).toEqual([[3, 'total']]);
      await office.correct({ id, version, correction: inYi });
      const corrected = await office.preview({ id });
      expect(corrected).toMatchObject({
        version: version + 1,
        correction: inYi,
        rows: [{ verdict: 'new', amounts: [1_200_000_000, 200_000_000] }],
      });

      const next = await previewList(world, oddList(2027));
      expect(next).toMatchObject({ remembered: ['台账'], rows: [{ verdict: 'new', amounts: [1_200_000_000, 200_000_000] }] });

      await office.forget({ id: next.id, version: next.version });
      expect(verdictsOf((await office.preview({ id: next.id })).rows)).toEqual([[3, 'total']]);
      expect((await previewList(world, oddList(2028))).remembered).toEqual([]);
    });

    test('reads a hidden sheet that was chosen, leaves out one that was not, and takes another kind', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office').imports;
      const { id, version } = await previewList(world, oddList(2026));
      await office.correct({ id, version, correction: { hiddenSheets: ['旧表'], leftOutSheets: ['台账'] } });
      const other = await office.preview({ id });
      expect(other.sheets.map(({ name, role }) => [name, role])).toEqual([
        ['台账', 'left-out'],
        ['旧表', 'list'],
      ]);
      await office.correct({ id, version: other.version, correction: { kind: 'reconstruction' } });
      expect(await office.preview({ id })).toMatchObject({ kind: 'reconstruction' });
    });

    test('is refused where nothing would be left to read, where somebody was quicker, and once it was written', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office').imports;
      const { id, version } = await previewList(world, oddList(2026));
      const none = { id, version, correction: { leftOutSheets: ['台账'] } };
      await expect(office.correct(none)).rejects.toMatchObject({ cause: { code: 'FILE_UNREADABLE', details: { reason: 'no-list' } } });
      await office.correct({ id, version, correction: inYi });
      await expect(office.correct({ id, version, correction: {} })).rejects.toMatchObject({ code: 'CONFLICT' });
      const corrected = await office.preview({ id });
      expect(corrected).toMatchObject({ version: version + 1, correction: inYi });
      await office.confirm({ id, basis: corrected.basis });
      const late = { id, version: version + 2, correction: {} };
      await expect(office.correct(late)).rejects.toMatchObject({ cause: { details: { reason: 'import-applied' } } });
      expect(await office.preview({ id })).toMatchObject({ version: version + 2, correction: inYi });
    });
  });
}

describe('what is kept of a file', () => {
  const files = () => world.db.selectFrom('import_file').select('batchId').execute();
  const FIFTEEN_DAYS = 15 * 24 * 3_600_000;

  test('goes after a fortnight where it was not written; what was written can still be undone', async () => {
    world = await openWorld();
    const office = world.as('office').imports;
    const unwritten = await previewList(world, oddList(2026));
    const { id, version } = await previewList(world, oddList(2026));
    await office.correct({ id, version, correction: inYi });
    await office.confirm({ id, basis: (await office.preview({ id })).basis });
    world.clock.now = addMs(world.clock.now, FIFTEEN_DAYS);
    const latest = await previewList(world, oddList(2026));
    expect(await files()).toEqual([{ batchId: latest.id }]);
    await expect(office.preview({ id: unwritten.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.as('office').imports.undo({ id })).toMatchObject({ removed: 2 });
    const gone = { id, version: (await world.as('office').imports.preview({ id })).version, correction: {} };
    await expect(world.as('office').imports.correct(gone)).rejects.toMatchObject({ cause: { details: { reason: 'import-file-gone' } } });
  });

  test('goes by itself where nobody uploads another, once and with its event', async () => {
    world = await openWorld();
    const { id } = await previewList(world, oddList(2026));
    await sweepImports(world.services);
    expect(await files()).toEqual([{ batchId: id }]);
    world.clock.now = addMs(world.clock.now, FIFTEEN_DAYS);
    await sweepImports(world.services);
    await sweepImports(world.services);
    expect(await files()).toEqual([]);
    const swept = await world.db.selectFrom('event').select(['after', 'actorId']).where('action', '=', 'import.swept').execute();
    expect(swept.map(({ after, actorId }) => [actorId, JSON.parse(after ?? '{}')])).toMatchObject([['system', { swept: 1 }]]);
  });

  test('is never in the log', async () => {
    world = await openWorld();
    await previewList(world, oddList(2026));
    const said = await world.db.selectFrom('event').select('after').where('action', '=', 'import.read').executeTakeFirstOrThrow();
    expect(Object.keys(JSON.parse(said.after ?? '{}'))).toEqual(['fileName', 'sha256', 'kind', 'rows', 'swept']);
  });

  test('is thirty files of a district that wait to be written', async () => {
    world = await openWorld();
    const first = await previewList(world, oddList(2026));
    for (let at = 0; at < 30; at++) {
      world.clock.now = addMs(world.clock.now, 1000);
      await previewList(world, oddList(2026));
    }
    expect(await files()).toHaveLength(30);
    await expect(world.as('office').imports.preview({ id: first.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
