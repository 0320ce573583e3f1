import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { type AgendaFacts, proposalText, proposeAgenda, proposedItem } from './proposals.ts';
import { AgendaRule, USUAL_RULES } from './series.ts';

const week = '2026-W44' as Week;
const lastWeek = '2026-W43' as Week;
const hex = (number: number) => number.toString(16).padStart(32, '0');
const project = (number: number) => makeId('project', hex(number));
const requestId = makeId('agendaRequest', hex(1));
const decisionId = makeId('decision', hex(1));

function facts(number: number, fields: Partial<AgendaFacts> = {}): AgendaFacts {
  return {
    ...{ projectId: project(number), key: number, name: `项目${number}`, unitName: '住建局', kind: 'key', standing: 'active' },
    ...{ lamp: 'green', nextStep: null, returnWeek: week, request: null, lampReason: null, decisionOverdueDays: 0 },
    ...{ problems: [], cutLamps: [] },
    ...fields,
  };
}

const given = {
  ...{ week, today: day('2026-11-02'), isReturnDue: true, rules: USUAL_RULES, onAgenda: new Set<string>(), decisions: [], requests: [] },
};
const old = { title: '管线迁改未定', raisedOn: day('2026-09-20'), isHandedUp: false };
const red = { lamp: 'red', lampReason: '投资滞后 18%' } as const;

describe('what is proposed for the agenda', () => {
  test.each<[string, Partial<AgendaFacts>, string[]]>([
    ['a red lamp', red, ['红灯：投资滞后 18%']],
    ['red in the last month, not in the one before', { ...red, cutLamps: ['red', 'yellow'] }, ['新转红灯：投资滞后 18%']],
    ['red in its first month', { ...red, cutLamps: ['red'] }, ['新转红灯：投资滞后 18%']],
    ['red in the last month and better today', { cutLamps: ['red', null] }, ['新转红灯']],
    ['red for the second month', { ...red, cutLamps: ['red', 'red', 'yellow'] }, ['红灯：投资滞后 18%']],
    ['yellow for the second month', { cutLamps: ['yellow', 'yellow', 'red'] }, ['连续 2 个月黄灯']],
    ['yellow for as long as is known', { cutLamps: ['yellow', 'yellow', 'yellow'] }, ['连续 3 个月黄灯']],
    ['yellow for the first month', { lamp: 'yellow', cutLamps: ['yellow', null, 'yellow'] }, []],
    ['an overdue decision', { decisionOverdueDays: 3 }, ['议定事项逾期 3 个工作日']],
    ['an overdue step', { nextStep: { name: '环评', dueOn: null, overdueDays: 8 } }, ['环评超期 8 个工作日']],
    ['a problem of the thirty-first day', { problems: [{ ...old, raisedOn: day('2026-10-02') }] }, ['问题 31 日未解决：管线迁改未定']],
    ['a problem of the thirtieth day', { problems: [{ ...old, raisedOn: day('2026-10-03') }] }, []],
    [
      'the oldest of the problems',
      { problems: [{ ...old, title: '新', raisedOn: day('2026-10-30') }, old] },
      ['问题 43 日未解决：管线迁改未定'],
    ],
    ['a problem handed up', { problems: [{ ...old, raisedOn: day('2026-11-01'), isHandedUp: true }] }, ['问题提请例会：管线迁改未定']],
    ['a request in this week’s return', { request: '协调消纳场' }, ['单位提请：协调消纳场']],
    ['no return for the week', { returnWeek: lastWeek }, ['未填报']],
    ['a request of an earlier week is over', { returnWeek: lastWeek, request: '协调消纳场' }, ['未填报']],
    ['a step that is due but not late', { nextStep: { name: '环评', dueOn: null, overdueDays: 0 } }, []],
    ['a suspended project', { ...red, standing: 'suspended' }, []],
  ])('%s', (_case, fields, expected) => {
    expect(proposeAgenda([facts(1, fields)], given).flatMap((proposal) => proposal.reasons.map(proposalText))).toEqual(expected);
  });

  test('what a leader or a unit asks for is proposed with who asks, a matter of its own too', () => {
    const asked = { id: requestId, text: '听取用电方案', byName: '郑副区长', isLeader: true, unitName: '区政府' };
    const requests = [
      { ...asked, projectId: project(1) },
      { ...asked, id: makeId('agendaRequest', hex(2)), projectId: null, isLeader: false, byName: '罗科员', unitName: '住建局' },
    ];
    const proposals = proposeAgenda([facts(1), facts(2)], { ...given, requests });
    expect(proposals.map(({ name, reasons }) => [name, reasons.map(proposalText)])).toEqual([
      ['项目1', ['郑副区长提请：听取用电方案']],
      ['听取用电方案', ['单位提请']],
    ]);
    expect(proposals.map(proposedItem)).toMatchObject([
      { projectId: project(1), reason: '郑副区长提请：听取用电方案' },
      { projectId: null, title: '听取用电方案', requestId: makeId('agendaRequest', hex(2)) },
    ]);
  });

  test('an overdue decision without a project comes by itself, until it stands on the agenda', () => {
    const decisions = [{ id: decisionId, text: '制定冬季施工方案', ownerName: '住建局', days: 4 }];
    const [proposal] = proposeAgenda([], { ...given, decisions });
    expect(proposal && proposedItem(proposal)).toEqual({
      ...{ projectId: null, decisionId, title: '督办：制定冬季施工方案', reason: '议定事项逾期 4 个工作日' },
    });
    expect(proposeAgenda([], { ...given, decisions, onAgenda: new Set([decisionId]) })).toEqual([]);
  });

  test('nobody has returned before the returns are due, and that is no reason', () => {
    expect(proposeAgenda([facts(1, { returnWeek: null })], { ...given, isReturnDue: false })).toEqual([]);
  });

  test('an item takes every reason with it, as far as it holds them', () => {
    const [short] = proposeAgenda([facts(1, { nextStep: { name: '环评', dueOn: null, overdueDays: 8 }, returnWeek: null })], given);
    expect(short && proposedItem(short)).toEqual({ projectId: project(1), reason: '环评超期 8 个工作日；未填报' });
    const [long] = proposeAgenda([facts(1, { request: '协'.repeat(300) })], given);
    expect(long && proposedItem(long).reason).toHaveLength(200);
  });

  test('what is on the agenda is not proposed again', () => {
    expect(proposeAgenda([facts(1, red)], { ...given, onAgenda: new Set([project(1)]) })).toEqual([]);
  });

  test('the most pressing comes first, and its strongest reason before its others', () => {
    const proposals = proposeAgenda(
      [
        facts(1, { returnWeek: null }),
        facts(2, { decisionOverdueDays: 2 }),
        facts(3, red),
        facts(4, { ...red, decisionOverdueDays: 1 }),
        facts(5, { ...red, cutLamps: ['red'] }),
      ],
      given,
    );
    expect(proposals.map((proposal) => proposal.name)).toEqual(['项目5', '项目4', '项目3', '项目2', '项目1']);
    expect(proposals[1]?.reasons.map((why) => why.reason)).toEqual(['red-lamp', 'decision-overdue']);
  });
});

