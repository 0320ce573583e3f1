import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { unregistered, whyNotRegister } from '#shared/registrations/rules.ts';
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
      const before = await registrations.find(tx, project.id);
      if ((before?.version ?? 0) !== input.version) throw new DomainError('CONFLICT', { entity: 'registration', newer: before });
      const kept = before ?? { ...unregistered, id: ctx.newId('registration') };
      const {
        returnedOn = kept.returnedOn,
        returnedReason = kept.returnedReason,
        papers = kept.papers,
        facts = kept.facts,
        ...given
      } = input;
      const wanted: Registration = { ...kept, ...given, returnedOn, returnedReason, papers, facts, version: before?.version ?? 1 };
      refuse(whyNotRegister(wanted, dayOf(ctx.now)));
      if (!before) await registrations.insert(tx, wanted);
      const after = before ? await registrations.save(tx, wanted) : wanted;
      await events.append(tx, ctx, { action: 'registration.set', id: after.id, projectId: project.id, before, after });
      return after;
    }),
  ),
});
