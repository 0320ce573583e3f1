import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../inspections/score.ts';
import { addQuarters, Quarter } from '../kit/calendar.ts';
import {
  type Candidate,
  consequenceOf,
  type FlagAct,
  flagMoves,
  missedByLamp,
  proposeByRule,
  streak,
  whyNotMoveFlag,
  whyNotPropose,
  whyNotProposeByRule,
} from './rules.ts';
import { type FlagColour, FlagState } from './schema.ts';

const criteria = [{ id: 'all' }];
const groups = [{ id: 'a', name: '甲组 产业项目' }];

function candidate(entryId: string, ...marks: number[]): Candidate {
  return { entryId, groupId: 'a', projectId: null, sheets: marks.map((all) => ({ all })) };
}

const late = { missed: true, because: '10月红灯' };
const onTime = { missed: false, because: '10月绿灯' };

function verdicts(entries: Candidate[], quota: { red: number; black: number }, missed: (entry: Candidate) => typeof late = () => late) {
  const inspection = { groups, redPerGroup: quota.red, blackPerGroup: quota.black };
  return proposeByRule(rank(entries, criteria, groups), inspection, missed).map((one) => [one.entry.entryId, one.colour, one.outcome]);
}

describe('flags by rule', () => {
  const four = [candidate('w', 900), candidate('x', 800), candidate('y', 700), candidate('z', 600)];

  it('are red for the first and black for the last of a group', () => {
    expect(verdicts(four, { red: 1, black: 2 })).toEqual([
      ['w', 'red', 'proposed'],
      ['z', 'black', 'proposed'],
      ['y', 'black', 'proposed'],
    ]);
  });

  it('spare the last one that met its target, and do not look for another instead', () => {
    expect(verdicts(four, { red: 1, black: 1 }, (entry) => (entry.entryId === 'z' ? onTime : late))).toEqual([
      ['w', 'red', 'proposed'],
      ['z', 'black', 'spared'],
    ]);
  });

  it('leave it to people when a shared rank overruns the quota', () => {
    expect(verdicts([candidate('w', 900), candidate('x', 900), candidate('y', 500), candidate('z', 500)], { red: 1, black: 1 })).toEqual([
      ['w', 'red', 'undecided'],
      ['x', 'red', 'undecided'],
      ['z', 'black', 'undecided'],
      ['y', 'black', 'undecided'],
    ]);
  });

  it('never give one entry both colours, nor any to an entry without a score', () => {
    expect(verdicts([candidate('only', 700), candidate('unseen')], { red: 1, black: 1 })).toEqual([['only', 'red', 'proposed']]);
    expect(verdicts(four, { red: 0, black: 0 })).toEqual([]);
  });

  it('say what they rest on', () => {
    const inspection = { groups, redPerGroup: 1, blackPerGroup: 1 };
    expect(proposeByRule(rank(four, criteria, groups), inspection, () => late).map((one) => one.basis)).toEqual([
      '甲组 产业项目第1名（共4个），得分 90.0',
      '甲组 产业项目末位（第4名，共4个），得分 60.0；10月红灯',
    ]);
  });

  it('stay within the quota and name nobody twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 10 }), fc.nat(4), fc.nat(4), (marks, red, black) => {
        const all = verdicts(
          marks.map((mark, index) => candidate(`e${index}`, mark)),
          { red, black },
        );
        const proposed = (colour: FlagColour) => all.filter((one) => one[1] === colour && one[2] === 'proposed').length;
        expect(proposed('red')).toBeLessThanOrEqual(red);
        expect(proposed('black')).toBeLessThanOrEqual(black);
        expect(new Set(all.map((one) => one[0])).size).toBe(all.length);
      }),
    );
  });

  it('wait for the end of the scoring', () => {
    expect(whyNotProposeByRule({ state: 'closed' })).toBeNull();
    expect(whyNotProposeByRule({ state: 'open' })).toEqual({ reason: 'inspection-not-closed' });
    expect(whyNotProposeByRule(null)).toEqual({ reason: 'inspection-not-closed' });
  });
});

it.each([
  { lamp: 'red', missed: true },
  { lamp: 'yellow', missed: true },
  { lamp: 'green', missed: false },
  { lamp: null, missed: false },
] as const)('a project with the lamp $lamp at the last cut has missed its target: $missed', ({ lamp, missed }) => {
  expect(missedByLamp(lamp, 10).missed).toBe(missed);
});

describe('a proposal', () => {
  const entry = { projectId: 'p' };

  it('goes only to an entry of the inspection, once, and black only with a basis', () => {
    expect(whyNotPropose(entry, null, { colour: 'red', basis: '' })).toBeNull();
    expect(whyNotPropose(null, null, { colour: 'red', basis: '' })).toEqual({ reason: 'not-an-entry' });
    expect(whyNotPropose(entry, { colour: 'red', state: 'proposed' }, { colour: 'red', basis: '' })?.reason).toBe('already-flagged');
    expect(whyNotPropose(entry, null, { colour: 'black', basis: '  ' })).toEqual({ reason: 'basis-missing' });
    expect(whyNotPropose(entry, null, { colour: 'black', basis: '末位' })).toBeNull();
  });
});

describe('the way of a flag', () => {
  const acts: FlagAct[] = ['review', 'sign', 'announce', 'withdraw'];

  it('allows each act from the states and to the roles that its table names, and no other', () => {
    for (const act of acts) {
      for (const state of FlagState.options) {
        for (const role of ['office', 'leader', 'officer', 'inspector'] as const) {
          const isAllowed = flagMoves[act].from.includes(state) && flagMoves[act].roles.includes(role);
          expect(whyNotMoveFlag({ state }, act, role, { state: 'closed' }) === null).toBe(isAllowed);
        }
      }
    }
  });

  it('holds the joint review back until the scores are final', () => {
    expect(whyNotMoveFlag({ state: 'proposed' }, 'review', 'office', { state: 'open' })).toEqual({ reason: 'inspection-not-closed' });
  });
});

describe('flags in a row', () => {
  const now = Quarter.parse('2027-Q1');
  const black = (...quarters: string[]) => quarters.map((quarter) => ({ quarter: Quarter.parse(quarter), colour: 'black' as const }));

  it.each([
    { earlier: [], count: 1, leadsTo: null },
    { earlier: ['2026-Q4'], count: 2, leadsTo: 'talk' },
    { earlier: ['2026-Q3', '2026-Q4'], count: 3, leadsTo: 'talk' },
    { earlier: ['2026-Q3'], count: 1, leadsTo: null },
  ])('after black flags in $earlier this one is number $count and leads to $leadsTo', ({ earlier, count, leadsTo }) => {
    expect(streak(black(...earlier), 'black', now)).toBe(count);
    expect(consequenceOf('black', count)).toBe(leadsTo);
    expect(consequenceOf('red', count)).toBeNull();
  });

  it('are broken by a flag of the other colour', () => {
    expect(streak([...black('2026-Q3'), { quarter: Quarter.parse('2026-Q4'), colour: 'red' }], 'black', now)).toBe(1);
  });

  it('are as many as there are quarters without a gap', () => {
    fc.assert(
      fc.property(fc.nat(12), (count) => {
        const earlier = Array.from({ length: count }, (_, index) => ({ quarter: addQuarters(now, -1 - index), colour: 'red' as const }));
        expect(streak(earlier, 'red', now)).toBe(count + 1);
      }),
    );
  });
});
