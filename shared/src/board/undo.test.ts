import { describe, expect, test } from 'vitest';
import { access } from '../auth/permissions.ts';
import type { EventAction } from '../events/schema.ts';
import { isUndoable, type LoggedAct, undoable, whyNotUndo } from './undo.ts';

function act(seq: number, action: EventAction, actor: string, facts: Pick<LoggedAct, 'before' | 'after'>): LoggedAct {
  return { seq, at: `2026-10-29T07:2${seq}:00Z`, actorId: actor, actorName: actor, action, ...facts };
}

const onAgenda = { before: null, after: { meetingId: 'mtg_1' } };
const stage = (from: string, to: string) => ({
  before: { stage: from, actualStart: null, actualFinish: null, name: '旧名' },
  after: { stage: to, actualStart: null, actualFinish: null, name: '新名' },
});
const added = act(1, 'agenda.added', '宋科长', onAgenda);
const moved = act(1, 'project.stageMoved', '宋科长', stage('planned', 'preparing'));
const lamp = act(1, 'lamp.overridden', '宋科长', { before: null, after: { month: '2026-10' } });

describe('why one’s own move cannot be taken back', () => {
  test.each<[string, LoggedAct, LoggedAct[], string | null]>([
    ['nothing has happened since', added, [], null],
    ['another has changed the same item', added, [act(2, 'agenda.updated', '秦科员', onAgenda)], 'changed-since'],
    ['another has taken it off', added, [act(2, 'agenda.removed', '秦科员', { before: onAgenda.after, after: null })], 'changed-since'],
    ['oneself has changed it again', added, [act(2, 'agenda.moved', '宋科长', onAgenda)], null],
    [
      'another has put it on another meeting',
      added,
      [act(2, 'agenda.added', '秦科员', { before: null, after: { meetingId: 'mtg_2' } })],
      null,
    ],
    ['another has nominated it', added, [act(2, 'nomination.added', '秦科员', { before: null, after: { bulletinId: 'bul_1' } })], null],
    [
      'it was taken back already',
      added,
      [act(2, 'agenda.removed', '宋科长', { before: onAgenda.after, after: { undoes: 1 } })],
      'already-undone',
    ],
    [
      'another of its moves was taken back',
      added,
      [act(2, 'agenda.moved', '宋科长', { before: onAgenda.after, after: { undoes: 7 } })],
      null,
    ],
    ['another has moved the stage on', moved, [act(2, 'project.stageMoved', '秦科员', stage('preparing', 'started'))], 'changed-since'],
    ['another has changed the name alone', moved, [act(2, 'project.updated', '秦科员', stage('preparing', 'preparing'))], null],
    [
      'another has set the lamp of the same month',
      lamp,
      [act(2, 'lamp.overrideWithdrawn', '秦科员', { before: null, after: { month: '2026-10' } })],
      'changed-since',
    ],
    [
      'another has set the lamp of another month',
      lamp,
      [act(2, 'lamp.overridden', '秦科员', { before: null, after: { month: '2026-09' } })],
      null,
    ],
  ])('%s', (_case, move, later, reason) => {
    expect(whyNotUndo(move, later)?.reason ?? null).toBe(reason);
  });

  test('the refusal says who did what, and when: the latest of them', () => {
    const later = [act(2, 'agenda.moved', '秦科员', onAgenda), act(3, 'agenda.removed', '秦科员', { before: onAgenda.after, after: null })];
    expect(whyNotUndo(added, later)).toEqual({
      reason: 'changed-since',
      by: '秦科员',
      action: 'agenda.removed',
      at: '2026-10-29T07:23:00Z',
    });
  });
});

test('what may be undone is done by procedures of the access table, and nothing official is among it', () => {
  for (const procedure of Object.values(undoable)) expect(access).toHaveProperty([procedure]);
  for (const action of ['return.submitted', 'bulletin.issued', 'flag.announced', 'decision.made'] as const)
    expect(isUndoable(action)).toBe(false);
});
