import { expect, test } from 'vitest';
import type { Day } from '../kit/calendar.ts';
import { whyNotAskSignoff, whyNotDecideSignoff } from './rules.ts';
import { SignoffState } from './schema.ts';

const today = '2026-10-29' as Day;
const waiting = { kind: 'key', track: 'approval', stage: 'preparing', basis: 'done', permit: 'tolerant' } as const;

test.each([
  ['a tolerated permit', waiting, null, today, null],
  ['a permit that is done', { ...waiting, permit: 'done' }, null, today, 'signoff-not-needed'],
  ['a permit that is not begun', { ...waiting, permit: 'pending' }, null, today, 'signoff-not-needed'],
  ['a project that has started', { ...waiting, stage: 'building' }, null, today, 'signoff-not-needed'],
  ['a tolerated basis', { ...waiting, basis: 'tolerant', permit: 'done' }, null, today, null],
  ['reconstruction straight from 谋划', { ...waiting, kind: 'reconstruction', stage: 'planned' }, null, today, null],
  ['a key project in 谋划', { ...waiting, stage: 'planned' }, null, today, 'signoff-not-needed'],
  ['one that waits', waiting, { state: 'asked' }, today, 'signoff-open'],
  ['one that was given', waiting, { state: 'signed' }, today, 'signoff-open'],
  ['one that was declined', waiting, { state: 'declined' }, today, null],
  ['a promise of yesterday', waiting, null, '2026-10-28' as Day, 'promise-past'],
] as const)('asking a leader with %s', (_case, project, latest, promisedOn, reason) => {
  expect(whyNotAskSignoff(project, latest, promisedOn, today)?.reason ?? null).toBe(reason);
});

test('what is decided is decided once', () => {
  const decidable = SignoffState.options.filter((state) => whyNotDecideSignoff({ state }) === null);
  expect(decidable).toEqual(['asked']);
});
