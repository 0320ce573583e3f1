import { z } from 'zod';
import { whyNotUpdate } from '#shared/accounts/rules.ts';
import type { Account } from '#shared/accounts/schema.ts';
import { whyNotWrite } from '#shared/auth/permissions.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { whyNotCarry, whyNotHandOver } from '#shared/officers/rules.ts';
import { HandOver, ProjectOfficer } from '#shared/officers/schema.ts';
import { subtree } from '#shared/units/schema.ts';
import * as accounts from '../accounts/store.ts';
import * as auth from '../auth/store.ts';
import type { Reader } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router, signedIn } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as officers from './store.ts';

type Asker = Parameters<typeof units.reached>[1];

/** An account of a unit that the asker reaches. */
async function reached(db: Reader, asker: Asker, id: Id<'account'>): Promise<Account> {
  const account = await accounts.load(db, id);
  await units.reached(db, asker, account.unitId, 'account');
  return account;
}

export const officersRouter = router({
  /** Who carries a project, and who of its unit or of those above could. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    const tree = await units.list(ctx.db, project.districtId);
    const all = await accounts.ofRole(ctx.db, 'officer', { districtId: project.districtId });
    const officer = await officers.ofProject(ctx.db, project.id);
    return { officer, candidates: all.filter((each) => subtree(tree, each.unitId).has(project.unitId)) };
  }),

  set: inDistrict.input(ProjectOfficer).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const before = await officers.ofProject(tx, project.id);
      const officer = input.officerId && (await reached(tx, ctx, input.officerId));
      if (officer) refuse(whyNotCarry(officer, project.unitId, await units.list(tx, project.districtId)));
      const after = await officers.save(tx, input);
      const was = before.officerId && (await accounts.load(tx, before.officerId));
      await events.append(tx, ctx, {
        action: 'officer.set',
        id: project.id,
        projectId: project.id,
        before: { ...before, officerName: was ? was.name : null },
        after: { ...after, officerName: officer ? officer.name : null },
      });
      return after;
    }),
  ),

  /** What an officer carries, and who could take it over: officers of the own unit, below it and above it. */
  carried: signedIn.input(z.strictObject({ accountId: idOf('account') })).query(async ({ ctx, input }) => {
    const from = await reached(ctx.db, ctx, input.accountId);
    const carried = await officers.carriedBy(ctx.db, from.id);
    const districtId = (await units.load(ctx.db, from.unitId)).districtId;
    const tree = await units.list(ctx.db, districtId);
    const all = await accounts.ofRole(ctx.db, 'officer', { districtId });
    const unitIds = carried.map((project) => project.unitId);
    const isFit = (to: (typeof all)[number]) => whyNotHandOver(from, { ...to, role: 'officer', active: true }, unitIds, tree) === null;
    return { count: carried.length, names: carried.slice(0, 10).map((project) => project.name), candidates: all.filter(isFit) };
  }),

  /** 交接: all that one officer carries goes to another, with what was told and not read, in one act. */
  handOver: signedIn.input(HandOver).mutation(async ({ ctx, input }) => {
    const { result, ended } = await ctx.change(async (tx) => {
      const from = await reached(tx, ctx, input.fromId);
      const to = await reached(tx, ctx, input.toId);
      const carried = await officers.carriedBy(tx, from.id);
      const { districtId } = await units.load(tx, from.unitId);
      const tree = await units.list(tx, districtId);
      refuse(whyNotWrite(ctx.actor.role, 'officers.handOver', { close: false }, { close: input.close }));
      refuse(
        whyNotHandOver(
          from,
          to,
          carried.map((project) => project.unitId),
          tree,
        ),
      );
      if (from.version !== input.version) throw new DomainError('CONFLICT', { entity: 'account', newer: from });
      if (carried.length === 0 && !input.close) throw new DomainError('REFUSED', { reason: 'nothing-to-hand-over', name: from.name });
      for (const { projectId, version } of carried) {
        const after = await officers.save(tx, { projectId, officerId: to.id, version });
        await events.append(tx, ctx, {
          action: 'officer.set',
          id: projectId,
          projectId,
          before: { projectId, officerId: from.id, version, officerName: from.name },
          after: { ...after, officerName: to.name, isHandedOver: true },
        });
      }
      const projectIds = carried.map((project) => project.projectId);
      await officers.moveUnread(tx, from.id, to.id, projectIds);
      const facts = { fromId: from.id, fromName: from.name, toId: to.id, toName: to.name, count: carried.length, projectIds };
      await events.append(tx, ctx, { action: 'officer.handedOver', id: from.id, after: { ...facts, isClosed: input.close } });
      if (!input.close) return { result: { count: carried.length }, ended: [] };
      const wanted = { ...from, active: false };
      refuse(whyNotUpdate(from, wanted, ctx.actor.id, await accounts.countOtherAdmins(tx, from.id)));
      const closed = await accounts.save(tx, wanted);
      await events.append(tx, ctx, { action: 'account.updated', id: closed.id, before: from, after: closed });
      return { result: { count: carried.length }, ended: await auth.endSessions(tx, closed.id, null) };
    });
    for (const key of ended) ctx.services.hub.dismiss(key);
    return result;
  }),
});
