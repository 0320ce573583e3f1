import { z } from 'zod';
import type { Role } from '../accounts/schema.ts';
import type { Day } from '../kit/calendar.ts';
import { assertNever, type Refusal } from '../kit/errors.ts';
import type { Money } from '../kit/money.ts';
import { needsRegistration } from '../registrations/rules.ts';
import type { PermitState } from './papers.ts';
import { type ProjectKind, Stage, type Standing, type Track } from './schema.ts';

/** Which stages a kind of project passes, in order. Reconstruction ends with 竣工: it produces nothing. */
export const stagesOf: { readonly [K in ProjectKind]: readonly Stage[] } = {
  key: ['planned', 'signed', 'preparing', 'started', 'building', 'completed', 'producing', 'at-capacity'],
  reconstruction: ['planned', 'preparing', 'started', 'building', 'completed'],
};

/** What must be on record before a stage is reached. `basis` 立项依据: what the project rests on, by its track. */
export const StageCondition = z.enum(['basis', 'construction-permit', 'site-visit', 'evidence-note', 'back-reason', 'skip-reason']);
export type StageCondition = z.infer<typeof StageCondition>;

/**
 * One condition of a gate, for all projects or for those of some kinds or tracks. `round` is the way round where it is
 * not fulfilled yet: a leader's sign-off for what is accepted with papers missing, or a reason that is recorded.
 */
export type StageNeed = {
  readonly what: StageCondition;
  readonly kinds?: readonly ProjectKind[];
  readonly tracks?: readonly Track[];
  readonly round?: 'sign-off' | 'reason';
};

/** What a move calls to mind and does not wait for. */
export type StageReminder = 'registration';

/** One allowed move: whose kinds, who may, what must be true, and what it calls to mind. */
export type StageMove = {
  readonly from: Stage;
  readonly to: Stage;
  readonly kinds: readonly ProjectKind[];
  readonly roles: readonly Role[];
  readonly needs: readonly StageNeed[];
  readonly reminds: readonly StageReminder[];
};

const both = ['key', 'reconstruction'] as const;
const keyOnly = ['key'] as const;
const rebuilt = ['reconstruction'] as const;
const unitOrOffice = ['officer', 'office'] as const;
const office = ['office'] as const;

const permit: StageNeed = { what: 'construction-permit', round: 'sign-off' };

const forward: readonly StageMove[] = [
  { from: 'planned', to: 'signed', kinds: keyOnly, roles: unitOrOffice, needs: [], reminds: [] },
  {
    // A government-funded project signs no investment contract; an enterprise that leaves 签约 out says why.
    ...{ from: 'planned', to: 'preparing', kinds: both, roles: unitOrOffice, reminds: [] },
    needs: [{ what: 'skip-reason', kinds: keyOnly, tracks: ['verification', 'filing'] }],
  },
  { from: 'signed', to: 'preparing', kinds: keyOnly, roles: unitOrOffice, needs: [], reminds: [] },
  {
    ...{ from: 'preparing', to: 'started', kinds: both, roles: unitOrOffice, reminds: ['registration'] },
    // 政府投资条例 第13条: what answers a natural disaster may merge or simplify its early papers.
    needs: [{ what: 'basis', kinds: keyOnly, round: 'sign-off' }, { what: 'basis', kinds: rebuilt, round: 'reason' }, permit],
  },
  {
    // Reconstruction may skip 前期手续 as a stage of its own; nothing is built without its permit all the same.
    ...{ from: 'planned', to: 'started', kinds: rebuilt, roles: unitOrOffice, reminds: ['registration'] },
    needs: [{ what: 'skip-reason' }, permit],
  },
  { from: 'started', to: 'building', kinds: both, roles: office, needs: [], reminds: [] },
  { from: 'building', to: 'completed', kinds: both, roles: office, needs: [{ what: 'site-visit' }], reminds: [] },
  { from: 'completed', to: 'producing', kinds: keyOnly, roles: office, needs: [], reminds: [] },
  { from: 'producing', to: 'at-capacity', kinds: keyOnly, roles: office, needs: [{ what: 'evidence-note' }], reminds: [] },
];

/** The stage table: every way forward with its gate, and each of them back again by the office with a reason. */
export const stageMoves: readonly StageMove[] = [
  ...forward,
  ...forward.map(
    (move): StageMove => ({ ...move, from: move.to, to: move.from, roles: office, needs: [{ what: 'back-reason' }], reminds: [] }),
  ),
];

