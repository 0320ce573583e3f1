import { expect, test } from 'vitest';
import { mayHear } from './visibility.ts';

test.each([
  ['office', 'flag.proposed', true],
  ['leader', 'nomination.added', true],
  ['officer', 'flag.proposed', false],
  ['officer', 'nomination.added', false],
  ['officer', 'return.accepted', true],
  ['display', 'flag.moved', false],
  ['display', 'decision.made', true],
  ['inspector', 'scoresheet.submitted', false],
] as const)('%s and %s: %s', (role, action, hears) => {
  expect(mayHear(role, action)).toBe(hears);
});
