import { z } from 'zod';
import { deskActs, isOpenForChange, isWaitedFor, moveBulletin, whyNotMoveBulletin, whyNotWithout } from '#shared/bulletins/flow.ts';
import { dayOf, Month } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { inDistrict } from '../trpc.ts';
import * as units from '../units/store.ts';
import { begin } from './begin.ts';
import { composeBulletin, cutOf } from './compose.ts';
import * as drafts from './draft-store.ts';
import { issueBulletin } from './issue.ts';
import * as steps from './step-store.ts';
import * as bulletins from './store.ts';

const Remark = z.string().trim().min(2).max(500).nullable().default(null);
const version = z.number().int().min(0);

/** 送核, 核稿, 会签, 签发, 退回, 印发, 撤回: one table says who may; each step is kept with its remark. */
export const moverProcedures = {
  /** Moves a bulletin on or back; issuing freezes the document under its number, withdrawing begins a correction. */
  move: inDistrict.input(z.strictObject({ month: Month, act: z.enum(deskActs), version, remark: Remark })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { act, remark } = input;
      const district = await districts.load(tx, ctx.reach.districtId);
      const bulletin = await begin(tx, ctx, input);
      const draft = await drafts.load(tx, bulletin.id);
      const cut = await cutOf(tx, district, bulletin.month, draft);
      refuse(whyNotMoveBulletin(bulletin, act, ctx.actor, cut !== null) ?? whyNotWithout(act, remark));
      const asked = await steps.cosigners(tx, bulletin.id);
      const moved = moveBulletin(bulletin, act, ctx.actor, asked.length, remark);
      const step = { act, byName: ctx.actor.name, unitName: null, remark, at: ctx.now };
      if (act === 'issue') {
        const { number, documentId, model, sha256 } = await issueBulletin(tx, ctx, district, bulletin);
        await steps.add(tx, bulletin.id, { ...step, model });
        const saved = await bulletins.save(tx, { ...moved, number, documentId, issuedAt: ctx.now });
        await events.append(tx, ctx, { action: 'bulletin.issued', id: saved.id, before: bulletin, after: { ...saved, sha256 } });
        return saved;
      }
      const isKept = act === 'submit' || act === 'sign';
      const model = isKept ? (await composeBulletin(tx, district, bulletin, dayOf(ctx.now), null)).document : null;
      await steps.add(tx, bulletin.id, { ...step, model });
      if (act === 'submit') {
        // From now on it reads this cut, also where it is the month's first; and every unit is asked anew.
        await drafts.save(tx, bulletin.id, { ...draft, cutId: cut?.id ?? null });
        const unitIds = asked.map(({ unitId }) => unitId);
        await steps.askCosigners(tx, bulletin.id, unitIds);
      }
      const saved = await bulletins.save(tx, moved);
      const after = { ...saved, act, remark, unitIds: saved.state === 'cosigning' ? asked.map(({ unitId }) => unitId) : [] };
      await events.append(tx, ctx, { action: 'bulletin.moved', id: saved.id, before: bulletin, after });
      return saved;
    }),
  ),

  /** Names the units that are to sign with the others; none is the usual case. */
  setCosigners: inDistrict
    .input(z.strictObject({ month: Month, version, unitIds: z.array(idOf('unit')).max(30) }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const after = [...new Set(input.unitIds)];
        for (const unitId of after) {
          const unit = await units.load(tx, unitId);
          if (unit.districtId !== ctx.reach.districtId) throw new DomainError('NOT_FOUND', { entity: 'unit' });
        }
        const bulletin = await begin(tx, ctx, input);
        if (!isOpenForChange(bulletin)) throw new DomainError('REFUSED', { reason: 'bulletin-in-review', state: bulletin.state });
        const before = (await steps.cosigners(tx, bulletin.id)).map(({ unitId }) => unitId);
        await steps.askCosigners(tx, bulletin.id, after);
        const saved = await bulletins.save(tx, bulletin);
        await events.append(tx, ctx, {
          action: 'bulletin.cosignersSet',
          id: saved.id,
          before: { unitIds: before },
          after: { unitIds: after },
        });
        return saved;
      }),
    ),

  /** The bulletins that wait for a unit of the asker's, as they stand. */
  toCosign: inDistrict.query(async ({ ctx }) => {
    const { districtId, unitIds } = ctx.reach;
    const own = [...(unitIds ?? [])];
    const district = await districts.load(ctx.db, districtId);
    const waiting = [];
    for (const id of await steps.waitingFor(ctx.db, districtId, own)) {
      const bulletin = await bulletins.load(ctx.db, districtId, id);
      const asked = (await steps.cosigners(ctx.db, id)).filter(({ unitId }) => own.includes(unitId));
      const { document } = await composeBulletin(ctx.db, district, bulletin, dayOf(ctx.now), null);
      waiting.push({ month: bulletin.month, version: bulletin.version, asked, document });
    }
    return waiting;
  }),

  /** A unit's word in 会签; the last agreement sends the bulletin on to be signed, an objection sends it back. */
  cosign: inDistrict
    .input(z.strictObject({ month: Month, unitId: idOf('unit'), version, verdict: z.enum(['agreed', 'objected']), remark: Remark }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const { month, unitId, verdict, remark } = input;
        const found = await bulletins.ofMonth(tx, ctx.reach.districtId, month);
        const asked = found ? await steps.cosigners(tx, found.id) : [];
        const own = asked.find((one) => one.unitId === unitId && (ctx.reach.unitIds ?? []).includes(unitId));
        if (!found || !own) throw new DomainError('NOT_FOUND', { entity: 'bulletin' });
        const bulletin = await begin(tx, ctx, input);
        const act = verdict === 'agreed' ? 'agree' : 'object';
        refuse(whyNotMoveBulletin(bulletin, act, ctx.actor, true) ?? whyNotWithout(act, remark));
        const waiting = asked.filter((one) => one.unitId !== unitId && isWaitedFor(one)).length;
        await steps.saveVerdict(tx, bulletin.id, { unitId, verdict, remark, byName: ctx.actor.name });
        await steps.add(tx, bulletin.id, { act, byName: ctx.actor.name, unitName: own.unitName, remark, at: ctx.now, model: null });
        const saved = await bulletins.save(tx, moveBulletin(bulletin, act, ctx.actor, waiting));
        await events.append(tx, ctx, {
          action: 'bulletin.moved',
          id: saved.id,
          before: bulletin,
          after: { ...saved, act, remark, unitId, unitIds: [] },
        });
        return { state: saved.state, version: saved.version };
      }),
    ),

  /** The bulletin as it stood at a step: to be held against another one. */
  version: inDistrict.input(z.strictObject({ month: Month, seq: z.number().int().positive() })).query(async ({ ctx, input }) => {
    const bulletin = await bulletins.ofMonth(ctx.db, ctx.reach.districtId, input.month);
    if (!bulletin) throw new DomainError('NOT_FOUND', { entity: 'bulletin' });
    return steps.version(ctx.db, bulletin.id, input.seq);
  }),
};
