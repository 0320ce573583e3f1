import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderKey } from '../../kit/rank.ts';
import { applyCommand } from '../apply.ts';
import type { Card } from '../card.ts';
import { sampleCard as base, sampleId as id } from '../sample-card.ts';
import { type CycleColumn, view as cycleView } from './cycle.ts';

const key = (text: string) => text as OrderKey;
const onAgenda = (at: number, orderKey: string): Card => ({
  ...base,
  id: id('project', at),
  key: at,
  agenda: { id: id('agendaItem', at), orderKey: key(orderKey), version: 1, minutes: 8, reason: null },
});
const stop: Card = { ...base, entry: { id: id('entry', 1), groupId: 'a', routeKey: key('V'), isScored: false, version: 1 } };

describe('where a card stands', () => {
  test.each<[string, Partial<Card>, CycleColumn[]]>([
    ['nothing returned this week', { returned: null }, ['owing']],
    ['returned', {}, ['returned']],
    ['in reserve nothing is owed', { returned: null, yearClass: 'reserve' }, ['returned']],
    ['sent back is owed again', { returned: 'sent-back' }, ['owing']],
    ['on the agenda, whether returned or not', { ...onAgenda(1, 'V'), returned: null }, ['agenda']],
    [
      'an entry of the quarter that is no stop',
      { entry: { id: id('entry', 1), groupId: 'a', routeKey: null, isScored: false, version: 1 } },
      ['returned'],
    ],
    ['a stop stays in its week column as well', { entry: stop.entry }, ['returned', 'route']],
    [
      'praised and flagged',
      {
        nomination: { id: id('nomination', 1), kind: 'praise', orderKey: key('V'), version: 1 },
        flag: { id: id('flag', 1), colour: 'red', state: 'proposed', version: 1 },
      },
      ['returned', 'praise', 'red'],
    ],
  ])('%s', (_case, fields, columns) => {
    expect(cycleView.place({ ...base, ...fields })).toEqual(columns);
  });

  test('every project stands in exactly one column of the week', () => {
    const week = new Set<CycleColumn>(['owing', 'returned', 'agenda']);
    fc.assert(
      fc.property(
        fc.constantFrom<Card['returned']>(null, 'submitted', 'accepted', 'sent-back'),
        fc.constantFrom<Card['agenda']>(null, onAgenda(2, 'V').agenda),
        (returned, agenda) => cycleView.place({ ...base, returned, agenda }).filter((column) => week.has(column)).length === 1,
      ),
    );
  });
});

describe('what a drop does', () => {
  test.each<[string, Card, CycleColumn, CycleColumn, object | null]>([
    ['a returned card onto the agenda', base, 'returned', 'agenda', { type: 'addToAgenda' }],
    ['within the agenda', onAgenda(1, 'V'), 'agenda', 'agenda', { type: 'moveOnAgenda' }],
    ['off the agenda', onAgenda(1, 'V'), 'agenda', 'owing', { type: 'leaveAgenda' }],
    ['owed onto returned opens the form', { ...base, returned: null }, 'owing', 'returned', { type: 'openReturn' }],
    ['a return cannot be dragged away', base, 'returned', 'owing', { refused: { reason: 'return-exists' } }],
    ['nominated for praise', base, 'returned', 'praise', { type: 'nominate', kind: 'praise' }],
    ['put on the route', base, 'owing', 'route', { type: 'placeOnRoute' }],
    ['off the route', stop, 'route', 'returned', { type: 'leaveRoute' }],
    ['a flag for a project that is no entry', base, 'returned', 'black', { refused: { reason: 'not-an-entry' } }],
    ['a flag for a stop', stop, 'route', 'black', { type: 'proposeFlag', colour: 'black' }],
    [
      'a signed flag stays',
      { ...stop, flag: { id: id('flag', 1), colour: 'red', state: 'signed', version: 1 } },
      'red',
      'returned',
      { refused: { reason: 'flag-decided' } },
    ],
    ['back where it was', base, 'returned', 'returned', null],
  ])('%s', (_case, card, from, to, expected) => {
    const outcome = cycleView.drop(card, from, { column: to, above: null }, 'office');
    if (expected === null) expect(outcome).toBeNull();
    else expect(outcome).toMatchObject(expected);
  });

  test('the place is behind the card above', () => {
    const above = onAgenda(2, 'V');
    expect(cycleView.drop(base, 'returned', { column: 'agenda', above }, 'office')).toMatchObject({ after: above.agenda?.id });
  });

  test('a command that is carried out puts the card where it was dropped', () => {
    const agenda = [onAgenda(2, 'F'), onAgenda(3, 'V'), onAgenda(4, 'k')];
    fc.assert(
      fc.property(fc.constantFrom(null, ...agenda), (above) => {
        const command = cycleView.drop(base, 'returned', { column: 'agenda', above }, 'office');
        if (command === null || 'refused' in command) return false;
        const placed = applyCommand(base, command, [base, ...agenda]);
        const order = [...agenda, placed].sort(cycleView.compare('agenda'));
        return order.indexOf(placed) === (above ? order.indexOf(above) + 1 : 0);
      }),
    );
  });

  test('whatever the drop, it is a command, a refusal or nothing', () => {
    const cards = [base, stop, onAgenda(5, 'V')];
    for (const card of cards) {
      for (const from of cycleView.place(card))
        for (const column of cycleView.columns) expect(() => cycleView.drop(card, from, { column, above: null }, 'office')).not.toThrow();
    }
  });
});
