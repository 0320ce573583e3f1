import { z } from 'zod';
import type { Role } from '../accounts/schema.ts';
import { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { Project, Standing } from './schema.ts';

/** Takes a project out of the running 停建 退出, or back into it, with the reason and the day on which it was so. */
export const SetStanding = Project.pick({ id: true, version: true }).extend({
  to: Standing,
  on: Day,
  reason: z.string().trim().min(2).max(300),
});
export type SetStanding = z.infer<typeof SetStanding>;

/** One allowed move between standings, and who may make it. */
export type StandingMove = { readonly from: Standing; readonly to: Standing; readonly roles: readonly Role[] };

const office = ['office'] as const;

/** 停建 may turn into 退出 without a way back first; whatever left the running can come back into it. */
export const standingMoves: readonly StandingMove[] = [
  { from: 'active', to: 'suspended', roles: office },
  { from: 'active', to: 'withdrawn', roles: office },
  { from: 'suspended', to: 'active', roles: office },
  { from: 'suspended', to: 'withdrawn', roles: office },
  { from: 'withdrawn', to: 'active', roles: office },
];

/** Why a project does not change its standing. */
export type StandingRefusal = 'same-standing' | 'no-such-standing-move' | 'role' | 'date-in-future';

/** Why a project may not be suspended, withdrawn or resumed, or null. */
export function whyNotSetStanding(
  project: Pick<Project, 'standing'>,
  { to, on }: Pick<SetStanding, 'to' | 'on'>,
  role: Role,
  today: Day,
): Refusal<StandingRefusal> | null {
  if (project.standing === to) return { reason: 'same-standing', standing: to };
  const move = standingMoves.find((one) => one.from === project.standing && one.to === to);
  if (!move) return { reason: 'no-such-standing-move', from: project.standing, to };
  if (!move.roles.includes(role)) return { reason: 'role' };
  return on > today ? { reason: 'date-in-future', date: on } : null;
}
