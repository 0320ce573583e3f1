import { expect, test } from 'vitest';
import type { Month } from '../kit/calendar.ts';
import { BulletinStyle, rectifyBy, usualStyle } from './style.ts';

test.each([
  [6, '2026-10', '2026-11-06'],
  [28, '2026-12', '2027-01-28'],
  [null, '2026-10', null],
])('plans due on day %s after %s: %s', (rectifyDay, month, due) => {
  expect(rectifyBy({ rectifyDay }, month as Month)).toBe(due);
});

test('a style that was kept before the day was there has none', () => {
  const { rectifyDay: _day, ...before } = usualStyle;
  expect(BulletinStyle.parse(before).rectifyDay).toBeNull();
  expect(BulletinStyle.safeParse({ ...usualStyle, rectifyDay: 29 }).success).toBe(false);
});
