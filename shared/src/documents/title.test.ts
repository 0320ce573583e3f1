import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../kit/text.ts';
import { titleLines } from './title.ts';

test.each([
  [
    ['关于', '2026年10月', '全区', '重点项目和', '灾后重建项目', '推进情况', '的通报'],
    ['关于2026年10月全区重点项目和', '灾后重建项目推进情况的通报'],
  ],
  [['2026年', '第41次', '重点项目周例会', '纪要'], ['2026年第41次重点项目周例会纪要']],
  [
    ['四字短语', '四字短语', '四字短语', '四字短语', '四字短语'],
    ['四字短语四字短语四字短语', '四字短语四字短语'],
  ],
])('%j is set as %j', (phrases, lines) => {
  expect(titleLines(phrases)).toEqual(lines);
});

test('no line is wider than the paper, no phrase is split that fits on a line, and nothing is lost', () => {
  const phrase = fc.integer({ min: 1, max: 30 }).map((letters) => '推进重点项目建设和灾后重建'.repeat(3).slice(0, letters));
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 8 }), (phrases) => {
      const lines = titleLines(phrases);
      expect(lines.join('')).toBe(phrases.join(''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(19);
    }),
  );
});
