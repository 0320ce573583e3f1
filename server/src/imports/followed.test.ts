import { afterEach, describe, expect, test } from 'vitest';
import { wan } from '#shared/kit/money.ts';
import { type Made, type MadeSheet, workbookOf } from '#tests/fixtures/imports/lists.ts';
import { previewList, verdictsOf } from '#tests/support/lists.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { applyAsSystem } from './apply-as-system.ts';
import { understandRecalling } from './understand.ts';

let world: World;
afterEach(() => world.close());

/** The records that lists about projects write. */
async function everything() {
  const { db } = world;
  return {
    returns: await db.selectFrom('weekly_return').selectAll().orderBy('id').execute(),
    steps: await db.selectFrom('approval_step').selectAll().orderBy('projectId').orderBy('orderKey').execute(),
    plans: await db.selectFrom('year_plan').selectAll().orderBy('id').execute(),
  };
}

const confirm = async ({ id, basis }: Pick<Awaited<ReturnType<typeof previewList>>, 'id' | 'basis'>) =>
  world.as('office').imports.confirm({ id, basis });

const weekly = (rows: readonly (readonly Made[])[], title = '示例区重点项目2026年第44周周报'): MadeSheet[] => [
  {
    name: '周报',
    rows: [
      [title],
      ['单位：万元'],
      [
        '序号',
        '项目名称',
        '责任单位',
        '年度计划投资',
        '截至上周累计',
        '本周完成',
        '截至本周累计',
        '本周进展',
        '存在问题',
        '下周计划',
        '需协调单位',
        '预警灯',
      ],
      ...rows,
    ],
  },
];

