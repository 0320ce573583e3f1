import { expect, it } from 'vitest';
import { isCurrent } from './TabLinks.tsx';

it.each([
  ['/', '/', true],
  ['/', '/board', false],
  ['/ledgers', '/ledgers', true],
  ['/ledgers', '/ledgers/approvals', true],
  ['/ledgers', '/ledgers-old', false],
])('the link %s is current on %s: %s', (href, location, current) => {
  expect(isCurrent(href, location)).toBe(current);
});
