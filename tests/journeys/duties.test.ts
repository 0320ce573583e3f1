import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { updateOf } from '#shared/problems/flow.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, phone, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

test('the bell rings while the page is open, leads to the place, and falls silent once it was read', async () => {
  const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
  const page = await site.pageOf(world.actors.officer, '/returns', phone);
  await sees(page.getByRole('link', { name: '通知', exact: true }));
  const problem = await world.as('officer').problems.raise({
    projectId: project.id,
    title: '供水管线迁改方案未批',
    category: 'planning',
    raisedOn: day('2026-10-20'),
  });
  const fields = updateOf(problem);
  const assigned = { ...fields, state: 'assigned', ownerUnitId: world.units.housing.id, dueOn: day('2026-11-10') } as const;
  await world.as('office').problems.update(assigned);

  await page.getByRole('link', { name: '通知，1 条未读' }).click();
  await sees(page.getByText('期限 2026-11-10'));
  await page.getByRole('link', { name: '“河东片区排水防涝管网提升工程”的问题交由我单位办理：供水管线迁改方案未批' }).click();
  await page.waitForURL('**/problems');
  await sees(page.getByRole('link', { name: '通知', exact: true }));
  await page.getByRole('link', { name: '通知', exact: true }).click();
  await sees(page.getByText('没有未读通知'));
  await page.getByText('全部', { exact: true }).click();
  await sees(page.getByText('问题交办'));
});

test('who leaves hands over from the list of accounts: the work goes to the colleague, the account is closed', async () => {
  const officerId = idOf('account').parse(world.actors.officer.id);
  const colleague = await world.addAccount('officer', world.units.housing.id, '钱科员', 'qian');
  const page = await site.pageOf(world.actors.office, '/');
  const project = await world.addProject({ name: '示例区人民医院门急诊综合楼扩建工程' });
  await page.goto(`${site.url}/projects/${project.id}/overview`);
  await sees(page.getByText('未指定，由本单位专员共同负责'));
  await page.getByRole('button', { name: '指定专员' }).click();
  await page.getByRole('dialog').getByLabel('项目专员').selectOption({ label: '罗科员（住建局）' });
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('罗科员（住建局）'));

  const admin = await site.pageOf(world.actors.admin, '/settings/accounts');
  await admin.getByRole('button', { name: '交接罗科员的工作' }).click();
  await sees(admin.getByText('现负责 1 个项目，连同未读通知一并交接。'));
  await admin.getByRole('button', { name: '确认交接' }).click();
  await sees(admin.getByText('请选择接手人'));
  await admin.getByRole('dialog').getByLabel('交给').selectOption({ label: '钱科员（住建局）' });
  await admin.getByRole('button', { name: '确认交接' }).click();
  await sees(admin.getByText('1 个项目已交接给钱科员'));
  await sees(admin.getByRole('row', { name: /罗科员.*已停用/ }));
  expect((await world.as('office').officers.ofProject({ projectId: project.id })).officer.officerId).toBe(colleague.id);
  expect((await world.as('admin').accounts.list()).find((account) => account.id === officerId)?.active).toBe(false);
  const taken = await site.pageOf(colleague, '/notices');
  await sees(taken.getByText('罗科员的 1 个项目交接给您'));
});

test('accounts come by a list: a wrong row is named and makes nobody, the mended list makes all, passwords are shown once', async () => {
  const list = (unit: string) => ({
    name: '账号清单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`姓名,用户名,角色,单位\n罗新,luoxin,项目专员,水利局\n赵评委,zhao,观摩评委,${unit}\n`),
  });
  const page = await site.pageOf(world.actors.admin, '/settings/accounts');
  await page.getByRole('button', { name: '批量建号' }).click();
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载空表' }).click()]);
  expect(template.suggestedFilename()).toBe('账号清单（空表）.xlsx');
  await page.getByLabel('选择文件').setInputFiles(list('文旅局'));
  await sees(page.getByText('1 行可以建立，1 行有误'));
  await sees(page.getByRole('row', { name: /赵评委.*没有这个单位/ }));
  await seesNo(page.getByRole('button', { name: /建立 .* 个账号/ }));
  await page.getByRole('button', { name: '换一个文件' }).click();
  await page.getByLabel('选择文件').setInputFiles(list('水利局'));
  await page.getByRole('button', { name: '建立 2 个账号' }).click();
  await sees(page.getByRole('heading', { name: '已建立 2 个账号' }));
  const password = await page.getByRole('row', { name: /罗新/ }).getByText(/-Tj/).textContent();
  await page.getByRole('button', { name: '我已记下' }).click();
  await sees(page.getByRole('row', { name: /罗新.*水利局.*待改密码/ }));
  await seesNo(page.getByText(password ?? ''));

  const own = await site.pageOf(null, '/');
  await own.getByLabel('用户名').fill('luoxin');
  await own.getByLabel('密码').fill(password ?? '');
  await own.getByRole('button', { name: '登录' }).click();
  await sees(own.getByRole('heading', { name: '请先更改密码' }));
});

test('the office keeps a unit’s contacts and its linked leaders; a number that is none is marked', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/units');
  await page.getByRole('button', { name: '水利局的联系人' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '增加联系人' }).click();
  await form.getByLabel('姓名').fill('周科长');
  await form.getByLabel('职务').fill('分管领导');
  await form.getByLabel('电话').fill('待补');
  await form.getByRole('button', { name: '增加', exact: true }).click();
  await sees(form.getByText('请填电话号码，如 13812345678 或 029-82123456'));
  await form.getByLabel('电话').fill('13812345678');
  await form.getByRole('button', { name: '增加', exact: true }).click();
  await sees(form.getByRole('row', { name: /周科长.*分管领导.*13812345678/ }));
  await form.getByLabel('郑副区长（示例区）').check();
  await form.getByRole('button', { name: '保存联系领导' }).click();
  await sees(page.getByText('联系领导已保存'));
  await form.getByRole('button', { name: '移除联系人周科长' }).click();
  await sees(form.getByText('还没有联系人'));
  await seesNo(form.getByRole('row', { name: /周科长/ }));
  expect(await world.as('leader').units.leaders({ unitId: world.units.water.id })).toMatchObject([{ name: '郑副区长' }]);
});
