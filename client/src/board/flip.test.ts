import { expect, test } from 'vitest';
import { travels } from './flip.ts';

const at = (id: string, column: string, x: number, y: number) => ({ id, column, x, y });

test('a card in another column comes from where it stood, over the columns; those below move up within theirs', () => {
  const before = [at('lake', 'due', 0, 0), at('pump', 'due', 0, 100), at('clinic', 'agenda', 300, 0)];
  const after = [at('pump', 'due', 0, 0), at('clinic', 'agenda', 300, 0), at('lake', 'agenda', 300, 80)];
  expect(travels(before, after)).toEqual([
    { to: after[0], by: { x: 0, y: 100 }, isAcross: false },
    { to: after[2], by: { x: -300, y: -80 }, isAcross: true },
  ]);
});

test('an entry beside the card that stays, and a card from out of sight, come from a little above', () => {
  const before = [at('lake', 'due', 0, 0)];
  const after = [at('lake', 'due', 0, 0), at('lake', 'route', 600, 0), at('school', 'due', 0, 100)];
  expect(travels(before, after)).toEqual([
    { to: after[1], by: { x: 0, y: -12 }, isAcross: false },
    { to: after[2], by: { x: 0, y: -12 }, isAcross: false },
  ]);
});

test('where nothing has moved, nothing moves', () => {
  const stands = [at('lake', 'due', 0, 0), at('pump', 'due', 0, 100)];
  expect(travels(stands, stands)).toEqual([]);
});
