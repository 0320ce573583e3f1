import { afterEach, describe, expect, it } from 'vitest';
import { day, dayOf, instantAt, Week } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import type { SubmitReturn } from '#shared/returns/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { loadFigures } from '../cuts/figures.ts';

const LAST = Week.parse('2026-W43');
const THIS = Week.parse('2026-W44');
const lastThursday = instantAt(day('2026-10-22'), '15:00');
const thisThursday = instantAt(day('2026-10-29'), '15:20');

function filled(project: Pick<Project, 'id'>, fields: Partial<SubmitReturn> = {}): SubmitReturn {
  return {
    projectId: project.id,
    week: THIS,
    doneThisWeek: wan(350),
    doneThisYear: wan(12_450),
    doneAtMonthEnd: wan(12_450),
    progress: '土方回填完成 92%，临建围挡全部合龙。',
    problem: null,
    nextStep: '接轨协议会签',
    request: null,
    version: 0,
    ...fields,
  };
}

/** The refusal's reason, or the error's code where it is no refusal. */
async function failureOf(act: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  try {
    await act;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (cause instanceof DomainError) return { code: cause.code, details: cause.details };
    throw error;
  }
  throw new Error('nothing was refused');
}

async function traces(world: World) {
  const returns = await world.db.selectFrom('weekly_return').selectAll().orderBy('id').execute();
  const head = await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
  return { returns, seq: head.seq };
}

