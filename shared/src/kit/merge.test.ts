import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeFields } from './merge.ts';

const keys = ['name', 'leader', 'location'] as const;
const base = { name: '北湖片区', leader: '郑副区长', location: '' };

test.each([
  ['nothing by them', base, { ...base, name: '甲' }, { ...base, name: '甲' }, [], []],
  ['other fields', { ...base, leader: '李' }, { ...base, name: '甲' }, { ...base, name: '甲', leader: '李' }, ['leader'], []],
  ['the same field alike', { ...base, name: '甲' }, { ...base, name: '甲' }, { ...base, name: '甲' }, [], []],
  ['the same field differently', { ...base, name: '乙' }, { ...base, name: '甲' }, { ...base, name: '甲' }, [], ['name']],
] as const)('%s', (_case, theirs, mine, fields, taken, collisions) => {
  const merged = mergeFields(keys, base, theirs, mine);
  expect(merged).toMatchObject({ fields, taken });
  expect(merged.collisions.map(({ key }) => key)).toEqual(collisions);
});

test('no change of anybody is lost without being asked about, and the order of the two does not matter', () => {
  const value = fc.constantFrom('甲', '乙', '');
  const record = fc.record({ name: value, leader: value, location: value });
  fc.assert(
    fc.property(record, record, record, (was, theirs, mine) => {
      const one = mergeFields(keys, was, theirs, mine);
      const other = mergeFields(keys, was, mine, theirs);
      expect(one.collisions.map(({ key }) => key)).toEqual(other.collisions.map(({ key }) => key));
      const open = new Set(one.collisions.map(({ key }) => key));
      for (const key of keys) {
        if (open.has(key)) continue;
        expect(one.fields[key]).toBe(other.fields[key]);
        if (theirs[key] !== was[key]) expect(one.fields[key]).toBe(theirs[key]);
        if (mine[key] !== was[key]) expect(one.fields[key]).toBe(mine[key]);
      }
    }),
  );
});
