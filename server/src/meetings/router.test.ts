import { afterEach, describe, expect, test } from 'vitest';
import { textOf } from '#shared/documents/numbers.ts';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { kept, meetingUnderWay, refused, week, wordsOf } from '#tests/support/meeting.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { readEphemeral } from '../live/ephemeral.ts';

for (const dialect of dialects) {
  describe(`the weekly meeting on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** The meeting under way, in the world of the test. */
    async function begin() {
      const { world: opened, ...under } = await meetingUnderWay(dialect);
      world = opened;
      return under;
    }

    function turn(itemId: Id<'agendaItem'>, consoleId = 'a'.repeat(16), takeOver = false) {
      return { week, consoleId, takeOver, show: { page: 'item', agendaItemId: itemId } as const, cover: null };
    }

    test('a week that nobody has touched has a meeting in sight, and reading it writes nothing', async () => {
      world = await openWorld({ dialect });
      const before = await kept(world);
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
      expect(await kept(world)).toEqual(before);
    });

    test('the first project on the agenda puts the meeting on record with the next number of the year', async () => {
      const { meeting, item } = await begin();
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
      await refused(world, () => world.as('office').agenda.add({ projectId: null, title: '议题13' }), 'agenda-full');
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
      const { project } = await begin();
      await refused(world, () => world.as('office').agenda.add({ projectId: project.id, week }), 'already-on-agenda');
    });

    test('what is typed is on the screen before it is decided, and leaves no trace in the log', async () => {
      const { item } = await begin();
      const seq = (await kept(world)).seq;
      const { week: _week, ...draft } = wordsOf(world, item);
      await world.as('office').meetings.show(turn(item.id));
      await world.as('office').meetings.type({ week, draft });
      const { state } = await world.as('display').meetings.screen();
      expect(state).toMatchObject({ show: { page: 'item', agendaItemId: item.id }, draft: { text: draft.text, byName: '宋科长' } });
      expect((await kept(world)).seq).toEqual(seq);
    });

    test('one console drives; another is refused until it takes over, and the time of the item goes on', async () => {
      const { item } = await begin();
      const other = 'b'.repeat(16);
      await world.as('office').meetings.show(turn(item.id));
      await refused(world, () => world.as('office').meetings.show(turn(item.id, other)), 'other-console');
      world.clock.now = instantAt('2026-11-02' as Day, '09:04');
      await world.as('office').meetings.show(turn(item.id, other, true));
      await refused(world, () => world.as('office').meetings.show(turn(item.id)), 'other-console');
      await world.as('office').meetings.show({ ...turn(item.id, other), show: { page: 'closing' }, cover: { cover: 'blank' } });
      const { state } = await world.as('display').meetings.screen();
      expect(state).toMatchObject({ driver: { consoleId: other }, cover: { cover: 'blank' }, spent: { [item.id]: 4 * 60_000 } });
    });

    test('closing freezes the week, draws the number, issues the minutes and clears what was being typed', async () => {
      const { item, meeting } = await begin();
      await world.as('office').decisions.make(wordsOf(world, item));
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
      await refused(world, () => world.as('office').meetings.close({ week, version: closed.version }), 'meeting-closed');
      await refused(world, () => world.as('office').decisions.make(wordsOf(world, item)), 'meeting-closed');
      await refused(world, () => world.as('office').agenda.remove({ id: item.id, version: item.version }), 'meeting-closed');
    });

    test('closing issues the weekly report beside the minutes, against the week before', async () => {
      const { project, meeting } = await begin();
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
      const { item, meeting } = await begin();
      await world.as('office').decisions.make(wordsOf(world, item));
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
      await refused(world, () => world.as('office').meetings.setWords({ week, kind: 'minutes', edits: [], version: 1 }), 'meeting-closed');
    });

    test('a closed meeting is opened again with a reason, keeps its numbers, and leaves both versions and both cuts', async () => {
      const { item, meeting } = await begin();
      const once = await world.as('office').meetings.close({ week, version: meeting.version });
      await refused(
        world,
        () => world.as('office').meetings.reopen({ week: '2026-W45' as Week, version: 0, reason: '漏记一项' }),
        'meeting-not-closed',
      );
      const open = await world.as('office').meetings.reopen({ week, version: once.version, reason: '漏记一项' });
      expect(open).toMatchObject({ state: 'open', documentId: once.documentId });
      await world.as('office').decisions.make(wordsOf(world, item));
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
      await refused(
        world,
        () => world.as('office').meetings.reopen({ week, version: again.version, reason: '再改' }),
        'other-meeting-open',
      );
      await world.as('office').meetings.close({ week: '2026-W45' as Week, version: opened.version });
      await refused(
        world,
        () => world.as('office').meetings.reopen({ week, version: again.version, reason: '再改' }),
        'later-meeting-closed',
      );
    });

    test('a meeting that is not open cannot be closed, decide or drive the screen', async () => {
      world = await openWorld({ dialect });
      const item = await world.as('office').agenda.add({ projectId: null, title: '甲' });
      const { meeting } = await world.as('office').meetings.current();
      await refused(world, () => world.as('office').meetings.close({ week, version: meeting.version }), 'meeting-not-open');
      await refused(world, () => world.as('office').decisions.make(wordsOf(world, item)), 'meeting-not-open');
      await refused(world, () => world.as('office').meetings.show(turn(item.id)), 'meeting-not-open');
      await refused(world, () => world.as('office').meetings.type({ week, draft: null }), 'meeting-not-open');
    });

    test('a meeting may be opened before its week is over, and says that it is early', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office');
      expect(await office.meetings.current()).toMatchObject({ isEarly: true });
      await refused(world, () => office.meetings.open({ week: '2026-W45' as Week, version: 0 }), 'week-not-begun');
      expect(await office.meetings.open({ week, version: 0 })).toMatchObject({ state: 'open', number: 1 });
      world.clock.now = instantAt('2026-11-02' as Day, '09:00');
      await refused(world, () => world.as('office').meetings.open({ week: '2026-W45' as Week, version: 0 }), 'other-meeting-open');
    });

    test('the screen reads its page and nothing else; a leader reads and changes nothing', async () => {
      const { item, meeting } = await begin();
      const before = await kept(world);
      const display = world.as('display');
      for (const act of [
        () => display.meetings.current(),
        () => display.meetings.list(),
        () => display.agenda.add({ projectId: null, title: '甲' }),
        () => display.decisions.make(wordsOf(world, item)),
        () => world.as('leader').decisions.make(wordsOf(world, item)),
        () => world.as('leader').meetings.close({ week, version: meeting.version }),
        () => world.as('officer').meetings.screen(),
      ]) {
        await expect(act()).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
      }
      const after = await kept(world);
      expect({ ...after, seq: null }).toEqual({ ...before, seq: null });
    });
  });
}
