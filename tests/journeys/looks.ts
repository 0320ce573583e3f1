import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import { type Day, instantAt, type Month, type Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import { messyKeyProjects } from '#tests/fixtures/imports/lists.ts';
import { known } from '#tests/support/known.ts';
import { previewList } from '#tests/support/lists.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { desk, openSite, phone, type Site, wall } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { bareRoutes, routes } from '../../client/src/app/routes.ts';

type Language = 'zh' | 'en';

type Who = 'office' | 'officer' | 'leader' | 'inspector' | 'admin' | 'nobody' | 'screen';
/** `open` does what a person does to see more than the page as it opens. */
type Look = { address: string; who: Who; size?: typeof desk; open?: (page: Page) => Promise<void>; what?: string };

let world: World;
let site: Site;
const places: Record<string, string> = {};
/** Something of everything: lamps of each colour, returns in each state, a meeting behind and one open, an issued bulletin. */
async function seed(): Promise<void> {
  const [office, officer] = [() => world.as('office'), () => world.as('officer')];
  const names = [
    '北湖片区雨污分流改造工程',
    '东林街道排涝泵站修复工程',
    '区中医院综合能力提升项目',
    '谷川镇中心小学恢复重建项目',
    '工业园区储能电站',
  ];
  const ids: Id<'project'>[] = [];
  for (const [at, name] of names.entries()) {
    ids.push((await world.addProject({ name, kind: at === 3 ? 'reconstruction' : 'key', code: `2603-999999-04-01-11865${at}` })).id);
  }
  const [lake, pump, clinic, school] = [known(ids[0]), known(ids[1]), known(ids[2]), known(ids[3])];
  async function report(projectId: Id<'project'>, week: string, done: number): Promise<void> {
    const amounts = { doneThisWeek: wan(300), doneThisYear: wan(done), doneAtMonthEnd: week === '2026-W44' ? wan(done) : null };
    const words = { progress: '主体结构完成，室外管网同步推进。', problem: '电力迁改未完成', nextStep: '办理施工许可', request: null };
    await officer().returns.submit({ projectId, week: week as Week, ...amounts, ...words, version: 0 });
  }

  // September: cut, reviewed, signed, issued.
  for (const [at, id] of [lake, pump, clinic, school].entries()) await report(id, '2026-W40', [8_900, 7_500, 4_000, 8_000][at] ?? 0);
  await office().lamps.cut({ month: '2026-09' as Month });
  const second = await world.addAccount('office', world.officeUnitId, '秦科员');
  const acts = [
    [world.actors.office, 'submit'],
    [second, 'approve'],
    [world.actors.leader, 'sign'],
    [world.actors.office, 'issue'],
  ] as const;
  for (const [actor, act] of acts) {
    const { bulletin } = await world.as(actor).bulletins.view({ month: '2026-09' as Month });
    await world.as(actor).bulletins.move({ month: '2026-09' as Month, act, version: bulletin?.version ?? 0 });
  }
  places.bulletin = (await office().bulletins.view({ month: '2026-09' as Month })).bulletin?.documentId ?? '';

  // Last week's meeting: one decision, closed.
  world.clock.now = instantAt('2026-10-23' as Day, '10:00');
  for (const id of [lake, pump, clinic]) await report(id, '2026-W43', 9_000);
  world.clock.now = instantAt('2026-10-26' as Day, '09:00');
  const lastWeek = '2026-W43' as Week;
  const item = await office().agenda.add({ week: lastWeek, projectId: lake });
  const versionOf = async (week: Week) => ({ week, version: (await office().meetings.get({ week })).meeting.version });
  await office().meetings.open(await versionOf(lastWeek));
  await office().decisions.make({
    ...{ week: lastWeek, agendaItemId: item.id, text: '十月底前完成电力迁改', ownerUnitId: world.units.housing.id },
    ...{ helperUnitIds: [world.units.water.id], supervisor: '郑副区长', dueOn: '2026-10-28' as Day },
  });
  await office().meetings.close(await versionOf(lastWeek));

  // This week: returns in every state, ledgers, entries of every kind, the next meeting open.
  world.clock.now = instantAt('2026-10-29' as Day, '15:20');
  for (const [at, id] of [lake, pump, clinic].entries()) await report(id, '2026-W44', 9_300 + at * 700);
  const states = (await office().returns.status({ week: null })).lines.flatMap(({ current }) => (current ? [current] : []));
  await office().returns.accept({ id: known(states[0]).id, version: 1 });
  await office().returns.sendBack({ id: known(states[1]).id, version: 1, reason: '累计与台账不符' });
  await office().problems.raise({ projectId: lake, title: '电力迁改未完成', category: 'construction', raisedOn: '2026-10-12' as Day });
  for (const [at, state] of (['done', 'accepted', 'pending'] as const).entries()) {
    await office().approvals.create({
      ...{ projectId: lake, name: ['用地预审', '环评', '施工许可'][at] ?? '', group: 'land', agencyUnitId: null, limitDays: 5 },
      ...{ limitUnit: 'workday', state, acceptedOn: state === 'pending' ? null : ('2026-10-12' as Day), dueOn: null },
      ...{ doneOn: state === 'done' ? ('2026-10-16' as Day) : null, documentNumber: null, tolerantUntil: null },
    });
  }
  await office().agenda.add({ projectId: lake });
  await office().agenda.add({ projectId: null, title: '研究冬季施工安全工作' });
  await office().bulletins.nominate({ projectId: pump, kind: 'praise' });
  for (const id of [lake, pump, clinic]) await office().inspections.addStop({ projectId: id });
  await office().flags.propose({ projectId: lake, colour: 'red', basis: '进度第一' });
  const { inspection, entries } = await office().inspections.current();
  await office().inspections.open({ id: known(inspection.id), version: known(inspection.version) });
  const marks = { investment: 280, works: 230, approvals: 180, site: 140, rectification: 90 };
  await world.as('inspector').scoresheets.submit({ entryId: known(entries[0]).id, marks, remark: null, version: null });
  await office().meetings.open(await versionOf('2026-W44' as Week));
  const { token } = await office().displays.create({ name: '一号会议室大屏' });
  const begun = await office().reports.begin({ subject: { about: 'theme', title: '征迁受阻项目', projectIds: [lake, pump] } });
  places.report = begun.id;
  places.project = lake;
  places.batch = (await previewList(world, messyKeyProjects)).id;
  places.token = token;
}

const isDialog = (page: Page) => sees(page.getByRole('dialog'));
const openFirst = (role: 'button' | 'menuitem', name: RegExp) => async (page: Page) => {
  await page.getByRole(role, { name }).first().click();
};

const looks: readonly Look[] = [
  { address: '/', who: 'nobody', what: 'signing in' },
  { address: '/setup', who: 'nobody' },
  { address: '/', who: 'office', what: 'the board' },
  {
    ...{ address: '/?lanes=leader', who: 'office', what: 'the cycle in lanes, in the dark' },
    open: (page) => page.evaluate(() => void document.documentElement.setAttribute('data-theme', 'dark')),
  },
  {
    ...{ address: '/?view=lamps', who: 'office', what: 'cards that are picked' },
    open: async (page) => {
      await page.getByRole('article').first().focus();
      for (const key of ['x', 'Shift+ArrowDown']) await page.keyboard.press(key);
      await page.getByRole('toolbar').getByRole('button').first().click();
    },
  },
  {
    ...{ address: '/?view=lamps', who: 'office', what: 'a card lifted and a word asked for' },
    open: async (page) => {
      await page.getByRole('article').last().focus();
      for (const key of [' ', 'ArrowLeft', ' ']) await page.keyboard.press(key);
      await isDialog(page);
    },
  },
  { address: '/', who: 'office', size: phone, what: 'the board' },
  { address: '/', who: 'office', what: 'a card’s menu', open: openFirst('button', /的操作$|^Actions for/) },
  { address: '/', who: 'office', what: 'the account menu', open: openFirst('button', /宋科长/) },
  { address: '/', who: 'officer', what: 'the own board' },
  { address: '/home', who: 'office' },
  { address: '/home', who: 'officer', size: phone },
  { address: '/home', who: 'leader', what: 'a remark’s wordings', open: openFirst('button', /^(批示：|Remark on )/) },
  { address: '/returns', who: 'office' },
  { address: '/returns?project={project}', who: 'office' },
  { address: '/returns', who: 'officer' },
  { address: '/returns/ledger', who: 'office', what: 'the rows behind a number', open: openFirst('button', /应报|Owed/) },
  { address: '/meetings', who: 'office' },
  { address: '/meetings/2026-W43', who: 'leader' },
  { address: '/meetings/console', who: 'office' },
  { address: '/meetings/console', who: 'office', what: 'typing a decision', open: (page) => page.keyboard.press('d') },
  { address: '/bulletins', who: 'office' },
  { address: '/bulletins?month=2026-09', who: 'leader' },
  { address: '/bulletins/versions/2026-09', who: 'leader' },
  { address: '/bulletins/cosign', who: 'officer' },
  { address: '/documents?year=2026', who: 'leader' },
  { address: '/documents?year=2026', who: 'officer' },
  { address: '/reports', who: 'office' },
  { address: '/reports/{report}', who: 'office' },
  { address: '/inspections', who: 'office', what: 'results' },
  { address: '/inspections?view=plan', who: 'office', what: 'the plan' },
  {
    address: '/inspections?view=plan',
    who: 'office',
    what: 'the plan’s form',
    open: async (page) => {
      await page.getByRole('button', { name: /^(修改方案|Edit the plan|Change the plan|Edit)/ }).click();
      await isDialog(page);
    },
  },
  { address: '/inspections/2026-Q4', who: 'leader' },
  { address: '/projects/new', who: 'office' },
  { address: '/projects/carry', who: 'office' },
  { address: '/projects/{project}/overview', who: 'office' },
  { address: '/projects/{project}/progress', who: 'office' },
  { address: '/projects/{project}/steps', who: 'office' },
  {
    ...{ address: '/projects/{project}/overview', who: 'office', what: 'the papers of its registration' },
    open: openFirst('button', /^(登记入库|Record registration)$/),
  },
  { address: '/projects/{project}/problems', who: 'office' },
  { address: '/projects/{project}/decisions', who: 'office' },
  { address: '/projects/{project}/ratings', who: 'office' },
  { address: '/projects/{project}/attachments', who: 'office' },
  { address: '/projects/{project}/history', who: 'office' },
  { address: '/?view=stage&lanes=kind', who: 'office', what: 'the stages in lanes' },
  { address: '/?view=lamps', who: 'office' },
  { address: '/?view=flags', who: 'leader' },
  { address: '/lamps', who: 'office', what: 'the month as it stands' },
  { address: '/lamps/2026-09', who: 'office', what: 'a month that was cut' },
  { address: '/lamps/2026-09', who: 'leader' },
  { address: '/approvals', who: 'office', what: 'what waits with agencies' },
  { address: '/approvals', who: 'officer', size: phone, what: 'rows as blocks' },
  { address: '/approvals/counts', who: 'leader' },
  { address: '/approvals/counts/rows?by=all&show=owed', who: 'leader' },
  { address: '/problems', who: 'office' },
  { address: '/ledgers', who: 'office' },
  { address: '/ledgers/approvals', who: 'office' },
  { address: '/ledgers/approvals', who: 'leader', what: 'the columns', open: openFirst('button', /^(选择列|Columns)$/) },
  {
    address: '/ledgers/problems',
    who: 'office',
    what: 'a column’s panel',
    open: async (page) => {
      await page
        .getByRole('columnheader', { name: /^(责任单位|Unit)/ })
        .getByRole('button')
        .click();
      await isDialog(page);
    },
  },
  { address: '/ledgers/registrations', who: 'officer' },
  { address: '/print/ledgers/progress', who: 'office' },
  { address: '/figures', who: 'office' },
  { address: '/figures', who: 'officer', size: phone },
  { address: '/figures/rows?period=2026&set=yearPlan.base', who: 'leader' },
  { address: '/import', who: 'office' },
  { address: '/import?batch={batch}', who: 'office', what: 'a preview' },
  {
    address: '/import?batch={batch}',
    who: 'office',
    what: 'what columns mean',
    open: async (page) => {
      await page.getByRole('button', { name: /^(更正列的含义|Correct the columns)$/ }).click();
      await isDialog(page);
    },
  },
  {
    ...{ address: '/meetings', who: 'office', what: 'what proposes items' },
    open: async (page) => {
      await openFirst('button', /^(提示规则|Rules)$/)(page);
      await isDialog(page);
    },
  },
  {
    ...{ address: '/meetings', who: 'leader', what: 'the link to the calendar' },
    open: async (page) => {
      await openFirst('button', /^(日历订阅|Calendar)$/)(page);
      await isDialog(page);
    },
  },
  { address: '/print/meetings/2026-W44/papers', who: 'leader' },
  { address: '/print/meetings/2026-W44/sign-in', who: 'office' },
  { address: '/meetings/2026-W44/words', who: 'office' },
  { address: '/decisions', who: 'office' },
  { address: '/decisions/own', who: 'officer', size: phone },
  { address: '/print/decisions', who: 'leader' },
  { address: '/displays', who: 'office' },
  { address: '/notices', who: 'leader' },
  { address: '/notices', who: 'officer', size: phone },
  { address: '/settings', who: 'office' },
  { address: '/settings/units', who: 'office' },
  { address: '/settings/channels', who: 'office' },
  { address: '/settings/calendar', who: 'office' },
  { address: '/settings/district', who: 'office' },
  { address: '/settings/meetings', who: 'office' },
  { address: '/settings/limits', who: 'office' },
  { address: '/settings/wordings', who: 'office' },
  { address: '/settings/rules', who: 'office' },
  {
    ...{ address: '/settings/rules/edit?from=yinchuan-2025', who: 'office', what: 'a set as a form that was asked for' },
    open: openFirst('button', /^(检查并试算|Check and try)$/),
  },
  { address: '/settings/rules/edit?as=json', who: 'office', what: 'a set as JSON' },
  { address: '/settings/accounts', who: 'admin' },
  { address: '/password', who: 'office' },
  { address: '/nowhere', who: 'office' },
  { address: '/print/bulletin/2026-10', who: 'office' },
  { address: '/print/approvals/{project}', who: 'office' },
  { address: '/print/project/{project}', who: 'leader' },
  { address: '/print/{bulletin}', who: 'leader' },
  { address: '/screen', who: 'screen', size: wall },
  { address: '/', who: 'nobody', size: phone, what: 'signing in' },
  { address: '/returns', who: 'officer', size: phone },
  { address: '/projects/{project}/overview', who: 'officer', size: phone },
  { address: '/score', who: 'inspector', size: phone },
  { address: '/meetings/console', who: 'office', size: phone },
];

const actorOf = (who: Who): Actor | null => (who === 'nobody' || who === 'screen' ? null : world.actors[who]);

/** What is opened once under its name: opening a window takes longer than looking at a page. */
function kept<Opened>(): (key: string, open: () => Promise<Opened>) => Promise<Opened> {
  const all = new Map<string, Promise<Opened>>();
  return (key, open) => {
    const opened = all.get(key) ?? open();
    all.set(key, opened);
    return opened;
  };
}

/** One window for each person and size: an account has three sessions at most, and a fourth would end the first. */
let windowOnce = kept<BrowserContext>();
let pageOnce = kept<Page>();
function pageFor({ who, size = desk }: Look, language: Language): Promise<Page> {
  const key = `${who} ${size.width}`;
  return pageOnce(`${key} ${language}`, async () => {
    const context = await windowOnce(key, () => site.windowOf(actorOf(who), size));
    const page = await context.newPage();
    await page.addInitScript((chosen) => {
      // The blank page before the first address has no storage.
      if (location.protocol !== 'about:') localStorage.setItem('tuijin.language', chosen);
    }, language);
    if (who === 'screen') {
      await page.goto(`/screen#${places.token}`);
      await page.waitForURL(`${site.url}/screen`);
    }
    return page;
  });
}

/** Once the page stands: it has its heading or its sheet, and nothing is being loaded. */
async function settle(page: Page): Promise<void> {
  // A heading may be there for screen readers alone.
  await page.getByRole('heading', { level: 1 }).or(page.getByRole('article')).first().waitFor({ state: 'attached' });
  await seesNo(page.getByRole('status', { name: /^(正在载入|Loading)/ }));
}

async function violationsOf(page: Page, rules: string[] | null = null): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (only) => window.axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) }),
    rules,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, any, all, none }) => `${id}: ${String(target)} ${[...any, ...all, ...none].map((check) => check.message).join('; ')}`,
      ),
    );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Looks at every page in a language. Each language is a file of its own, so that both are looked at at once. */
