import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '#server/config.ts';
import { hashToken } from '#server/kit/random.ts';
import { openServices, type RunningServer, startServer } from '#server/server.ts';
import * as setup from '#server/setup/store.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, phone, type Site } from '#tests/support/site.ts';
import { admit, PASSWORD } from '#tests/support/visitor.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const TOKEN = 'c'.repeat(64);
const OWN = 'Own-garden-77';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  await admit(world, 'admin', 'office');
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

describe('the first start', () => {
  let server: RunningServer;
  beforeEach(async () => {
    const clientFolder = path.resolve(import.meta.dirname, '../../dist/client');
    const config: Config = {
      ...world.services.config,
      store: { kind: 'sqlite', file: ':memory:' },
      clientFolder,
      host: '0.0.0.0',
      port: 0,
    };
    const services = await openServices(config);
    await setup.replaceLink(services.store.db, hashToken(TOKEN), services.clock());
    server = await startServer(services);
  });
  afterEach(() => server?.close());

  test('whoever opens the link founds the district; what was typed survives a mistake, and the link is then spent', async () => {
    const page = await site.pageOf(null, `${server.url}/setup#${TOKEN}`);
    await sees(page.getByRole('heading', { name: '初次设置' }));
    expect(page.url()).toBe(`${server.url}/setup`);
    await page.getByLabel('区县名称').fill('示例区');
    await page.getByRole('button', { name: '完成设置' }).click();
    await sees(page.getByText('须为 6 位数字'));
    expect(await page.getByLabel('区县名称').inputValue()).toBe('示例区');

    await page.getByLabel('行政区划代码').fill('999999');
    await page.getByLabel('发文机关').fill('示例区重点项目建设指挥部办公室');
    await page.getByLabel('机关代字').fill('示重办');
    await page.getByLabel('单位全称').fill('示例区发展和改革委员会');
    await page.getByLabel('单位简称').fill('发改委');
    for (const [at, name, username, password] of [
      [0, '何管理', 'he', 'First-horse-1'],
      [1, '宋科长', 'song', 'Second-horse-2'],
    ] as const) {
      await page.getByLabel('姓名', { exact: false }).nth(at).fill(name);
      await page.getByLabel('用户名', { exact: false }).nth(at).fill(username);
      await page.getByLabel(/^密码/).nth(at).fill(password);
      await page.getByLabel('再输一次密码').nth(at).fill(password);
    }
    await page.getByRole('button', { name: '完成设置' }).click();
    await sees(page.getByText('设置已完成'));
    await page.getByRole('link', { name: '去登录' }).click();
    await signIn(page, 'song', 'Second-horse-2');
    await sees(page.getByRole('button', { name: '宋科长的账号菜单' }).or(page.getByText('宋科长 · 发改委')).first());

    const again = await site.pageOf(null, `${server.url}/setup#${TOKEN}`);
    await sees(again.getByText('系统已完成初次设置'));
  });

  test('a link that is cut off says so; the right one pasted over it opens the form', async () => {
    const page = await site.pageOf(null, `${server.url}/setup#${TOKEN.slice(3)}`, phone);
    await sees(page.getByText('设置链接不完整或已失效'));
    await page.goto(`${server.url}/setup#${TOKEN}`);
    await sees(page.getByLabel('区县名称'));
  });

  test('away from localhost and without TLS the page works, and names what is switched off', async () => {
    const address = server.url.replace('localhost', '0.0.0.0');
    // A window without the site's ear: the browser itself remarks on the missing TLS.
    const page = await site.browser.newPage();
    await page.goto(address);
    await sees(page.getByText('未启用 TLS：离线填报、定位、屏幕常亮不可用'));
    await signIn(page, 'nobody', PASSWORD);
    await sees(page.getByText('用户名或密码不对'));
    const here = await site.pageOf(null, server.url);
    await sees(here.getByRole('button', { name: '登录' }));
    await seesNo(here.getByText('未启用 TLS'));
  });
});

