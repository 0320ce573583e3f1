import { afterEach, describe, expect, test } from 'vitest';
import { textOf } from '#shared/documents/numbers.ts';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { readEphemeral } from '../live/ephemeral.ts';

const week = '2026-W44' as Week;
const due = '2026-11-06' as Day;

for (const dialect of dialects) {
  describe(`the weekly meeting on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** Monday 2026-11-02, 9:00: the meeting that reviews week 44, with one project on its agenda, is under way. */
    async function meetingUnderWay() {
      world = await openWorld({ dialect, now: instantAt('2026-11-02' as Day, '09:00') });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const item = await world.as('office').agenda.add({ projectId: project.id, reason: '红灯' });
      const planned = await world.as('office').meetings.current();
      const meeting = await world.as('office').meetings.open({ week, version: planned.meeting.version });
      return { project, item, meeting };
    }

    function wordsOf(item: { id: Awaited<ReturnType<typeof meetingUnderWay>>['item']['id'] }) {
      return {
        week,
        agendaItemId: item.id,
        text: '组织专家复核，取得环评批复',
        ownerUnitId: world.units.water.id,
        helperUnitIds: [world.units.housing.id],
        supervisor: '郑副区长',
        dueOn: due,
      };
    }

    function turn(itemId: Awaited<ReturnType<typeof meetingUnderWay>>['item']['id'], consoleId = 'a'.repeat(16), takeOver = false) {
      return { week, consoleId, takeOver, show: { page: 'item', agendaItemId: itemId } as const, cover: null };
    }

    async function everything() {
      const { db } = world;
      return {
        meetings: await db.selectFrom('meeting').selectAll().execute(),
        items: await db.selectFrom('agenda_item').selectAll().execute(),
        decisions: await db.selectFrom('decision').selectAll().execute(),
        remarks: await db.selectFrom('remark').selectAll().execute(),
        ephemeral: await db.selectFrom('ephemeral').selectAll().execute(),
        documents: await db.selectFrom('document').selectAll().execute(),
        cuts: await db.selectFrom('cut').select('id').execute(),
        numberings: await db.selectFrom('numbering').selectAll().execute(),
        seq: await db.selectFrom('event_head').select('seq').execute(),
      };
    }

    async function refused(act: () => Promise<unknown>, reason: string) {
      const before = await everything();
      await expect(act()).rejects.toMatchObject({ cause: { code: 'REFUSED', details: { reason } } });
      expect(await everything()).toEqual(before);
    }

    test('a week that nobody has touched has a meeting in sight, and reading it writes nothing', async () => {
      world = await openWorld({ dialect });
      const before = await everything();
      const { meeting } = await world.as('leader').meetings.current();
      expect(meeting).toMatchObject({
        id: null,
        number: null,
        state: 'planned',
        week,
        day: '2026-11-02',
        time: '09:00',
        place: '一号会议室',
      });
      await world.as('display').meetings.screen();
      expect(await everything()).toEqual(before);
    });

    test('the first project on the agenda puts the meeting on record with the next number of the year', async () => {
      const { meeting, item } = await meetingUnderWay();
      expect(meeting).toMatchObject({ number: 1, week, state: 'open' });
      expect(item).toMatchObject({ title: '城东污水处理厂扩建工程', minutes: 8, reason: '红灯' });
      await world.as('office').meetings.close({ week, version: meeting.version });
      const next = await world.as('office').agenda.add({ projectId: null, title: '冬季施工安排' });
      expect(await world.as('office').meetings.get({ week: '2026-W45' as Week })).toMatchObject({
        meeting: { id: next.meetingId, number: 2 },
      });
    });

    test('a thirteenth item takes a word why', async () => {
      world = await openWorld({ dialect });
      for (let count = 1; count <= 12; count++) await world.as('office').agenda.add({ projectId: null, title: `议题${count}` });
      await refused(() => world.as('office').agenda.add({ projectId: null, title: '议题13' }), 'agenda-full');
      await world.as('office').agenda.add({ projectId: null, title: '议题13', overLimitReason: '汛期急办' });
      expect((await world.as('office').meetings.current()).items).toHaveLength(13);
    });

    test('an item moves behind another, and a stale move is a conflict', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office');
      const [a, b, c] = [
        await office.agenda.add({ projectId: null, title: '甲' }),
        await office.agenda.add({ projectId: null, title: '乙' }),
        await office.agenda.add({ projectId: null, title: '丙' }),
      ];
      await office.agenda.move({ id: c.id, after: a.id, version: c.version });
      expect((await office.meetings.current()).items.map((item) => item.title)).toEqual(['甲', '丙', '乙']);
      await office.agenda.move({ id: b.id, after: null, version: b.version });
      expect((await office.meetings.current()).items.map((item) => item.title)).toEqual(['乙', '甲', '丙']);
      await expect(office.agenda.move({ id: c.id, after: null, version: c.version })).rejects.toMatchObject({
        cause: { code: 'CONFLICT' },
      });
    });

    test('a project stands once on an agenda', async () => {
      const { project } = await meetingUnderWay();
      await refused(() => world.as('office').agenda.add({ projectId: project.id, week }), 'already-on-agenda');
    });

    test('what is typed is on the screen before it is decided, and leaves no trace in the log', async () => {
      const { item } = await meetingUnderWay();
      const seq = (await everything()).seq;
      const { week: _week, ...draft } = wordsOf(item);
      await world.as('office').meetings.show(turn(item.id));
      await world.as('office').meetings.type({ week, draft });
      const { state } = await world.as('display').meetings.screen();
      expect(state).toMatchObject({ show: { page: 'item', agendaItemId: item.id }, draft: { text: draft.text, byName: '宋科长' } });
      expect((await everything()).seq).toEqual(seq);
    });

    test('one console drives; another is refused until it takes over, and the time of the item goes on', async () => {
      const { item } = await meetingUnderWay();
      const other = 'b'.repeat(16);
      await world.as('office').meetings.show(turn(item.id));
      await refused(() => world.as('office').meetings.show(turn(item.id, other)), 'other-console');
      world.clock.now = instantAt('2026-11-02' as Day, '09:04');
      await world.as('office').meetings.show(turn(item.id, other, true));
      await refused(() => world.as('office').meetings.show(turn(item.id)), 'other-console');
      await world.as('office').meetings.show({ ...turn(item.id, other), show: { page: 'closing' }, cover: { cover: 'blank' } });
      const { state } = await world.as('display').meetings.screen();
      expect(state).toMatchObject({ driver: { consoleId: other }, cover: { cover: 'blank' }, spent: { [item.id]: 4 * 60_000 } });
    });

    test('what a leader says is taken down on the item, stands in the minutes, and then it is final', async () => {
      const { item, meeting, project } = await meetingUnderWay();
      const said = { week, agendaItemId: item.id, leaderName: '郑副区长', text: '年底前必须交钥匙' };
      const wrong = await world.as('office').remarks.takeDown({ ...said, text: '写错了' });
      await world.as('office').remarks.remove({ id: wrong.id, version: 1 });
      const remark = await world.as('office').remarks.takeDown(said);
      expect((await world.as('display').meetings.screen()).remarks).toMatchObject([{ leaderName: '郑副区长', text: said.text }]);
      await refused(() => world.as('office').agenda.remove({ id: item.id, version: item.version }), 'item-has-decisions');
      const { documentId } = await world.as('office').meetings.close({ week, version: meeting.version });
      if (!documentId) throw new Error('no minutes');
      const { model } = await world.as('leader').documents.get({ id: documentId });
      const lines = model.blocks.map((block) => (block.type === 'paragraph' ? textOf(block.inlines) : ''));
      expect(lines).toContain('郑副区长指出：年底前必须交钥匙。');
      await refused(() => world.as('office').remarks.takeDown(said), 'meeting-closed');
      await refused(() => world.as('office').remarks.remove({ id: remark.id, version: 1 }), 'meeting-closed');
      expect(await world.as('officer').remarks.ofProject({ projectId: project.id })).toMatchObject([{ text: said.text }]);
    });

    test('a leader writes a remark on a project, its officer hears of it, and nobody takes it back', async () => {
      const { project } = await meetingUnderWay();
      const { count } = await world.as('officer').notices.unread();
      const remark = await world.as('leader').remarks.write({ projectId: project.id, text: '请住建局抓紧' });
      expect(remark).toMatchObject({ leaderName: '郑副区长', meetingId: null });
      expect(await world.as('officer').notices.unread()).toEqual({ count: count + 1 });
      await refused(() => world.as('office').remarks.remove({ id: remark.id, version: 1 }), 'remark-stands');
    });

    test('a decision is at once on the screen, and at the next meeting it is followed up until it is done', async () => {
      const { item, meeting, project } = await meetingUnderWay();
      const decision = await world.as('office').decisions.make(wordsOf(item));
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
      await refused(() => world.as('office').decisions.markDone({ id: decision.id, doneOn: due, version: done.version }), 'decision-done');
      const again = await world.as('office').decisions.reopen({ id: decision.id, version: done.version });
      expect(again).toMatchObject({ state: 'open', doneOn: null });
    });

    test('the owner answers with what it did, the office sends back or closes, and a helper only reads', async () => {
      const { item, meeting } = await meetingUnderWay();
      const helper = await world.addAccount('officer', world.units.water.id, '邱科员');
      const stranger = await world.addAccount('officer', world.officeUnitId, '钱科员');
      const decision = await world.as('office').decisions.make({
        ...wordsOf(item),
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
        () => world.as('office').decisions.sendBack({ id: decision.id, version: 1, reason: '无佐证' }),
        'decision-not-answered',
      );
      const answered = await world.as('officer').decisions.answer(answer);
      expect(answered).toMatchObject({ state: 'answered' });
      await refused(() => world.as('officer').decisions.answer({ ...answer, version: answered.version }), 'decision-answered');
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
      const { item } = await meetingUnderWay();
      const decision = await world
        .as('office')
        .decisions.make({ ...wordsOf(item), ownerUnitId: world.units.housing.id, helperUnitIds: [] });
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

    test('closing freezes the week, draws the number, issues the minutes and clears what was being typed', async () => {
      const { item, meeting } = await meetingUnderWay();
      await world.as('office').decisions.make(wordsOf(item));
      const closed = await world.as('office').meetings.close({ week, version: meeting.version });
      expect(closed).toMatchObject({ state: 'closed' });
      const cuts = await world.db.selectFrom('cut').select(['kind', 'period', 'asOf']).execute();
      expect(cuts).toEqual([{ kind: 'week', period: week, asOf: '2026-11-01' }]);
      if (!closed.documentId) throw new Error('no minutes');
      const minutes = await world.as('leader').documents.get({ id: closed.documentId });
      expect(minutes).toMatchObject({ kind: 'minutes', period: week, year: 2026, number: 1 });
      expect(JSON.stringify(minutes.model)).toContain('组织专家复核，取得环评批复');
      expect(JSON.parse((await readEphemeral(world.db, screenTopic(world.districtId, closed.seriesId))) ?? 'null')).toMatchObject({
        show: { page: 'closing' },
        draft: null,
      });
      await refused(() => world.as('office').meetings.close({ week, version: closed.version }), 'meeting-closed');
      await refused(() => world.as('office').decisions.make(wordsOf(item)), 'meeting-closed');
      await refused(() => world.as('office').agenda.remove({ id: item.id, version: item.version }), 'meeting-closed');
    });

    test('closing issues the weekly report beside the minutes, against the week before', async () => {
      const { project, meeting } = await meetingUnderWay();
      const { reportId } = await world.as('office').meetings.close({ week, version: meeting.version });
      if (!reportId) throw new Error('no report');
      const first = await world.as('leader').documents.get({ id: reportId });
      expect(first).toMatchObject({ kind: 'weekly-report', period: week, number: 1, attempt: 1 });
      world.clock.now = instantAt('2026-11-09' as Day, '09:00');
      const { project: now } = await world.as('office').projects.get({ id: project.id });
      await world.as('office').problems.raise({ projectId: now.id, title: '征迁受阻', category: 'land', raisedOn: '2026-11-04' as Day });
      const next = '2026-W45' as Week;
      const opened = await world.as('office').meetings.open({ week: next, version: 0 });
      const closed = await world.as('office').meetings.close({ week: next, version: opened.version });
      if (!closed.reportId) throw new Error('no report');
      const { model, number } = await world.as('leader').documents.get({ id: closed.reportId });
      expect(number).toBe(2);
      const lines = model.blocks.map((block) => (block.type === 'paragraph' ? textOf(block.inlines) : ''));
      expect(lines.join()).toContain('征迁受阻（城东污水处理厂扩建工程）');
      expect(lines.join()).toContain('未按时填报：城东污水处理厂扩建工程（住建局）');
    });

    test('the office changes words before closing, and they are issued; figures stay numbers with their rows', async () => {
      const { item, meeting } = await meetingUnderWay();
      await world.as('office').decisions.make(wordsOf(item));
      const draft = await world.as('office').meetings.draft({ week, kind: 'minutes' });
      expect(draft).toMatchObject({ version: 0, document: { isDraft: true } });
      const was = '会议共议定{1}项。';
      const edits = [{ was, now: '会议议定{1}项，由项目办跟踪督办。' }];
      await world.as('office').meetings.setWords({ week, kind: 'minutes', edits, version: 0 });
      await expect(world.as('office').meetings.setWords({ week, kind: 'minutes', edits, version: 0 })).rejects.toMatchObject({
        cause: { code: 'CONFLICT' },
      });
      const { documentId } = await world.as('office').meetings.close({ week, version: meeting.version });
      if (!documentId) throw new Error('no minutes');
      const { model } = await world.as('leader').documents.get({ id: documentId });
      const said = model.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.inlines] : []));
      const changed = said.find((inlines) => textOf(inlines) === '会议议定1项，由项目办跟踪督办。');
      expect(changed?.some((inline) => inline.type === 'number')).toBe(true);
      await refused(() => world.as('office').meetings.setWords({ week, kind: 'minutes', edits: [], version: 1 }), 'meeting-closed');
    });

    test('a closed meeting is opened again with a reason, keeps its numbers, and leaves both versions and both cuts', async () => {
      const { item, meeting } = await meetingUnderWay();
      const once = await world.as('office').meetings.close({ week, version: meeting.version });
      await refused(
        () => world.as('office').meetings.reopen({ week: '2026-W45' as Week, version: 0, reason: '漏记一项' }),
        'meeting-not-closed',
      );
      const open = await world.as('office').meetings.reopen({ week, version: once.version, reason: '漏记一项' });
      expect(open).toMatchObject({ state: 'open', documentId: once.documentId });
      await world.as('office').decisions.make(wordsOf(item));
      const again = await world.as('office').meetings.close({ week, version: open.version });
      expect(again).toMatchObject({ documentId: once.documentId, reportId: once.reportId });
      if (!again.documentId) throw new Error('no minutes');
      const now = await world.as('leader').documents.get({ id: again.documentId });
      const before = await world.as('leader').documents.get({ id: again.documentId, attempt: 1 });
      expect([now.number, now.attempt, before.number, before.attempt]).toEqual([1, 2, 1, 1]);
      expect(JSON.stringify(now.model)).toContain('组织专家复核，取得环评批复');
      expect(JSON.stringify(before.model)).not.toContain('组织专家复核，取得环评批复');
      const cuts = await world.db.selectFrom('cut').select(['period', 'attempt']).orderBy('attempt').execute();
      expect(cuts).toEqual([
        { period: week, attempt: 1 },
        { period: week, attempt: 2 },
      ]);
      expect((await world.as('office').meetings.get({ week })).versions).toMatchObject([{ attempt: 1, reason: '漏记一项' }]);
      const opened = await (async () => {
        world.clock.now = instantAt('2026-11-09' as Day, '09:00');
        return world.as('office').meetings.open({ week: '2026-W45' as Week, version: 0 });
      })();
      await refused(() => world.as('office').meetings.reopen({ week, version: again.version, reason: '再改' }), 'other-meeting-open');
      await world.as('office').meetings.close({ week: '2026-W45' as Week, version: opened.version });
      await refused(() => world.as('office').meetings.reopen({ week, version: again.version, reason: '再改' }), 'later-meeting-closed');
    });

    test('a meeting that is not open cannot be closed, decide or drive the screen', async () => {
      world = await openWorld({ dialect });
      const item = await world.as('office').agenda.add({ projectId: null, title: '甲' });
      const { meeting } = await world.as('office').meetings.current();
      await refused(() => world.as('office').meetings.close({ week, version: meeting.version }), 'meeting-not-open');
      await refused(() => world.as('office').decisions.make(wordsOf(item)), 'meeting-not-open');
      await refused(() => world.as('office').meetings.show(turn(item.id)), 'meeting-not-open');
      await refused(() => world.as('office').meetings.type({ week, draft: null }), 'meeting-not-open');
    });

    test('a meeting may be opened before its week is over, and says that it is early', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office');
      expect(await office.meetings.current()).toMatchObject({ isEarly: true });
      await refused(() => office.meetings.open({ week: '2026-W45' as Week, version: 0 }), 'week-not-begun');
      expect(await office.meetings.open({ week, version: 0 })).toMatchObject({ state: 'open', number: 1 });
      world.clock.now = instantAt('2026-11-02' as Day, '09:00');
      await refused(() => world.as('office').meetings.open({ week: '2026-W45' as Week, version: 0 }), 'other-meeting-open');
    });

    test('a decision whose deadline has passed, or that its owner shall help with, is refused', async () => {
      const { item } = await meetingUnderWay();
      const words = wordsOf(item);
      await refused(() => world.as('office').decisions.make({ ...words, dueOn: '2026-11-01' as Day }), 'deadline-passed');
      await refused(() => world.as('office').decisions.make({ ...words, helperUnitIds: [words.ownerUnitId] }), 'helper-is-owner');
    });

    test('an item that something was decided on stays on the agenda', async () => {
      const { item } = await meetingUnderWay();
      await world.as('office').decisions.make(wordsOf(item));
      await refused(() => world.as('office').agenda.remove({ id: item.id, version: item.version }), 'item-has-decisions');
    });

    test('the screen reads its page and nothing else; a leader reads and changes nothing', async () => {
      const { item, meeting } = await meetingUnderWay();
      const before = await everything();
      const display = world.as('display');
      for (const act of [
        () => display.meetings.current(),
        () => display.meetings.list(),
        () => display.agenda.add({ projectId: null, title: '甲' }),
        () => display.decisions.make(wordsOf(item)),
        () => world.as('leader').decisions.make(wordsOf(item)),
        () => world.as('leader').meetings.close({ week, version: meeting.version }),
        () => world.as('officer').meetings.screen(),
      ]) {
        await expect(act()).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
      }
      const after = await everything();
      expect({ ...after, seq: null }).toEqual({ ...before, seq: null });
    });
  });
}