export function lookAtEveryPage(language: Language): void {
  beforeAll(async () => {
    world = await openWorld({ now: instantAt('2026-10-02' as Day, '10:00') });
    await seed();
    site = await openSite(world);
    windowOnce = kept();
    pageOnce = kept();
  }, 60_000);
  afterAll(() => site?.close());

  describe('nobody is kept out of', () => {
    test.each(looks.map((look) => [nameOf(look), look] as const))('%s', async (_name, look) => {
      const page = await pageFor(look, language);
      await page.goto(look.address.replace(/\{(\w+)\}/, (_all, place: string) => places[place] ?? ''));
      await settle(page);
      // Whose session has ended is shown the way in, where nothing is ever wrong.
      if (look.who !== 'nobody') expect(await page.getByRole('form', { name: /^(登录|Sign in)$/ }).count()).toBe(0);
      await look.open?.(page);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language === 'zh' ? 'zh-CN' : 'en');
      expect(await violationsOf(page)).toEqual([]);
      // The same page on a device that is set to dark: what changes is colours alone, in every language.
      if (language === 'zh') {
        await page.emulateMedia({ colorScheme: 'dark' });
        // A sheet to be printed is drawn as it was opened.
        if (look.address.startsWith('/print')) await page.reload().then(() => settle(page));
        if (look.who !== 'nobody') await page.locator('html[data-theme="dark"]').waitFor();
        const inTheDark = await violationsOf(page, ['color-contrast']);
        await page.emulateMedia({ colorScheme: 'light' });
        expect(inTheDark, 'in the dark').toEqual([]);
      }
      site.expectNoComplaints();
    });
  });
}

function nameOf({ address, who, what, size }: Look): string {
  return [address, `as ${who}`, what, size === phone ? 'on a phone' : null].filter(Boolean).join(', ');
}

/** The addresses of the app that no look goes to. */
export function unseenPages(): string[] {
  const seen = looks.map(({ address }) => address.replace(/\?.*/, ''));
  const isSeen = (path: string) => {
    const pattern = new RegExp(`^${path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`);
    return seen.some((address) => pattern.test(address));
  };
  return [...routes, ...bareRoutes].map(({ path }) => path).filter((path) => !isSeen(path));
}
