import { expect, it } from 'vitest';
import { makeId } from '#shared/kit/ids.ts';
import type { ResultEntry } from './Results.tsx';
import { tiesIn } from './ties.ts';

function entry(name: string, score: string | null, isSameScore: boolean): ResultEntry {
  const id = makeId('entry', '0'.repeat(32));
  const projectId = makeId('project', '0'.repeat(32));
  const empty = { unitName: '', parts: [], sheets: 1, dropped: 0, lamp: null, lastFlag: null, isShared: false, settledBy: null };
  return { ...empty, entryId: id, projectId, projectName: name, rank: 1, score, isSameScore };
}

it('equal scores stand together, and two pairs in a row stay two', () => {
  const entries = [
    entry('a', '90.0', true),
    entry('b', '90.0', true),
    entry('c', '80.0', true),
    entry('d', '80.0', true),
    entry('e', '70.0', false),
  ];
  expect(tiesIn([{ groupId: 'g', entries }]).map((tie) => tie.entries.map((one) => one.projectName))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

it('a group without equal scores has nothing to settle', () => {
  expect(tiesIn([{ groupId: 'g', entries: [entry('a', '90.0', false), entry('b', null, false)] }])).toEqual([]);
});