/** The move from one stage to another that a kind of project can make. */
function moveOf(kind: ProjectKind, from: Stage, to: Stage): StageMove | null {
  return stageMoves.find((move) => move.from === from && move.to === to && move.kinds.includes(kind)) ?? null;
}

/** Whether a need is one of a project at all. */
export function isAsked({ kinds, tracks }: StageNeed, project: { kind: ProjectKind; track: Track }): boolean {
  return (kinds?.includes(project.kind) ?? true) && (tracks?.includes(project.track) ?? true);
}

/** The conditions that a project meets on its way from its stage to another; none where there is no such move. */
export function needsOf(project: { kind: ProjectKind; track: Track; stage: Stage }, to: Stage): readonly StageNeed[] {
  return moveOf(project.kind, project.stage, to)?.needs.filter((need) => isAsked(need, project)) ?? [];
}

/** What a move calls to mind: a project that belongs in the statistical base from now on and is not there yet. */
export function remindersOf(
  project: { kind: ProjectKind; stage: Stage; totalInvestment: Money; actualStart: Day | null; isRegistered: boolean },
  to: Stage,
): readonly StageReminder[] {
  const isOwed = needsRegistration({ ...project, stage: to }) && !project.isRegistered;
  return moveOf(project.kind, project.stage, to)?.reminds.filter((reminder) => reminder !== 'registration' || isOwed) ?? [];
}

/** What the gates read of a project. */
export type StageFacts = {
  kind: ProjectKind;
  track: Track;
  stage: Stage;
  standing: Standing;
  basis: PermitState;
  permit: PermitState;
  /** Whether a leader has let the project start under 容缺. */
  isSignedOff: boolean;
  /** Whether the latest visit on site found the project complete. */
  isVerified: boolean;
  evidenceNote: string | null;
  /** Why a stage is taken back, or early papers and stages are left out. */
  reason: string | null;
};

/** What is missing at a gate. */
export const StageLack = z.enum([
  'basis-pending',
  'permit-missing',
  'permit-pending',
  'sign-off-missing',
  'site-visit-missing',
  'evidence-note-missing',
  'reason-missing',
  'skip-reason-missing',
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
  const move = moveOf(facts.kind, facts.stage, to);
  if (!move) return no('no-such-move');
  if (!move.roles.includes(role)) return no('role');
  const lacks = needsOf(facts, to).flatMap((need) => lackOf(need, facts) ?? []);
  const missing = StageLack.options.filter((lack) => lacks.includes(lack));
  return missing.length ? no('gate', missing) : null;
}

function lackOf({ what, round }: StageNeed, facts: StageFacts): StageLack | null {
  switch (what) {
    case 'basis':
      return round === 'reason' ? mergedLack(facts) : basisLack(facts);
    case 'construction-permit':
      return permitLack(facts);
    case 'site-visit':
      return facts.isVerified ? null : 'site-visit-missing';
    case 'evidence-note':
      return facts.evidenceNote?.trim() ? null : 'evidence-note-missing';
    case 'back-reason':
      return facts.reason?.trim() ? null : 'reason-missing';
    case 'skip-reason':
      return facts.reason?.trim() ? null : 'skip-reason-missing';
    default:
      return assertNever(what);
  }
}

/** Old lists often know a project's permit alone, and no permit was given without its basis: none on record lacks nothing. */
function basisLack({ basis, isSignedOff }: StageFacts): StageLack | null {
  switch (basis) {
    case 'none':
    case 'done':
      return null;
    case 'pending':
      return 'basis-pending';
    case 'tolerant':
      return isSignedOff ? null : 'sign-off-missing';
  }
}

/** Early papers may be merged or left out where a reason says so. */
function mergedLack({ basis, reason }: StageFacts): StageLack | null {
  return basis === 'none' || basis === 'done' || reason?.trim() ? null : 'skip-reason-missing';
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

const worded = ['evidence-note-missing', 'reason-missing', 'skip-reason-missing'] as const satisfies readonly StageLack[];
/** A lack that is filled by words which the person who moves the project types in. */
export type WordedLack = (typeof worded)[number];

/** Whether a lack is filled by words that the person who moves the project types in. */
export function isToldInWords(lack: StageLack): lack is WordedLack {
  return worded.some((each) => each === lack);
}
