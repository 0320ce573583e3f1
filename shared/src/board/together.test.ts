import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrderKey } from '../kit/rank.ts';
import type { Card } from './card.ts';
import type { BoardCommand } from './commands.ts';
import { sampleCard, sampleId } from './sample-card.ts';
import { overLimit, planTogether } from './together.ts';
import { view as cycleView } from './views/cycle.ts';
import { view as stageView } from './views/stage.ts';

const card = (at: number, fields: Partial<Card> = {}): Card => ({ ...sampleCard, id: sampleId('project', at), key: at, ...fields });
const returned = card(1);
const owing = card(2, { returned: null });
const item = card(3, {
  agenda: { id: sampleId('agendaItem', 3), orderKey: OrderKey.parse('V'), version: 1, minutes: 8, reason: null },
});

describe('several cards, each by itself', () => {
  test('those that may go, go, and each that stays says why', () => {
    const picks = [card(4, { stage: 'preparing' }), card(5, { stage: 'building' })].map((each) => ({ card: each, from: each.stage }));
    const { going, staying } = planTogether(stageView, picks, { column: 'planned', above: null }, 'office');
    expect(going.map((each) => each.command)).toEqual([{ type: 'moveStage', projectId: sampleId('project', 4), to: 'planned' }]);
    expect(staying).toMatchObject([{ card: { key: 5 }, refused: { reason: 'no-such-move' } }]);
  });

  test('each goes behind the one before it', () => {
    const picks = [
      { card: item, from: 'agenda' },
      { card: returned, from: 'returned' },
    ];
    const { going } = planTogether(cycleView, picks, { column: 'agenda', above: null }, 'office');
    expect(going.map(({ command }) => command)).toMatchObject([
      { type: 'moveOnAgenda', after: null },
      { type: 'addToAgenda', after: item.agenda?.id },
    ]);
  });

  test('a return is opened for one project, not for several', () => {
    const one = planTogether(cycleView, [{ card: owing, from: 'owing' }], { column: 'returned', above: null }, 'office');
    expect(one.going).toMatchObject([{ command: { type: 'openReturn' } }]);
    const picks = [owing, card(6, { returned: null })].map((each) => ({ card: each, from: 'owing' }));
    const { going, staying } = planTogether(cycleView, picks, { column: 'returned', above: null }, 'office');
    expect(going).toEqual([]);
    expect(staying.map(({ refused }) => refused.reason)).toEqual(['return-one-by-one', 'return-one-by-one']);
  });

  test('no card is lost or doubled: it goes, stays with a reason, or has nothing to do', () => {
    const cards = [returned, owing, item, card(7, { stage: 'preparing', permit: 'done' })];
    fc.assert(
      fc.property(fc.subarray(cards), fc.constantFrom(...cycleView.columns), (subset, column) => {
        const picks = subset.map((each) => ({ card: each, from: cycleView.place(each)[0] ?? 'owing' }));
        const { going, staying } = planTogether(cycleView, picks, { column, above: null }, 'office');
        const ids = [...going, ...staying].map((each) => each.card.id);
        return new Set(ids).size === ids.length && ids.length <= picks.length;
      }),
    );
  });
});

test.each([
  ['within it', 2, 12, 5, 0],
  ['up to it', 2, 12, 10, 0],
  ['one beyond it', 2, 12, 11, 1],
  ['all beyond it', 2, 12, 14, 2],
])('a limit: %s', (_case, added, limit, already, beyond) => {
  const commands = Array.from({ length: added }, (): BoardCommand => ({ type: 'addToAgenda', projectId: returned.id, after: null }));
  expect(overLimit(commands, limit, already)).toBe(beyond);
  expect(overLimit([{ type: 'moveOnAgenda', projectId: item.id, after: null }], limit, already)).toBe(0);
});
