import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Role } from '../accounts/schema.ts';
import { wan } from '../kit/money.ts';
import { PermitState } from './papers.ts';
import { ProjectKind, Stage, Track } from './schema.ts';
import { isAsked, needsOf, remindersOf, type StageFacts, stageMoves, stagesOf, whyNotMoveStage } from './stages.ts';

const facts: StageFacts = {
  kind: 'key',
  track: 'approval',
  stage: 'preparing',
  standing: 'active',
  basis: 'done',
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
    [{ basis: 'pending', permit: 'none' }, ['basis-pending', 'permit-missing']],
    [{ basis: 'tolerant' }, ['sign-off-missing']],
    [{ basis: 'tolerant', permit: 'tolerant' }, ['sign-off-missing']],
    [{ basis: 'tolerant', isSignedOff: true }, null],
    [{ basis: 'none' }, null],
    [{ kind: 'reconstruction', basis: 'pending' }, ['skip-reason-missing']],
    [{ kind: 'reconstruction', basis: 'pending', reason: '应急抢险，可研与初设合并' }, null],
    [{ kind: 'reconstruction', basis: 'pending', permit: 'pending', reason: '应急抢险' }, ['permit-pending']],
    [{ kind: 'reconstruction', stage: 'planned' }, ['skip-reason-missing']],
    [{ kind: 'reconstruction', stage: 'planned', reason: '灾后应急工程' }, null],
  ] as const)('开工 with %j lacks %j', (changes, missing) => {
    const refusal = whyNotMoveStage({ ...facts, ...changes }, 'started', 'office');
    expect(refusal?.missing ?? null).toEqual(missing);
    if (missing) expect(refusal?.reason).toBe('gate');
  });
  test.each([
    ['key', 'approval', null],
    ['key', 'verification', ['skip-reason-missing']],
    ['key', 'filing', ['skip-reason-missing']],
    ['reconstruction', 'approval', null],
    ['reconstruction', 'filing', null],
  ] as const)('签约 left out by a project of %s, %s lacks %j', (kind, track, missing) => {
    const planned: StageFacts = { ...facts, kind, track, stage: 'planned' };
    expect(whyNotMoveStage(planned, 'preparing', 'officer')?.missing ?? null).toEqual(missing);
    expect(whyNotMoveStage({ ...planned, reason: '投资方直接受让土地' }, 'preparing', 'officer')).toBeNull();
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

const project = { kind: 'key', stage: 'preparing', totalInvestment: wan(500), actualStart: null, isRegistered: false } as const;
test.each([
  ['from the threshold on', {}, 'started', ['registration']],
  ['below it', { totalInvestment: wan(499) }, 'started', []],
  ['registered already', { isRegistered: true }, 'started', []],
  ['reconstruction from 谋划', { kind: 'reconstruction', stage: 'planned' }, 'started', ['registration']],
  ['before it starts', { stage: 'signed' }, 'preparing', []],
] as const)('the registration is called to mind: %s', (_case, fields, to, reminders) => {
  expect(remindersOf({ ...project, ...fields }, to)).toEqual(reminders);
});

describe('the stage table', () => {
  const anyFacts = fc.record<StageFacts>({
    kind: fc.constantFrom(...ProjectKind.options),
    track: fc.constantFrom(...Track.options),
    stage: fc.constantFrom(...Stage.options),
    standing: fc.constant('active'),
    basis: fc.constantFrom(...PermitState.options),
    permit: fc.constantFrom(...PermitState.options),
    isSignedOff: fc.boolean(),
    isVerified: fc.boolean(),
    evidenceNote: fc.constantFrom(null, ' ', '有'),
    reason: fc.constantFrom(null, ' ', '有'),
  });
  test('a gate lacks something only where it asks for something, and what is done is never lacked', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...Stage.options), (given, to) => {
        const refusal = whyNotMoveStage(given, to, 'office');
        if (refusal?.reason === 'gate') expect(needsOf(given, to).length).toBeGreaterThan(0);
        if (refusal?.reason === 'gate') expect(new Set(refusal.missing).size).toBe(refusal.missing.length);
        const done = { basis: 'done', permit: 'done', isVerified: true, evidenceNote: '有', reason: '有' } as const;
        const settled = whyNotMoveStage({ ...given, ...done }, to, 'office');
        return settled === null || settled.reason !== 'gate';
      }),
    );
  });
  test('every condition of the table is asked of some project', () => {
    for (const move of stageMoves) {
      for (const need of move.needs) {
        const asked = move.kinds.flatMap((kind) => Track.options.filter((track) => isAsked(need, { kind, track })));
        expect(asked, `${move.from} ${move.to} ${need.what}`).not.toEqual([]);
      }
    }
  });
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
