import type { inferRouterOutputs } from '@trpc/server';
import type { StillOf } from '#shared/board/still.ts';
import { admitted } from './route.ts';
import { type AppRouter, appRouter } from './router.ts';
import { createCallerFactory, type RequestContext } from './trpc.ts';

type Answers = inferRouterOutputs<AppRouter>;
type OwnStill = StillOf<Answers['auth']['me'], Answers['districts']['mine']>;

/** Draws the first page as markup, by the client's own components. */
export type DrawStill = (of: OwnStill) => Promise<string>;

const createCaller = createCallerFactory(appRouter);

/** What the asker's first page is drawn from, by the same checks as when the program asks. */
export async function stillOf(ctx: RequestContext, url: string): Promise<OwnStill> {
  const { reach } = await admitted(ctx, 'board.snapshot');
  const caller = createCaller(ctx);
  const { header, cards } = await ctx.services.boards.cards(ctx.db, reach, ctx.now);
  return { url, session: await caller.auth.me(), district: await caller.districts.mine(), board: { seq: 0, header, cards } };
}
