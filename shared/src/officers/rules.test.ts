import { expect, test } from 'vitest';
import { makeId } from '../kit/ids.ts';
import { whyNotCarry, whyNotHandOver } from './rules.ts';

const unit = (sign: string) => makeId('unit', sign.repeat(32));
const [district, bureau, team, town] = [unit('a'), unit('b'), unit('c'), unit('d')] as const;
const units = [
  { id: district, parentId: null },
  { id: bureau, parentId: district },
  { id: team, parentId: bureau },
  { id: town, parentId: district },
];

function officer(sign: string, unitId = bureau, fields: { active?: boolean; role?: 'officer' | 'leader' } = {}) {
  return { id: makeId('account', sign.repeat(32)), name: sign, role: 'officer', active: true, unitId, ...fields } as const;
}

test.each([
  ['its own unit', officer('1'), bureau, null],
  ['the unit above', officer('1'), team, null],
  ['the unit below', officer('1', team), bureau, 'officer-elsewhere'],
  ['another unit', officer('1', town), bureau, 'officer-elsewhere'],
  ['a closed account', officer('1', bureau, { active: false }), bureau, 'officer-closed'],
  ['a leader', officer('1', bureau, { role: 'leader' }), bureau, 'not-an-officer'],
] as const)('who carries a project: an officer of %s', (_what, who, of, reason) => {
  expect(whyNotCarry(who, of, units)?.reason ?? null).toBe(reason);
});

test.each([
  ['a colleague', officer('1'), officer('2'), [bureau], null],
  ['themselves', officer('1'), officer('1'), [bureau], 'same-officer'],
  ['the unit below, of its own project', officer('1'), officer('2', team), [team], null],
  ['the unit below, of a project above', officer('1'), officer('2', team), [bureau, team], 'officer-elsewhere'],
  ['another unit, of nothing', officer('1'), officer('2', town), [], 'officer-elsewhere'],
  ['somebody who has left', officer('1'), officer('2', bureau, { active: false }), [], 'officer-closed'],
  ['a leader', officer('1'), officer('2', bureau, { role: 'leader' }), [], 'not-an-officer'],
] as const)('work is handed over to %s', (_what, from, to, of, reason) => {
  expect(whyNotHandOver(from, to, of, units)?.reason ?? null).toBe(reason);
});
