import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../kit/calendar.ts';
import { itemsBehind, type JointItem, jointCounts, jointMonths, jointSlices } from './joint.ts';

const item = (projectName: string, agencyName: string | null, doneOn: string | null, isDone = doneOn !== null): JointItem => ({
  ...{ projectId: projectName, projectName, unitName: '住建局', agencyName, isDone, doneOn: doneOn === null ? null : day(doneOn) },
});
const items = [
  item('河东管网', '自规局', '2026-09-30'),
  item('河东管网', '生态环境分局', null),
  item('河东管网', null, null),
  item('北环路', '自规局', '2026-10-08'),
  item('北环路', '自规局', null),
  item('北环路', '生态环境分局', null, true),
];

test('items are counted by project, agency and unit; where most is owed stands first, no agency last', () => {
  expect(jointCounts(items, 'agency')).toEqual([
    { key: '生态环境分局', name: '生态环境分局', needed: 2, done: 1 },
    { key: '自规局', name: '自规局', needed: 3, done: 2 },
    { key: '', name: null, needed: 1, done: 0 },
  ]);
  expect(jointCounts(items, 'project').map(({ name, needed, done }) => [name, needed, done])).toEqual([
    ['河东管网', 3, 1],
    ['北环路', 3, 2],
  ]);
  expect(jointCounts(items, 'unit')).toEqual([{ key: '住建局', name: '住建局', needed: 6, done: 3 }]);
});

test('by month the latest stands first, and what was done on no known day counts from the beginning', () => {
  expect(jointMonths(items)).toEqual([
    { month: '2026-10', done: 1, doneToDate: 3 },
    { month: '2026-09', done: 1, doneToDate: 2 },
  ]);
});

const anyItem = fc
  .record({ project: fc.constantFrom('甲', '乙', '丙'), agency: fc.option(fc.constantFrom('子', '丑')), done: fc.option(fc.nat(300)) })
  .map(({ project, agency, done }) => item(project, agency, done === null ? null : addDays(day('2026-01-01'), done)));

test('however they are sliced, the parts sum to the whole', () => {
  fc.assert(
    fc.property(fc.array(anyItem), (all) => {
      const done = all.filter(({ isDone }) => isDone).length;
      for (const slice of jointSlices) {
        const counts = jointCounts(all, slice);
        expect(counts.reduce((sum, count) => sum + count.needed, 0)).toBe(all.length);
        expect(counts.reduce((sum, count) => sum + count.done, 0)).toBe(done);
        for (const count of counts) {
          const behind = (show: 'needed' | 'done' | 'owed') => itemsBehind(all, { slice, key: count.key, show }).length;
          expect([behind('needed'), behind('done'), behind('owed')]).toEqual([count.needed, count.done, count.needed - count.done]);
        }
      }
      expect(jointMonths(all)[0]?.doneToDate ?? 0).toBe(done);
      for (const month of jointMonths(all)) {
        expect(itemsBehind(all, { slice: 'month', key: month.month, show: 'done' })).toHaveLength(month.done);
      }
      expect(itemsBehind(all, { slice: 'all', key: '', show: 'owed' })).toHaveLength(all.length - done);
    }),
  );
});
