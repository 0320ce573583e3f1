import { describe, expect, test } from 'vitest';
import { wan } from '#shared/kit/money.ts';
import { fieldsOf, noMonths, pastedInto, planFields, readPlan, withFields } from './plan-form.ts';

const form = { annual: '12,000', doneBeforeYear: '0', months: noMonths, reason: '' };

describe('pasting months from a spreadsheet', () => {
  test('a row of twelve fills the year', () => {
    const row = Array.from({ length: 12 }, (_, at) => `${at + 1},00`).join('\t');
    expect(pastedInto(noMonths, 0, `${row}\r\n`)).toEqual(row.split('\t'));
  });
  test('a column begins at the month it is pasted at, and what runs over the year is left', () => {
    expect(pastedInto(noMonths, 10, '500\n600\n700')).toEqual([...noMonths.slice(0, 10), '500', '600']);
  });
  test('one value is any field’s own business', () => {
    expect(pastedInto(noMonths, 0, ' 500\n')).toBeNull();
  });
  test('an empty cell among others empties its month', () => {
    expect(pastedInto(['1', '2', '3', ...noMonths.slice(3)], 0, '4\t\t6')).toEqual(['4', '', '6', ...noMonths.slice(3)]);
  });
});

test('a plan taken apart into its fields is the same plan again, and its reason stays', () => {
  const typed = { ...form, months: noMonths.map((_, at) => String(at * 100)), reason: '工期提前' };
  expect(Object.keys(fieldsOf(typed)).sort()).toEqual([...planFields].sort());
  expect(withFields({ ...form, reason: '工期提前' }, fieldsOf(typed))).toEqual(typed);
});

describe('reading a plan', () => {
  test('no month at all is a year spread evenly', () => {
    expect(readPlan(form)).toMatchObject({ byMonth: null, total: 0, isWhole: true });
  });
  test('an empty month among others plans nothing', () => {
    const { byMonth, total, isWhole } = readPlan({ ...form, months: ['１２０００', ...noMonths.slice(1)] });
    expect(byMonth?.[0]).toBe(wan(12_000));
    expect(byMonth?.[1]).toBeNull();
    expect([total, isWhole]).toEqual([wan(12_000), true]);
  });
  test('a word among the months is no plan', () => {
    const read = readPlan({ ...form, months: ['约500', '300', ...noMonths.slice(2)] });
    expect([read.isWhole, read.total]).toEqual([false, wan(300)]);
  });
});
