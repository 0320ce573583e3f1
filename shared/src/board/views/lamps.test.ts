import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '../apply.ts';
import type { Card } from '../card.ts';
import { sampleCard as base } from '../sample-card.ts';
import { type LampColumn, view as lampView } from './lamps.ts';

describe('the month', () => {
  const overridden: Card = { ...base, lamp: 'green', ruleLamp: 'yellow', isOverridden: true };
  test.each<[string, Card, LampColumn, LampColumn, object | null]>([
    ['another lamp than the rule gives', base, 'yellow', 'red', { type: 'overrideLamp', lamp: 'red' }],
    ['back onto the rule’s own', overridden, 'green', 'yellow', { type: 'withdrawOverride' }],
    ['from one lamp by hand to another', overridden, 'green', 'red', { type: 'overrideLamp', lamp: 'red' }],
    ['a rated project is not unrated by hand', base, 'yellow', 'unrated', { refused: { reason: 'lamp-by-rule' } }],
    ['an unrated one can be rated', { ...base, lamp: null, ruleLamp: null }, 'unrated', 'green', { type: 'overrideLamp', lamp: 'green' }],
    [
      'and becomes unrated again',
      { ...base, lamp: 'green', ruleLamp: null, isOverridden: true },
      'green',
      'unrated',
      { type: 'withdrawOverride' },
    ],
    ['where it is', base, 'yellow', 'yellow', null],
  ])('%s', (_case, card, from, column, expected) => {
    const outcome = lampView.drop(card, from, { column, above: null }, 'office');
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });

  test('a card stands where the command has put it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lampView.columns),
        fc.constantFrom(...lampView.columns),
        fc.constantFrom(...lampView.columns),
        (ruled, shown, column) => {
          const lampOf = (name: LampColumn) => (name === 'unrated' ? null : name);
          const card = { ...base, ruleLamp: lampOf(ruled), lamp: lampOf(shown), isOverridden: ruled !== shown };
          const outcome = lampView.drop(card, shown, { column, above: null }, 'office');
          if (outcome === null || 'refused' in outcome) return true;
          return lampView.place(applyCommand(card, outcome, [card]))[0] === column;
        },
      ),
    );
  });
});
