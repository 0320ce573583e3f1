import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendDue } from '#server/channels/sending.ts';
import type { Week } from '#shared/kit/calendar.ts';
import { openMailServer } from '#tests/support/receivers.ts';
import { sees } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
let site: Site;
let mail: Awaited<ReturnType<typeof openMailServer>>;

beforeAll(async () => {
  world = await openWorld();
  await world.addProject({ name: '北湖片区雨污分流改造工程' });
  const contact = { unitId: world.units.housing.id, name: '罗科员', duty: null, phone: null, email: 'luo@example.gov.cn' };
  await world.as('office').contacts.add(contact);
  mail = await openMailServer();
  site = await openSite(world);
});
afterAll(async () => {
  await site?.close();
  await mail?.close();
});

test('the office sets up a mail server, tries it, chases, and sees what became of it', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/channels');
  const form = page.getByRole('form', { name: '邮件' });
  await form.getByLabel('启用').check();
  await form.getByRole('button', { name: '保存' }).click();
  await sees(form.getByText('请填服务器地址'));
  await form.getByLabel('SMTP 服务器').fill('127.0.0.1');
  await form.getByLabel('端口').fill(String(mail.port));
  await form.getByLabel('加密').selectOption('不加密（常用 25）');
  await form.getByLabel('发件邮箱').fill('tuijin@example.gov.cn');
  await form.getByLabel('登录用户').fill('tuijin');
  await form.getByLabel('密码或授权码').fill('8f3k-22-geheim');
  await form.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('已保存', { exact: true }));
  expect(await form.getByLabel('密码或授权码').inputValue()).toBe('');
  await sees(form.getByText('已保存，不显示；不改可不填'));

  const trial = page.getByRole('form', { name: '测试发到' });
  await trial.getByRole('textbox').fill('song@example.gov.cn');
  await trial.getByRole('button', { name: '发一条测试' }).click();
  await sees(page.getByText('测试消息已发出，请查收'));
  expect(mail.letters.map(({ to }) => to)).toEqual([['song@example.gov.cn']]);

  mail.state.refusal = '550 5.7.1 relaying denied';
  await world.as('office').returns.chase({ week: '2026-W44' as Week, unitIds: [world.units.housing.id] });
  await sendDue(world.services);
  const row = page.getByRole('row', { name: /luo@example.gov.cn/ });
  await sees(row.getByText(/relaying denied/));
  mail.state.refusal = null;
  world.clock.now = (await world.as('office').channels.list()).dispatches[0]?.nextAt ?? world.clock.now;
  await sendDue(world.services);
  await sees(row.getByText('已发'));
  expect(mail.letters.map(({ to }) => to)).toEqual([['song@example.gov.cn'], ['luo@example.gov.cn']]);
  site.expectNoComplaints();
});
