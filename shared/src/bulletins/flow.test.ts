import { describe, expect, test } from 'vitest';
import { type BulletinAct, bulletinFlow, moveBulletin, whyNotMoveBulletin } from './flow.ts';
import { type Bulletin, BulletinState } from './schema.ts';

const drafter = { id: 'acc_drafter', name: '宋科长', role: 'office' };
const other = { id: 'acc_other', name: '郭科员', role: 'office' };
const leader = { id: 'acc_leader', name: '郑副区长', role: 'leader' };
const officer = { id: 'acc_officer', name: '罗科员', role: 'officer' };

function bulletin(state: BulletinState): Bulletin {
  return {
    id: 'bul_00000000000000000000000000000001' as Bulletin['id'],
    districtId: 'unt_00000000000000000000000000000001' as Bulletin['districtId'],
    month: '2026-10' as Bulletin['month'],
    state,
    number: null,
    draftedBy: drafter.id,
    reviewedBy: null,
    signedBy: null,
    signedByName: null,
    issuedAt: null,
    documentId: null,
    version: 1,
  };
}

describe('who may move a bulletin, and from where', () => {
  test.each<[string, BulletinState, BulletinAct, typeof drafter, boolean, string | null]>([
    ['the office sends its draft to review', 'drafting', 'submit', drafter, true, null],
    ['a draft cannot go on before the month is cut', 'drafting', 'submit', drafter, false, 'month-not-cut'],
    ['another office user reviews', 'reviewing', 'approve', other, true, null],
    ['nobody reviews their own draft', 'reviewing', 'approve', drafter, true, 'same-person'],
    ['the leader signs', 'signing', 'sign', leader, true, null],
    ['the office does not sign', 'signing', 'sign', drafter, true, 'not-your-part'],
    ['the leader may send it back instead of signing', 'signing', 'sendBack', leader, true, null],
    ['the leader has no part in the review', 'reviewing', 'sendBack', leader, true, 'not-your-part'],
    ['the office issues what is signed', 'signed', 'issue', drafter, true, null],
    ['an officer has no part in it', 'drafting', 'submit', officer, true, 'not-your-part'],
    ['what is issued stays as it is', 'issued', 'sendBack', drafter, true, 'wrong-state'],
  ])('%s', (_case, state, act, mover, isCut, reason) => {
    expect(whyNotMoveBulletin(bulletin(state), act, mover, isCut)?.reason ?? null).toBe(reason);
  });

  test('no act leads out of an issued bulletin', () => {
    for (const { from } of Object.values(bulletinFlow)) expect(from).not.toContain('issued');
  });
});

test('sending back clears the review, and keeps who drafted', () => {
  const reviewed = moveBulletin(bulletin('reviewing'), 'approve', other);
  expect(reviewed).toMatchObject({ state: 'signing', reviewedBy: other.id });
  expect(moveBulletin(reviewed, 'sendBack', leader)).toMatchObject({ state: 'drafting', reviewedBy: null, draftedBy: drafter.id });
});

test('every state but the last can be left', () => {
  const left = new Set(Object.values(bulletinFlow).flatMap((transition) => transition.from));
  expect(BulletinState.options.filter((state) => !left.has(state))).toEqual(['issued']);
});
