import { expect, test } from 'vitest';
import { OrderKey } from '../kit/rank.ts';
import { settled } from './apply.ts';
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
