import { expect, test } from 'vitest';
import { chosen, usualPreferences } from './rules.ts';
import { type KeepPreferences, Preferences } from './schema.ts';

test.each<[string, Omit<KeepPreferences, 'version'>, Partial<Preferences>]>([
  ['a density', { density: 'compact' }, { density: 'compact' }],
  [
    'columns that are folded, each once',
    { collapsed: { view: 'stage', columns: ['signed', 'signed'] } },
    { collapsed: { stage: ['signed'] } },
  ],
  ['letters that are letters alone', { letterKeys: false }, { letterKeys: false }],
  ['nothing at all', {}, {}],
])('%s is kept, and the rest stays as it is', (_case, choice, changed) => {
  expect(chosen(usualPreferences, { ...choice, version: 0 })).toEqual({ ...usualPreferences, ...changed });
});

test('folding in one view leaves the others, and unfolding the last column leaves nothing', () => {
  const folded = chosen(usualPreferences, { collapsed: { view: 'stage', columns: ['signed'] }, version: 0 });
  const both = chosen(folded, { collapsed: { view: 'lamps', columns: ['green'] }, version: 1 });
  expect(both.collapsed).toEqual({ stage: ['signed'], lamps: ['green'] });
  expect(chosen(both, { collapsed: { view: 'stage', columns: [] }, version: 2 }).collapsed).toEqual({ lamps: ['green'] });
});

test('a view’s name is a word, so that no key of ours is anything else', () => {
  expect(Preferences.safeParse({ ...usualPreferences, collapsed: { __proto__x: ['a'] } }).success).toBe(false);
});
