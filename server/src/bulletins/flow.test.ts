import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import type { DeskAct } from '#shared/bulletins/flow.ts';
import { linesOf } from '#shared/documents/compare.ts';
import { addMonths, type Instant, Month } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { verifyNumbers } from '../documents/verify.ts';
import { verifyBulletins } from './verify.ts';

const september = Month.parse('2026-09');
const october = addMonths(september, 1);

for (const dialect of dialects) {
  describe(`the way of a bulletin on ${dialect}`, () => {
    let world: World;
    let reviewer: Actor;
    let road: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect, now: '2026-09-30T10:00:00.000Z' as Instant });
      reviewer = await world.addAccount('office', world.officeUnitId, '郭科员');
      road = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      world.clock.now = '2026-11-02T02:00:00.000Z' as Instant;
      for (const month of [september, october]) await world.as('office').lamps.cut({ month });
    });
    afterAll(() => world.close());

    const view = (month = october) => world.as('office').bulletins.view({ month });
    const version = async (month = october) => (await view(month)).bulletin?.version ?? 0;
    const move = async (who: 'office' | 'leader' | Actor, act: DeskAct, remark: string | null = null, month = october) =>
      world.as(who).bulletins.move({ month, act, version: await version(month), remark });
    const toSigned = async (month: Month) => {
      await move('office', 'submit', null, month);
      await move(reviewer, 'approve', null, month);
      await move('leader', 'sign', null, month);
    };
    const head = () => world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();

    test('a step back says why, and the history keeps every step with its remark', async () => {
      await move('office', 'submit', '请重点核对红灯项目');
      const before = await head();
      expect(await failureOf(move(reviewer, 'sendBack'))).toMatchObject({ details: { reason: 'remark-missing' } });
      expect(await head()).toEqual(before);
      await move(reviewer, 'sendBack', '排名一节请按口径复核');
      expect((await view()).steps).toMatchObject([
        { seq: 1, act: 'submit', remark: '请重点核对红灯项目', hasVersion: true },
        { seq: 2, act: 'sendBack', byName: '郭科员', remark: '排名一节请按口径复核', hasVersion: false },
      ]);
    });

    test('what was sent to review stands beside what is sent after it', async () => {
      const was = (await view()).paragraphs.find(({ section }) => section === 'overall')?.was ?? '';
      await world.as('office').bulletins.compose({ month: october, version: await version(), edits: [{ was, now: `总的看，${was}` }] });
      await move('office', 'submit');
      const versions = await Promise.all([1, 3].map((seq) => world.as('leader').bulletins.version({ month: october, seq })));
      const [first, second] = versions.map(linesOf);
      expect(second?.filter((line) => !first?.includes(line))).toEqual([expect.stringContaining('总的看，截至10月31日')]);
      const missing = world.as('office').bulletins.version({ month: october, seq: 2 });
      await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('named units sign with the others; an objection sends it back, and all are asked anew', async () => {
      await move('office', 'sendBack', '补会签单位');
      const unitId = world.units.housing.id;
      await world.as('office').bulletins.setCosigners({ month: october, version: await version(), unitIds: [unitId] });
      await move('office', 'submit');
      expect(await world.as('officer').bulletins.toCosign()).toEqual([]);
      expect((await move(reviewer, 'approve')).state).toBe('cosigning');
      const say = async (verdict: 'agreed' | 'objected', remark: string | null = null) =>
        world.as('officer').bulletins.cosign({ month: october, unitId, version: await version(), verdict, remark });
      const [asked] = await world.as('officer').bulletins.toCosign();
      expect(asked).toMatchObject({ month: october, asked: [{ unitId, verdict: null }] });
      // It stands on the home of whoever holds it: the unit's, then the drafter's again.
      expect(await world.as('officer').home.waiting()).toMatchObject({ bulletins: [{ month: october, state: 'cosigning' }] });
      expect(await world.as('office').home.waiting()).toMatchObject({ bulletins: [] });
      expect(await failureOf(say('objected'))).toMatchObject({ details: { reason: 'remark-missing' } });
      expect((await say('objected', '我局项目开工日期有误')).state).toBe('drafting');
      expect((await view()).cosigners).toMatchObject([{ unitId, verdict: 'objected', remark: '我局项目开工日期有误' }]);
      expect(await world.as('officer').home.waiting()).toMatchObject({ bulletins: [] });
      expect(await world.as('office').home.waiting()).toMatchObject({ bulletins: [{ month: october, state: 'drafting' }] });
      await move('office', 'submit');
      expect((await view()).cosigners).toMatchObject([{ unitId, verdict: null }]);
      await move(reviewer, 'approve');
      expect((await say('agreed')).state).toBe('signing');
    });

    test('a unit that is not named has no part in it and sees nothing of it', async () => {
      const before = await head();
      const foreign = { month: october, unitId: world.officeUnitId, version: await version(), verdict: 'agreed' as const, remark: null };
      await expect(world.as('officer').bulletins.cosign(foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await world.as('officer').bulletins.toCosign()).toEqual([]);
      expect(await head()).toEqual(before);
    });

    test('two people who issue at once draw two numbers, without gap or double', async () => {
      await move('leader', 'sign');
      await toSigned(september);
      const versions = { [september]: await version(september), [october]: await version() };
      const issue = (who: 'office' | Actor, month: Month) =>
        world.as(who).bulletins.move({ month, act: 'issue', version: versions[month] ?? 0, remark: null });
      // Each month twice: one of the two is told, and gives its number back.
      const settled = await Promise.allSettled([
        ...[issue('office', september), issue(reviewer, september)],
        ...[issue('office', october), issue(reviewer, october)],
      ]);
      const numbers = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : []));
      expect(numbers.toSorted()).toEqual([1, 2]);
      const rows = await world.db.selectFrom('document').select('number').where('kind', '=', 'bulletin').orderBy('number').execute();
      expect(rows.map(({ number }) => number)).toEqual([1, 2]);
      const drawn = await world.db.selectFrom('numbering').select('last').where('kind', '=', 'bulletin').executeTakeFirstOrThrow();
      expect(drawn.last).toBe(2);
    });

    test('every issued bulletin drafts again to the letter, whatever became of names, rules and style since', async () => {
      const { id } = world.units.housing;
      await world.as('office').units.update({ id, name: '住房和城乡建设局', shortName: '住建委', active: true, version: 1 });
      const { style, version: styled } = await world.as('office').bulletins.style();
      await world.as('office').bulletins.setStyle({ style: { ...style, moneyUnit: 'yi' }, version: styled });
      expect(await verifyBulletins(world.db)).toEqual({
        checked: 'issued bulletins: 2, of which 2 drafted again and compared',
        faults: [],
      });
    });

    test('withdrawing edits nothing: a correction is issued under the next number, and says what it puts right', async () => {
      const { bulletin, document } = await view();
      const before = await head();
      expect(await failureOf(move('office', 'withdraw'))).toMatchObject({ details: { reason: 'remark-missing' } });
      expect(await head()).toEqual(before);
      await move('office', 'withdraw', '北湖道路完成投资误报');
      const withdrawn = await view();
      expect(withdrawn).toMatchObject({ bulletin: { state: 'drafting', number: null }, corrects: { documentId: bulletin?.documentId } });
      await world.as('office').bulletins.setCosigners({ month: october, version: await version(), unitIds: [] });
      await toSigned(october);
      const issued = await move('office', 'issue');
      expect(issued.number).toBe(3);
      const correction = (await view()).document;
      expect(correction.title.join('')).toContain('关于更正2026年10月');
      expect(linesOf(correction)[1]).toContain(`〔2026〕第${bulletin?.number}期印发后，经核实有误（北湖道路完成投资误报），现予更正`);
      const old = await world.as('leader').documents.get({ id: bulletin?.documentId ?? ('' as never) });
      expect(old.model).toEqual(document);
      expect((await verifyBulletins(world.db)).faults).toEqual([]);
      const register = await world.as('leader').documents.register({ year: 2026, kind: 'bulletin' });
      expect(register.issued.find(({ number }) => number === bulletin?.number)).toMatchObject({
        isWithdrawn: true,
        correctedBy: { number: 3 },
      });
      expect(register.issued.find(({ number }) => number === 3)).toMatchObject({ isWithdrawn: false, correctedBy: null });
    });

    test('the month in hand does not go back with a withdrawal', async () => {
      expect((await world.as('office').board.snapshot()).header.bulletin.month).toBe('2026-11');
      await move('office', 'withdraw', '再次核对');
      expect((await world.as('office').board.snapshot()).header.bulletin.month).toBe('2026-11');
    });

    test('a frozen figure, a document or a number that somebody changed shows', async () => {
      const [first] = await world.db.selectFrom('bulletin_issue').selectAll().execute();
      if (!first) throw new Error('nothing was issued');
      const row = await world.db.selectFrom('cut_row').selectAll().where('cutId', '=', first.cutId).executeTakeFirstOrThrow();
      const figures = JSON.stringify({ ...JSON.parse(row.figures), doneThisYear: wan(999) });
      await world.db.updateTable('cut_row').set({ figures }).where('cutId', '=', first.cutId).where('projectId', '=', road.id).execute();
      expect((await verifyBulletins(world.db)).faults).toContainEqual(
        expect.stringContaining('drafted again from its cut it reads otherwise'),
      );
      const { model } = await world.db.selectFrom('document').select('model').where('id', '=', first.documentId).executeTakeFirstOrThrow();
      await world.db
        .updateTable('document')
        .set({ model: model.replace('北湖', '南湖') })
        .where('id', '=', first.documentId)
        .execute();
      expect((await verifyBulletins(world.db)).faults).toContainEqual(expect.stringContaining('not the document that the log says'));
      await world.db.updateTable('document').set({ number: 9 }).where('id', '=', first.documentId).execute();
      expect((await verifyNumbers(world.db)).faults).toContainEqual(expect.stringContaining('number 9 follows'));
    });
  });
}
