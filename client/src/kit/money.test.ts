import { describe, expect, it } from 'vitest';
import { readMoney } from './money.ts';

describe('a money field in 万元', () => {
  const table: [string, ReturnType<typeof readMoney>['state'], number?][] = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['350', 'amount', 3_500_000],
    [' 12,450 ', 'amount', 124_500_000],
    ['１２．５', 'amount', 125_000],
    ['0.0845', 'amount', 845],
    ['0.08451', 'unreadable'],
    ['约350', 'unreadable'],
    ['3.5.1', 'unreadable'],
    ['-20', 'negative'],
  ];
  for (const [text, state, amount] of table) {
    it(`“${text}” is ${state}`, () => {
      const reading = readMoney(text);
      expect(reading.state).toBe(state);
      if (reading.state === 'amount') expect(reading.amount).toBe(amount);
    });
  }

  it('a correction may be below zero', () => {
    expect(readMoney('-20', true)).toEqual({ state: 'amount', amount: -200_000 });
  });

  it('what cannot be read is handed back as typed', () => {
    expect(readMoney('  三百万 ')).toEqual({ state: 'unreadable', typed: '三百万' });
  });
});
