import { afterEach, describe, expect, test } from 'vitest';
import { textOf } from '#shared/documents/numbers.ts';
import { type Day, instantAt } from '#shared/kit/calendar.ts';
import { due, meetingUnderWay, refused, week, wordsOf } from '#tests/support/meeting.ts';
import { dialects, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`what a meeting decides on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** The meeting under way, in the world of the test. */
    async function begin() {
      const { world: opened, ...under } = await meetingUnderWay(dialect);
      world = opened;
      return under;
    }

    test('what a leader says is taken down on the item, stands in the minutes, and then it is final', async () => {
      const { item, meeting, project } = await begin();
      const said = { week, agendaItemId: item.id, leaderName: '郑副区长', text: '年底前必须交钥匙' };
      const wrong = await world.as('office').remarks.takeDown({ ...said, text: '写错了' });
      await world.as('office').remarks.remove({ id: wrong.id, version: 1 });
      const remark = await world.as('office').remarks.takeDown(said);
      expect((await world.as('display').meetings.screen()).remarks).toMatchObject([{ leaderName: '郑副区长', text: said.text }]);
      await refused(world, () => world.as('office').agenda.remove({ id: item.id, version: item.version }), 'item-has-decisions');
      const { documentId } = await world.as('office').meetings.close({ week, version: meeting.version });
      if (!documentId) throw new Error('no minutes');
      const { model } = await world.as('leader').documents.get({ id: documentId });
      const lines = model.blocks.map((block) => (block.type === 'paragraph' ? textOf(block.inlines) : ''));
      expect(lines).toContain('郑副区长指出：年底前必须交钥匙。');
      await refused(world, () => world.as('office').remarks.takeDown(said), 'meeting-closed');
      await refused(world, () => world.as('office').remarks.remove({ id: remark.id, version: 1 }), 'meeting-closed');
      expect(await world.as('officer').remarks.ofProject({ projectId: project.id })).toMatchObject([{ text: said.text }]);
    });

    test('a leader writes a remark on a project, its officer hears of it, and nobody takes it back', async () => {
      const { project } = await begin();
      const { count } = await world.as('officer').notices.unread();
      const remark = await world.as('leader').remarks.write({ projectId: project.id, text: '请住建局抓紧' });
      expect(remark).toMatchObject({ leaderName: '郑副区长', meetingId: null });
      expect(await world.as('officer').notices.unread()).toEqual({ count: count + 1 });
      await refused(world, () => world.as('office').remarks.remove({ id: remark.id, version: 1 }), 'remark-stands');
    });

    test('a decision is at once on the screen, and at the next meeting it is followed up until it is done', async () => {
      const { item, meeting, project } = await begin();
      const decision = await world.as('office').decisions.make(wordsOf(world, item));
      expect(decision).toMatchObject({ projectId: project.id, state: 'open' });
      const screen = await world.as('display').meetings.screen();
      expect(screen.decisions).toMatchObject([
        { text: decision.text, ownerName: '水利局', helperNames: ['住建局'], subject: project.name },
      ]);
      await world.as('office').meetings.close({ week, version: meeting.version });
      world.clock.now = instantAt('2026-11-09' as Day, '09:00');
      const next = await world.as('leader').meetings.current();
      expect(next).toMatchObject({ meeting: { week: '2026-W45' }, followUp: [{ id: decision.id, state: 'open' }] });
      expect(next.proposals[0]).toMatchObject({
        projectId: project.id,
        reasons: expect.arrayContaining([{ reason: 'decision-overdue', days: 1 }]),
      });
      const done = await world.as('office').decisions.markDone({ id: decision.id, doneOn: due, version: decision.version });
      await refused(
        world,
        () => world.as('office').decisions.markDone({ id: decision.id, doneOn: due, version: done.version }),
        'decision-done',
      );
      const again = await world.as('office').decisions.reopen({ id: decision.id, version: done.version });
      expect(again).toMatchObject({ state: 'open', doneOn: null });
    });

    test('the owner answers with what it did, the office sends back or closes, and a helper only reads', async () => {
      const { item, meeting } = await begin();
      const helper = await world.addAccount('officer', world.units.water.id, '邱科员');
      const stranger = await world.addAccount('officer', world.officeUnitId, '钱科员');
      const decision = await world.as('office').decisions.make({
        ...wordsOf(world, item),
        ...{ ownerUnitId: world.units.housing.id, helperUnitIds: [world.units.water.id] },
      });
      await world.as('office').meetings.close({ week, version: meeting.version });
      const listed = async (who: Parameters<World['as']>[0]) =>
        (await world.as(who).decisions.list()).map(({ isOwn, state }) => ({ isOwn, state }));
      expect(await listed('officer')).toEqual([{ isOwn: true, state: 'open' }]);
      expect(await listed(helper)).toEqual([{ isOwn: false, state: 'open' }]);
      expect(await listed(stranger)).toEqual([]);

      const answer = { id: decision.id, version: decision.version, text: '评估报告已批复，文号示环审〔2026〕18号', fileIds: [] };
      await expect(world.as(helper).decisions.answer(answer)).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
      await expect(world.as(stranger).decisions.answer(answer)).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      await refused(
        world,
        () => world.as('office').decisions.sendBack({ id: decision.id, version: 1, reason: '无佐证' }),
        'decision-not-answered',
      );
      const answered = await world.as('officer').decisions.answer(answer);
      expect(answered).toMatchObject({ state: 'answered' });
      await refused(world, () => world.as('officer').decisions.answer({ ...answer, version: answered.version }), 'decision-answered');
      const back = await world.as('office').decisions.sendBack({ id: decision.id, version: answered.version, reason: '请附批复文件' });
      expect(back).toMatchObject({ state: 'open' });
      const again = await world.as('officer').decisions.answer({ ...answer, version: back.version, text: '批复文件已附' });
      await world.as('office').decisions.markDone({ id: decision.id, doneOn: '2026-11-02' as Day, version: again.version });
      const [settled] = await world.as('leader').decisions.list();
      expect(settled).toMatchObject({
        state: 'done',
        answers: [{ text: '批复文件已附', sentBackReason: null }, { sentBackReason: '请附批复文件' }],
      });
    });

    test('evidence is a file that the answerer has sent, and nobody else’s', async () => {
      const { item } = await begin();
      const decision = await world
        .as('office')
        .decisions.make({ ...wordsOf(world, item), ownerUnitId: world.units.housing.id, helperUnitIds: [] });
      const fileId = world.newId('file');
      const file = {
        id: fileId,
        districtId: world.districtId,
        sha256: 'a'.repeat(64),
        size: 1024,
        mediaType: 'application/pdf',
        name: '批复.pdf',
      };
      await world.db
        .insertInto('file')
        .values({ ...file, receivedAt: world.clock.now, receivedBy: world.actors.office.id, boundAt: null })
        .execute();
      const answer = { id: decision.id, version: 1, text: '已办结', fileIds: [fileId] };
      await expect(world.as('officer').decisions.answer(answer)).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      await world.db.updateTable('file').set({ receivedBy: world.actors.officer.id }).where('id', '=', fileId).execute();
      await world.as('officer').decisions.answer(answer);
      const [listed] = await world.as('office').decisions.list();
      expect(listed?.answers).toMatchObject([{ files: [{ name: '批复.pdf', size: 1024 }] }]);
    });

    test('a decision whose deadline has passed, or that its owner shall help with, is refused', async () => {
      const { item } = await begin();
      const words = wordsOf(world, item);
      await refused(world, () => world.as('office').decisions.make({ ...words, dueOn: '2026-11-01' as Day }), 'deadline-passed');
      await refused(world, () => world.as('office').decisions.make({ ...words, helperUnitIds: [words.ownerUnitId] }), 'helper-is-owner');
    });

    test('an item that something was decided on stays on the agenda', async () => {
      const { item } = await begin();
      await world.as('office').decisions.make(wordsOf(world, item));
      await refused(world, () => world.as('office').agenda.remove({ id: item.id, version: item.version }), 'item-has-decisions');
    });
  });
}
