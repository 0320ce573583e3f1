import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import type { Card } from '#shared/board/card.ts';
import type { Day, Month } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { known } from '#tests/support/known.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const MONTH = '2026-10' as Month;

for (const dialect of dialects) {
  describe(`taking a move back on ${dialect}`, () => {
    let world: World;
    let second: Actor;
    let id: Id<'project'>;
    let count = 0;

    beforeAll(async () => {
      world = await openWorld({ dialect });
      second = await world.addAccount('office', world.officeUnitId, '秦科员');
    });
    beforeEach(async () => {
      count++;
      ({ id } = await world.addProject({ name: `北湖片区道路提升工程${count}`, stage: 'preparing' }));
    });
    afterAll(() => world.close());

    const office = () => world.as('office');
    const cardOf = async (projectId = id): Promise<Card> =>
      known((await office().board.snapshot()).cards.find((card) => card.id === projectId));
    /** The request of the latest act on a project. */
    const lastRequest = async (projectId = id): Promise<string> =>
      (
        await world.db
          .selectFrom('event')
          .select('requestId')
          .where('projectId', '=', projectId)
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow()
      ).requestId;
    const undo = async (who: 'office' | 'officer' | Actor = 'office') =>
      world.as(who).board.undo({ projectId: id, requestId: await lastRequest() });
    const version = async () => (await office().projects.get({ id })).project.version;

    /** Everything of a card but its counters: a move that is undone is a change as well. */
    async function stateOf() {
      const strip = <Entry extends { version: number }>(entry: Entry | null) => entry && { ...entry, version: 0 };
      const { agenda, nomination, entry, flag, version: _version, ...card } = await cardOf();
      return { ...card, agenda: strip(agenda), nomination: strip(nomination), entry: strip(entry), flag: strip(flag) };
    }

    /** Carries out a move, takes it back, and finds everything as it was. */
    async function comesBack(move: () => Promise<unknown>): Promise<void> {
      const before = await stateOf();
      await move();
      expect(await stateOf()).not.toEqual(before);
      const { entries } = await undo();
      expect(await stateOf()).toEqual(before);
      // What is done next to the same thing is done on the version that the undoing has left.
      expect(await cardOf()).toMatchObject(entries);
    }

    test('what was moved and put back is told with its new version', async () => {
      const item = await office().agenda.add({ projectId: id });
      await office().agenda.move({ id: item.id, version: item.version, after: null });
      const { entries } = await undo();
      expect(entries).toEqual({ agenda: (await cardOf()).agenda });
      expect(entries.agenda?.version).toBe(item.version + 2);
    });

    test('an item of the agenda: put on, moved, taken off', async () => {
      const other = await world.addProject({ name: '东林街道排涝泵站修复工程' });
      await comesBack(() => office().agenda.add({ projectId: id }));
      const item = await office().agenda.add({ projectId: id });
      const behind = await office().agenda.add({ projectId: other.id });
      await comesBack(() => office().agenda.move({ id: item.id, version: item.version, after: behind.id }));
      await comesBack(async () => office().agenda.remove({ id: item.id, version: known((await cardOf()).agenda).version }));
      await comesBack(() => office().bulletins.nominate({ projectId: id, kind: 'praise' }));
    });

    test('a nomination: added, moved to the other list, withdrawn', async () => {
      await office().bulletins.nominate({ projectId: id, kind: 'praise' });
      await comesBack(() => office().bulletins.nominate({ projectId: id, kind: 'criticise' }));
      await comesBack(() => office().bulletins.withdrawNomination({ projectId: id }));
    });

    test('a stop and a flag: added, moved, withdrawn', async () => {
      const other = await world.addProject({ name: '东林街道排涝泵站修复工程' });
      await office().inspections.addStop({ projectId: other.id });
      await comesBack(() => office().inspections.addStop({ projectId: id }));
      const entry = await office().inspections.addStop({ projectId: id });
      await comesBack(() => office().inspections.moveStop({ id: entry.id, version: entry.version, after: null }));
      await comesBack(() => office().flags.propose({ projectId: id, colour: 'black', basis: '进度滞后' }));
      const flag = await office().flags.propose({ projectId: id, colour: 'black', basis: '进度滞后' });
      await comesBack(() => office().flags.withdraw({ id: flag.id, version: flag.version }));
      const { flags } = await office().flags.list();
      expect(flags.find((one) => one.projectId === id)?.basis).toBe('进度滞后');
      await office().flags.withdraw({ id: flag.id, version: flag.version });
      await comesBack(async () => {
        const { entry: now } = await cardOf();
        return office().inspections.removeStop({ id: known(now).id, version: known(now).version });
      });
    });

    test('a lamp set by hand, over another, and given back to the rule', async () => {
      await comesBack(() => office().lamps.override({ projectId: id, month: MONTH, lamp: 'yellow', reason: '征迁受阻' }));
      await office().lamps.override({ projectId: id, month: MONTH, lamp: 'yellow', reason: '征迁受阻' });
      await comesBack(() => office().lamps.override({ projectId: id, month: MONTH, lamp: 'green', reason: '已书面说明' }));
      await comesBack(() => office().lamps.withdrawOverride({ projectId: id, month: MONTH }));
      const { reason } = await world.db.selectFrom('lamp_override').select('reason').where('projectId', '=', id).executeTakeFirstOrThrow();
      expect(reason).toBe('征迁受阻');
    });

    test('a stage, with the day that came with it', async () => {
      await office().approvals.create({
        ...{ projectId: id, name: '建筑工程施工许可证', group: 'construction', agencyUnitId: null, limitDays: 7, limitUnit: 'workday' },
        ...{ state: 'done', acceptedOn: null, dueOn: null, doneOn: '2026-10-20' as Day, documentNumber: null, tolerantUntil: null },
      });
      await comesBack(async () => office().projects.moveStage({ id, version: await version(), to: 'started', on: '2026-10-28' as Day }));
      expect((await office().projects.get({ id })).project).toMatchObject({ stage: 'preparing', actualStart: null });
    });

    test('a unit takes back its own step forward, though going back is otherwise the office’s', async () => {
      const planned = await world.addProject({ name: `谋划中的项目${count}`, stage: 'planned' });
      id = planned.id;
      await world.as('officer').projects.moveStage({ id, version: planned.version, to: 'preparing' });
      await undo('officer');
      expect((await office().projects.get({ id })).project.stage).toBe('planned');
    });

    test('what somebody else has changed since is named, and stays', async () => {
      await office().agenda.add({ projectId: id });
      const mine = await lastRequest();
      const { agenda } = await cardOf();
      await world.as(second).agenda.update({ id: known(agenda).id, version: known(agenda).version, reason: '请领导定', minutes: 10 });
      const failure = await refused(world, () => office().board.undo({ projectId: id, requestId: mine }));
      expect(failure).toMatchObject({
        code: 'REFUSED',
        details: { reason: 'changed-since', by: '秦科员', action: 'agenda.updated', at: world.clock.now },
      });
      expect((await cardOf()).agenda).not.toBeNull();
    });

    test('what somebody else did to another thing of the project does not stand against it', async () => {
      await office().agenda.add({ projectId: id });
      const mine = await lastRequest();
      await world.as(second).bulletins.nominate({ projectId: id, kind: 'praise' });
      await office().board.undo({ projectId: id, requestId: mine });
      expect(await cardOf()).toMatchObject({ agenda: null, nomination: { kind: 'praise' } });
    });

    test('a stage that another has moved on stays there; another’s word on the name does not count', async () => {
      const { project } = await office().projects.get({ id });
      await office().projects.moveStage({ id, version: project.version, to: 'planned', reason: '手续重办' });
      const mine = await lastRequest();
      await world.as(second).projects.moveStage({ id, version: await version(), to: 'preparing' });
      expect(await refused(world, () => office().board.undo({ projectId: id, requestId: mine }))).toMatchObject({
        details: { reason: 'changed-since', action: 'project.stageMoved' },
      });
    });

    test('once is enough, and only one’s own', async () => {
      await office().agenda.add({ projectId: id });
      const mine = await lastRequest();
      expect(await refused(world, () => world.as(second).board.undo({ projectId: id, requestId: mine }))).toMatchObject({
        code: 'NOT_FOUND',
      });
      await office().board.undo({ projectId: id, requestId: mine });
      expect(await refused(world, () => office().board.undo({ projectId: id, requestId: mine }))).toMatchObject({
        details: { reason: 'already-undone' },
      });
    });

    test('a bulletin in review keeps its nominations', async () => {
      await office().bulletins.nominate({ projectId: id, kind: 'criticise' });
      const mine = await lastRequest();
      await world.db.updateTable('bulletin').set({ state: 'reviewing' }).execute();
      expect(await refused(world, () => office().board.undo({ projectId: id, requestId: mine }))).toMatchObject({
        details: { reason: 'bulletin-in-review' },
      });
      await world.db.updateTable('bulletin').set({ state: 'drafting' }).execute();
    });
  });
}
