import { z } from 'zod';
import { whyNotSetYear } from '#shared/calendar/changes.ts';
import { CalendarYear, SetCalendarYear } from '#shared/calendar/schema.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import * as events from '../events/store.ts';
import { router, signedIn } from '../trpc.ts';
import * as calendar from './store.ts';

export const calendarRouter = router({
  /** Which years have been entered, and whether their notice is whole. */
  years: signedIn.query(({ ctx }) => calendar.years(ctx.db)),

  year: signedIn.input(z.strictObject({ year: CalendarYear.shape.year })).query(({ ctx, input }) => calendar.ofYear(ctx.db, input.year)),

  /** Keeps a year as it was clicked or pasted together: whole, in one act. */
  setYear: signedIn.input(SetCalendarYear).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { days, ...wanted } = input;
      const before = await calendar.ofYear(tx, wanted.year);
      refuse(whyNotSetYear(input));
      if (before.version !== wanted.version) throw new DomainError('CONFLICT', { entity: 'calendar', newer: before });
      await calendar.saveYear(tx, wanted);
      await calendar.replaceDays(tx, wanted.year, days);
      const after = await calendar.ofYear(tx, wanted.year);
      await events.append(tx, ctx, { action: 'calendar.yearSet', id: String(wanted.year), before, after });
      return after;
    }),
  ),
});
