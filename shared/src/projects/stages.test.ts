import { describe, expect, test } from 'vitest';
import { Role } from '../accounts/schema.ts';
import { ProjectKind, Stage } from './schema.ts';
import { permitOf, type StageFacts, stageMoves, stagesOf, whyNotMoveStage } from './stages.ts';

const facts: StageFacts = {
  kind: 'key',
  stage: 'preparing',
  standing: 'active',
  permit: 'done',
  isSignedOff: false,
  isVerified: false,
  evidenceNote: null,
  reason: null,
};

describe('moving a stage', () => {
  test.each([
    [{ permit: 'done' }, null],
    [{ permit: 'pending' }, ['permit-pending']],
    [{ permit: 'none' }, ['permit-missing']],
    [{ permit: 'tolerant' }, ['sign-off-missing']],
    [{ permit: 'tolerant', isSignedOff: true }, null],
    [{ permit: 'pending', isSignedOff: true }, ['permit-pending']],
  ] as const)('开工 with %j lacks %j', (changes, missing) => {
    const refusal = whyNotMoveStage({ ...facts, ...changes }, 'started', 'office');
    expect(refusal?.missing ?? null).toEqual(missing);
    if (missing) expect(refusal?.reason).toBe('gate');
  });
  test('竣工 needs a visit on site that found it complete', () => {
    const building: StageFacts = { ...facts, stage: 'building' };
    expect(whyNotMoveStage(building, 'completed', 'office')).toMatchObject({ reason: 'gate', missing: ['site-visit-missing'] });
    expect(whyNotMoveStage({ ...building, isVerified: true }, 'completed', 'office')).toBeNull();
  });
  test('达效 needs a note of the evidence', () => {
    const producing: StageFacts = { ...facts, stage: 'producing' };
    expect(whyNotMoveStage({ ...producing, evidenceNote: '  ' }, 'at-capacity', 'office')?.missing).toEqual(['evidence-note-missing']);
    expect(whyNotMoveStage({ ...producing, evidenceNote: '连续三月达设计产能' }, 'at-capacity', 'office')).toBeNull();
  });
  test('one step back is the office’s, with a reason', () => {
    const started: StageFacts = { ...facts, stage: 'started' };
    expect(whyNotMoveStage(started, 'preparing', 'office')).toMatchObject({ reason: 'gate', missing: ['reason-missing'] });
    expect(whyNotMoveStage({ ...started, reason: '误登记' }, 'preparing', 'office')).toBeNull();
    expect(whyNotMoveStage({ ...started, reason: '误登记' }, 'preparing', 'officer')?.reason).toBe('role');
    expect(whyNotMoveStage({ ...started, reason: '误登记' }, 'planned', 'office')?.reason).toBe('no-such-move');
  });
  test.each([
    ['preparing', 'preparing', 'key', 'office', 'same-stage'],
    ['preparing', 'building', 'key', 'office', 'no-such-move'],
    ['planned', 'signed', 'reconstruction', 'office', 'stage-not-for-kind'],
    ['completed', 'producing', 'reconstruction', 'office', 'stage-not-for-kind'],
    ['started', 'building', 'key', 'officer', 'role'],
    ['started', 'building', 'key', 'leader', 'role'],
  ] as const)('from %s to %s (%s, by %s) is refused: %s', (stage, to, kind, role, reason) => {
    expect(whyNotMoveStage({ ...facts, stage, kind }, to, role)?.reason).toBe(reason);
  });
  test('what is suspended does not move', () => {
    expect(whyNotMoveStage({ ...facts, standing: 'suspended' }, 'started', 'office')?.reason).toBe('not-active');
  });
});

test.each([
  ['no step at all', [], 'none'],
  ['other steps alone', [['环评', 'done']], 'none'],
  ['not begun', [['施工许可证', 'pending']], 'pending'],
  ['accepted', [['施工许可证', 'accepted']], 'pending'],
  ['papers asked for', [['施工许可证', 'supplement']], 'pending'],
  ['tolerated', [['建筑工程施工许可证', 'tolerant']], 'tolerant'],
  ['done', [['建筑工程施工许可证', 'done']], 'done'],
  ['not needed', [['施工许可证', 'exempt']], 'done'],
  [
    'two sections, the worse counts',
    [
      ['施工许可证（一标段）', 'done'],
      ['施工许可证（二标段）', 'tolerant'],
    ],
    'tolerant',
  ],
  [
    'two sections, one still open',
    [
      ['施工许可证（一标段）', 'tolerant'],
      ['施工许可证（二标段）', 'accepted'],
    ],
    'pending',
  ],
] as const)('the construction permit with %s stands as it does', (_case, steps, expected) => {
  expect(permitOf(steps.map(([name, state]) => ({ name, state })))).toBe(expected);
});

describe('the stage table', () => {
  const met: StageFacts = { ...facts, isSignedOff: true, isVerified: true, evidenceNote: '有', reason: '有' };
  test.each(ProjectKind.options)('%s: every stage can be reached, and each move stays within the kind’s stages', (kind) => {
    const reached = new Set<Stage>(['planned']);
    for (const stage of stagesOf[kind]) {
      for (const to of Stage.options) if (reached.has(stage) && !whyNotMoveStage({ ...met, kind, stage }, to, 'office')) reached.add(to);
    }
    expect(reached).toEqual(new Set(stagesOf[kind]));
  });
  test('a move stands once, and only the unit and the office move anything', () => {
    const keys = stageMoves.flatMap((move) => move.kinds.map((kind) => `${kind} ${move.from} ${move.to}`));
    expect(new Set(keys).size).toBe(keys.length);
    const movers = Role.options.filter((role) =>
      Stage.options.some((stage) => Stage.options.some((to) => !whyNotMoveStage({ ...met, stage }, to, role))),
    );
    expect(movers).toEqual(['office', 'officer']);
  });
});
