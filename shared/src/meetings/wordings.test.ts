import { expect, test } from 'vitest';
import { usualWordings, withWording } from './wordings.ts';

test.each([
  ['', '召开专题会议'],
  ['组织复核。', '组织复核；召开专题会议'],
  ['组织复核； ', '组织复核；召开专题会议'],
])('a wording comes behind %j: nothing typed is lost', (typed, expected) => {
  expect(withWording(typed, '召开专题会议')).toBe(expected);
});

test('a matter without a project has the wordings that fit anything', () => {
  expect(usualWordings(null).map(({ wording }) => wording)).toEqual(['on-site', 'special-meeting', 'upward', 'report']);
});
