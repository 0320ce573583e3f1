import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StepEntry } from '#shared/approvals/schema.ts';
import { addWeeks, day, dayOf, type Instant, instantAt, Month, timeOf, weekOf } from '#shared/kit/calendar.ts';
import { yinchuan2025 } from '#shared/lamps/presets/yinchuan-2025.ts';
import { arrange, defaultView } from '#shared/ledgers/view.ts';
import { RegistrationPaper } from '#shared/registrations/schema.ts';
import { ReturnPeriod, sumTallies } from '#shared/returns/punctuality.ts';
import { actorOf, findByUsername } from '../auth/store.ts';
import type { Config } from '../config.ts';
import { verifyChain } from '../events/store.ts';
import { systemRandom } from '../kit/random.ts';
import { openServices } from '../server.ts';
import type { Services } from '../services.ts';
import { openDiary } from './diary.ts';
import { callerOf } from './doors.ts';
import { drawFrom } from './draw.ts';
import { beginIn, finishIn, NotADemo, recordIn } from './folder.ts';
import { makeDemo } from './make.ts';

// A district is made in a second or two, and in many on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'tuijin-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configOf(file: string): Config {
  const base = { port: 0, host: '127.0.0.1', tls: null, proxies: 0, clientFolder: null, auditKey: 'a key for tests', devOrigin: null };
  return { ...base, dataFolder: folder, store: { kind: 'sqlite', file: path.join(folder, file), isBeingMade: true } };
}

async function make(file: string, present: Instant, options: { seed?: number; projects?: number; weeks?: number } = {}) {
  const services = await openServices(configOf(file), { clock: () => present, random: systemRandom });
  const { displayToken } = await makeDemo(services, { projects: 24, weeks: 7, seed: 7, ...options, present });
  return Object.assign(services, { displayToken });
}

async function officeOf(services: Services, present: Instant) {
  const row = await findByUsername(services.store.db, 'office');
  if (!row) throw new Error('no office');
  return callerOf(services, { now: present }, actorOf(row));
}

/** The figures of a district, by names and not by ids: those are drawn anew each time. */
async function figuresOf(services: Services) {
  return services.store.db
    .selectFrom('weekly_return')
    .innerJoin('project', 'project.id', 'weekly_return.projectId')
    .select(['project.name', 'project.totalInvestment', 'week', 'state', 'doneThisWeek', 'doneThisYear', 'doneAtMonthEnd', 'progress'])
    .orderBy('project.key')
    .orderBy('week')
    .execute();
}

