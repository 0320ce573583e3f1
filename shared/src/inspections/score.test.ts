import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeans, compareScores, formatScore, type Marks, rank, scoreOf, totalOf } from './score.ts';

const criteria = [{ id: 'investment' }, { id: 'works' }, { id: 'site' }];
const groups = [{ id: 'a' }, { id: 'b' }];

function sheet(investment: number, works: number, site: number): Marks {
  return { investment, works, site };
}

function contender(entryId: string, ...sheets: Marks[]) {
  return { entryId, groupId: 'a', sheets };
}

const marks = fc.record({
  investment: fc.integer({ min: 0, max: 60 }),
  works: fc.integer({ min: 0, max: 60 }),
  site: fc.integer({ min: 0, max: 60 }),
});
const contenders = fc
  .array(fc.record({ groupId: fc.constantFrom('a', 'b'), sheets: fc.array(marks, { maxLength: 7 }) }), { maxLength: 8 })
  .map((all) => all.map((one, index) => ({ ...one, entryId: `e${index}` })));

describe('the score of an entry', () => {
  it.each([
    { of: 'one sheet is its total', sheets: [sheet(235, 200, 100)], shown: '53.5', dropped: 0 },
    {
      of: 'four sheets is their plain mean',
      sheets: [sheet(10, 0, 0), sheet(20, 0, 0), sheet(30, 0, 0), sheet(41, 0, 0)],
      shown: '2.5',
      dropped: 0,
    },
    {
      of: 'five sheets leaves out the best and the worst',
      sheets: [0, 20, 30, 40, 600].map((mark) => sheet(mark, 0, 0)),
      shown: '3.0',
      dropped: 2,
    },
    {
      of: 'five equal sheets is what each of them says',
      sheets: Array.from({ length: 5 }, () => sheet(100, 50, 5)),
      shown: '15.5',
      dropped: 2,
    },
  ])('of $of', ({ sheets, shown, dropped }) => {
    const score = scoreOf(sheets, criteria);
    expect(score && formatScore(score.total)).toBe(shown);
    expect(score?.dropped).toBe(dropped);
  });

  it('is unknown before the first sheet', () => {
    expect(scoreOf([], criteria)).toBeNull();
  });

  it('counts a criterion without a mark as nothing', () => {
    expect(totalOf({ investment: 120 }, criteria)).toBe(120);
  });

  it('is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 9 }), (sheets) => {
        const score = scoreOf(sheets, criteria);
        expect(score?.parts.reduce((sum, part) => sum + part.part, 0)).toBe(score?.total.part);
      }),
    );
  });

  it('does not depend on the order in which the sheets came in', () => {
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 9 }), fc.nat(), (sheets, turn) => {
        const at = turn % sheets.length;
        expect(scoreOf([...sheets.slice(at), ...sheets.slice(0, at)].reverse(), criteria)).toEqual(scoreOf(sheets, criteria));
      }),
    );
  });
});

describe('a score is shown', () => {
  it.each([
    { mean: { part: 7061, base: 10 }, decimals: 1, shown: '70.6' },
    { mean: { part: 15, base: 2 }, decimals: 1, shown: '0.8' },
    { mean: { part: 3, base: 1 }, decimals: 1, shown: '0.3' },
    { mean: { part: 2280, base: 3 }, decimals: 2, shown: '76.00' },
    { mean: { part: 1, base: 3 }, decimals: 2, shown: '0.03' },
    { mean: { part: 1000, base: 1 }, decimals: 1, shown: '100.0' },
  ] as const)('as $shown for $mean.part over $mean.base', ({ mean, decimals, shown }) => {
    expect(formatScore(mean, decimals)).toBe(shown);
  });
});

describe('the ranking', () => {
  function order(...entries: ReturnType<typeof contender>[]) {
    return rank(entries, criteria, groups)[0]?.standings.map((one) => [
      one.entry.entryId,
      one.rank,
      one.isSameScore,
      one.isShared,
      one.settledBy,
    ]);
  }

  it('goes by the exact score, though both are shown as 10.0', () => {
    expect(
      order(contender('low', sheet(99, 0, 0), sheet(101, 0, 0), sheet(100, 0, 0)), contender('high', sheet(100, 0, 0), sheet(101, 0, 0))),
    ).toEqual([
      ['high', 1, false, false, null],
      ['low', 2, false, false, null],
    ]);
  });

  it('settles an equal score by the criteria in the order of the sheet', () => {
    expect(order(contender('works', sheet(50, 40, 10)), contender('site', sheet(50, 30, 20)))).toEqual([
      ['works', 1, true, false, 'works'],
      ['site', 2, true, false, 'works'],
    ]);
  });

  it('lets entries that nothing tells apart share a rank and leaves out the next', () => {
    expect(order(contender('x', sheet(1, 2, 3)), contender('y', sheet(1, 2, 3)), contender('z', sheet(0, 0, 0)))).toEqual([
      ['x', 1, true, true, null],
      ['y', 1, true, true, null],
      ['z', 3, false, false, null],
    ]);
  });

  it('puts entries without a sheet last, without a rank', () => {
    expect(order(contender('none'), contender('some', sheet(0, 0, 0)))).toEqual([
      ['some', 1, false, false, null],
      ['none', null, false, false, null],
    ]);
  });

  it('is the same whatever the order in which entries are given', () => {
    fc.assert(
      fc.property(contenders, fc.nat(), (entries, turn) => {
        const at = entries.length ? turn % entries.length : 0;
        expect(rank([...entries.slice(at), ...entries.slice(0, at)].reverse(), criteria, groups)).toEqual(rank(entries, criteria, groups));
      }),
    );
  });

  it('never worsens for an entry that gets a better mark', () => {
    fc.assert(
      fc.property(
        contenders,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('investment', 'works', 'site'),
        fc.integer({ min: 1, max: 40 }),
        (entries, who, which, criterion, more) => {
          const chosen = entries[who % Math.max(1, entries.length)];
          if (!chosen || chosen.sheets.length === 0) return;
          const better = {
            ...chosen,
            sheets: chosen.sheets.map((one, index) =>
              index === which % chosen.sheets.length ? { ...one, [criterion]: one[criterion] + more } : one,
            ),
          };
          const placeOf = (all: typeof entries) =>
            rank(all, criteria, groups)
              .flatMap((group) => group.standings)
              .find((one) => one.entry.entryId === chosen.entryId)?.rank ?? 0;
          expect(placeOf(entries.map((entry) => (entry === chosen ? better : entry)))).toBeLessThanOrEqual(placeOf(entries));
        },
      ),
    );
  });

  it('agrees with the scores: who stands above has at least as much', () => {
    fc.assert(
      fc.property(contenders, (entries) => {
        for (const { standings } of rank(entries, criteria, groups)) {
          for (const [index, one] of standings.entries()) {
            const next = standings[index + 1];
            if (!next) continue;
            expect(compareScores(one.score, next.score)).toBeGreaterThanOrEqual(0);
            if (one.score && next.score) expect(compareMeans(one.score.total, next.score.total)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });
});
