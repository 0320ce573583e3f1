import type { Day, Instant } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { needsOf, type StageFacts } from '../projects/stages.ts';
import type { DecideSignoff, Signoff } from './schema.ts';

/** Why a sign-off is not asked for; `signoff-open` is one that waits already or was given. */
export type AskRefusal = 'signoff-not-needed' | 'signoff-open' | 'promise-past';

/** Why a leader cannot be asked to let a project start under 容缺, or null. */
export function whyNotAskSignoff(
  project: Pick<StageFacts, 'kind' | 'track' | 'stage' | 'basis' | 'permit'>,
  latest: Pick<Signoff, 'state'> | null,
  promisedOn: Day,
  today: Day,
): Refusal<AskRefusal> | null {
  const papers = { basis: project.basis, 'construction-permit': project.permit };
  const stands = needsOf(project, 'started').some(({ what, round }) => {
    return round === 'sign-off' && (what === 'basis' || what === 'construction-permit') && papers[what] === 'tolerant';
  });
  if (!stands) return { reason: 'signoff-not-needed' };
  if (latest && latest.state !== 'declined') return { reason: 'signoff-open', state: latest.state };
  return promisedOn < today ? { reason: 'promise-past', date: promisedOn } : null;
}

/** Why a sign-off cannot be decided any more, or null. */
export function whyNotDecideSignoff(signoff: Pick<Signoff, 'state'>): Refusal<'signoff-decided'> | null {
  return signoff.state === 'asked' ? null : { reason: 'signoff-decided', state: signoff.state };
}

/** The sign-off with a leader's decision on it. */
export function decideSignoff(signoff: Signoff, decision: DecideSignoff, leader: { name: string }, now: Instant): Signoff {
  const { verdict, remark, version } = decision;
  return { ...signoff, state: verdict, remark, decidedByName: leader.name, decidedAt: now, version };
}