test('the administrator makes an account, and its owner changes the first password before anything else', async () => {
  const page = await site.pageOf(world.actors.admin, '/');
  await sees(page.getByRole('heading', { name: '设置' }));
  await page.getByRole('button', { name: '新建账号' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('姓名').fill('罗新');
  await form.getByLabel('单位').selectOption({ label: '\u2003水利局' });
  await form.getByLabel('用户名').fill('luoxin');
  await form.getByLabel('初始密码').fill('short');
  await form.getByRole('button', { name: '新建账号' }).click();
  await sees(form.getByText('新密码不足 10 位'));
  await form.getByLabel('初始密码').fill('Given-paper-1');
  await form.getByRole('button', { name: '新建账号' }).click();
  await sees(page.getByRole('row', { name: /罗新.*水利局.*待改密码/ }));

  const own = await site.pageOf(null, '/');
  await signIn(own, 'luoxin', 'Given-paper-1');
  await sees(own.getByRole('heading', { name: '请先更改密码' }));
  await own.getByLabel('当前密码').fill('Given-paper-1');
  await own.getByLabel(/^新密码/).fill(OWN);
  await own.getByLabel('再输一次新密码').fill(OWN);
  await own.getByRole('button', { name: '保存' }).click();
  await sees(own.getByText('罗新 · 水利局'));
});

test('a reset shows the new password once', async () => {
  const page = await site.pageOf(world.actors.admin, '/settings/accounts', phone);
  await page.getByRole('button', { name: '重设密码：罗科员' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重设密码' }).click();
  await sees(page.getByRole('dialog').getByText(/^[0-9a-f]{10}-Tj[0-9a-f]{4}$/));
  await page.getByRole('button', { name: '我已记下' }).click();
  await seesNo(page.getByRole('dialog'));
});

test('of two who rename a unit at once the second sees what the first wrote, and loses nothing unseen', async () => {
  const [first, second] = [
    await site.pageOf(world.actors.office, '/settings/units'),
    await site.pageOf(world.actors.admin, '/settings/units'),
  ];
  for (const page of [first, second]) await page.getByRole('button', { name: '编辑水利局' }).click();
  await first.getByRole('dialog').getByLabel('名称').fill('水务局');
  await first.getByRole('button', { name: '保存' }).click();
  await sees(first.getByRole('rowheader', { name: '水务局' }));
  await second.getByRole('dialog').getByLabel('名称').fill('水利水务局');
  await second.getByRole('button', { name: '保存' }).click();
  await sees(second.getByText('刚改过这一项'));
  expect(await second.getByRole('dialog').getByLabel('名称').inputValue()).toBe('水利水务局');
  await second.getByRole('button', { name: '载入最新内容' }).click();
  expect(await second.getByRole('dialog').getByLabel('名称').inputValue()).toBe('水务局');
});

test('a unit that is in use is not closed, and the reason says what hangs on it', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/units');
  await page.getByRole('button', { name: '编辑住建局' }).click();
  await page.getByRole('dialog').getByLabel('在用').uncheck();
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('还有 1 个在用账号，没有停用'));
});

test('the office reads the rules with their source, and adopts another set after being asked', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/rules');
  await sees(page.getByRole('heading', { name: '现行规则（评项目）：推进通用规则' }));
  await sees(page.getByText('本系统自拟，非公开发布的规则'));
  await page.getByRole('button', { name: '试算并采用“银川市 2025”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '采用', exact: true }).click();
  await sees(page.getByRole('heading', { name: '现行规则（评项目）：银川市 2025' }));
  await sees(page.getByRole('link', { name: '查看出处' }));
});

test('the district’s settings are kept, and the frame shows its new name', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/district');
  await page.getByLabel('区县名称').fill('新示例区');
  await page.getByLabel('行政区划代码').fill('12');
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('须为 6 位数字'));
  await page.getByLabel('行政区划代码').fill('999997');
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('区县设置已保存'));
  await sees(page.getByRole('banner').getByText('新示例区'));
});
