import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldLamp } from '#shared/board/told.ts';
import { textOf } from '#shared/documents/numbers.ts';
import { type Day, type Month, type Week, weekOf } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { lampText } from '#shared/lamps/explain.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const october = '2026-10' as Month;
const week: Week = weekOf('2026-10-29' as Day);

for (const dialect of dialects) {
  describe(`a lamp is told in the same words on card, project, screen and annex on ${dialect}`, () => {
    let world: World;
    let behind: Project;
    let set: Project;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      behind = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      set = await world.addProject({ name: '东林街道排涝泵站修复工程', annualPlan: wan(12_000) });
      const words = { progress: '主体施工，进度偏慢。', problem: null, nextStep: null, request: null };
      for (const [project, done] of [
        [behind, 6_000],
        [set, 11_000],
      ] as const) {
        const amounts = { doneThisWeek: wan(100), doneThisYear: wan(done), doneAtMonthEnd: wan(done) };
        await world.as('office').returns.submit({ projectId: project.id, week, ...amounts, ...words, version: 0 });
        await world.as('office').agenda.add({ week, projectId: project.id, reason: '议进度' });
      }
      await world.as('office').lamps.override({ projectId: set.id, month: october, lamp: 'red', reason: '质量整改未完成' });
    });
    afterAll(() => world.close());

    async function told({ id, name }: Project) {
      const card = (await world.as('office').board.snapshot()).cards.find((one) => one.id === id);
      const { figures } = await world.as('office').projects.page({ id });
      const item = (await world.as('leader').meetings.screen()).items.find((one) => one.projectId === id);
      const { document } = await world.as('office').bulletins.view({ month: october });
      const [table] = document.annexes.find(({ section }) => section === 'lampTable')?.blocks ?? [];
      const row = table?.type === 'table' ? table.rows.find((cells) => textOf(cells[1]?.inlines ?? []) === name) : undefined;
      return {
        card: card && lampText(toldLamp(card), 'zh'),
        project: figures && lampText(figures, 'zh'),
        screen: item?.project?.lampReason,
        annex: textOf(row?.[10]?.inlines ?? []).split('、')[0],
      };
    }

    test('by the rule’s weightiest reason', async () => {
      const { card, ...others } = await told(behind);
      expect(card).toBe('投资滞后 40%');
      // Official paper sets figures without the space that the screen has beside them.
      expect(others).toEqual({ project: card, screen: card, annex: '投资滞后40%' });
    });

    test('by the office’s own where it has set the lamp', async () => {
      const said = '质量整改未完成';
      expect(await told(set)).toEqual({ card: said, project: said, screen: said, annex: said });
    });
  });
}