describe('rules that are switched off', () => {
  const everything = facts(1, {
    ...red,
    ...{ decisionOverdueDays: 2, nextStep: { name: '环评', dueOn: null, overdueDays: 8 }, returnWeek: null },
    problems: [{ ...old, isHandedUp: true }],
  });

  test('new red that is switched off is still red', () => {
    const rules = { ...USUAL_RULES, off: ['new-red' as const] };
    expect(proposeAgenda([facts(1, { ...red, cutLamps: ['red'] })], { ...given, rules })[0]?.reasons).toEqual([
      { reason: 'red-lamp', detail: '投资滞后 18%' },
    ]);
  });

  test('an older age of problems proposes fewer of them', () => {
    expect(proposeAgenda([facts(1, { problems: [old] })], { ...given, rules: { ...USUAL_RULES, problemDays: 60 } })).toEqual([]);
  });

  test('no reason of a rule that is off is ever given, and the others stay', () => {
    fc.assert(
      fc.property(fc.subarray([...AgendaRule.options]), (off) => {
        const all = proposeAgenda([everything], given).flatMap(({ reasons }) => reasons.map((why) => why.reason));
        const left = proposeAgenda([everything], { ...given, rules: { ...USUAL_RULES, off } });
        expect(left.flatMap(({ reasons }) => reasons.map((why) => why.reason))).toEqual(all.filter((reason) => !off.includes(reason)));
      }),
    );
  });
});
