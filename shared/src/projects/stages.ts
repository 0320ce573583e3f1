import { z } from 'zod';
import type { Role } from '../accounts/schema.ts';
import type { ApprovalState } from '../approvals/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import { type ProjectKind, Stage, type Standing } from './schema.ts';

/** Which stages a kind of project passes, in order. Reconstruction ends with 竣工: it produces nothing. */
export const stagesOf: { readonly [K in ProjectKind]: readonly Stage[] } = {
  key: ['planned', 'signed', 'preparing', 'started', 'building', 'completed', 'producing', 'at-capacity'],
  reconstruction: ['planned', 'preparing', 'started', 'building', 'completed'],
};

/** What must be on record before a stage is reached. */
export type StageCondition = 'construction-permit' | 'site-visit' | 'evidence-note' | 'reason';

/** One allowed move: whose kinds, who may, and what must be true. */
export type StageMove = {
  readonly from: Stage;
  readonly to: Stage;
  readonly kinds: readonly ProjectKind[];
  readonly roles: readonly Role[];
  readonly conditions: readonly StageCondition[];
};

const both = ['key', 'reconstruction'] as const;
const keyOnly = ['key'] as const;
const unitOrOffice = ['officer', 'office'] as const;
const office = ['office'] as const;

const forward: readonly StageMove[] = [
  { from: 'planned', to: 'signed', kinds: keyOnly, roles: unitOrOffice, conditions: [] },
  // A government-funded project signs no investment contract, so it may leave 签约 out.
  { from: 'planned', to: 'preparing', kinds: both, roles: unitOrOffice, conditions: [] },
  { from: 'signed', to: 'preparing', kinds: keyOnly, roles: unitOrOffice, conditions: [] },
  { from: 'preparing', to: 'started', kinds: both, roles: unitOrOffice, conditions: ['construction-permit'] },
  { from: 'started', to: 'building', kinds: both, roles: office, conditions: [] },
  { from: 'building', to: 'completed', kinds: both, roles: office, conditions: ['site-visit'] },
  { from: 'completed', to: 'producing', kinds: keyOnly, roles: office, conditions: [] },
  { from: 'producing', to: 'at-capacity', kinds: keyOnly, roles: office, conditions: ['evidence-note'] },
];

/** The stage table: every way forward with its gate, and each of them back again by the office with a reason. */
export const stageMoves: readonly StageMove[] = [
  ...forward,
  ...forward.map((move): StageMove => ({ ...move, from: move.to, to: move.from, roles: office, conditions: ['reason'] })),
];

/** How a project's construction permits 施工许可 stand, the worst of them where it has several. `none`: no such step is on record. */
export const PermitState = z.enum(['none', 'pending', 'tolerant', 'done']);
export type PermitState = z.infer<typeof PermitState>;

/** How the construction permits among a project's steps stand; one that is not needed stands for done. */
export function permitOf(steps: readonly { name: string; state: ApprovalState }[]): PermitState {
  const open = new Set<ApprovalState>(['pending', 'accepted', 'supplement']);
  const permits = steps.filter((step) => step.name.includes(PERMIT));
  if (permits.length === 0) return 'none';
  if (permits.some((step) => open.has(step.state))) return 'pending';
  return permits.some((step) => step.state === 'tolerant') ? 'tolerant' : 'done';
}

/** What a construction permit is called in every list of steps, whatever else stands around it. */
export const PERMIT = '施工许可';

/** What the gates read of a project. */
export type StageFacts = {
  kind: ProjectKind;
  stage: Stage;
  standing: Standing;
  permit: PermitState;
  /** Whether a leader has let the project start under 容缺. */
  isSignedOff: boolean;
  /** Whether the latest visit on site found the project complete. */
  isVerified: boolean;
  evidenceNote: string | null;
  /** Why a stage is taken back. */
  reason: string | null;
};

/** What is missing at a gate. */
export const StageLack = z.enum([
  'permit-missing',
  'permit-pending',
  'sign-off-missing',
  'site-visit-missing',
  'evidence-note-missing',
  'reason-missing',
]);
export type StageLack = z.infer<typeof StageLack>;

/** A refusal by a stage's gate, as the page reads it: where to, and what lacks. */
export const GateRefusal = z.object({ reason: z.literal('gate'), to: Stage, missing: z.array(StageLack) });
export type GateRefusal = z.infer<typeof GateRefusal>;

/** Why a stage is not changed; for `gate` the lacks say what is missing. */
export type StageRefusal = 'same-stage' | 'not-active' | 'stage-not-for-kind' | 'no-such-move' | 'role' | 'gate';

/** Why a project may not move to a stage, or null. At a gate `missing` lists everything that lacks, not the first thing alone. */
export function whyNotMoveStage(facts: StageFacts, to: Stage, role: Role): (Refusal<StageRefusal> & { missing: StageLack[] }) | null {
  const no = (reason: StageRefusal, missing: StageLack[] = []) => ({ reason, from: facts.stage, to, missing });
  if (facts.stage === to) return no('same-stage');
  if (facts.standing !== 'active') return no('not-active');
  if (!stagesOf[facts.kind].includes(to)) return no('stage-not-for-kind');
  const move = stageMoves.find((one) => one.from === facts.stage && one.to === to && one.kinds.includes(facts.kind));
  if (!move) return no('no-such-move');
  if (!move.roles.includes(role)) return no('role');
  const missing = move.conditions.flatMap((condition) => lackOf(condition, facts) ?? []);
  return missing.length ? no('gate', missing) : null;
}

function lackOf(condition: StageCondition, facts: StageFacts): StageLack | null {
  switch (condition) {
    case 'construction-permit':
      return permitLack(facts);
    case 'site-visit':
      return facts.isVerified ? null : 'site-visit-missing';
    case 'evidence-note':
      return facts.evidenceNote?.trim() ? null : 'evidence-note-missing';
    case 'reason':
      return facts.reason?.trim() ? null : 'reason-missing';
  }
}

/** 施工许可 done, or not needed; 容缺 stands in for it with a leader's sign-off. */
function permitLack({ permit, isSignedOff }: StageFacts): StageLack | null {
  switch (permit) {
    case 'none':
      return 'permit-missing';
    case 'pending':
      return 'permit-pending';
    case 'tolerant':
      return isSignedOff ? null : 'sign-off-missing';
    case 'done':
      return null;
  }
}

/** Whether a lack is filled by words that the person who moves the project types in. */
export function isToldInWords(lack: StageLack): boolean {
  return lack === 'evidence-note-missing' || lack === 'reason-missing';
}
