import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import type { StillOf } from '#shared/board/still.ts';
import { App } from './App.tsx';
import { sessionQuery } from './now.ts';
import { BoardPage } from './routes.ts';
import { firstTRPC } from './trpc.ts';

type Answers = inferRouterOutputs<AppRouter>;

/**
 * Draws the first page on the server, as it will stand once the program runs: by the same components, from the same answers.
 * Nothing in it works; the program puts its own page in its place.
 */
export async function draw({
  url,
  session,
  district,
  board,
}: StillOf<Answers['auth']['me'], Answers['districts']['mine']>): Promise<string> {
  await BoardPage.ahead();
  const answers = new QueryClient();
  const sessionKey: QueryKey = sessionQuery(firstTRPC).queryKey;
  answers.setQueryData(sessionKey, { answer: session, keptAt: null });
  answers.setQueryData(firstTRPC.districts.mine.queryKey(), district);
  answers.setQueryData(firstTRPC.board.snapshot.queryKey(), board);
  const [path = '/', search = ''] = url.split('?');
  return renderToStaticMarkup(
    <Router ssrPath={path} ssrSearch={search}>
      <App answers={answers} />
    </Router>,
  );
}
