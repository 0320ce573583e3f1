import { z } from 'zod';
import { whyNotBelong, whyNotReset, whyNotUpdate } from '#shared/accounts/rules.ts';
import { Account, CreateAccount } from '#shared/accounts/schema.ts';
import { whyWeak } from '#shared/auth/password.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { hashPassword } from '../auth/passwords.ts';
import * as auth from '../auth/store.ts';
import * as events from '../events/store.ts';
import { router, signedIn } from '../trpc.ts';
import * as units from '../units/store.ts';
import { drawPassword } from './passwords.ts';
import { sheetProcedures } from './sheet-router.ts';
import * as accounts from './store.ts';

export const accountsRouter = router({
  ...sheetProcedures,

  list: signedIn.query(({ ctx }) => accounts.list(ctx.db)),

  /** The leaders 区领导 who can sign in: to be linked to a unit, or named as a project's leader. */
  leaders: signedIn.query(({ ctx }) => accounts.ofRole(ctx.db, 'leader', { districtId: units.reachOf(ctx) })),

  create: signedIn.input(CreateAccount).mutation(async ({ ctx, input }) => {
    const weak = whyWeak(input.password, [input.username, input.name]);
    if (weak) throw new DomainError('PASSWORD_TOO_WEAK', weak);
    const passwordHash = await hashPassword(input.password);
    return ctx.change(async (tx) => {
      refuse(whyNotBelong(await units.load(tx, input.unitId)));
      const { password: _secret, ...fields } = input;
      const id = ctx.newId('account');
      await accounts.insert(tx, { ...fields, id, passwordHash, passwordChangedAt: ctx.now, mustChangePassword: 1, active: 1, version: 1 });
      await events.append(tx, ctx, { action: 'account.created', id, after: fields });
      return accounts.load(tx, id);
    });
  }),

  update: signedIn
    .input(Account.pick({ id: true, name: true, unitId: true, role: true, active: true, version: true }))
    .mutation(async ({ ctx, input }) => {
      const { saved, ended } = await ctx.change(async (tx) => {
        const before = await accounts.load(tx, input.id);
        const wanted = { ...before, ...input };
        refuse(whyNotUpdate(before, wanted, ctx.actor.id, await accounts.countOtherAdmins(tx, before.id)));
        const unit = await units.load(tx, wanted.unitId);
        if (wanted.active) refuse(whyNotBelong(unit));
        const after = await accounts.save(tx, wanted);
        // A changed role or unit must not live on in a session that was opened under the old one.
        const isSameReach = after.active && after.role === before.role && after.unitId === before.unitId;
        const sessions = isSameReach ? [] : await auth.endSessions(tx, after.id, null);
        await events.append(tx, ctx, { action: 'account.updated', id: after.id, before, after });
        return { saved: after, ended: sessions };
      });
      for (const key of ended) ctx.services.hub.dismiss(key);
      return saved;
    }),

  /** Sets a first password that its owner must change at the next sign-in. */
  resetPassword: signedIn.input(z.strictObject({ id: idOf('account') })).mutation(async ({ ctx, input }) => {
    const account = await accounts.load(ctx.db, input.id);
    refuse(whyNotReset(account, ctx.actor.id));
    const password = drawPassword(ctx.services.random);
    const passwordHash = await hashPassword(password);
    const ended = await ctx.change(async (tx) => {
      await auth.setPassword(tx, account.id, passwordHash, true, ctx.now);
      await auth.forgetFailures(tx, account.username);
      await events.append(tx, ctx, { action: 'account.passwordReset', id: account.id });
      return auth.endSessions(tx, account.id, null);
    });
    for (const key of ended) ctx.services.hub.dismiss(key);
    return { password };
  }),
});
