import { z } from 'zod';
import type { Cell, SheetGrid, WorkbookGrid } from '../imports/cells.ts';
import type { Id } from '../kit/ids.ts';
import type { Unit } from '../units/schema.ts';
import { whyNotBelong } from './rules.ts';
import { Account, AccountRole, CreateAccount, Username } from './schema.ts';

/** So many accounts at most come by one list: each costs a tenth of a second of hashing. */
export const MOST_LISTED = 200;

/** The four columns of a list of accounts, with the headers that are understood. */
export const accountColumns = {
  name: ['姓名', '名字'],
  username: ['用户名', '账号', '登录名', '用户账号'],
  role: ['角色', '岗位角色'],
  unit: ['单位', '所属单位', '单位名称', '责任单位'],
} as const;
type Column = keyof typeof accountColumns;
const columns = ['name', 'username', 'role', 'unit'] as const satisfies readonly Column[];

/** The words of the list for each role, the template's own first. An administrator is made by hand, not by a list. */
export const roleWords: Readonly<Record<AccountRole, readonly string[]>> = {
  officer: ['项目专员', '专员'],
  office: ['项目办'],
  leader: ['区领导', '领导', '包保领导'],
  inspector: ['观摩评委', '评委'],
  auditor: ['审计员'],
  admin: ['管理员'],
};

/** One row as it stands in the list; `row` is the sheet's own number, from 1. */
export type ListedAccount = { row: number } & Record<Column, string>;

/** What is wrong with a row's field, from a closed set: each has its sentence in the client. */
export type ListedFault =
  | { field: 'name'; reason: 'name-invalid' }
  | { field: 'username'; reason: 'username-malformed' | 'username-taken' | 'username-twice' }
  | { field: 'role'; reason: 'role-unknown' | 'role-by-hand' }
  | { field: 'unit'; reason: 'unit-unknown' | 'unit-ambiguous' | 'account-unit-inactive' };

/** A row with the account that it makes, or with what is wrong. */
export type CheckedAccount = ListedAccount & { account: CreateListed | null; faults: ListedFault[] };

/** An account as a list makes it; its first password is drawn by the server. */
export const CreateListed = CreateAccount.omit({ password: true });
export type CreateListed = z.infer<typeof CreateListed>;

/** A whole list, made or refused together. */
export const CreateListedAccounts = z.strictObject({ accounts: z.array(CreateListed).min(1).max(MOST_LISTED) });

/** What the eye does not tell apart is the same to a list: widths of signs, spaces. */
function seen(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Z}\s]/gu, '');
}

function textOf(cell: Cell | undefined): string {
  return cell?.value === null || cell?.value === undefined ? '' : String(cell.value).normalize('NFKC').trim();
}

const DEPTH_OF_HEADER = 10;

/** Reads the list from the first visible sheet that has all four headers; null where none has. */
export function readAccountList(book: WorkbookGrid): ListedAccount[] | null {
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    const head = headerOf(sheet);
    if (!head) continue;
    return sheet.rows.slice(head.row + 1).flatMap((cells, at) => {
      const fields = Object.fromEntries(columns.map((column) => [column, textOf(cells[head.at[column]])]));
      const listed: ListedAccount = { name: '', username: '', role: '', unit: '', ...fields, row: head.row + at + 2 };
      return columns.every((column) => listed[column] === '') ? [] : [listed];
    });
  }
  return null;
}

function headerOf({ rows }: SheetGrid): { row: number; at: Record<Column, number> } | null {
  for (const [row, cells] of rows.slice(0, DEPTH_OF_HEADER).entries()) {
    const heads = cells.map((cell) => seen(textOf(cell)));
    const find = (column: Column) => {
      const words: readonly string[] = accountColumns[column];
      return heads.findIndex((head) => words.includes(head));
    };
    const at = { name: find('name'), username: find('username'), role: find('role'), unit: find('unit') };
    if (columns.every((column) => at[column] >= 0)) return { row, at };
  }
  return null;
}

type Known = { units: readonly Unit[]; usernames: ReadonlySet<string> };

/** Checks a list row by row by the rules of the form: what the form would refuse is refused here, with its row. */
export function checkAccountList(list: readonly ListedAccount[], known: Known): CheckedAccount[] {
  const times = new Map<string, number>();
  for (const { username } of list) times.set(username.toLowerCase(), (times.get(username.toLowerCase()) ?? 0) + 1);
  return list.map((listed) => {
    const username = listed.username.toLowerCase();
    const name = Account.shape.name.safeParse(listed.name);
    const role = roleOf(listed.role);
    const unit = unitOf(listed.unit, known.units);
    const faults: ListedFault[] = [];
    if (!name.success) faults.push({ field: 'name', reason: 'name-invalid' });
    if (!Username.safeParse(username).success) faults.push({ field: 'username', reason: 'username-malformed' });
    else if (known.usernames.has(username)) faults.push({ field: 'username', reason: 'username-taken' });
    else if ((times.get(username) ?? 0) > 1) faults.push({ field: 'username', reason: 'username-twice' });
    if (role === null) faults.push({ field: 'role', reason: 'role-unknown' });
    else if (!mayBeListed(role)) faults.push({ field: 'role', reason: 'role-by-hand' });
    if (typeof unit === 'string') faults.push({ field: 'unit', reason: unit });
    const account = CreateListed.safeParse({ name: name.data, username, role, unitId: typeof unit === 'string' ? null : unit.id });
    return { ...listed, faults, account: faults.length === 0 && account.success ? account.data : null };
  });
}

function roleOf(text: string): AccountRole | null {
  return AccountRole.options.find((role) => roleWords[role].some((word) => word === seen(text))) ?? null;
}

/** Whether a role may be given by a list: who may do everything is appointed one by one. */
export function mayBeListed(role: AccountRole): boolean {
  return role !== 'admin';
}

function unitOf(text: string, units: readonly Unit[]): Pick<Unit, 'id'> | 'unit-unknown' | 'unit-ambiguous' | 'account-unit-inactive' {
  const wanted = seen(text);
  const byName = units.filter((unit) => seen(unit.name) === wanted);
  const found = byName.length > 0 ? byName : units.filter((unit) => seen(unit.shortName) === wanted);
  const active = found.filter((unit) => whyNotBelong(unit) === null);
  const [unit, other] = active;
  if (unit) return other ? 'unit-ambiguous' : unit;
  return found.length > 0 ? 'account-unit-inactive' : 'unit-unknown';
}

/** A first password with the account that it opens; shown once. */
export type FirstPassword = { id: Id<'account'>; username: string; name: string; unitId: Id<'unit'>; password: string };
