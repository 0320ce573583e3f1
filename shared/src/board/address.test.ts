import { expect, test } from 'vitest';
import { addressFromQuery, addressToQuery } from './address.ts';
import { LaneKey } from './lanes.ts';
import { sampleId } from './sample-card.ts';

test('what is in the address comes back as it was, and nonsense is the cycle', () => {
  for (const view of ['cycle', 'stage', 'anythingElse']) {
    for (const lanes of [null, ...LaneKey.options]) {
      for (const card of [null, sampleId('project', 1)]) {
        for (const series of [null, sampleId('meetingSeries', 2)]) {
          const { filter } = addressFromQuery(queryOf('kind=key&q=北湖'));
          const query = addressToQuery({ view, lanes, filter, card, series });
          expect(addressFromQuery(queryOf(query))).toEqual({ view, lanes, filter, card, series });
        }
      }
    }
  }
  expect(addressFromQuery(queryOf('view=no%20view&lanes=1&card=2&series=3'))).toMatchObject({
    view: 'cycle',
    lanes: null,
    card: null,
    series: null,
  });
});

function queryOf(text: string) {
  const pairs = new Map(text.split('&').map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
  return { get: (name: string) => pairs.get(name) ?? null };
}
