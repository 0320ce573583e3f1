import { describe, expect, test } from 'vitest';
import { makeId } from '../kit/ids.ts';
import { conflictsOf, type MergeChoice, type MergeKind, type MergeRow, mergePlan, whyNotMerge } from './merge.ts';

const kept = { id: makeId('project', '1'.repeat(32)), kind: 'key' as const };
const other = { id: makeId('project', '2'.repeat(32)), kind: 'key' as const };
const row = (kind: MergeKind, period: string, of: typeof kept, changes: Partial<MergeRow> = {}): MergeRow => ({
  ...{ kind, period, id: `${kind} ${period} ${of === kept ? 'kept' : 'other'}`, projectId: of.id },
  ...{ isFrozen: false, isSettled: false, amount: null, code: null, words: null, ...changes },
});
const both = (kind: MergeKind, period: string, changes: Partial<MergeRow> = {}) => [
  row(kind, period, kept, changes),
  row(kind, period, other, changes),
];
const choose = (kind: MergeKind, period: string, side: MergeChoice['side']): MergeChoice => ({ kind, period, side });

function verdict(rows: MergeRow[], choices: MergeChoice[]) {
  return whyNotMerge(kept, other, conflictsOf(rows, kept.id), choices);
}

function planned(rows: MergeRow[], choices: MergeChoice[] = []) {
  const { moved, replaced, standIns } = mergePlan(rows, kept.id, conflictsOf(rows, kept.id), choices);
  return { moved: moved.map((each) => each.id), replaced: replaced.map((each) => each.id), standIns };
}

describe('two records of one project', () => {
  test('conflict only where both hold something for one period', () => {
    const rows = [
      row('return', '2026-W40', kept),
      row('return', '2026-W41', other),
      ...both('yearPlan', '2026'),
      ...both('return', '2026-W42'),
    ];
    const found = conflictsOf(rows, kept.id).map(({ kind, period, isOpen }) => [kind, period, isOpen]);
    expect(found).toEqual([
      ['return', '2026-W42', true],
      ['yearPlan', '2026', true],
    ]);
    expect(verdict(rows, [choose('return', '2026-W42', 'kept')])).toMatchObject({ reason: 'merge-undecided', kind: 'yearPlan' });
    expect(verdict(rows, [choose('return', '2026-W42', 'kept'), choose('yearPlan', '2026', 'other')])).toBeNull();
  });

  test('are not one with themselves, nor of two lists', () => {
    expect(whyNotMerge(kept, kept, [], [])).toEqual({ reason: 'merge-itself' });
    expect(whyNotMerge(kept, { ...other, kind: 'reconstruction' }, [], [])).toEqual({ reason: 'merge-kinds-differ' });
  });

  test('keep what a closed period has said', () => {
    const rows = both('return', '2026-W40', { isFrozen: true });
    expect(verdict(rows, [])).toBeNull();
    expect(verdict(rows, [choose('return', '2026-W40', 'other')])).toMatchObject({ reason: 'merge-frozen', period: '2026-W40' });
    expect(planned(rows)).toEqual({ moved: [], replaced: [], standIns: [] });
  });

  test.each(['entry', 'flag', 'nomination'] as const)('do not drop a settled %s', (kind) => {
    const rows = both(kind, '2026-Q3', { isSettled: true });
    const choices = kind === 'entry' ? [] : [choose(kind, '2026-Q3', 'kept')];
    expect(verdict(rows, choices)).toMatchObject({ reason: 'merge-settled', kind });
  });
});

describe('what becomes of the rows', () => {
  test('what only the duplicate holds moves', () => {
    expect(planned([row('return', '2026-W41', other), row('flag', '2026-Q3', other)]).moved).toHaveLength(2);
  });
  test('what was not chosen stays with the duplicate, or gives way to the other', () => {
    const rows = both('return', '2026-W42');
    expect(planned(rows, [choose('return', '2026-W42', 'kept')])).toEqual({ moved: [], replaced: [], standIns: [] });
    expect(planned(rows, [choose('return', '2026-W42', 'other')])).toEqual({
      moved: ['return 2026-W42 other'],
      replaced: ['return 2026-W42 kept'],
      standIns: [],
    });
  });
  test('of two agenda items of a meeting to come one goes, and what was decided on it hangs on the other', () => {
    expect(planned(both('agendaItem', '2026-W44'))).toEqual({
      moved: [],
      replaced: ['agendaItem 2026-W44 other'],
      standIns: [{ from: 'agendaItem 2026-W44 other', to: 'agendaItem 2026-W44 kept' }],
    });
  });
});
