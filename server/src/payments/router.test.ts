import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Day, instantAt, type Month } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { yinchuan2025 } from '#shared/lamps/presets/yinchuan-2025.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const september = '2026-09-30' as Day;
const october = '2026-10-28' as Day;

for (const dialect of dialects) {
  describe(`payments on ${dialect}`, () => {
    let world: World;
    let project: Project;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      project = await world.addProject({ name: '北湖片区道路提升工程' });
      await world.as('office').lamps.adopt({ ruleSet: yinchuan2025 });
    });
    afterAll(() => world.close());

    const set = (asOf: Day, paid: number, required: number, version = 0) =>
      world.as('office').payments.set({ projectId: project.id, asOf, paid: wan(paid), required: wan(required), basis: null, version });
    const paymentOf = async () => {
      const { figures } = await world.as('leader').projects.page({ id: project.id });
      return figures?.reasons.find(({ dimension }) => dimension === 'payment') ?? null;
    };

    test('without figures payment is not rated', async () => {
      expect(await paymentOf()).toBeNull();
    });

    test('the latest day that has come counts, and the lamp says both amounts', async () => {
      await set(october, 2_999.9999, 3_000);
      await set(september, 3_000, 3_000);
      expect(await paymentOf()).toMatchObject({ lamp: 'red', facts: { paid: wan(2_999.9999), required: wan(3_000) } });
      expect((await world.as('officer').payments.ofProject({ projectId: project.id })).map(({ asOf, byName }) => [asOf, byName])).toEqual([
        [october, '宋科长'],
        [september, '宋科长'],
      ]);
    });

    test('a day that is corrected keeps its place, and the lamp follows', async () => {
      await set(october, 3_000, 3_000, 1);
      expect(await paymentOf()).toMatchObject({ lamp: 'green' });
      expect(await world.as('office').payments.ofProject({ projectId: project.id })).toMatchObject([{ asOf: october, version: 2 }, {}]);
    });

    test('a month is cut with what was paid by its end', async () => {
      world.clock.now = instantAt('2026-11-03' as Day, '10:00');
      await set('2026-11-02' as Day, 1_000, 3_000);
      await world.as('office').lamps.cut({ month: '2026-10' as Month });
      const rows = await world.as('office').lamps.rows({ month: '2026-10' as Month, lamp: 'red' });
      expect(rows.flatMap(({ reasons }) => reasons).filter(({ dimension, lamp }) => dimension === 'payment' && lamp === 'red')).toEqual([]);
      expect(await paymentOf()).toMatchObject({ lamp: 'red' });
    });

    test('two who correct one day do not overwrite each other, and nothing is recorded ahead', async () => {
      expect(await refused(world, () => set(october, 1, 1, 1))).toMatchObject({ code: 'CONFLICT', details: { newer: { version: 2 } } });
      expect(await refused(world, () => set(october, 1, 1, 0))).toMatchObject({ code: 'CONFLICT' });
      expect((await refused(world, () => set('2026-11-04' as Day, 1, 1))).details['reason']).toBe('date-in-future');
    });

    test('who is rated by it does not record it', async () => {
      const given = { projectId: project.id, asOf: october, paid: wan(1), required: wan(1), basis: null, version: 2 };
      for (const who of ['officer', 'leader'] as const) {
        await expect(world.as(who).payments.set(given)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    });
  });
}
