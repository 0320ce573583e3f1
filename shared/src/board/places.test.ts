import { expect, test } from 'vitest';
import { OrderKey } from '../kit/rank.ts';
import type { Card } from './card.ts';
import { startTimes } from './entries.ts';
import { itemsOf, placeBehind } from './places.ts';
import { sampleCard, sampleId } from './sample-card.ts';

const item = (at: number, orderKey: string, minutes: number): Card => ({
  ...sampleCard,
  id: sampleId('project', at),
  agenda: { id: sampleId('agendaItem', at), orderKey: OrderKey.parse(orderKey), version: 1, minutes, reason: null },
});
const [first, second, third] = [item(1, 'F', 5), item(2, 'V', 10), item(3, 'k', 8)] as const;
const matter = { orderKey: OrderKey.parse('M'), minutes: 20 };

test('agenda items begin one after another', () => {
  expect(startTimes('09:00', [5, 10, 8])).toEqual(['9:00', '9:05', '9:15']);
  expect(startTimes('09:55', [10, 10])).toEqual(['9:55', '10:05']);
});

test('a matter that is about no project takes its place and its minutes', () => {
  const items = itemsOf('agenda', [first, second, third], [matter]);
  expect(items.map(({ id }) => id)).toEqual([first.id, null, second.id, third.id]);
  expect(placeBehind(items, second.id, [sampleId('project', 9)], '09:00')).toEqual({ place: 4, count: 5, startsAt: '9:35' });
});

test.each([
  ['to the top, from elsewhere', null, [9], { place: 1, count: 4, startsAt: '9:00' }],
  ['to the end', 3, [9], { place: 4, count: 4, startsAt: '9:23' }],
  ['down within the column, where its own place falls away', 3, [1], { place: 3, count: 3, startsAt: '9:18' }],
  ['several at once', 1, [8, 9], { place: 2, count: 5, startsAt: '9:05' }],
] as const)('%s', (_case, above, moving, expected) => {
  const items = itemsOf('agenda', [first, second, third], []);
  const ids = moving.map((at) => sampleId('project', at));
  expect(placeBehind(items, above === null ? null : sampleId('project', above), ids, '09:00')).toEqual(expected);
});

test('another ordered column has places and no times', () => {
  expect(itemsOf('route', [second, first], [matter]).map(({ id }) => id)).toEqual([second.id, first.id]);
});
