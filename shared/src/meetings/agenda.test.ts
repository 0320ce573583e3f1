import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, instantAt } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import type { OrderKey } from '../kit/rank.ts';
import { keyAfter } from '../kit/rank.ts';
import { inOrder, movedBehind, whyNotAddToAgenda, whyNotAsk, whyNotDecline, whyNotRemoveFromAgenda } from './agenda.ts';

const id = (number: number) => makeId('agendaItem', number.toString(16).padStart(32, '0'));
const project = (number: number) => makeId('project', number.toString(16).padStart(32, '0'));

describe('putting on the agenda', () => {
  const decision = makeId('decision', 'd'.repeat(32));
  const twelve = Array.from({ length: 12 }, (_, number) => ({ projectId: project(number), decisionId: null }));
  test.each([
    ['the twelfth item', 'planned', twelve.slice(0, 11), { projectId: project(99) }, null],
    ['the thirteenth item', 'planned', twelve, { projectId: project(99) }, 'agenda-full'],
    ['the thirteenth item with a word why', 'planned', twelve, { projectId: project(99), overLimitReason: '汛期' }, null],
    ['a project that is on it', 'open', twelve.slice(0, 3), { projectId: project(2) }, 'already-on-agenda'],
    ['a second matter without a project', 'open', [{ projectId: null, decisionId: null }], { projectId: null }, null],
    [
      'a decision that is on it',
      'open',
      [{ projectId: null, decisionId: decision }],
      { projectId: null, decisionId: decision },
      'already-on-agenda',
    ],
    ['a meeting that is closed', 'closed', [], { projectId: project(99) }, 'meeting-closed'],
  ] as const)('%s', (_case, state, items, wanted, reason) => {
    expect(whyNotAddToAgenda({ state }, items, wanted)?.reason ?? null).toBe(reason);
  });

  test('an item that was decided on stays', () => {
    expect(whyNotRemoveFromAgenda({ state: 'open' }, { id: id(1) }, [{ agendaItemId: id(1) }])).toEqual({
      reason: 'item-has-decisions',
      made: 1,
    });
    expect(whyNotRemoveFromAgenda({ state: 'open' }, { id: id(1) }, [{ agendaItemId: id(2) }, { agendaItemId: null }])).toBeNull();
  });
});

test('who asked once waits for an answer, and an answer is given once', () => {
  const unitId = makeId('unit', 'a'.repeat(32));
  const waiting = [{ projectId: project(1), unitId, byName: '罗科员' }];
  expect(whyNotAsk(waiting, { projectId: project(1), unitId })).toEqual({ reason: 'request-waits', name: '罗科员' });
  expect(whyNotAsk(waiting, { projectId: project(1), unitId: makeId('unit', 'b'.repeat(32)) })).toBeNull();
  expect(whyNotAsk([{ projectId: null, unitId, byName: '罗科员' }], { projectId: null, unitId })).toBeNull();
  expect(whyNotDecline({ agendaItemId: null, declinedAt: null })).toBeNull();
  expect(whyNotDecline({ agendaItemId: id(1), declinedAt: null })?.reason).toBe('request-answered');
  expect(whyNotDecline({ agendaItemId: null, declinedAt: instantAt(day('2026-11-02'), '09:00') })?.reason).toBe('request-answered');
});

test('whatever is moved behind whatever, the order is what was asked for', () => {
  const moves = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: -1, max: 9 })), { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), moves, (count, steps) => {
      let items: { id: ReturnType<typeof id>; orderKey: OrderKey }[] = [];
      for (let number = 0; number < count; number++) items.push({ id: id(number), orderKey: keyAfter(items, undefined) });
      let expected = items.map((item) => item.id);
      for (const [from, behind] of steps) {
        const moving = id(from % count);
        const after = behind === -1 ? null : id(behind % count);
        if (after === moving) continue;
        items = movedBehind(items, moving, after);
        const rest = expected.filter((one) => one !== moving);
        rest.splice(after === null ? 0 : rest.indexOf(after) + 1, 0, moving);
        expected = rest;
      }
      expect(inOrder(items).map((item) => item.id)).toEqual(expected);
    }),
  );
});
