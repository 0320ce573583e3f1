import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { access } from '#shared/auth/permissions.ts';
import type { Card } from '#shared/board/card.ts';
import { sampleCard, sampleId } from '#shared/board/sample-card.ts';
import { stacksOf } from '#shared/board/view.ts';
import { view as lamps } from '#shared/board/views/lamps.ts';
import { view as stages } from '#shared/board/views/stage.ts';
import { OrderKey } from '#shared/kit/rank.ts';
import { en, zh } from '../app/vocabulary.ts';
import { viewNamed, views } from './views.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/src/board/views');
const flag = { id: sampleId('flag', 1), colour: 'red', state: 'proposed', version: 1 } as const;
const entry = { id: sampleId('entry', 1), groupId: 'a', routeKey: OrderKey.parse('V'), isScored: false, version: 1 };
const cards: Card[] = [
  sampleCard,
  { ...sampleCard, kind: 'reconstruction', returned: null, lamp: null, ruleLamp: null },
  { ...sampleCard, entry },
  { ...sampleCard, entry: { ...entry, isScored: true }, flag },
  { ...sampleCard, entry, flag: { ...flag, colour: 'black', state: 'signed' } },
];

test('a view is its file: every file of the folder is on the board, with its test beside it, and nothing else names it', () => {
  const files = readdirSync(folder);
  const named = files.filter((file) => !file.endsWith('.test.ts')).map((file) => file.replace(/\.ts$/, ''));
  expect([...views.map((view) => view.name)].sort()).toEqual(named.sort());
  for (const name of named) expect(files).toContain(`${name}.test.ts`);
});

test('the usual view comes first, and stands in for one that is not there', () => {
  expect(views[0]?.name).toBe('cycle');
  expect(viewNamed('nonsense').name).toBe('cycle');
  expect(new Set(views.map((view) => view.order)).size).toBe(views.length);
});

describe.each(views.map((view) => [view.name, view] as const))('%s', (_name, view) => {
  test('says everything in both languages', () => {
    for (const words of Object.values(view.words)) {
      expect(Object.keys(words.columns).sort()).toEqual([...view.columns].sort());
      expect([words.title, ...Object.values(words.columns)].every((text) => text.trim() !== '')).toBe(true);
    }
    expect(JSON.stringify(view.words.en)).not.toMatch(/\p{Script=Han}/u);
  });

  test('shows every card, in columns of its own, and every drop comes to something', () => {
    for (const card of cards) {
      const places = view.place(card);
      expect(places.length).toBeGreaterThan(0);
      for (const from of places) {
        expect(view.columns).toContain(from);
        for (const column of view.columns)
          for (const role of ['office', 'officer'] as const)
            expect(() => view.drop(card, from, { column, above: null }, role)).not.toThrow();
      }
    }
  });

  test('has each column under one head, and a procedure that says who may move', () => {
    expect(stacksOf(view).flatMap((stack) => stack.columns)).toEqual(view.columns);
    expect(access).toHaveProperty([view.needs]);
    const inGroups = view.groups?.reduce((count, group) => count + group.stacks, 0) ?? stacksOf(view).length;
    expect(inGroups).toBe(stacksOf(view).length);
  });
});

test.each([
  ['zh', zh],
  ['en', en],
] as const)('stages and lamps are called as everywhere else (%s)', (language, vocabulary) => {
  expect(stages.words[language].columns).toEqual(vocabulary.stage);
  expect(lamps.words[language].columns).toEqual({ ...vocabulary.lamp, unrated: vocabulary.noLamp });
});
