import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, Week } from '../kit/calendar.ts';
import { wan, yuan } from '../kit/money.ts';
import { type CheckFacts, check, isSilent, whyNotTake } from './checks.ts';
import type { ReturnForm } from './prefill.ts';

const facts: CheckFacts = {
  week: Week.parse('2026-W43'),
  monthEnd: null,
  previous: {
    week: Week.parse('2026-W42'),
    doneThisWeek: wan(420),
    doneThisYear: wan(12_100),
    progress: '土方回填完成 86%。',
    problem: null,
    nextStep: '接轨协议会签',
  },
  annual: wan(21_000),
  doneBeforeYear: wan(30_000),
  totalInvestment: wan(52_000),
  isRed: false,
  missedLastWeek: false,
};
const form: ReturnForm = {
  doneThisWeek: wan(350),
  doneThisYear: wan(12_450),
  doneAtMonthEnd: null,
  progress: '土方回填完成 92%。',
  problem: null,
  nextStep: '接轨协议会签',
  request: null,
};
const unchanged = { ...form, doneThisWeek: wan(0), doneThisYear: wan(12_100), progress: '土方回填完成 86%。' };
const inMonthEndWeek = { ...facts, week: Week.parse('2026-W40'), monthEnd: day('2026-09-30'), previous: null };

const codes = (changes: Partial<ReturnForm>, given: Partial<CheckFacts> = {}) =>
  check({ ...form, ...changes }, { ...facts, ...given }).map((finding) => finding.code);

describe('the checks before a return is sent', () => {
  it('say nothing about an ordinary week', () => {
    expect(codes({})).toEqual([]);
  });

  const cases: { name: string; form: Partial<ReturnForm>; facts?: Partial<CheckFacts>; expected: string[] }[] = [
    {
      name: 'below last week’s cumulative',
      form: { doneThisWeek: wan(-100), doneThisYear: wan(12_000) },
      expected: ['below-last-week', 'negative'],
    },
    { name: 'a cumulative that is not the sum', form: { doneThisYear: wan(12_500) }, expected: ['does-not-add-up'] },
    { name: 'above the year’s plan', form: {}, facts: { annual: wan(12_449) }, expected: ['above-plan'] },
    { name: 'exactly the year’s plan', form: {}, facts: { annual: wan(12_450) }, expected: [] },
    { name: 'no plan to be above', form: {}, facts: { annual: null }, expected: [] },
    { name: 'above the total investment', form: {}, facts: { totalInvestment: wan(42_449) }, expected: ['above-total'] },
    { name: 'less than half of last week', form: { doneThisWeek: wan(200), doneThisYear: wan(12_300) }, expected: ['unlike-last-week'] },
    { name: 'more than twice last week', form: { doneThisWeek: wan(840), doneThisYear: wan(12_940) }, expected: ['unlike-last-week'] },
    {
      name: 'unlike last week after a gap',
      form: { doneThisWeek: wan(2_000), doneThisYear: wan(14_100) },
      facts: { week: Week.parse('2026-W44') },
      expected: [],
    },
    { name: 'a month’s end without its figure', form: { doneThisYear: wan(350) }, facts: inMonthEndWeek, expected: ['month-end-missing'] },
    {
      name: 'a month’s end above the week’s',
      form: { doneThisYear: wan(350), doneAtMonthEnd: wan(351) },
      facts: inMonthEndWeek,
      expected: ['month-end-outside'],
    },
    {
      name: 'a month’s end within the week',
      form: { doneThisYear: wan(350), doneAtMonthEnd: wan(300) },
      facts: inMonthEndWeek,
      expected: [],
    },
    { name: 'a month’s end where there is none', form: { doneAtMonthEnd: wan(300) }, expected: ['month-end-not-asked'] },
    { name: 'no amount', form: { doneThisWeek: null }, expected: ['amount-missing'] },
    { name: 'no words', form: { progress: '  ' }, expected: ['no-progress'] },
    { name: 'no words for a red project', form: { progress: '' }, facts: { isRed: true }, expected: ['words-missing'] },
    { name: 'no words after a missed week', form: { progress: '' }, facts: { missedLastWeek: true }, expected: ['words-missing'] },
    { name: 'no change in a green project', form: unchanged, expected: ['unlike-last-week'] },
    { name: 'no change in a red project', form: unchanged, facts: { isRed: true }, expected: ['words-unchanged', 'unlike-last-week'] },
    {
      name: 'a sentence more in a red project',
      form: { ...unchanged, nextStep: '等待批复' },
      facts: { isRed: true },
      expected: ['unlike-last-week'],
    },
  ];
  for (const { name, form: changes, facts: given, expected } of cases) {
    it(`${name}: ${expected.join(', ') || 'nothing'}`, () => {
      expect(codes(changes, given)).toEqual(expected);
    });
  }

  it('a figure alone never keeps a return from being taken', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 }).map(yuan);
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        fc.boolean(),
        fc.boolean(),
        (thisWeek, thisYear, annual, total, isRed, missedLastWeek) => {
          const filled = { ...form, doneThisWeek: thisWeek, doneThisYear: thisYear };
          const given: CheckFacts = { ...facts, annual, totalInvestment: total, isRed, missedLastWeek };
          expect(whyNotTake(filled, given)).toBeNull();
        },
      ),
    );
  });

  it('what is not silent is never refused for its words', () => {
    const words = fc.constantFrom('', '土方回填完成 86%。', '环评补正中。');
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 1 }), fc.boolean(), fc.boolean(), (progress, done, isRed, missedLastWeek) => {
        const filled = { ...form, progress, doneThisWeek: wan(done) };
        if (!isSilent(filled, facts.previous)) expect(whyNotTake(filled, { ...facts, isRed, missedLastWeek })).toBeNull();
      }),
    );
  });
});
