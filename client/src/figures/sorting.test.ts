import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { makeId } from '#shared/kit/ids.ts';
import { yuan, zero } from '#shared/kit/money.ts';
import type { FigureProject } from './data.ts';
import { nextSort, sorted, sortIn, sortKeys, sortText } from './sorting.ts';

const project = (number: number, changes: Partial<FigureProject>): FigureProject => ({
  ...{ projectId: makeId('project', String(number).padStart(32, '0')), name: `项目${number}`, unitName: '住建局', leaderName: null },
  ...{ kind: 'key', level: 'district', yearClass: 'continued', stage: 'building', lamp: null, totalInvestment: zero, yearPlan: null },
  ...{ plannedToDate: null, doneThisYear: zero, doneSinceStart: zero, plannedStart: null, actualStart: null, plannedFinish: null },
  ...{ actualFinish: null, stepsDone: 0, stepsNeeded: 0 },
  ...changes,
});

test('what is empty comes last, whichever way the column is sorted', () => {
  const rows = [project(1, {}), project(2, { actualStart: day('2026-03-01') }), project(3, { actualStart: day('2026-02-01') })];
  const names = (isDown: boolean) => sorted(rows, { key: 'actualStart', isDown }).map((row) => row.name);
  expect(names(false)).toEqual(['项目3', '项目2', '项目1']);
  expect(names(true)).toEqual(['项目2', '项目3', '项目1']);
});

test('rates are compared by their parts, not by what is printed', () => {
  const rate = (number: number, done: number, planned: number) =>
    project(number, { doneThisYear: yuan(done), plannedToDate: yuan(planned) });
  const rows = [rate(1, 3_999_999, 10_000_000), rate(2, 4_000_000, 10_000_000), rate(3, 1, 0)];
  expect(sorted(rows, { key: 'progress', isDown: true }).map((row) => row.name)).toEqual(['项目2', '项目1', '项目3']);
});

test('a press on a head sorts up, then down, then not at all; the address keeps it', () => {
  const first = nextSort(null, 'yearPlan');
  const second = nextSort(first, 'yearPlan');
  expect([first, second, nextSort(second, 'yearPlan')]).toEqual([
    { key: 'yearPlan', isDown: false },
    { key: 'yearPlan', isDown: true },
    null,
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...sortKeys), fc.boolean(), (key, isDown) => {
      expect(sortIn(sortText({ key, isDown }))).toEqual({ key, isDown });
    }),
  );
  expect(['', '-', 'id', null].map(sortIn)).toEqual([null, null, null, null]);
});