/** Acts that are refused, with the promise that they leave nothing behind. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await traces(world);
  const failure = await failureOf(act());
  expect(await traces(world)).toEqual(before);
  return failure;
}

async function doneOf(world: World, project: Pick<Project, 'id'>) {
  const [figures] = await loadFigures(world.db, { districtId: world.districtId, asOf: dayOf(world.clock.now), projectIds: [project.id] });
  return figures?.doneThisYear;
}

for (const dialect of dialects) {
  describe(`weekly returns on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** A project of the officer's unit, with last week's return accepted, on this week's Thursday. */
    async function withHistory() {
      world = await openWorld({ dialect, now: lastThursday });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程', annualPlan: wan(15_000) });
      const last = await world.as('officer').returns.submit(
        filled(project, {
          week: LAST,
          doneThisWeek: wan(420),
          doneThisYear: wan(12_100),
          doneAtMonthEnd: null,
          progress: '土方回填完成 86%。',
        }),
      );
      await world.as('office').returns.accept({ id: last.id, version: last.version });
      world.clock.now = thisThursday;
      return project;
    }

    it('an officer sees their own projects with last week’s return, what is late first', async () => {
      const project = await withHistory();
      const fresh = await world.addProject({ name: '生活垃圾分拣中心' });
      await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      await world.addProject({ name: '明年的储备项目', yearClass: 'reserve' });
      await world.as('officer').returns.submit(filled(fresh, { doneAtMonthEnd: wan(12_450) }));
      const { week, sheets } = await world.as('officer').returns.mine();
      expect(week).toMatchObject({
        week: THIS,
        openWeek: THIS,
        isCut: false,
        isAsked: true,
        monthEnd: '2026-10-31',
        opensOn: '2026-10-26',
        dueOn: '2026-10-30',
        dueTime: '17:00',
      });
      expect(sheets.map((sheet) => [sheet.project.id, sheet.current?.state ?? null])).toEqual([
        [project.id, null],
        [fresh.id, 'submitted'],
      ]);
      expect(sheets[0]).toMatchObject({
        annual: wan(15_000),
        missedLastWeek: false,
        previous: { week: LAST, doneThisYear: wan(12_100), state: 'accepted' },
      });
    });

    it('a week opens by itself on its day, and a cut-off on a day off moves to the next working day', async () => {
      const project = await withHistory();
      const district = await world.as('office').districts.mine();
      await world.as('office').districts.update({ ...district, returnOpenWeekday: 5, returnWeekday: 7 });
      expect(await refused(world, () => world.as('officer').returns.submit(filled(project)))).toEqual({
        code: 'REFUSED',
        details: { reason: 'week-not-begun', week: THIS, opensOn: '2026-10-30' },
      });
      world.clock.now = instantAt(day('2026-10-30'), '00:00');
      const { week } = await world.as('officer').returns.mine();
      expect(week).toMatchObject({ opensOn: '2026-10-30', dueOn: '2026-11-02' });
      await world.as('officer').returns.submit(filled(project));
    });

    it('returns are not due before they open', async () => {
      world = await openWorld({ dialect });
      const district = await world.as('office').districts.mine();
      const act = () => world.as('office').districts.update({ ...district, returnOpenWeekday: 6 });
      expect(await refused(world, act)).toMatchObject({ code: 'REFUSED', details: { reason: 'returns-due-before-opening' } });
      expect(await world.as('office').districts.mine()).toEqual(district);
    });

    it('a submitted return counts at once, and the log names who sent it for whom', async () => {
      const project = await withHistory();
      expect(await doneOf(world, project)).toBe(wan(12_100));
      const sent = await world.as('officer').returns.submit(filled(project));
      expect(sent).toMatchObject({ state: 'submitted', submittedBy: '罗科员', submittedAt: thisThursday, version: 1 });
      expect(await doneOf(world, project)).toBe(wan(12_450));
      const [event] = await world.as('office').projects.history({ id: project.id });
      expect(event).toMatchObject({ action: 'return.submitted', actorName: '罗科员' });
      expect(JSON.parse(event?.after ?? '')).toMatchObject({ unitName: '住建局' });
    });

    it('a return may be put right until it is accepted, and stays one return', async () => {
      const project = await withHistory();
      const first = await world.as('officer').returns.submit(filled(project));
      const second = await world
        .as('officer')
        .returns.submit(filled(project, { doneThisWeek: wan(360), doneThisYear: wan(12_460), version: first.version }));
      expect(second).toMatchObject({ id: first.id, doneThisYear: wan(12_460), version: 2 });
      await world.as('office').returns.accept({ id: second.id, version: second.version });
      const failure = await refused(world, () => world.as('officer').returns.submit(filled(project, { version: 3 })));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'return-accepted' } });
    });

    it('the later of two who fill in one return gets the newer one and its author, and overwrites nothing', async () => {
      const project = await withHistory();
      await world.as('office').returns.submit(filled(project, { progress: '项目办代填。' }));
      const failure = await refused(world, () => world.as('officer').returns.submit(filled(project)));
      expect(failure).toMatchObject({
        code: 'CONFLICT',
        details: { changedBy: '宋科长', newer: { progress: '项目办代填。', version: 1 } },
      });
    });

    it('the office fills in for a unit, and the log holds both names', async () => {
      const project = await withHistory();
      const { sheet } = await world.as('office').returns.form({ projectId: project.id });
      expect(sheet).toMatchObject({ unitName: '住建局', previous: { week: LAST } });
      const sent = await world.as('office').returns.submit(filled(project));
      expect(sent).toMatchObject({ submittedBy: '宋科长', filledInFor: '住建局' });
      const [event] = await world.as('office').projects.history({ id: project.id });
      expect(event).toMatchObject({ actorName: '宋科长', actorRole: 'office' });
      expect(JSON.parse(event?.after ?? '')).toMatchObject({ unitName: '住建局', filledInFor: '住建局' });
    });

    it('another unit’s project does not exist for the officer', async () => {
      await withHistory();
      const foreign = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      expect((await refused(world, () => world.as('officer').returns.form({ projectId: foreign.id }))).code).toBe('NOT_FOUND');
      expect((await refused(world, () => world.as('officer').returns.submit(filled(foreign)))).code).toBe('NOT_FOUND');
    });

    it('a return sent back no longer counts; the figures fall back, and the unit sends it again', async () => {
      const project = await withHistory();
      const sent = await world.as('officer').returns.submit(filled(project));
      const back = await world.as('office').returns.sendBack({ id: sent.id, version: sent.version, reason: '累计与月报不一致，请核对' });
      expect(back).toMatchObject({ state: 'sent-back', sentBackReason: '累计与月报不一致，请核对' });
      expect(await doneOf(world, project)).toBe(wan(12_100));
      const again = await world
        .as('officer')
        .returns.submit(filled(project, { doneThisWeek: wan(300), doneThisYear: wan(12_400), version: back.version }));
      expect(again).toMatchObject({ id: sent.id, state: 'submitted', sentBackReason: null });
      expect(await doneOf(world, project)).toBe(wan(12_400));
    });

    it('the office sees who has and who has not returned', async () => {
      const project = await withHistory();
      const silent = await world.addProject({ name: '谷川镇中心小学重建', unitId: world.units.water.id });
      await world.as('officer').returns.submit(filled(project));
      const { counts, lines } = await world.as('office').returns.status({ week: null });
      expect(counts).toEqual({ submitted: 1, accepted: 0, 'sent-back': 0, missing: 1, total: 2, owed: 1 });
      expect(lines.map((line) => [line.id, line.unitName, line.current?.state ?? null])).toEqual(
        expect.arrayContaining([
          [project.id, '住建局', 'submitted'],
          [silent.id, '水利局', null],
        ]),
      );
      expect((await world.as('office').returns.status({ week: LAST })).counts.accepted).toBe(1);
    });

    const refusals: {
      name: string;
      project?: Partial<Parameters<World['addProject']>[0]>;
      fields: Partial<SubmitReturn>;
      reason: string;
    }[] = [
      { name: 'a week that is over', fields: { week: LAST }, reason: 'week-not-open' },
      { name: 'a week to come', fields: { week: Week.parse('2026-W45') }, reason: 'week-not-open' },
      { name: 'a project in reserve', project: { yearClass: 'reserve' }, fields: {}, reason: 'project-in-reserve' },
    ];
    for (const { name, project: changes, fields, reason } of refusals) {
      it(`${name} is refused and leaves nothing behind`, async () => {
        world = await openWorld({ dialect });
        const project = await world.addProject({ name: '农田水利修复三标', ...changes });
        const failure = await refused(world, () => world.as('officer').returns.submit(filled(project, fields)));
        expect(failure).toMatchObject({ code: 'REFUSED', details: { reason } });
      });
    }

    it('“no change” is not taken from a project that missed last week', async () => {
      const project = await withHistory();
      world.clock.now = instantAt(day('2026-11-05'), '10:00');
      const same = filled(project, {
        week: Week.parse('2026-W45'),
        doneThisWeek: wan(0),
        doneThisYear: wan(12_100),
        doneAtMonthEnd: null,
        progress: '土方回填完成 86%。',
      });
      const failure = await refused(world, () => world.as('officer').returns.submit(same));
      expect(failure).toMatchObject({ details: { reason: 'words-unchanged', because: 'missed' } });
      await world.as('officer').returns.submit({ ...same, problem: '上周停电，现场无法施工。' });
      expect(await doneOf(world, project)).toBe(wan(12_100));
    });

    it('a return sent again under its key, because the answer was lost, is one return and one event', async () => {
      const project = await withHistory();
      const key = '018f3c5e-7a51-4c0e-9d0e-0123456789ab';
      const sent = await world.as('officer').returns.submit(filled(project, { key }));
      const before = await traces(world);
      expect(await world.as('officer').returns.submit(filled(project, { key }))).toEqual(sent);
      expect(await traces(world)).toEqual(before);
      // Somebody else's key of the same letters is another one, and an older version is still a conflict.
      const colleague = await world.addAccount('officer', world.units.housing.id, '钱科员');
      const failure = await failureOf(world.as(colleague).returns.submit(filled(project, { key })));
      expect(failure.code).toBe('CONFLICT');
    });

    it('sent twice at once under one key, a return is kept once', async () => {
      const project = await withHistory();
      const key = '018f3c5e-7a51-4c0e-9d0e-0123456789ac';
      const before = await traces(world);
      const both = await Promise.allSettled([1, 2].map(() => world.as('officer').returns.submit(filled(project, { key }))));
      expect(both.filter((one) => one.status === 'fulfilled').length).toBeGreaterThan(0);
      const after = await traces(world);
      expect(after.returns.length).toBe(before.returns.length + 1);
      expect(after.seq).toBe(before.seq + 1);
    });

    it('a unit that owes is asked once, its officers hear of it, and who has returned is left in peace', async () => {
      const project = await withHistory();
      await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      await world.addAccount('officer', world.units.water.id, '邱科员');
      await world.as('officer').returns.submit(filled(project));
      const both = { week: THIS, unitIds: [world.units.housing.id, world.units.water.id] };
      expect(await world.as('office').returns.chase(both)).toMatchObject([{ unitId: world.units.water.id, owed: 1, byName: '宋科长' }]);
      expect((await world.as('office').returns.status({ week: null })).chases).toMatchObject([
        { unitId: world.units.water.id, at: thisThursday },
      ]);
      const told = await world.db.selectFrom('notice').select(['kind', 'text', 'on']).execute();
      expect(told).toEqual([{ kind: 'return-chased', text: '西泉水库除险加固', on: '2026-10-30' }]);
      const again = (unitId: typeof project.unitId) =>
        refused(world, () => world.as('office').returns.chase({ week: THIS, unitIds: [unitId] }));
      expect((await again(world.units.water.id)).details).toMatchObject({ reason: 'chased-just-now' });
      expect((await again(world.units.housing.id)).details).toMatchObject({ reason: 'nothing-owed' });
      world.clock.now = instantAt(day('2026-10-29'), '17:20');
      expect(await world.as('office').returns.chase(both)).toHaveLength(1);
      expect((await refused(world, () => world.as('office').returns.chase({ ...both, week: LAST }))).details).toMatchObject({
        reason: 'week-not-open',
      });
    });

    it('a return that was changed meanwhile is neither accepted nor sent back', async () => {
      const project = await withHistory();
      const sent = await world.as('officer').returns.submit(filled(project));
      await world.as('officer').returns.submit(filled(project, { version: sent.version, progress: '又改了一次。' }));
      const stale = { id: sent.id, version: sent.version };
      expect((await refused(world, () => world.as('office').returns.accept(stale))).code).toBe('CONFLICT');
      expect((await refused(world, () => world.as('office').returns.sendBack({ ...stale, reason: '请核对' }))).code).toBe('CONFLICT');
    });
  });
}
