import { z } from 'zod';
import type { AccountRole } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';
import type { Bulletin, BulletinState } from './schema.ts';

/**
 * The acts that move a bulletin: 送核 → 核稿 → 会签 → 签发 → 印发, 退回 from any point before it is signed, and 撤回 of what was
 * issued, which begins its correction.
 */
export const bulletinActs = ['submit', 'approve', 'agree', 'object', 'sign', 'issue', 'sendBack', 'withdraw'] as const;
/** One act that moves a bulletin on or back. */
export type BulletinAct = (typeof bulletinActs)[number];

/** What is done by a person in office; a unit's word in 会签 is given for the unit. */
export const deskActs = ['submit', 'approve', 'sign', 'issue', 'sendBack', 'withdraw'] as const satisfies BulletinAct[];
/** One of them. */
export type DeskAct = (typeof deskActs)[number];

type Transition = { from: readonly BulletinState[]; to: BulletinState; by: AccountRole; needsCut: boolean; needsRemark: boolean };

/** The whole flow as data: buttons, server, docs and tests read this table. 会签 is passed where no unit is named. */
export const bulletinFlow: Record<BulletinAct, Transition> = {
  submit: { from: ['drafting'], to: 'reviewing', by: 'office', needsCut: true, needsRemark: false },
  approve: { from: ['reviewing'], to: 'cosigning', by: 'office', needsCut: true, needsRemark: false },
  agree: { from: ['cosigning'], to: 'signing', by: 'officer', needsCut: true, needsRemark: false },
  object: { from: ['cosigning'], to: 'drafting', by: 'officer', needsCut: false, needsRemark: true },
  sign: { from: ['signing'], to: 'signed', by: 'leader', needsCut: true, needsRemark: false },
  issue: { from: ['signed'], to: 'issued', by: 'office', needsCut: true, needsRemark: false },
  sendBack: { from: ['reviewing', 'cosigning', 'signing'], to: 'drafting', by: 'office', needsCut: false, needsRemark: true },
  withdraw: { from: ['issued'], to: 'drafting', by: 'office', needsCut: false, needsRemark: true },
};

/** Why a bulletin is not moved; `same-person` is the drafter who would review 核稿 the draft. */
export type BulletinRefusal = Refusal<'wrong-state' | 'not-your-part' | 'same-person' | 'month-not-cut' | 'remark-missing'>;

type Mover = { id: string; role: string };

/** Why somebody may not move a bulletin; null where they may. Reviewing 核稿 takes another office user than the drafter. */
export function whyNotMoveBulletin(
  bulletin: Pick<Bulletin, 'state' | 'draftedBy'>,
  act: BulletinAct,
  mover: Mover,
  isCut: boolean,
): BulletinRefusal | null {
  const { from, by, needsCut } = bulletinFlow[act];
  if (!from.includes(bulletin.state)) return { reason: 'wrong-state', state: bulletin.state };
  const isOwnPart = mover.role === by || (act === 'sendBack' && mover.role === 'leader' && bulletin.state === 'signing');
  if (!isOwnPart) return { reason: 'not-your-part', by };
  if (act === 'approve' && mover.id === bulletin.draftedBy) return { reason: 'same-person' };
  if (needsCut && !isCut) return { reason: 'month-not-cut' };
  return null;
}

/** Why an act does not go without words: whoever gets a bulletin back has to know what for. */
export function whyNotWithout(act: BulletinAct, remark: string | null): BulletinRefusal | null {
  return bulletinFlow[act].needsRemark && remark === null ? { reason: 'remark-missing' } : null;
}

/** Whether nominations and words may still change. */
export function isOpenForChange(bulletin: Pick<Bulletin, 'state'>): boolean {
  return bulletin.state === 'drafting';
}

/** A unit that is asked to sign with the others, and what it said. */
export const Cosigner = z.strictObject({
  unitId: idOf('unit'),
  verdict: z.enum(['agreed', 'objected']).nullable(),
  remark: z.string().nullable(),
  byName: z.string().nullable(),
});
export type Cosigner = z.infer<typeof Cosigner>;

/** Whether a unit is still to say its word. */
export function isWaitedFor({ verdict }: Pick<Cosigner, 'verdict'>): boolean {
  return verdict === null;
}

/**
 * The bulletin after an act: who drafted, reviewed and signed it stays on it; sending back clears what came after, and
 * withdrawing leaves what was issued as it is and begins its correction. `waiting` is how many units are still to sign.
 */
export function moveBulletin(
  bulletin: Bulletin,
  act: BulletinAct,
  mover: { id: string; name: string },
  waiting = 0,
  remark: string | null = null,
): Bulletin {
  const state = bulletinFlow[act].to;
  const unsigned = { reviewedBy: null, signedBy: null, signedByName: null };
  switch (act) {
    case 'submit':
      return { ...bulletin, state, draftedBy: mover.id };
    case 'approve':
      return { ...bulletin, state: waiting > 0 ? state : 'signing', reviewedBy: mover.id };
    case 'agree':
      return { ...bulletin, state: waiting > 0 ? bulletin.state : state };
    case 'sign':
      return { ...bulletin, state, signedBy: mover.id, signedByName: mover.name };
    case 'issue':
      return { ...bulletin, state };
    case 'object':
    case 'sendBack':
      return { ...bulletin, state, ...unsigned };
    case 'withdraw':
      return { ...bulletin, state, ...unsigned, number: null, documentId: null, correctsId: bulletin.documentId, correctsWhy: remark };
  }
}

/** One step that a bulletin went, for its history. */
export type BulletinStep = {
  seq: number;
  act: BulletinAct;
  byName: string;
  /** The unit whose word it was, in 会签. */
  unitName: string | null;
  remark: string | null;
  at: string;
  /** Whether the bulletin as it stood is kept with it. */
  hasVersion: boolean;
};
