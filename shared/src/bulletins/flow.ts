import type { AccountRole } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Bulletin, BulletinState } from './schema.ts';

/** The acts that move a bulletin: 送核 → 核稿 → 签发 → 印发, and 退回 from any point before it is issued. */
export const bulletinActs = ['submit', 'approve', 'sign', 'issue', 'sendBack'] as const;
/** One act that moves a bulletin on or back. */
export type BulletinAct = (typeof bulletinActs)[number];

type Transition = { from: readonly BulletinState[]; to: BulletinState; by: AccountRole; needsCut: boolean };

/** The whole flow as data: buttons, server, docs and tests read this table. */
export const bulletinFlow: Record<BulletinAct, Transition> = {
  submit: { from: ['drafting'], to: 'reviewing', by: 'office', needsCut: true },
  approve: { from: ['reviewing'], to: 'signing', by: 'office', needsCut: true },
  sign: { from: ['signing'], to: 'signed', by: 'leader', needsCut: true },
  issue: { from: ['signed'], to: 'issued', by: 'office', needsCut: true },
  sendBack: { from: ['reviewing', 'signing'], to: 'drafting', by: 'office', needsCut: false },
};

/** Why a bulletin is not moved; `same-person` is the drafter who would review 核稿 the draft. */
export type BulletinRefusal = Refusal<'wrong-state' | 'not-your-part' | 'same-person' | 'month-not-cut'>;

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

/** Whether nominations and words may still change. */
export function isOpenForChange(bulletin: Pick<Bulletin, 'state'>): boolean {
  return bulletin.state === 'drafting';
}

/** The bulletin after an act: who drafted, reviewed and signed it stays on it; sending back clears what came after. */
export function moveBulletin(bulletin: Bulletin, act: BulletinAct, mover: { id: string; name: string }): Bulletin {
  const state = bulletinFlow[act].to;
  switch (act) {
    case 'submit':
      return { ...bulletin, state, draftedBy: mover.id };
    case 'approve':
      return { ...bulletin, state, reviewedBy: mover.id };
    case 'sign':
      return { ...bulletin, state, signedBy: mover.id, signedByName: mover.name };
    case 'issue':
      return { ...bulletin, state };
    case 'sendBack':
      return { ...bulletin, state, reviewedBy: null, signedBy: null, signedByName: null };
  }
}
