import { describe, expect, test } from 'vitest';
import { filterFromQuery, filterToQuery, noFilter, passes } from './filter.ts';
import { sampleCard as base } from './sample-card.ts';

describe('filters', () => {
  test('what is in the address comes back as it was', () => {
    const filter = { ...noFilter, kind: 'key' as const, lamp: 'red' as const, late: true, text: '北湖 bh' };
    expect(
      filterFromQuery(new Map(Object.entries(parse(filterToQuery(filter)))) as unknown as { get: (name: string) => string | null }),
    ).toEqual(filter);
  });

  test('nonsense in the address means no filter', () => {
    expect(filterFromQuery({ get: () => 'nonsense' })).toMatchObject({ kind: null, level: null, lamp: null, late: false });
  });

  test.each([
    ['name', '道路', true],
    ['initials', 'BHPQ', true],
    ['unit', '住建', true],
    ['the code’s tail', '118652', true],
    ['something else', '水厂', false],
  ])('text finds by %s', (_case, text, found) => {
    expect(passes({ ...noFilter, text }, base)).toBe(found);
  });
});

function parse(query: string): Record<string, string> {
  return Object.fromEntries(query.split('&').map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
}
