import { z } from 'zod';
import type { Account } from '#shared/accounts/schema.ts';
import { AccountRole } from '#shared/accounts/schema.ts';
import {
  accountColumns,
  CreateListedAccounts,
  checkAccountList,
  type FirstPassword,
  MOST_LISTED,
  mayBeListed,
  readAccountList,
  roleWords,
} from '#shared/accounts/sheet.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { hashPassword } from '../auth/passwords.ts';
import * as events from '../events/store.ts';
import { gridInWorker } from '../imports/grid.ts';
import { writeXlsx } from '../kit/xlsx.ts';
import { signedIn } from '../trpc.ts';
import * as units from '../units/store.ts';
import { drawPassword } from './passwords.ts';
import * as accounts from './store.ts';

/** A list of some hundred rows takes a few kilobytes; what is larger than a request may be is another kind of file. */
const MOST_BASE64 = 900_000;

export const sheetProcedures = {
  /** The form of the list as a workbook, with the roles and the units to choose from. */
  listTemplate: signedIn.query(async ({ ctx }) => {
    const all = (await units.list(ctx.db, units.reachOf(ctx))).filter((unit) => unit.active);
    const roles = AccountRole.options.filter(mayBeListed).map((role) => roleWords[role][0] ?? role);
    const column = { group: null, align: 'left', format: 'text' } as const;
    const [name, username, role, unit] = [
      accountColumns.name[0],
      accountColumns.username[0],
      accountColumns.role[0],
      accountColumns.unit[0],
    ];
    const bytes = await writeXlsx([
      {
        name: '账号',
        title: '账号清单',
        note: { left: `角色：${roles.join('、')}。用户名以小写字母开头，2 至 32 位，只含小写字母、数字和 . - _`, right: '' },
        columns: [
          { ...column, header: name, width: 12 },
          { ...column, header: username, width: 16 },
          { ...column, header: role, width: 12, choices: roles },
          { ...column, header: unit, width: 28, choices: all.map((each) => each.name) },
        ],
        rows: [],
        total: null,
        frozen: 0,
        paper: 'a4',
      },
      {
        name: '单位名称',
        title: '单位名称（照此填写）',
        note: null,
        columns: [
          { ...column, header: unit, width: 32 },
          { ...column, header: '简称', width: 16 },
        ],
        rows: all.map((each) => [each.name, each.shortName]),
        total: null,
        frozen: 0,
        paper: 'a4',
      },
    ]);
    return { base64: Buffer.from(bytes).toString('base64') };
  }),

  /** Reads a filled list and says row by row what it would make; nothing is written. */
  readList: signedIn
    .input(z.strictObject({ fileName: z.string().max(200), base64: z.base64().max(MOST_BASE64) }))
    .mutation(async ({ ctx, input }) => {
      const book = await gridInWorker(Buffer.from(input.base64, 'base64'), input.fileName);
      const listed = readAccountList(book);
      if (!listed) throw new DomainError('REFUSED', { reason: 'no-account-list' });
      if (listed.length > MOST_LISTED) throw new DomainError('TOO_LARGE', { limit: 'rows', max: MOST_LISTED });
      return checkAccountList(listed, await known(ctx));
    }),

  /** Makes all accounts of a list or none; each first password is told once and must be changed at the first sign-in. */
  createListed: signedIn.input(CreateListedAccounts).mutation(async ({ ctx, input }) => {
    const secrets: { password: string; hash: string }[] = [];
    // One after another: a burst would hold every thread that sign-ins need.
    for (const _account of input.accounts) {
      const password = drawPassword(ctx.services.random);
      secrets.push({ password, hash: await hashPassword(password) });
    }
    return ctx.change(async (tx) => {
      const all = await known({ ...ctx, db: tx });
      const names = new Map(all.units.map((unit) => [unit.id, unit.name]));
      const listed = input.accounts.map((account, at) => ({
        ...{ row: at + 1, name: account.name, username: account.username },
        ...{ role: roleWords[account.role][0] ?? '', unit: names.get(account.unitId) ?? '' },
      }));
      const count = checkAccountList(listed, all).filter((row) => row.account === null).length;
      if (count > 0) throw new DomainError('REFUSED', { reason: 'account-list-changed', count });
      const made: FirstPassword[] = [];
      for (const [at, fields] of input.accounts.entries()) {
        const secret = secrets[at];
        if (!secret) throw new DomainError('INTERNAL', { missing: 'password' });
        const id: Account['id'] = ctx.newId('account');
        const row = { ...fields, id, passwordHash: secret.hash, passwordChangedAt: ctx.now, mustChangePassword: 1, active: 1 } as const;
        await accounts.insert(tx, { ...row, version: 1 });
        await events.append(tx, ctx, { action: 'account.created', id, after: { ...fields, isListed: true } });
        made.push({ id, username: fields.username, name: fields.name, unitId: fields.unitId, password: secret.password });
      }
      return made;
    });
  }),
};

/** What a list is checked against: the units that the asker reaches, and the names that are taken. */
async function known(ctx: Parameters<typeof units.reachOf>[0] & { db: Parameters<typeof units.list>[0] }) {
  const all = await accounts.list(ctx.db);
  return { units: await units.list(ctx.db, units.reachOf(ctx)), usernames: new Set(all.map((account) => String(account.username))) };
}