for (const dialect of dialects) {
  describe(`a weekly list on ${dialect}`, () => {
    const row: Made[] = [
      1,
      '青禾新材料产业园一期项目',
      '住建局',
      12_000,
      0,
      350,
      350,
      '厂房钢结构吊装',
      '停工2天',
      '继续主体施工',
      '白鹭镇',
      '黄',
    ];

    test('becomes returns of its week, and changes nothing the second time', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '青禾新材料产业园一期项目' });
      const near = await world.addProject({ name: '云岭智能装备基地' });
      await world.addProject({ name: '储备项目甲', yearClass: 'reserve' });
      const list = weekly([
        row,
        [2, '云岭智能装备基地建设项目', '住建局', 12_000, 0, null, 20.5, '桩基施工', null, null, null, '绿'],
        [3, '储备项目甲', '住建局', 12_000, 0, 1, 1, '前期', null, null, null, null],
        [4, '没有的项目', '住建局', 12_000, 0, 1, 1, '前期', null, null, null, null],
        [5, '青禾新材料产业园一期项目', '住建局', 12_000, 0, 1, 1, '重复', null, null, null, null],
      ]);
      const before = await everything();
      const preview = await previewList(world, list);
      expect(await everything()).toEqual(before);
      expect(preview).toMatchObject({ kind: 'weekly', week: '2026-W44' });
      expect(verdictsOf(preview.rows)).toEqual([
        [4, 'new'],
        [5, 'new'],
        [6, 'project-in-reserve'],
        [7, 'unknown'],
        [8, 'repeated'],
      ]);
      expect(preview.rows[1]?.notes).toContainEqual({ code: 'near-name', facts: { name: '云岭智能装备基地' } });
      expect(await confirm(preview)).toMatchObject({ created: 2, changed: 0, leftOut: 3 });
      const [kept, other] = [project, near].map(({ id }) => id);
      const { returns } = await everything();
      expect(returns.find(({ projectId }) => projectId === kept)).toMatchObject({
        ...{ week: '2026-W44', state: 'submitted', doneThisWeek: wan(350), doneThisYear: wan(350), submittedBy: '宋科长' },
        ...{ progress: '厂房钢结构吊装', problem: '停工2天', nextStep: '继续主体施工', request: '请白鹭镇协调配合' },
      });
      expect(returns.find(({ projectId }) => projectId === other)).toMatchObject({ doneThisWeek: 205_000, problem: null });
      const again = await previewList(world, list);
      expect(verdictsOf(again.rows).slice(0, 2)).toEqual([
        [4, 'unchanged'],
        [5, 'unchanged'],
      ]);
      const written = await everything();
      await confirm(again);
      expect(await everything()).toEqual(written);
    });

    test('corrects a return that was sent, and leaves out one that was accepted', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '青禾新材料产业园一期项目' });
      await confirm(await previewList(world, weekly([row])));
      const corrected = weekly([row.map((cell) => (cell === '厂房钢结构吊装' ? '屋面封闭' : cell))]);
      const preview = await previewList(world, corrected);
      expect(preview.rows[0]?.changes).toEqual([{ field: 'progress', from: '厂房钢结构吊装', to: '屋面封闭' }]);
      await confirm(preview);
      const { returns } = await everything();
      expect(returns).toMatchObject([{ projectId: project.id, progress: '屋面封闭', version: 2 }]);
      await world.as('office').returns.accept({ id: returns[0]?.id ?? world.newId('weeklyReturn'), version: 2 });
      const late = await previewList(world, weekly([row]));
      expect(verdictsOf(late.rows)).toEqual([[4, 'return-accepted']]);
      const before = await everything();
      const rows = [{ sheet: '周报', row: 4 }];
      await expect(world.as('office').imports.confirm({ id: late.id, basis: late.basis, rows })).rejects.toMatchObject({
        cause: { details: { reason: 'import-row-unusable' } },
      });
      expect(await everything()).toEqual(before);
    });

    test('of another week than the open one is left out row by row', async () => {
      world = await openWorld({ dialect });
      await world.addProject({ name: '青禾新材料产业园一期项目' });
      const preview = await previewList(world, weekly([row], '示例区重点项目2026年第40周周报'));
      expect(verdictsOf(preview.rows)).toEqual([[4, 'week-not-open']]);
    });

    test('taken back leaves the returns as they were', async () => {
      world = await openWorld({ dialect });
      await world.addProject({ name: '青禾新材料产业园一期项目' });
      await confirm(await previewList(world, weekly([row])));
      const first = await everything();
      const second = await previewList(world, weekly([row.map((cell) => (cell === 350 ? 400 : cell))]));
      await confirm(second);
      await world.as('office').imports.undo({ id: second.id });
      expect((await everything()).returns).toEqual(first.returns.map((each) => ({ ...each, version: 3 })));
    });
  });

  describe(`a list of approvals on ${dialect}`, () => {
    const approvals = (cells: readonly Made[]): MadeSheet[] => [
      {
        name: '手续办理台账',
        rows: [
          ['示例区2026年重点项目手续办理台账（更新时间：2026年10月25日）'],
          ['序号', '项目名称', '责任单位', '立项', '用地预审', '环评', '节能审查', '施工许可证'],
          [1, '青禾新材料产业园一期项目', '住建局', ...cells],
        ],
      },
    ];

    test('becomes steps, says what it could not write, and changes nothing the second time', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '青禾新材料产业园一期项目' });
      const list = approvals(['2026-03-02 示发改〔2026〕26号', '无需办理', '正在办理', '已办结', '未办理']);
      const preview = await previewList(world, list);
      expect(preview).toMatchObject({ kind: 'approvals', rows: [{ verdict: 'new' }] });
      expect(preview.rows[0]?.notes.map(({ code, facts }) => [code, facts?.step])).toEqual([
        ['step-pending', '环境影响评价'],
        ['step-dateless', '节能审查'],
      ]);
      await confirm(preview);
      const { steps } = await everything();
      expect(steps.map((step) => [step.name, step.stageGroup, step.state, step.doneOn, step.documentNumber])).toEqual([
        ['立项（可研批复/备案）', 'land', 'done', '2026-03-02', '示发改〔2026〕26号'],
        ['用地预审与选址意见', 'land', 'exempt', null, null],
        ['环境影响评价', 'engineering', 'pending', null, null],
        ['施工许可证', 'construction', 'pending', null, null],
      ]);
      expect(steps.every((step) => step.projectId === project.id)).toBe(true);
      const again = await previewList(world, list);
      expect(verdictsOf(again.rows)).toEqual([[3, 'unchanged']]);
      await confirm(again);
      expect((await everything()).steps).toEqual(steps);
      await world.as('office').imports.undo({ id: preview.id });
      expect((await everything()).steps).toEqual([]);
    });

    test('moves a step on by its rules and never back', async () => {
      world = await openWorld({ dialect });
      await world.addProject({ name: '青禾新材料产业园一期项目' });
      await confirm(await previewList(world, approvals([null, null, '正在办理', null, '2026-05-06'])));
      const later = await previewList(world, approvals([null, null, '2026-10-20', null, '正在办理']));
      expect(later.rows[0]).toMatchObject({
        verdict: 'changed',
        changes: [
          { field: 'state', of: '环境影响评价', from: 'pending', to: 'done' },
          { field: 'doneOn', of: '环境影响评价', from: null, to: '2026-10-20' },
        ],
      });
      await confirm(later);
      const { steps } = await everything();
      expect(steps.filter(({ state }) => state === 'done').map(({ name }) => name)).toEqual(['环境影响评价', '施工许可证']);
    });
  });

  describe(`a plan by month on ${dialect}`, () => {
    const months = Array.from({ length: 12 }, (_, at) => at + 1);
    const monthly = (annual: number, plan: readonly number[]): MadeSheet[] => [
      {
        name: '月度计划',
        rows: [
          ['示例区2026年重点项目月度投资计划'],
          ['单位：万元'],
          ['序号', '项目名称', '责任单位', '年度计划投资', ...months.map((month) => `${month}月计划`), '1月完成', '累计完成'],
          [1, '青禾新材料产业园一期项目', '住建局', annual, ...plan, 30, 30],
        ],
      },
    ];
    const even = months.map(() => 1_100);

    test('becomes the year’s plan by month; what is done is compared and left to the returns', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '青禾新材料产业园一期项目' });
      const list = monthly(13_200, even);
      const preview = await previewList(world, list);
      expect(preview.kind).toBe('monthly');
      expect(preview.rows[0]).toMatchObject({ verdict: 'changed', amounts: [wan(13_200), wan(30)] });
      await confirm(preview);
      const { plans, returns } = await everything();
      expect(plans).toMatchObject([{ projectId: project.id, year: 2026, annual: wan(13_200), byMonth: JSON.stringify(even.map(wan)) }]);
      expect(returns).toEqual([]);
      expect(verdictsOf((await previewList(world, list)).rows)).toEqual([[4, 'unchanged']]);
      await world.as('office').imports.undo({ id: preview.id });
      expect((await everything()).plans).toMatchObject([{ annual: wan(12_000), byMonth: null }]);
    });

    test('changes an approved plan beside its baseline, with the list as the reason', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '青禾新材料产业园一期项目' });
      await world.as('office').projects.approveYearPlan({ projectId: project.id, year: 2026, version: 1 });
      const preview = await previewList(world, monthly(13_200, even), '月度计划.xlsx');
      await confirm(preview);
      const { yearPlan } = await world.as('office').projects.get({ id: project.id });
      expect(yearPlan).toMatchObject({ annual: wan(13_200), baseline: { annual: wan(12_000), byMonth: null } });
      const [last] = await world.as('office').projects.history({ id: project.id });
      expect(JSON.parse(last?.after ?? '{}')).toMatchObject({ reason: '按导入的清单“月度计划.xlsx”' });
      await world.as('office').imports.undo({ id: preview.id });
      expect((await world.as('office').projects.get({ id: project.id })).yearPlan).toMatchObject({ annual: wan(12_000), byMonth: null });
    });

    test('whose months do not make the year is left out for that', async () => {
      world = await openWorld({ dialect });
      await world.addProject({ name: '青禾新材料产业园一期项目' });
      const before = await everything();
      const preview = await previewList(world, monthly(13_000, even));
      expect(verdictsOf(preview.rows)).toEqual([[4, 'months-not-the-year']]);
      await confirm(preview);
      expect(await everything()).toEqual(before);
    });
  });
}

describe('the command line', () => {
  test('writes lists about projects too, and says how many', async () => {
    world = await openWorld();
    await world.addProject({ name: '青禾新材料产业园一期项目' });
    const rows: Made[][] = [[1, '青禾新材料产业园一期项目', '住建局', 12_000, 0, 350, 350, '厂房钢结构吊装', null, null, null, null]];
    const bytes = workbookOf(weekly(rows));
    const apply = () => applyAsSystem(world.services, understandRecalling(bytes, '周报.xlsx'), '周报.xlsx', bytes);
    expect(await apply()).toBe('已写入“示例区”：新填报 1 个项目，更正 0 个，未变 0 个，未采用 0 行。');
    expect(await apply()).toContain('未变 1 个');
    expect((await everything()).returns).toMatchObject([{ submittedBy: '系统', version: 1 }]);
  });
});