describe('the demo district', () => {
  const present = instantAt(day('2026-11-24'), '10:30');
  let services: Awaited<ReturnType<typeof make>>;
  /** A neighbour, in which a project is still before its start. */
  let other: typeof services;
  beforeAll(async () => {
    services = await make('one.db', present);
    other = await make('three.db', present, { seed: 8 });
  });
  afterAll(async () => {
    for (const made of [services, other]) await made.store.close();
  });

  it('what came in the last days waits in the bells, what is older was read; every unit has a contact', async () => {
    const { db } = services.store;
    const told = await db.selectFrom('notice').select(['kind', 'readAt', 'at']).execute();
    const waiting = told.filter((notice) => notice.readAt === null);
    expect(waiting.length).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(waiting.length);
    const contacts = await db.selectFrom('contact').innerJoin('unit', 'unit.id', 'contact.unitId').select('unit.kind').execute();
    expect(contacts.filter((contact) => contact.kind === 'town')).toHaveLength(4);
  });

  it('its office keeps views of the ledgers, and each shows something', async () => {
    const office = await officeOf(services, present);
    for (const ledger of ['progress', 'approvals', 'problems'] as const) {
      const [kept] = await office.views.list({ place: ledger });
      const { records } = await office.ledgers.rows({ ledger });
      expect(arrange(ledger, kept?.place === ledger ? kept.view : defaultView(ledger), records).length, kept?.name).toBeGreaterThan(0);
      expect(kept?.isShared).toBe(true);
    }
  });

  it('has files on a project and its 专班, a pair that became one, and a list that was applied', async () => {
    const { db } = services.store;
    const [attached] = await db
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.fileId')
      .select(['projectId', 'boundAt'])
      .execute();
    expect(attached?.boundAt).not.toBeNull();
    expect(await db.selectFrom('task_force').select('projectId').execute()).toMatchObject([{ projectId: attached?.projectId }]);
    expect(await db.selectFrom('project').select('id').where('mergedIntoId', 'is not', null).execute()).toHaveLength(1);
    const office = await officeOf(services, present);
    const [batch] = await office.imports.list();
    expect(batch).toMatchObject({ kind: 'key-projects', fileName: '重点项目清单（建设内容修订）.csv' });
    expect(batch?.appliedAt).not.toBeNull();
  });

  it('its approvals show stops, tolerance, plans side by side and what is not needed; registrations their papers', async () => {
    const { db } = other.store;
    const rows = await db.selectFrom('approval_step').select(['course', 'needs', 'templateId']).execute();
    const told = rows.flatMap(({ course }) => (course === null ? [] : StepEntry.array().parse(JSON.parse(course))));
    const kinds = new Set(told.map((entry) => (entry.kind === 'stopped' ? entry.cause : entry.kind)));
    for (const kind of ['supplement', 'review', 'publicity', 'tolerated', 'resumed', 'exempt']) expect(kinds).toContain(kind);
    expect(rows.some(({ needs, templateId }) => templateId !== null && needs !== '[]')).toBe(true);
    const registrations = await db.selectFrom('registration').select('papers').execute();
    expect(registrations.length).toBeGreaterThan(0);
    for (const { papers } of registrations) expect(RegistrationPaper.array().parse(JSON.parse(papers ?? '[]')).length).toBeGreaterThan(2);
  });

  it('something waits for everybody: an answer to close, one sent back, remarks, units that were asked', async () => {
    const { db } = services.store;
    const answered = await db.selectFrom('decision_answer').select('sentBackReason').orderBy('id').execute();
    expect(answered.map(({ sentBackReason }) => sentBackReason !== null)).toEqual([false, true]);
    expect((await db.selectFrom('remark').select('id').execute()).length).toBeGreaterThan(0);
    expect((await db.selectFrom('chase').select('id').execute()).length).toBeGreaterThan(0);
  });

  it('its meeting room has a screen that opens without a sign-in', async () => {
    await expect(callerOf(services, { now: present }, null).displays.enter({ token: services.displayToken })).resolves.toEqual({
      ok: true,
    });
  });

  it('its chain of events holds from the founding on, and nothing lies in the future', async () => {
    const report = await verifyChain(services.store.db, 'a key for tests');
    expect(report).toMatchObject({ broken: null, isHeadTrue: true });
    expect(report.events).toBeGreaterThan(300);
    const last = await services.store.db.selectFrom('event').select('at').orderBy('at', 'desc').executeTakeFirstOrThrow();
    expect(last.at <= present).toBe(true);
  });

  it('has lamps of all colours, a few returns missing, and something that is late', async () => {
    const { cards } = await (await officeOf(services, present)).board.snapshot();
    expect(cards.map((card) => card.lamp)).toEqual(expect.arrayContaining(['red', 'yellow', 'green']));
    const owing = cards.filter((card) => card.yearClass !== 'reserve');
    const share = owing.filter((card) => card.returned !== null).length / owing.length;
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(1);
    const decisions = await services.store.db.selectFrom('decision').select('dueOn').where('state', '=', 'open').execute();
    expect(decisions.some((decision) => decision.dueOn < dayOf(present))).toBe(true);
  });

  it('its lamps show what else counts: other sets, a justified reason, a lamp set by hand, a site that was checked, payments', async () => {
    const office = await officeOf(services, present);
    const { current } = await office.lamps.ruleSets();
    expect(current.map(({ rates }) => rates)).toEqual(['project', 'unit', 'task']);
    const overview = await office.lamps.month({ month: Month.parse('2026-10') });
    expect(Math.min(overview.others.unit, overview.others.task)).toBeGreaterThan(0);
    const groups = await Promise.all(
      (['red', 'yellow', 'green', 'unrated'] as const).map((lamp) => office.lamps.rows({ month: Month.parse('2026-11'), lamp })),
    );
    const rows = groups.flat();
    const reasons = rows.flatMap((row) => row.reasons);
    expect(reasons.some(({ exemption }) => exemption?.kind === 'justified')).toBe(true);
    expect(reasons.some(({ facts }) => facts.code === 'investment' && facts.checked?.isUsed)).toBe(true);
    expect(rows.some(({ override }) => override !== null)).toBe(true);
    const tried = await office.lamps.tryRules({ ruleSet: yinchuan2025, months: 0 });
    expect(tried.flatMap(({ turns }) => turns).some(({ reason }) => reason?.dimension === 'payment')).toBe(true);
  });

  it('this week’s meeting is ahead, with its agenda', async () => {
    const { meeting, items } = await (await officeOf(services, present)).meetings.current();
    expect(meeting).toMatchObject({ week: '2026-W48', day: '2026-11-30', state: 'planned' });
    expect(items.length).toBeGreaterThanOrEqual(6);
  });

  it('reconstruction has a series of its own: one meeting held under its own number, minutes issued, the next agenda open', async () => {
    const office = await officeOf(services, present);
    const [own, dispatch] = await office.series.list();
    expect([own?.isDefault, dispatch?.name, dispatch?.kind]).toEqual([true, '灾后重建调度会', 'reconstruction']);
    if (!dispatch) throw new Error('no second series');
    const held = (await office.meetings.list({ seriesId: dispatch.id })).filter(({ meeting }) => meeting.state === 'closed');
    expect(held).toMatchObject([{ meeting: { number: 26, week: '2026-W46', documentId: expect.stringMatching(/^doc_/), reportId: null } }]);
    expect(held[0]?.decisions).toBeGreaterThan(0);
    const { meeting, items } = await office.meetings.current({ seriesId: dispatch.id });
    expect(meeting).toMatchObject({ number: 27, week: '2026-W47', day: '2026-11-26', state: 'planned' });
    expect(items.length).toBeGreaterThanOrEqual(3);
  });

  it('the last month is cut and its bulletin waits to be reviewed', async () => {
    const office = await officeOf(services, present);
    const view = await office.bulletins.view({});
    expect(view).toMatchObject({ month: '2026-10', bulletin: { state: 'drafting' } });
    expect(view.cut).not.toBeNull();
    expect((await office.inspections.current({})).entries.length).toBeGreaterThan(5);
  });

  it('its 填报台账 has something of each kind: late, filled in, missing, sent back, unchanged, corrected', async () => {
    const { lines } = await (await officeOf(services, present)).punctuality.ledger({ period: ReturnPeriod.parse('2026-Q4') });
    const total = sumTallies(lines);
    expect(Object.entries(total).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('every cumulative is the sum of its year’s weeks', async () => {
    const sums = new Map<string, number>();
    for (const row of await figuresOf(services)) {
      const before = sums.get(row.name);
      if (before !== undefined) expect(row.doneThisYear).toBe(before + row.doneThisWeek);
      sums.set(row.name, row.doneThisYear);
    }
    expect(sums.size).toBeGreaterThan(20);
  });

  it('the same seed on the same day makes the same figures, another seed makes others', async () => {
    const again = await make('two.db', present);
    const figures = await figuresOf(services);
    expect(await figuresOf(again)).toEqual(figures);
    expect(await figuresOf(other)).not.toEqual(figures);
    await again.store.close();
  });
});

describe('a demo on awkward days', () => {
  it.each([
    ['a Monday before the meeting', '2026-11-23', '08:10'],
    ['a Monday after its hour', '2026-11-23', '16:40'],
    ['a Sunday night', '2026-11-22', '23:55'],
    ['the first of a month, just after midnight', '2026-10-01', '00:20'],
    ['in the National Day holiday', '2026-10-05', '11:00'],
    ['the first days of a year', '2026-01-02', '09:00'],
    ['New Year’s Eve', '2026-12-31', '18:00'],
  ])('%s: the meeting in hand is ahead', async (name, on, time) => {
    const present = instantAt(day(on), time);
    const services = await make(`${name}.db`, present, { projects: 10, weeks: 6 });
    const { meeting } = await (await officeOf(services, present)).meetings.current();
    expect(meeting.state).toBe('planned');
    expect(`${meeting.day} ${meeting.time}` > `${dayOf(present)} ${timeOf(present)}`).toBe(true);
    expect(meeting.week >= addWeeks(weekOf(dayOf(present)), -1)).toBe(true);
    expect(await (await officeOf(services, present)).series.list()).toHaveLength(2);
    await services.store.close();
  });
});

describe('the demo’s folder', () => {
  it('is made beside what is there, and put in its place when it is whole', () => {
    const own = mkdtempSync(path.join(folder, 'own-'));
    const config = { ...configOf('x.db'), dataFolder: own };
    expect(recordIn(own)).toBeNull();
    const { store } = beginIn(config);
    expect(recordIn(own)).toBeNull();
    if (store.kind !== 'sqlite') throw new Error('the demo is embedded');
    return openServices({ ...config, store }).then(async (services) => {
      await services.store.close();
      const record = { madeAt: instantAt(day('2026-11-24'), '10:30'), seed: 1, projects: 2, weeks: 3, displayToken: 'f'.repeat(64) };
      finishIn(own, record);
      expect(recordIn(own)).toEqual(record);
    });
  });

  it('that holds people’s own records is left alone', async () => {
    const own = mkdtempSync(path.join(folder, 'real-'));
    const services = await openServices({
      ...configOf('x.db'),
      dataFolder: own,
      store: { kind: 'sqlite', file: path.join(own, 'tuijin.db') },
    });
    await services.store.close();
    expect(() => recordIn(own)).toThrow(NotADemo);
  });
});

describe('what the demo is drawn with', () => {
  it('a seed’s draws are its own, and a fork does not disturb them', () => {
    const one = drawFrom(5);
    const two = drawFrom(5);
    one.fork('aside').number();
    expect([one.number(), one.whole(1, 9)]).toEqual([two.number(), two.whole(1, 9)]);
    expect(two.shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });

  it('a diary is lived in order, later pages included, and ends with the present', async () => {
    const at = (time: string) => instantAt(day('2026-11-24'), time);
    const diary = openDiary(at('08:00'), at('12:00'));
    const lived: string[] = [];
    const note = (text: string) => async () => void lived.push(text);
    diary.at(at('11:00'), note('third'));
    diary.at(at('13:00'), note('never'));
    diary.at(at('09:00'), async () => {
      lived.push('first');
      diary.at(at('10:00'), note('second'));
    });
    await diary.run(
      () => undefined,
      () => undefined,
    );
    expect(lived).toEqual(['first', 'second', 'third']);
  });
});
