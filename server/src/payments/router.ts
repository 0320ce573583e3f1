import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotSetPayment } from '#shared/payments/rules.ts';
import { type Payment, SetPayment } from '#shared/payments/schema.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as payments from './store.ts';

export const paymentsRouter = router({
  /** What was paid of a project and what should have been, day by day, the latest first. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return payments.ofProject(ctx.db, project.id);
  }),

  /** Records the figures of a day, or corrects them. */
  set: inDistrict.input(SetPayment).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotSetPayment(input.asOf, dayOf(ctx.now)));
      const before = await payments.find(tx, input);
      if ((before?.version ?? 0) !== input.version) throw new DomainError('CONFLICT', { entity: 'payment', newer: before });
      const said = { ...input, byName: ctx.actor.name, at: ctx.now };
      const wanted: Payment = { ...said, id: before?.id ?? ctx.newId('payment'), version: before?.version ?? 1 };
      if (!before) await payments.insert(tx, wanted);
      const after = before ? await payments.save(tx, wanted) : wanted;
      await events.append(tx, ctx, { action: 'payment.set', id: after.id, projectId: project.id, before, after });
      return after;
    }),
  ),
});
