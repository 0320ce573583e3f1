import { expect, test } from 'vitest';
import { lookAtEveryPage, unseenPages } from './looks.ts';

lookAtEveryPage('zh');

test('every page of the app is looked at', () => {
  expect(unseenPages()).toEqual([]);
});
