import { afterEach, describe, expect, it } from 'vitest';
import { isPassword } from '#server/auth/passwords.ts';
import { readGrid } from '#server/imports/workbook.ts';
import type { CreateListed } from '#shared/accounts/sheet.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const head = '姓名,用户名,角色,单位\n';

for (const dialect of dialects) {
  describe(`accounts by a list on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    const count = async () => (await world.db.selectFrom('account').select('id').execute()).length;

    it('the rows are checked without anything being written, then all are made, each with its own first password', async () => {
      world = await openWorld({ dialect });
      const before = await count();
      const list = base64(`${head}罗新,luoxin,项目专员,水利局\n赵主任,zhao,项目办,示例区发展和改革委员会\n`);
      const rows = await world.as('admin').accounts.readList({ fileName: '账号.csv', base64: list });
      expect(rows.map((row) => row.faults)).toEqual([[], []]);
      expect(await count()).toBe(before);

      const accounts = rows.flatMap((row) => row.account ?? []);
      const made = await world.as('admin').accounts.createListed({ accounts });
      expect(made.map((each) => [each.name, each.username])).toEqual([
        ['罗新', 'luoxin'],
        ['赵主任', 'zhao'],
      ]);
      expect(new Set(made.map((each) => each.password)).size).toBe(2);
      const kept = await world.db.selectFrom('account').selectAll().where('username', '=', 'luoxin').executeTakeFirstOrThrow();
      expect(kept).toMatchObject({ role: 'officer', unitId: world.units.water.id, mustChangePassword: 1, active: 1 });
      expect(await isPassword(kept.passwordHash, made[0]?.password ?? '')).toBe(true);
      const log = await world.db.selectFrom('event').select('after').where('action', '=', 'account.created').execute();
      expect(log.some(({ after }) => made.some((each) => after?.includes(each.password)))).toBe(false);
    });

    it('what is wrong is named by row, and a list with one wrong row makes nobody', async () => {
      world = await openWorld({ dialect });
      const list = base64(`${head}罗新,luoxin,项目专员,水利局\n钱新,OFFICE,管理员,文旅局\n`);
      const rows = await world.as('admin').accounts.readList({ fileName: '账号.csv', base64: list });
      expect(rows.map((row) => [row.row, row.faults.map((fault) => fault.reason)])).toEqual([
        [2, []],
        [3, ['username-taken', 'role-by-hand', 'unit-unknown']],
      ]);
      const before = await count();
      const good: CreateListed = { name: '罗新', username: 'luoxin', role: 'officer', unitId: world.units.water.id };
      const taken = { ...good, name: '钱新', username: 'office' };
      const failure = await failureOf(world.as('admin').accounts.createListed({ accounts: [good, taken] }));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'account-list-changed', count: 1 } });
      expect(await count()).toBe(before);
    });

    it('a sheet that is no list of accounts, and a file that is none, are told apart', async () => {
      world = await openWorld({ dialect });
      const other = world.as('admin').accounts.readList({ fileName: 'a.csv', base64: base64('项目名称,总投资\n示例,1\n') });
      expect(await failureOf(other)).toMatchObject({ code: 'REFUSED', details: { reason: 'no-account-list' } });
      const broken = world.as('admin').accounts.readList({ fileName: 'a.xlsx', base64: base64('PK\u0003\u0004 not a workbook') });
      expect(await failureOf(broken)).toMatchObject({ code: 'FILE_UNREADABLE' });
    });
  });
}

it('the template that is downloaded is read back as a list once it is filled', async () => {
  const world = await openWorld();
  const { base64: bytes } = await world.as('admin').accounts.listTemplate();
  const [list, units] = readGrid(Buffer.from(bytes, 'base64'), '账号清单.xlsx').sheets;
  expect(list?.rows.some((row) => row.map((cell) => cell.value).join() === '姓名,用户名,角色,单位')).toBe(true);
  expect(units?.rows.flat().map((cell) => cell.value)).toContain('水利局');
  expect(await world.as('admin').accounts.readList({ fileName: '账号清单.xlsx', base64: bytes })).toEqual([]);
  await world.close();
});
