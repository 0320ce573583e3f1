import { z } from 'zod';
import { PasswordText } from '#shared/accounts/schema.ts';
import { whyWeak } from '#shared/auth/password.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { usualPreferences } from '#shared/preferences/rules.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { hashToken } from '../kit/random.ts';
import * as preferences from '../preferences/store.ts';
import { open, type RequestContext, router, signedIn } from '../trpc.ts';
import { hashPassword, isPassword } from './passwords.ts';
import * as auth from './store.ts';

const accountId = idOf('account');
const lock = { minutes: auth.LOCK_MINUTES };

export const authRouter = router({
  /** Who is signed in on this browser and how they like to work, and what time the server has; null where nobody is. */
  me: open.query(async ({ ctx }) => {
    const account = accountId.safeParse(ctx.actor?.id);
    const chosen = account.success ? await preferences.read(ctx.db, account.data) : usualPreferences;
    return { now: ctx.now, actor: ctx.actor, mustChangePassword: ctx.mustChangePassword, preferences: chosen };
  }),

  signIn: open
    .input(z.strictObject({ username: z.string().trim().min(1).max(64), password: PasswordText }))
    .mutation(async ({ ctx, input }) => {
      const username = input.username.toLowerCase();
      const found = await auth.findByUsername(ctx.db, username);
      // Asked before the costly check and again inside the change: attempts sent all at once would each pass the first.
      const isLocked = await auth.isLockedOut(ctx.db, username, ctx.address, ctx.now);
      const isRight = !isLocked && (await isPassword(found?.passwordHash ?? null, input.password));
      const outcome = await ctx.change((tx) => admit(tx, ctx, username, isRight ? (found?.passwordHash ?? null) : null));
      if ('refused' in outcome) throw new DomainError(outcome.refused, outcome.refused === 'LOCKED_OUT' ? lock : {});
      for (const key of outcome.ended) ctx.services.hub.dismiss(key);
      ctx.setCookie('session', outcome.token);
      return { actor: auth.actorOf(outcome.account), mustChangePassword: outcome.account.mustChangePassword === 1 };
    }),

  signOut: signedIn.mutation(async ({ ctx }) => {
    const { sessionKey } = ctx;
    await ctx.change(async (tx) => {
      if (sessionKey) await auth.endSession(tx, sessionKey);
      await events.append(tx, ctx, { action: 'session.ended', id: ctx.actor.id });
    });
    if (sessionKey) ctx.services.hub.dismiss(sessionKey);
    ctx.setCookie('session', null);
    return { ok: true };
  }),

  changePassword: signedIn.input(z.strictObject({ current: PasswordText, next: PasswordText })).mutation(async ({ ctx, input }) => {
    const account = await auth.findById(ctx.db, accountId.parse(ctx.actor.id));
    if (!account) throw new DomainError('NOT_FOUND');
    if (await auth.isLockedOut(ctx.db, account.username, ctx.address, ctx.now)) throw new DomainError('LOCKED_OUT', lock);
    if (!(await isPassword(account.passwordHash, input.current))) {
      await ctx.change(async (tx) => {
        await auth.recordFailure(tx, account.username, ctx.address, ctx.now);
        await events.append(tx, ctx, { action: 'session.refused', id: account.id, after: { address: ctx.address }, result: 'denied' });
      });
      throw new DomainError('SIGN_IN_FAILED');
    }
    const weak = input.next === input.current ? { reason: 'same' } : whyWeak(input.next, [account.username, account.name]);
    if (weak) throw new DomainError('PASSWORD_TOO_WEAK', weak);
    const passwordHash = await hashPassword(input.next);
    const ended = await ctx.change(async (tx) => {
      if (await auth.isLockedOut(tx, account.username, ctx.address, ctx.now)) throw new DomainError('LOCKED_OUT', lock);
      await auth.setPassword(tx, account.id, passwordHash, false, ctx.now);
      const others = await auth.endSessions(tx, account.id, ctx.sessionKey);
      await events.append(tx, ctx, { action: 'account.passwordChanged', id: account.id });
      return others;
    });
    for (const key of ended) ctx.services.hub.dismiss(key);
    return { ok: true };
  }),
});

type Outcome =
  | { refused: 'LOCKED_OUT' | 'SIGN_IN_FAILED' }
  /** `ended` are the keys of the sessions that had to give way, whose streams end too. */
  | { account: auth.AccountWithUnit; token: string; ended: string[] };

/** Lets somebody in whose password fitted the hash given, or counts the failure; either way the log says so. */
async function admit(tx: Tx, ctx: RequestContext, username: string, provenHash: string | null): Promise<Outcome> {
  const { services, now, requestId, address, sessionKey } = ctx;
  const base = { now, requestId, auditKey: services.config.auditKey };
  const isLocked = await auth.isLockedOut(tx, username, address, now);
  // Read again: checking takes time, and a password that was reset meanwhile must not open a session any more.
  const found = await auth.findByUsername(tx, username);
  const isRight = provenHash !== null && found?.passwordHash === provenHash;
  if (isLocked || !isRight || !found?.active) {
    if (!isLocked) await auth.recordFailure(tx, username, address, now);
    // What was typed as an unknown name may be a password in the wrong box, and the log keeps it for ever.
    const actor = events.unproven(found?.username ?? '');
    const after = { address, why: isLocked ? 'locked' : 'wrong' };
    await events.append(tx, { ...base, actor }, { action: 'session.refused', id: found?.id ?? 'unknown', after, result: 'denied' });
    return { refused: isLocked ? 'LOCKED_OUT' : 'SIGN_IN_FAILED' };
  }
  const token = services.random.hex(32);
  await auth.forgetFailures(tx, username);
  // The browser's earlier session ends: a token that somebody planted must not become a signed-in one.
  if (sessionKey) await auth.endSession(tx, sessionKey);
  const ended = await auth.startSession(tx, found.id, hashToken(token), now);
  await events.append(tx, { ...base, actor: auth.actorOf(found) }, { action: 'session.started', id: found.id, after: { address } });
  return { account: found, token, ended: sessionKey ? [sessionKey, ...ended] : ended };
}
