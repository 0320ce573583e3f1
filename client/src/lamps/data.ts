import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>['lamps'];
export type RuleSets = Outputs['ruleSets'];
export type Adoption = RuleSets['history'][number];
export type MonthOverview = Outputs['month'];
export type LampRow = Outputs['rows'][number];
export type ProjectLamps = Outputs['ofProject'];
