import { addDays, dayOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import {
  concerns,
  markedDone,
  reopened,
  whyNotMakeDecision,
  whyNotMarkDone,
  whyNotReopen,
  whyNotSendBack,
} from '#shared/meetings/decisions.ts';
import {
  AnswerDecision,
  MakeDecision,
  MarkDecisionDone,
  SendBackDecision,
  TouchDecision,
  UpdateDecision,
} from '#shared/meetings/inputs.ts';
import { whyNotDecide } from '#shared/meetings/rules.ts';
import type { Decision } from '#shared/meetings/schema.ts';
import { DecisionWordings } from '#shared/meetings/wordings.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as agenda from './agenda-store.ts';
import { answer, findOwn } from './answer.ts';
import * as answers from './answer-store.ts';
import * as decisions from './decision-store.ts';
import * as meetings from './store.ts';
import * as wordings from './wordings-store.ts';

/** Every unit that a decision names has to be one of the district's own. */
async function checkUnits(tx: Tx, districtId: Id<'unit'>, ids: Id<'unit'>[]): Promise<void> {
  for (const id of ids) {
    const unit = await units.load(tx, id);
    if (unit.districtId !== districtId) throw new DomainError('NOT_FOUND', { entity: 'unit' });
  }
}

/** Settled decisions stay on the list for so many days. */
const SETTLED_DAYS = 90;

export const decisionsRouter = router({
  /** What is to be carried out, and what was settled lately: a unit's own and what it helps with, or the district's. */
  list: inDistrict.query(async ({ ctx }) => {
    const { districtId, unitIds } = ctx.reach;
    const today = dayOf(ctx.now);
    const all = await decisions.named(ctx.db, districtId, today, { since: addDays(today, -SETTLED_DAYS) });
    const own = unitIds ? all.filter((decision) => concerns(decision, unitIds)) : all;
    const byDecision = groupBy(
      await answers.ofDecisions(
        ctx.db,
        own.map((decision) => decision.id),
      ),
      (answer) => answer.decisionId,
    );
    return own.map((decision) => ({
      ...decision,
      /** Whether it is the asker's to answer. */
      isOwn: unitIds?.includes(decision.ownerUnitId) ?? false,
      answers: byDecision.get(decision.id) ?? [],
    }));
  }),

  answer: inDistrict
    .input(AnswerDecision)
    .mutation(({ ctx, input }) => ctx.change(async (tx) => answer(tx, ctx, await findOwn(tx, ctx.reach, input.id), input))),

  sendBack: inDistrict.input(SendBackDecision).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await decisions.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotSendBack(before));
      await answers.sendBack(tx, before.id, input.reason, ctx.now);
      const after = await decisions.save(tx, { ...reopened(before), version: input.version });
      await events.append(tx, ctx, {
        action: 'decision.sentBack',
        id: after.id,
        projectId: after.projectId,
        before,
        after: { ...after, reason: input.reason },
      });
      return after;
    }),
  ),

  make: inDistrict.input(MakeDecision).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { week, seriesId, ...fields } = input;
      const meeting = await meetings.read(tx, ctx.reach.districtId, { seriesId, week });
      refuse(whyNotMakeDecision(meeting, input, dayOf(ctx.now)));
      if (!meeting.id) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
      const item = input.agendaItemId && (await agenda.load(tx, ctx.reach.districtId, input.agendaItemId));
      if (item && item.meetingId !== meeting.id) throw new DomainError('NOT_FOUND', { entity: 'agendaItem' });
      await checkUnits(tx, ctx.reach.districtId, [input.ownerUnitId, ...input.helperUnitIds]);
      const decision: Decision = {
        ...fields,
        id: ctx.newId('decision'),
        meetingId: meeting.id,
        projectId: item ? item.projectId : null,
        state: 'open',
        doneOn: null,
        version: 1,
      };
      await decisions.insert(tx, ctx.reach.districtId, decision);
      await events.append(tx, ctx, { action: 'decision.made', id: decision.id, projectId: decision.projectId, after: decision });
      return decision;
    }),
  ),

  update: inDistrict.input(UpdateDecision).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await decisions.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotMakeDecision(await meetings.load(tx, ctx.reach.districtId, before.meetingId), input, dayOf(ctx.now)));
      await checkUnits(tx, ctx.reach.districtId, [input.ownerUnitId, ...input.helperUnitIds]);
      const after = await decisions.save(tx, { ...before, ...input });
      await events.append(tx, ctx, { action: 'decision.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  remove: inDistrict.input(TouchDecision).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await decisions.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotDecide(await meetings.load(tx, ctx.reach.districtId, before.meetingId)));
      await decisions.remove(tx, { ...before, version: input.version });
      await events.append(tx, ctx, { action: 'decision.removed', id: before.id, projectId: before.projectId, before });
      return before;
    }),
  ),

  /** The usual decisions, ready for the console. */
  wordings: inDistrict.query(({ ctx }) => wordings.load(ctx.db, ctx.reach.districtId)),

  setWordings: inDistrict.input(DecisionWordings).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const before = await wordings.load(tx, districtId);
      const after = await wordings.save(tx, districtId, input);
      await events.append(tx, ctx, { action: 'wordings.set', id: districtId, before, after });
      return after;
    }),
  ),

  markDone: inDistrict.input(MarkDecisionDone).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await decisions.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotMarkDone(before, input.doneOn, dayOf(ctx.now)));
      const after = await decisions.save(tx, { ...markedDone(before, input.doneOn), version: input.version });
      await events.append(tx, ctx, { action: 'decision.done', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  reopen: inDistrict.input(TouchDecision).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await decisions.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotReopen(before));
      const after = await decisions.save(tx, { ...reopened(before), version: input.version });
      await events.append(tx, ctx, { action: 'decision.reopened', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),
});
