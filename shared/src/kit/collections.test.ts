import { expect, test } from 'vitest';
import { oncePer } from './collections.ts';

test('work is done once for the very same list, and again for one that only looks like it', () => {
  const asked: string[][] = [];
  const count = oncePer((list: string[]) => asked.push(list));
  const list = ['红'];
  expect([count(list), count(list), count([...list])]).toEqual([1, 1, 2]);
  // What comes to nothing is remembered as well.
  const nothing = oncePer((found: { asked: number }) => void found.asked++);
  const once = { asked: 0 };
  nothing(once);
  nothing(once);
  expect(once.asked).toBe(1);
});
