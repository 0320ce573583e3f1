import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import type { FrameOf, StillOf } from '#shared/board/still.ts';
import { App, Surroundings } from './App.tsx';
import { sessionQuery } from './now.ts';
import { BoardPage } from './routes.ts';
import { firstTRPC } from './trpc.ts';

type Answers = inferRouterOutputs<AppRouter>;
type Session = Answers['auth']['me'];

// Draws the first page on the server, as it will stand once the program runs: by the same components, from the same answers.
// Nothing in it works; the program puts its own page in its place.

/** The frame, as what stands before the page in it and what stands behind. */
export function drawFrame({ url, session, district }: FrameOf<Session, Answers['districts']['mine']>): [string, string] {
  const answers = answersWith(session);
  answers.setQueryData(firstTRPC.districts.mine.queryKey(), district);
  const [before = '', after = ''] = markup(url, 'frame', <App answers={answers} page={Place} />).split(renderToStaticMarkup(<Place />));
  return [before, after];
}

/** The board, for its place in the frame. */
export async function drawBoard({ url, session, board }: StillOf<Session>): Promise<string> {
  await BoardPage.ahead();
  const answers = answersWith(session);
  answers.setQueryData(firstTRPC.board.snapshot.queryKey(), board);
  return markup(
    url,
    'board',
    <Surroundings answers={answers}>
      <BoardPage />
    </Surroundings>,
  );
}

function Place() {
  return <slot />;
}

function answersWith(session: Session): QueryClient {
  const answers = new QueryClient();
  const sessionKey: QueryKey = sessionQuery(firstTRPC).queryKey;
  answers.setQueryData(sessionKey, { answer: session, keptAt: null });
  return answers;
}

/** Two parts of one page must not give the same id to two things. */
function markup(url: string, identifierPrefix: string, page: ReactNode): string {
  const [path = '/', search = ''] = url.split('?');
  return renderToStaticMarkup(
    <Router ssrPath={path} ssrSearch={search}>
      {page}
    </Router>,
    { identifierPrefix },
  );
}
