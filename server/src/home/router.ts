import type { Home } from '#shared/home/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { leaderHome, officeHome, officerHome } from './gather.ts';

export const homeRouter = router({
  /** 待办: what waits for the asker, by role. */
  waiting: inDistrict.query(async ({ ctx }): Promise<Home> => {
    const { db, now, actor, reach } = ctx;
    const board = await ctx.services.boards.cards(db, reach, { now, seq: await events.head(db) });
    const asked = { db, now, actor, reach, ...board };
    switch (actor.role) {
      case 'officer':
        return officerHome(asked);
      case 'office':
        return officeHome(asked);
      case 'leader':
        return leaderHome(asked);
      default:
        throw new DomainError('FORBIDDEN');
    }
  }),
});
