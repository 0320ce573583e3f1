import type { ApprovalGroup, ApprovalState } from '../approvals/schema.ts';
import type { Signoff } from '../signoffs/schema.ts';
import { isVerifiedComplete } from '../visits/rules.ts';
import type { SiteVisit } from '../visits/schema.ts';
import { basisOf, permitOf } from './papers.ts';
import type { Stage, Track } from './schema.ts';
import type { StageFacts } from './stages.ts';

/** What the gates read of a project besides the project itself: from its steps, its sign-offs (the latest first) and its visits. */
export function gateFacts(
  project: { track: Track },
  steps: readonly { name: string; state: ApprovalState }[],
  signoffs: readonly Pick<Signoff, 'state'>[],
  visits: readonly Pick<SiteVisit, 'id' | 'visitedOn' | 'finding'>[],
): Pick<StageFacts, 'basis' | 'permit' | 'isSignedOff' | 'isVerified'> {
  return {
    basis: basisOf(steps, project.track),
    permit: permitOf(steps),
    isSignedOff: signoffs[0]?.state === 'signed',
    isVerified: isVerifiedComplete(visits),
  };
}

/** The approval steps that lie before a stage, as its gate's panel lists them: what is missing first. */
export type GateSteps<Step> = { missing: Step[]; waiting: Step[]; settled: Step[] };

const before: { readonly [S in Stage]?: readonly ApprovalGroup[] } = {
  started: ['land', 'engineering', 'construction'],
  completed: ['completion'],
};

/**
 * Sorts a project's approval steps by how far they are, for the gate of a stage: 缺 not begun, 待 under way, 已齐 done or
 * not needed. Stages whose gate asks for no approval list none.
 */
export function gateSteps<Step extends { group: ApprovalGroup; state: ApprovalState }>(steps: readonly Step[], to: Stage): GateSteps<Step> {
  const groups = before[to] ?? [];
  const asked = steps.filter((step) => groups.includes(step.group));
  const isSettled = (step: Step) => step.state === 'done' || step.state === 'exempt';
  return {
    missing: asked.filter((step) => step.state === 'pending'),
    waiting: asked.filter((step) => step.state !== 'pending' && !isSettled(step)),
    settled: asked.filter(isSettled),
  };
}
