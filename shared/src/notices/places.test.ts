import { expect, test } from 'vitest';
import { makeId } from '../kit/ids.ts';
import { placeOf } from './places.ts';

const projectId = makeId('project', '1'.repeat(32));

test.each([
  ['return-sent-back', 'officer', true, '/returns'],
  ['decision-owner', 'officer', true, `/projects/${projectId}/decisions`],
  ['decision-helper', 'officer', false, null],
  ['step-accepted', 'office', true, `/projects/${projectId}/steps`],
  ['bulletin-to-sign', 'leader', false, '/bulletins'],
  ['bulletin-to-sign', 'officer', false, null],
  ['scoring-opened', 'inspector', false, '/score'],
] as const)('%s leads %s (project open: %s) to %s', (kind, role, isOpen, place) => {
  expect(placeOf({ kind, projectId, isOpen }, role)).toBe(place);
});

test('a decision without a project leads to its meeting, for who may see meetings', () => {
  expect(placeOf({ kind: 'decision-owner', projectId: null, isOpen: false }, 'office')).toBe('/meetings');
  expect(placeOf({ kind: 'decision-owner', projectId: null, isOpen: false }, 'officer')).toBeNull();
});
