import { describe, expect, it } from 'vitest';
import type { Field } from './fields.ts';
import { type ListEvent, sumMismatches } from './sections.ts';

let row = 0;
const amounts = (wan: number | null) => new Map<Field, number | null>(wan === null ? [] : [['totalInvestWan', wan]]);
const project = (wan: number | null): ListEvent => ({ kind: 'project', amounts: amounts(wan) });
const section = (text: string, depth: number, wan: number | null = null): ListEvent => ({
  kind: 'section',
  row: row++,
  column: 0,
  text,
  depth,
  amounts: amounts(wan),
});
const subtotal = (wan: number, text = '小计'): ListEvent => ({ kind: 'subtotal', row: row++, column: 0, text, amounts: amounts(wan) });
const total = (wan: number): ListEvent => ({ kind: 'total', row: row++, amounts: amounts(wan) });
const found = (events: ListEvent[]) => sumMismatches(events).map(({ kind, stated, actual }) => ({ kind, stated, actual }));

describe('counts and sums that a list states', () => {
  it('agree when nested sections, their subtotals and the total are right', () => {
    expect(
      found([
        total(10),
        section('一、省重点（3个）', 1),
        section('（一）续建（2个）', 2),
        project(1),
        project(2),
        subtotal(3),
        section('（二）新建（1个）', 2),
        project(3),
        subtotal(3),
        subtotal(6),
        section('二、市重点（1个）', 1),
        project(4),
        subtotal(4),
      ]),
    ).toEqual([]);
  });

  it('are reported with what the rows make', () => {
    expect(found([section('一、续建（3个）', 1), project(1), project(2), subtotal(4), total(9)])).toEqual([
      { kind: 'count', stated: 3, actual: 2 },
      { kind: 'sum', stated: 4, actual: 3 },
      { kind: 'sum', stated: 9, actual: 3 },
    ]);
  });

  it('may stand on the heading itself, before its rows', () => {
    expect(found([section('一、续建（2个）', 1, 3), project(1), project(2), section('二、新建', 1, 5), project(4)])).toEqual([
      { kind: 'sum', stated: 5, actual: 4 },
    ]);
  });

  it('cover the rows since the last subtotal where a list has no headings', () => {
    expect(found([project(1), project(2), subtotal(3, '水利小计（2个）'), project(5), subtotal(5, '交通小计（2个）'), total(8)])).toEqual([
      { kind: 'count', stated: 2, actual: 1 },
    ]);
  });

  it('count an unknown amount as nothing and forgive a hundred yuan', () => {
    expect(found([project(null), project(2.004), total(2.01)])).toEqual([]);
    expect(found([project(2), total(2.02)])).toHaveLength(1);
  });
});
