import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Answers = inferRouterOutputs<AppRouter>['figures'];

/** What the page of figures draws. */
export type FiguresView = Answers['view'];
/** A project behind a number. */
export type FigureProject = Answers['rows']['rows'][number];
