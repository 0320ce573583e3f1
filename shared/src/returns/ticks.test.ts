import { describe, expect, it } from 'vitest';
import { ApprovalState } from '../approvals/schema.ts';
import { day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { type Problem, ProblemState } from '../problems/schema.ts';
import { isToAnswer, type ReturnTicks, stillToTick, whyNotTickProblem, whyNotTickStep } from './ticks.ts';

const today = day('2026-10-29');
const officer = { role: 'officer' } as const;
const dated = { acceptedOn: day('2026-10-08'), doneOn: null, tolerantUntil: day('2026-11-30') };
const reasonOf = (refusal: { reason: string } | null) => refusal?.reason ?? null;

describe('a step ticked off in a return', () => {
  const expected: Record<ApprovalState, string | null> = {
    pending: null,
    accepted: null,
    tolerant: null,
    // The papers have to be accepted again first, which is said on the project's page.
    supplement: 'no-such-move',
    done: null,
    exempt: 'no-such-move',
  };
  for (const state of ApprovalState.options) {
    it(`that is ${state} is ${expected[state] === null ? 'done' : `refused: ${expected[state]}`}`, () => {
      expect(reasonOf(whyNotTickStep({ ...dated, state }, { on: today, today, actor: officer }))).toBe(expected[state]);
    });
  }

  it('is not done tomorrow, nor before it was accepted', () => {
    const step = { ...dated, state: 'accepted' } as const;
    expect(reasonOf(whyNotTickStep(step, { on: day('2026-10-30'), today, actor: officer }))).toBe('date-in-future');
    expect(reasonOf(whyNotTickStep(step, { on: day('2026-10-07'), today, actor: officer }))).toBe('done-before-acceptance');
  });
});

describe('a problem ticked off in a return', () => {
  const problem: Problem = {
    ...{ id: idOf('problem').parse(`prb_${'0'.repeat(32)}`), projectId: idOf('project').parse(`prj_${'0'.repeat(32)}`) },
    ...{
      title: '征迁',
      category: 'land',
      state: 'raised',
      rung: 'unit',
      raisedOn: day('2026-10-08'),
      rungSince: day('2026-10-08'),
      dueOn: null,
    },
    ...{ ownerUnitId: idOf('unit').parse(`unt_${'0'.repeat(32)}`), helperUnitIds: [], solvedOn: null, closedOn: null, version: 1 },
  };
  const expected: Record<ProblemState, string | null> = { raised: null, assigned: null, solved: null, closed: 'no-such-move' };
  for (const state of ProblemState.options) {
    it(`that is ${state} is ${expected[state] === null ? 'solved' : 'refused'}`, () => {
      expect(reasonOf(whyNotTickProblem({ ...problem, state }, { on: today, today, actor: officer }))).toBe(expected[state]);
    });
  }

  it('is not the part of who only reads', () => {
    expect(reasonOf(whyNotTickProblem(problem, { on: today, today, actor: { role: 'leader' } }))).toBe('not-your-part');
  });
});

describe('a decision answered in a return', () => {
  const [housing, water] = [idOf('unit').parse(`unt_${'1'.repeat(32)}`), idOf('unit').parse(`unt_${'2'.repeat(32)}`)];
  it.each([
    ['open', housing, true],
    ['answered', housing, false],
    ['done', housing, false],
    ['open', water, false],
  ] as const)('that is %s is its owner’s alone to answer', (state, ownerUnitId, expected) => {
    expect(isToAnswer({ state, ownerUnitId }, [housing])).toBe(expected);
    // The office fills in for a unit, and answers for none.
    expect(isToAnswer({ state, ownerUnitId }, [])).toBe(false);
  });
});

describe('a later form of the same return', () => {
  const step = { id: idOf('approvalStep').parse(`stp_${'1'.repeat(32)}`), version: 1, on: today };
  const problem = { id: idOf('problem').parse(`prb_${'1'.repeat(32)}`), version: 1, on: today };
  const answer = { id: idOf('decision').parse(`dec_${'1'.repeat(32)}`), version: 1, text: '已办结。' };
  const nothing: ReturnTicks = { steps: [], problems: [], answers: [] };
  const whole: ReturnTicks = { steps: [step], problems: [problem], answers: [answer] };
  it.each<[string, ReturnTicks, ReturnTicks]>([
    ['what the earlier one has ticked off', whole, nothing],
    ['nothing that was ticked since', nothing, whole],
    ['an answer, spaces aside', { ...nothing, answers: [{ ...answer, text: ' 已办结。 ' }] }, { ...whole, answers: [] }],
    ['no answer in other words', { ...whole, answers: [{ ...answer, text: '正在办。' }] }, { ...nothing, answers: [answer] }],
  ])('does not say again %s', (_what, sent, expected) => {
    expect(stillToTick(whole, sent)).toEqual(expected);
  });
});
