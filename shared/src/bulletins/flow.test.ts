import { describe, expect, test } from 'vitest';
import { type BulletinAct, bulletinActs, bulletinFlow, moveBulletin, whyNotMoveBulletin, whyNotWithout } from './flow.ts';
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
    documentId: 'doc_00000000000000000000000000000001' as Bulletin['documentId'],
    correctsId: null,
    correctsWhy: null,
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
    ['a unit that is asked signs with the others', 'cosigning', 'agree', officer, true, null],
    ['a unit does not sign before the review', 'reviewing', 'agree', officer, true, 'wrong-state'],
    ['the office does not sign for a unit', 'cosigning', 'agree', drafter, true, 'not-your-part'],
    ['the office takes it back from the units', 'cosigning', 'sendBack', drafter, true, null],
    ['what is issued is withdrawn by the office', 'issued', 'withdraw', drafter, true, null],
    ['a leader withdraws nothing', 'issued', 'withdraw', leader, true, 'not-your-part'],
    ['what is signed is not withdrawn but issued', 'signed', 'withdraw', drafter, true, 'wrong-state'],
    ['the office issues what is signed', 'signed', 'issue', drafter, true, null],
    ['an officer has no part in it', 'drafting', 'submit', officer, true, 'not-your-part'],
    ['what is issued stays as it is', 'issued', 'sendBack', drafter, true, 'wrong-state'],
  ])('%s', (_case, state, act, mover, isCut, reason) => {
    expect(whyNotMoveBulletin(bulletin(state), act, mover, isCut)?.reason ?? null).toBe(reason);
  });

  test('out of an issued bulletin leads its withdrawal alone', () => {
    expect(bulletinActs.filter((act) => bulletinFlow[act].from.includes('issued'))).toEqual(['withdraw']);
  });

  test('whoever sends back, objects or withdraws says why', () => {
    expect(bulletinActs.filter((act) => whyNotWithout(act, null) !== null)).toEqual(['object', 'sendBack', 'withdraw']);
    expect(bulletinActs.filter((act) => whyNotWithout(act, '数字有误') !== null)).toEqual([]);
  });
});

test('sending back clears the review, and keeps who drafted', () => {
  const reviewed = moveBulletin(bulletin('reviewing'), 'approve', other);
  expect(reviewed).toMatchObject({ state: 'signing', reviewedBy: other.id });
  expect(moveBulletin(reviewed, 'sendBack', leader)).toMatchObject({ state: 'drafting', reviewedBy: null, draftedBy: drafter.id });
});

test('会签 is passed where no unit is named, and waits for the last that is', () => {
  expect(moveBulletin(bulletin('reviewing'), 'approve', other, 2).state).toBe('cosigning');
  expect(moveBulletin(bulletin('cosigning'), 'agree', officer, 1).state).toBe('cosigning');
  expect(moveBulletin(bulletin('cosigning'), 'agree', officer, 0).state).toBe('signing');
});

test('withdrawing begins a correction of what was issued', () => {
  const issued = bulletin('issued');
  expect(moveBulletin(issued, 'withdraw', drafter, 0, '投资数有误')).toMatchObject({
    state: 'drafting',
    documentId: null,
    correctsId: issued.documentId,
    correctsWhy: '投资数有误',
  });
});

test('every state can be left', () => {
  const left = new Set(Object.values(bulletinFlow).flatMap((transition) => transition.from));
  expect(BulletinState.options.filter((state) => !left.has(state))).toEqual([]);
});
