import { expect, test } from 'vitest';
import { readCsv } from '../imports/csv.ts';
import { makeId } from '../kit/ids.ts';
import type { Unit } from '../units/schema.ts';
import { AccountRole } from './schema.ts';
import { checkAccountList, type ListedAccount, mayBeListed, readAccountList, roleWords } from './sheet.ts';

function unit(sign: string, name: string, shortName: string, active = true): Unit {
  const id = makeId('unit', sign.repeat(32));
  return { id, parentId: null, districtId: id, name, shortName, kind: 'bureau', active, version: 1 };
}

const units = [
  unit('a', '示例区住房和城乡建设局', '住建局'),
  unit('b', '示例区水利局', '水利局'),
  unit('c', '城东街道水利局', '水利局'),
  unit('d', '原交通局', '交通局', false),
];
const known = { units, usernames: new Set(['song']) };

const listed = (fields: Partial<ListedAccount>): ListedAccount => ({
  ...{ row: 4, name: '罗新', username: 'luoxin', role: '项目专员', unit: '住建局' },
  ...fields,
});

test('a list is read from under its title, whatever order and width its headers have', () => {
  const text = '账号清单\n填写说明,,,\n单 位,角色,用户名,姓　名\n住建局,项目专员,luoxin,罗新\n,,,\n水利局,评委,zhou,周评\n';
  const book = { fileName: '账号.csv', sheets: [readCsv(text, '账号')] };
  expect(readAccountList(book)).toEqual([
    { row: 4, name: '罗新', username: 'luoxin', role: '项目专员', unit: '住建局' },
    { row: 6, name: '周评', username: 'zhou', role: '评委', unit: '水利局' },
  ]);
  expect(readAccountList({ fileName: 'x.csv', sheets: [readCsv('项目名称,总投资\n示例,1\n', 'x')] })).toBeNull();
});

test.each([
  ['a good row', {}, []],
  ['a name in full-width letters', { username: 'LuoXin' }, []],
  ['a unit by its full name', { unit: '示例区水利局' }, []],
  ['no name', { name: '' }, ['name-invalid']],
  ['a Chinese user name', { username: '罗新' }, ['username-malformed']],
  ['a user name that is taken', { username: 'Song' }, ['username-taken']],
  ['an unknown role', { role: '科员' }, ['role-unknown']],
  ['an administrator', { role: '管理员' }, ['role-by-hand']],
  ['an unknown unit', { unit: '文旅局' }, ['unit-unknown']],
  ['a short name of two units', { unit: '水利局' }, ['unit-ambiguous']],
  ['a closed unit', { unit: '交通局' }, ['account-unit-inactive']],
  [
    'nothing right',
    { name: '', username: '1', role: '', unit: '' },
    ['name-invalid', 'username-malformed', 'role-unknown', 'unit-unknown'],
  ],
] as const)('%s', (_what, fields, reasons) => {
  const [checked] = checkAccountList([listed(fields)], known);
  expect(checked?.faults.map((fault) => fault.reason)).toEqual(reasons);
  expect(checked?.account !== null).toBe(reasons.length === 0);
});

test('one user name in two rows is marked in both', () => {
  const twice = checkAccountList([listed({}), listed({ row: 5, username: 'LUOXIN' }), listed({ row: 6, username: 'qian' })], known);
  expect(twice.map((row) => row.faults.map((fault) => fault.reason))).toEqual([['username-twice'], ['username-twice'], []]);
});

test('every role that a list may give has a word, and no word means two roles', () => {
  const words = AccountRole.options.flatMap((role) => roleWords[role]);
  expect(new Set(words).size).toBe(words.length);
  expect(AccountRole.options.filter((role) => !mayBeListed(role))).toEqual(['admin']);
});
