import { expect, test } from 'vitest';
import { ApprovalState } from '../approvals/schema.ts';
import { gateSteps } from './gate.ts';
import { Stage } from './schema.ts';

const steps = ApprovalState.options.map((state) => ({ group: 'construction' as const, state }));
const done = { group: 'completion' as const, state: 'done' as const };

test('before 开工 each step is missing, waited for or settled', () => {
  const { missing, waiting, settled } = gateSteps([...steps, done], 'started');
  expect(missing.map((step) => step.state)).toEqual(['pending']);
  expect(waiting.map((step) => step.state)).toEqual(['accepted', 'tolerant', 'supplement']);
  expect(settled.map((step) => step.state)).toEqual(['done', 'exempt']);
});

test('竣工 asks for the steps of completion alone, and most stages for none', () => {
  expect(gateSteps([...steps, done], 'completed').settled).toEqual([done]);
  const asking = Stage.options.filter((to) => gateSteps([...steps, done], to).settled.length > 0);
  expect(asking).toEqual(['started', 'completed']);
});
