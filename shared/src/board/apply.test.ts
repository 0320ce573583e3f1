import { expect, test } from 'vitest';
import { OrderKey } from '../kit/rank.ts';
import { applyCommand, asSent, settled } from './apply.ts';
import type { Card } from './card.ts';
import { sampleCard, sampleId } from './sample-card.ts';

const item = (version: number, key = 'V') => ({
  ...{ id: sampleId('agendaItem', 1), orderKey: OrderKey.parse(key), version, minutes: 8, reason: null },
});

test('what the server answers takes the place of what the page had put there', () => {
  const coming = { ...item(0), id: sampleId('agendaItem', 0) };
  expect(settled({ ...sampleCard, agenda: coming }, { agenda: item(1) }).agenda).toEqual(item(1));
});

test('what was heard meanwhile and is newer stays', () => {
  expect(settled({ ...sampleCard, agenda: item(3, 'k') }, { agenda: item(2) }).agenda).toEqual(item(3, 'k'));
});

test('what the command did not touch stays', () => {
  expect(settled({ ...sampleCard, agenda: item(1) }, {}).agenda).toEqual(item(1));
});

test('a card that goes behind one which is still coming goes out behind what that one has become', () => {
  const project = { ...sampleCard, id: sampleId('project', 7), entry: null };
  const moving = { ...sampleCard, id: sampleId('project', 8), entry: null };
  const answers = {
    agenda: { agenda: { ...item(1), id: sampleId('agendaItem', 70) } },
    nomination: { nomination: { id: sampleId('nomination', 71), kind: 'praise', orderKey: OrderKey.parse('V'), version: 1 } },
    entry: { entry: { id: sampleId('entry', 72), groupId: '', routeKey: OrderKey.parse('V'), isScored: false, version: 1 } },
  } as const;
  const first = (command: Parameters<typeof applyCommand>[1]) => applyCommand(project, command, []);
  const onAgenda = first({ type: 'addToAgenda', projectId: project.id, after: null });
  const nominated = first({ type: 'nominate', projectId: project.id, kind: 'praise', after: null });
  const onRoute = first({ type: 'placeOnRoute', projectId: project.id, after: null });
  const behind = [
    [{ type: 'addToAgenda', projectId: moving.id, after: onAgenda.agenda?.id ?? null }, onAgenda, settled(onAgenda, answers.agenda)],
    [
      { type: 'nominate', projectId: moving.id, kind: 'praise', after: nominated.nomination?.id ?? null },
      nominated,
      settled(nominated, answers.nomination),
    ],
    [{ type: 'placeOnRoute', projectId: moving.id, after: onRoute.entry?.id ?? null }, onRoute, settled(onRoute, answers.entry)],
  ] as const satisfies readonly [Parameters<typeof asSent>[0], Card, Card][];
  for (const [command, coming, come] of behind) {
    expect(asSent(command, [moving, coming])).toEqual(command);
    const real = { agenda: come.agenda?.id, nominate: come.nomination?.id, placeOnRoute: come.entry?.id };
    expect(asSent(command, [moving, come])).toEqual({
      ...command,
      after: command.type === 'addToAgenda' ? real.agenda : real[command.type],
    });
  }
});

test('two cards that are coming are not taken for each other, nor what stands there for what is coming', () => {
  const [one, two] = [7, 8].map((at) => ({ ...sampleCard, id: sampleId('project', at) }));
  if (!one || !two) throw new Error('two cards were made');
  const ids = [one, two].map((card) => applyCommand(card, { type: 'addToAgenda', projectId: card.id, after: null }, []).agenda?.id);
  expect(new Set(ids).size).toBe(2);
  const standing = { type: 'moveOnAgenda', projectId: one.id, after: sampleId('agendaItem', 500) } as const;
  expect(asSent(standing, [one, two])).toEqual(standing);
  expect(asSent({ ...standing, after: null }, [one, two])).toEqual({ ...standing, after: null });
});
