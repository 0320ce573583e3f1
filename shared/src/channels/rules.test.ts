import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day, Week } from '../kit/calendar.ts';
import { bytesOf, chaseMail, chaseNote } from './chase.ts';

const words = { districtName: '示例区', week: '2026-W44' as Week, dueOn: '2026-10-30' as Day, dueTime: '17:00' };

test('a letter names the unit’s own projects and the hour', () => {
  const { subject, text } = chaseMail(words, { unitName: '住建局', names: ['北湖片区雨污分流改造工程', '东林泵站'] });
  expect(subject).toBe('【催报】示例区重点项目第44周周填报：住建局还有2个项目未报');
  expect(text).toContain('请于2026年10月30日17:00前');
  expect(text).toContain('1. 北湖片区雨污分流改造工程\n2. 东林泵站');
});

test('a note for the group never grows beyond what a robot takes, and says how many units there are', () => {
  const units = fc.array(
    fc.record({ unitName: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), names: fc.array(fc.constant('项目')) }),
    {
      minLength: 1,
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(units, (asked) => {
      const { text } = chaseNote(words, asked);
      expect(bytesOf(text)).toBeLessThanOrEqual(2_000);
      const isWhole =
        text.split('\n').length - 1 >= asked.length && text.endsWith(`${asked.at(-1)?.unitName} ${asked.at(-1)?.names.length}个`);
      expect(isWhole || text.endsWith(`等共${asked.length}个单位`)).toBe(true);
    }),
  );
});

test('bytes are counted as UTF-8 counts them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(bytesOf(text)).toBe(encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length);
    }),
  );
});
