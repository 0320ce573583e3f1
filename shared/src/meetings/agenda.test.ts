import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import type { OrderKey } from '../kit/rank.ts';
import { keyAfter } from '../kit/rank.ts';
import {
  type AgendaFacts,
  agendaReason,
  inOrder,
  proposalText,
  proposeAgenda,
  whyNotAddToAgenda,
  whyNotRemoveFromAgenda,
} from './agenda.ts';

const week = '2026-W44' as Week;
const id = (number: number) => makeId('agendaItem', number.toString(16).padStart(32, '0'));
const project = (number: number) => makeId('project', number.toString(16).padStart(32, '0'));

function facts(number: number, fields: Partial<AgendaFacts> = {}): AgendaFacts {
  return {
    projectId: project(number),
    key: number,
    name: `项目${number}`,
    unitName: '住建局',
    standing: 'active',
    lamp: 'green',
    nextStep: null,
    returnWeek: week,
    request: null,
    lampReason: null,
    decisionOverdueDays: 0,
    ...fields,
  };
}

const given = { week, isReturnDue: true, onAgenda: new Set<string>() };

describe('what is proposed for the agenda', () => {
  test.each<[string, Partial<AgendaFacts>, string[]]>([
    ['a red lamp', { lamp: 'red', lampReason: '投资滞后 18%' }, ['红灯：投资滞后 18%']],
    ['an overdue decision', { decisionOverdueDays: 3 }, ['议定事项逾期 3 日']],
    ['an overdue step', { nextStep: { name: '环评', dueOn: null, overdueDays: 8 } }, ['环评超期 8 个工作日']],
    ['a request in this week’s return', { request: '协调消纳场' }, ['单位提请：协调消纳场']],
    ['no return for the week', { returnWeek: '2026-W43' as Week }, ['未填报']],
    ['a request of an earlier week is over', { returnWeek: '2026-W43' as Week, request: '协调消纳场' }, ['未填报']],
    ['a yellow lamp alone', { lamp: 'yellow' }, []],
    ['a step that is due but not late', { nextStep: { name: '环评', dueOn: null, overdueDays: 0 } }, []],
    ['a suspended project', { lamp: 'red', standing: 'suspended' }, []],
  ])('%s', (_case, fields, expected) => {
    const reasons = proposeAgenda([facts(1, fields)], given).flatMap((proposal) => proposal.reasons.map(proposalText));
    expect(reasons).toEqual(expected);
  });

  test('nobody has returned before the returns are due, and that is no reason', () => {
    expect(proposeAgenda([facts(1, { returnWeek: null })], { ...given, isReturnDue: false })).toEqual([]);
  });

  test('an item takes every reason with it, as far as it holds them', () => {
    const step = { reason: 'step-overdue', step: '环评', days: 8 } as const;
    expect(agendaReason({ reasons: [step, { reason: 'no-return' }] })).toBe('环评超期 8 个工作日；未填报');
    expect(agendaReason({ reasons: [{ reason: 'unit-request', request: '协'.repeat(300) }] })).toHaveLength(200);
  });

  test('what is on the agenda is not proposed again', () => {
    expect(proposeAgenda([facts(1, { lamp: 'red' })], { ...given, onAgenda: new Set([project(1)]) })).toEqual([]);
  });

  test('the most pressing comes first, and its strongest reason before its others', () => {
    const proposals = proposeAgenda(
      [
        facts(1, { returnWeek: null }),
        facts(2, { decisionOverdueDays: 2 }),
        facts(3, { lamp: 'red' }),
        facts(4, { lamp: 'red', decisionOverdueDays: 1 }),
      ],
      given,
    );
    expect(proposals.map((proposal) => proposal.name)).toEqual(['项目4', '项目3', '项目2', '项目1']);
    expect(proposals[0]?.reasons.map((why) => why.reason)).toEqual(['red-lamp', 'decision-overdue']);
  });
});

describe('putting on the agenda', () => {
  const twelve = Array.from({ length: 12 }, (_, number) => ({ projectId: project(number) }));
  test.each([
    ['the twelfth item', 'planned', twelve.slice(0, 11), { projectId: project(99) }, null],
    ['the thirteenth item', 'planned', twelve, { projectId: project(99) }, 'agenda-full'],
    ['the thirteenth item with a word why', 'planned', twelve, { projectId: project(99), overLimitReason: '汛期' }, null],
    ['a project that is on it', 'open', twelve.slice(0, 3), { projectId: project(2) }, 'already-on-agenda'],
    ['a second matter without a project', 'open', [{ projectId: null }], { projectId: null }, null],
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
        items = items.map((item) => (item.id === moving ? { ...item, orderKey: keyAfter(items, after, moving) } : item));
        const rest = expected.filter((one) => one !== moving);
        rest.splice(after === null ? 0 : rest.indexOf(after) + 1, 0, moving);
        expected = rest;
      }
      expect(inOrder(items).map((item) => item.id)).toEqual(expected);
    }),
  );
});
