import type { inferRouterOutputs } from '@trpc/server';
import type { FrameOf, StillOf } from '#shared/board/still.ts';
import type { AsOf } from './board/kept.ts';
import { admitted } from './route.ts';
import { type AppRouter, appRouter } from './router.ts';
import { createCallerFactory, type RequestContext } from './trpc.ts';

type Answers = inferRouterOutputs<AppRouter>;
type Session = Answers['auth']['me'];

/** Draws the first page as markup, by the client's own components: its frame, before and behind the page, and the board in it. */
export type StillProgram = {
  drawFrame: (of: FrameOf<Session, Answers['districts']['mine']>) => [string, string];
  drawBoard: (of: StillOf<Session>) => Promise<string>;
};

const createCaller = createCallerFactory(appRouter);

/**
 * The asker's first page in pieces, from the same answers and by the same checks as when the program asks: the frame needs
 * no more than who they are, so that they have it while the board is still being read.
 */
export async function* stillOf(ctx: RequestContext & AsOf, url: string, { drawFrame, drawBoard }: StillProgram): AsyncGenerator<string> {
  const { reach } = await admitted(ctx, 'board.snapshot');
  const caller = createCaller(ctx);
  const session = await caller.auth.me();
  const [before, after] = drawFrame({ url, session, district: await caller.districts.mine() });
  yield before;
  try {
    const { header, cards } = await ctx.services.boards.cards(ctx.db, reach, ctx);
    yield await drawBoard({ url, session, board: { seq: 0, header, cards } });
  } finally {
    yield after;
  }
}
