import { mayCall } from '#shared/auth/permissions.ts';
import { pause } from '../kit/pause.ts';
import { sessionQuery } from './now.ts';
import { BoardPage } from './routes.ts';
import { firstTRPC, queryClient } from './trpc.ts';

const PATIENCE_MS = 250;
/** With the server's still before their eyes people see the board meanwhile, and what says that it is coming would be less. */
const PATIENCE_WITH_STILL_MS = 10_000;

/**
 * Waits a moment for what the first page is drawn from. The server has had the browser fetch it beside the page's own files,
 * so that it is mostly there: the board is then drawn once, instead of behind two pages that say it is coming.
 */
export async function firstPage(path: string): Promise<void> {
  if (path !== '/') return;
  const patience = document.querySelector('#still [data-card]') ? PATIENCE_WITH_STILL_MS : PATIENCE_MS;
  await Promise.race([board().catch(() => undefined), pause(patience)]);
}

/** Session and board are put where the pages look for them. Who has no board is sent elsewhere all the same. */
async function board(): Promise<void> {
  const file = BoardPage.ahead();
  const { answer } = await queryClient.fetchQuery(sessionQuery(firstTRPC));
  if (!answer.actor || answer.mustChangePassword || !mayCall(answer.actor.role, 'board.snapshot')) return;
  const [{ boardQuery }, { seriesIn }] = await Promise.all([import('../board/data.ts'), import('../board/series.ts')]);
  const seriesId = seriesIn(window.location.search, answer.preferences);
  await Promise.all([file, queryClient.prefetchQuery(boardQuery(firstTRPC, seriesId))]);
}
