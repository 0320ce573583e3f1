import { describe, expect, test } from 'vitest';
import { Role } from '../accounts/schema.ts';
import { day } from '../kit/calendar.ts';
import { Standing } from './schema.ts';
import { SetStanding, standingMoves, whyNotSetStanding } from './standing.ts';

const today = day('2026-10-29');

describe('taking a project out of the running', () => {
  test.each([
    ['active', 'suspended', null],
    ['active', 'withdrawn', null],
    ['suspended', 'active', null],
    ['suspended', 'withdrawn', null],
    ['withdrawn', 'active', null],
    ['withdrawn', 'suspended', 'no-such-standing-move'],
    ['active', 'active', 'same-standing'],
  ] as const)('from %s to %s: %s', (standing, to, reason) => {
    expect(whyNotSetStanding({ standing }, { to, on: today }, 'office', today)?.reason ?? null).toBe(reason);
  });

  test('is the office’s alone, and no day to come', () => {
    const movers = Role.options.filter((role) => !whyNotSetStanding({ standing: 'active' }, { to: 'suspended', on: today }, role, today));
    expect(movers).toEqual(['office']);
    const tomorrow = day('2026-10-30');
    expect(whyNotSetStanding({ standing: 'active' }, { to: 'suspended', on: tomorrow }, 'office', today)).toEqual({
      reason: 'date-in-future',
      date: tomorrow,
    });
  });

  test('says why in words', () => {
    const act = { id: `prj_${'1'.repeat(32)}`, version: 1, to: 'suspended', on: today };
    expect(SetStanding.safeParse({ ...act, reason: ' 无 ' }).success).toBe(false);
    expect(SetStanding.safeParse({ ...act, reason: '资金未到位，主体停工' }).success).toBe(true);
  });
});

test('no standing is a dead end', () => {
  for (const standing of Standing.options) expect(standingMoves.some((move) => move.from === standing)).toBe(true);
});
