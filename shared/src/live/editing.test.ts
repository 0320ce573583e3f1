import { expect, test } from 'vitest';
import type { Instant } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { closed, type Editor, editingSeenBy, HELD_MS, heardOf } from './editing.ts';

const START = Date.parse('2026-10-29T07:20:00.000Z');
const after = (ms: number) => new Date(START + ms).toISOString() as Instant;
const unit = (sign: string) => makeId('unit', sign.repeat(32));
const project = (sign: string) => makeId('project', sign.repeat(32));

const song: Editor = {
  ...{ districtId: unit('d'), unitId: unit('a'), projectId: project('1'), accountId: 'acc_song', name: '宋科长' },
  ...{ since: after(0), heardAt: after(0) },
};
const office = { accountId: 'acc_qin', districtId: unit('d'), unitIds: null };
const namesSeen = (editors: readonly Editor[], watcher: Parameters<typeof editingSeenBy>[1], ms = 0) =>
  editingSeenBy(editors, watcher, after(ms)).map(({ name }) => name);

test('a form that is heard of again is the same form, open since it was opened', () => {
  const editors = heardOf(heardOf([], song), { ...song, since: after(15_000), heardAt: after(15_000) });
  expect(editors).toEqual([{ ...song, heardAt: after(15_000) }]);
});

test('a form that is heard of no more is closed after a while, and opened anew begins anew', () => {
  expect(namesSeen([song], office, HELD_MS - 1)).toEqual(['宋科长']);
  expect(namesSeen([song], office, HELD_MS)).toEqual([]);
  const again = { ...song, since: after(HELD_MS), heardAt: after(HELD_MS) };
  expect(heardOf([song], again)).toEqual([again]);
});

test('closing one form leaves the others open', () => {
  const other = { ...song, projectId: project('2') };
  expect(closed([song, other], song)).toEqual([other]);
});

test('nobody hears of themselves, of another district, or of what lies outside their units', () => {
  expect(namesSeen([song], office)).toEqual(['宋科长']);
  expect(namesSeen([song], { ...office, accountId: 'acc_song' })).toEqual([]);
  expect(namesSeen([song], { ...office, districtId: unit('e') })).toEqual([]);
  expect(namesSeen([song], { ...office, unitIds: [unit('a')] })).toEqual(['宋科长']);
  expect(namesSeen([song], { ...office, unitIds: [unit('b')] })).toEqual([]);
});

test('of very many forms of one person the oldest give way', () => {
  let editors: Editor[] = [];
  for (const sign of '123456789') editors = heardOf(editors, { ...song, projectId: project(sign) });
  expect(editors.map(({ projectId }) => projectId)).toEqual([...'456789'].map(project));
});
