import { expect, test } from 'vitest';
import { makeId } from '../kit/ids.ts';
import { placeOf } from './places.ts';

const projectId = makeId('project', '1'.repeat(32));

test.each([
  ['return-sent-back', 'officer', true, '/returns'],
  ['decision-owner', 'officer', true, '/decisions'],
  ['decision-helper', 'officer', false, '/decisions'],
  ['step-accepted', 'office', true, '/approvals'],
  ['bulletin-to-sign', 'leader', false, '/bulletins'],
  ['bulletin-to-sign', 'officer', false, null],
  ['report-issued', 'officer', false, '/documents'],
  ['bulletin-to-cosign', 'officer', false, '/bulletins/cosign'],
  ['bulletin-to-cosign', 'leader', false, null],
  ['scoring-opened', 'inspector', false, '/score'],
] as const)('%s leads %s (project open: %s) to %s', (kind, role, isOpen, place) => {
  expect(placeOf({ kind, projectId, isOpen }, role)).toBe(place);
});

test('a decision without a project leads to the list of decisions, where it is answered', () => {
  for (const role of ['office', 'officer'] as const)
    expect(placeOf({ kind: 'decision-owner', projectId: null, isOpen: false }, role)).toBe('/decisions');
});
