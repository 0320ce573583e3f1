import { expect, test } from 'vitest';
import { masked, phoneFor } from './phone.ts';
import { Phone } from './schema.ts';

test.each([
  ['13812345678', '138****5678'],
  ['029-8212345', '***-****345'],
  ['029-82123456', '029-****3456'],
  ['+86 138 1234 5678', '+86 1** **** 5678'],
  ['82123456', '*****456'],
  ['800023 转 8', '****23 转 8'],
])('%s is masked to %s', (phone, wanted) => {
  expect(Phone.safeParse(phone).success).toBe(true);
  expect(masked(phone)).toBe(wanted);
});

test.each([
  ['office', false, true],
  ['leader', false, true],
  ['admin', false, true],
  ['officer', true, true],
  ['officer', false, false],
  ['inspector', false, false],
  ['auditor', false, false],
  ['display', false, false],
] as const)('%s (own unit: %s) reads it whole: %s', (role, isOwnUnit, isWhole) => {
  expect(phoneFor('13812345678', { role }, isOwnUnit)).toBe(isWhole ? '13812345678' : '138****5678');
  expect(phoneFor(null, { role }, isOwnUnit)).toBeNull();
});

test.each(['电话待补', '13812345678<script>', '', '110'])('what is no number is refused as one: %s', (text) => {
  expect(Phone.safeParse(text).success).toBe(false);
});
