import { whyWeak } from '#shared/auth/password.ts';
import { whyNotSetDistrict } from '#shared/districts/rules.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { CompleteSetup } from '#shared/setup/schema.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Reader } from '../db/tables.ts';
import { hashToken } from '../kit/random.ts';
import { open, router } from '../trpc.ts';
import { foundDistrict } from './found.ts';
import * as setup from './store.ts';

export const setupRouter = router({
  state: open.query(async ({ ctx }) => ({ isSetUp: await setup.isSetUp(ctx.db) })),

  complete: open.input(CompleteSetup).mutation(async ({ ctx, input }) => {
    await requireLink(ctx.db, input.token, ctx.now);
    refuse(whyNotSetDistrict(input.district));
    for (const account of ['admin', 'officeAccount'] as const) {
      const weak = whyWeak(input[account].password, [input[account].username, input[account].name]);
      if (weak) throw new DomainError('PASSWORD_TOO_WEAK', { ...weak, account });
    }
    const hashes = { admin: await hashPassword(input.admin.password), office: await hashPassword(input.officeAccount.password) };
    await ctx.change(async (tx) => {
      // Two browsers may hold the link; the first one uses it up.
      await requireLink(tx, input.token, ctx.now);
      await foundDistrict(tx, { ...ctx, auditKey: ctx.services.config.auditKey }, input, hashes);
      await setup.dropLink(tx);
    });
    return { ok: true };
  }),
});

async function requireLink(db: Reader, token: string, now: Instant): Promise<void> {
  if (await setup.isSetUp(db)) throw new DomainError('ALREADY_SET_UP');
  if (!(await setup.isLink(db, hashToken(token), now))) throw new DomainError('SETUP_LINK_INVALID');
}
