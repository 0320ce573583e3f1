import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotRegister } from '#shared/registrations/rules.ts';
import { type Registration, SetRegistration } from '#shared/registrations/schema.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as registrations from './store.ts';

export const registrationsRouter = router({
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return registrations.find(ctx.db, project.id);
  }),

  /** Records a project's registration, or what became of it since. */
  set: inDistrict.input(SetRegistration).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      refuse(whyNotRegister(input, dayOf(ctx.now)));
      const before = await registrations.find(tx, project.id);
      if ((before?.version ?? 0) !== input.version) throw new DomainError('CONFLICT', { entity: 'registration', newer: before });
      const wanted: Registration = { ...input, id: before?.id ?? ctx.newId('registration'), version: before?.version ?? 1 };
      if (!before) await registrations.insert(tx, wanted);
      const after = before ? await registrations.save(tx, wanted) : wanted;
      await events.append(tx, ctx, { action: 'registration.set', id: after.id, projectId: project.id, before, after });
      return after;
    }),
  ),
});
