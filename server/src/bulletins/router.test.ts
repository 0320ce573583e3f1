import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import type { Instant, Month } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { yinchuan2025 } from '#shared/lamps/presets/yinchuan-2025.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const october = '2026-10' as Month;

for (const dialect of dialects) {
  describe(`the month's bulletin on ${dialect}`, () => {
    let world: World;
    let reviewer: Actor;
    let road: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect, now: '2026-10-31T10:00:00.000Z' as Instant });
      reviewer = await world.addAccount('office', world.officeUnitId, '郭科员');
      road = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      await world.as('officer').returns.submit({
        projectId: road.id,
        week: (await world.as('office').board.snapshot()).header.week,
        doneThisWeek: wan(7_000),
        doneThisYear: wan(7_000),
        doneAtMonthEnd: wan(7_000),
        progress: '受征迁影响，二标段未进场。',
        problem: null,
        nextStep: null,
        request: null,
        version: 0,
      });
    });
    afterAll(() => world.close());

    const view = () => world.as('office').bulletins.view({ month: october });
    const move = (who: 'office' | 'leader' | 'officer' | Actor, act: 'submit' | 'approve' | 'sign' | 'issue' | 'sendBack') =>
      view().then(({ bulletin }) => world.as(who).bulletins.move({ month: october, act, version: bulletin?.version ?? 0 }));
    const reasonOf = (error: unknown) => (error as { cause?: { details?: { reason?: string } } }).cause?.details?.reason;

    test('before the cut it shows the figures so far and is marked as a draft', async () => {
      const { document, cut } = await view();
      expect(cut).toBeNull();
      expect(document.isDraft).toBe(true);
      expect(JSON.stringify(document)).toContain('7,000');
    });

    test('it cannot go to review before the month is cut, and nothing is written', async () => {
      const before = await world.db.selectFrom('event_head').selectAll().executeTakeFirstOrThrow();
      expect(reasonOf(await move('office', 'submit').catch((error: unknown) => error))).toBe('month-not-cut');
      expect(await world.db.selectFrom('event_head').selectAll().executeTakeFirstOrThrow()).toEqual(before);
      expect(await world.db.selectFrom('bulletin').selectAll().execute()).toEqual([]);
    });

    test('a month that is not over cannot be cut', async () => {
      const refused = world.as('office').lamps.cut({ month: '2026-11' as Month });
      expect(reasonOf(await refused.catch((error: unknown) => error))).toBe('month-not-over');
    });

    test('the cut freezes the lamp with its reason; a later figure does not change it', async () => {
      await world.as('office').lamps.cut({ month: october });
      const [row] = await world.db.selectFrom('cut_row').selectAll().execute();
      expect(row).toMatchObject({ projectId: road.id, lamp: 'red' });
      world.clock.now = '2026-11-05T02:00:00.000Z' as Instant;
      await world.as('officer').returns.submit({
        projectId: road.id,
        week: (await world.as('office').board.snapshot()).header.week,
        doneThisWeek: wan(4_000),
        doneThisYear: wan(11_000),
        doneAtMonthEnd: null,
        progress: '二标段进场，路基完成。',
        problem: null,
        nextStep: null,
        request: null,
        version: 0,
      });
      const { document } = await view();
      expect(document.isDraft).toBe(false);
      expect(JSON.stringify(document)).toContain('7,000');
      expect(JSON.stringify(document)).not.toContain('11,000');
    });

    test('a draft that somebody else has nominated for meanwhile does not go to review unread', async () => {
      const changes = [
        () => world.as('office').bulletins.nominate({ projectId: road.id, kind: 'praise' }),
        () => world.as('office').bulletins.nominate({ projectId: road.id, kind: 'criticise' }),
        () => world.as('office').bulletins.withdrawNomination({ projectId: road.id }),
      ];
      for (const change of changes) {
        const { bulletin } = await view();
        await change();
        const submitting = world.as(reviewer).bulletins.move({ month: october, act: 'submit', version: bulletin?.version ?? 0 });
        await expect(submitting).rejects.toMatchObject({ code: 'CONFLICT' });
      }
      expect((await view()).bulletin?.state).toBe('drafting');
    });

    test('review takes another office user, signing a leader', async () => {
      await move('office', 'submit');
      expect(reasonOf(await move('office', 'approve').catch((error: unknown) => error))).toBe('same-person');
      await move(reviewer, 'approve');
      expect(reasonOf(await move('office', 'sign').catch((error: unknown) => error))).toBe('not-your-part');
      await expect(move('officer', 'sign')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    test('a leader does not sign figures or lamps that have changed since they were read', async () => {
      const changes = [
        () => world.as('office').lamps.cut({ month: october }),
        () => world.as('office').lamps.override({ projectId: road.id, month: october, lamp: 'yellow', reason: '征迁已完成' }),
        () => world.as('office').lamps.withdrawOverride({ projectId: road.id, month: october }),
      ];
      for (const change of changes) {
        const { bulletin } = await view();
        await change();
        const signing = world.as('leader').bulletins.move({ month: october, act: 'sign', version: bulletin?.version ?? 0 });
        await expect(signing).rejects.toMatchObject({ code: 'CONFLICT' });
      }
      expect((await view()).bulletin).toMatchObject({ state: 'signing', signedBy: null });
      await move('leader', 'sign');
    });

    test('what is signed is neither cut again, nor overridden, nor nominated for', async () => {
      const cutAgain = world.as('office').lamps.cut({ month: october });
      expect(reasonOf(await cutAgain.catch((error: unknown) => error))).toBe('bulletin-signed');
      const override = world.as('office').lamps.override({ projectId: road.id, month: october, lamp: 'yellow', reason: '征迁已完成' });
      expect(reasonOf(await override.catch((error: unknown) => error))).toBe('bulletin-signed');
    });

    test('issuing draws a number and keeps the document to the letter', async () => {
      const issued = await move('office', 'issue');
      expect(issued).toMatchObject({ state: 'issued', number: 1 });
      const first = await view();
      await world
        .as('office')
        .units.update({ id: world.units.housing.id, name: '住房和城乡建设局', shortName: '住建委', active: true, version: 1 });
      expect((await view()).document).toEqual(first.document);
      expect(first.document.masthead?.issueNumber).toContain('第1期');
    });

    test('two who act on one version: the second is told, and changes nothing', async () => {
      for (const version of [0, 1]) {
        const stale = world.as('office').bulletins.move({ month: october, act: 'issue', version });
        await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
      }
    });
  });
}

describe('rule sets', () => {
  test('the house set rates until another is adopted, and every lamp names its rule set in the cut', async () => {
    const world = await openWorld({ now: '2026-10-31T10:00:00.000Z' as Instant });
    // 10 points behind 序时: within 银川's yellow band, but 12 % short, which the house set rates yellow as well.
    const project = await world.addProject({ name: '西山水厂扩建工程', annualPlan: wan(12_000) });
    expect((await world.as('office').lamps.ruleSets()).current[0]?.id).toBe('tuijin-default');
    await world.as('office').lamps.adopt({ ruleSet: yinchuan2025 });
    await world.as('office').lamps.cut({ month: october });
    const cut = await world.db.selectFrom('cut').select('ruleSet').executeTakeFirstOrThrow();
    expect(JSON.parse(cut.ruleSet)).toMatchObject({ id: 'yinchuan-2025' });
    const { cards } = await world.as('office').board.snapshot();
    expect(cards.find((card) => card.id === project.id)?.lamp).toBe('red');
    await world.close();
  });
});
