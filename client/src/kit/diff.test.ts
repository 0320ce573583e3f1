import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffText } from './diff.ts';

const marked = (before: string, after: string) =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('what changed in a text', () => {
  const cases = [
    { name: 'nothing', before: '土方回填完成。', after: '土方回填完成。', expected: '土方回填完成。' },
    {
      name: 'a number is changed whole',
      before: '回填完成 86%，围挡',
      after: '回填完成 92%，围挡',
      expected: '回填完成 [-86%][+92%]，围挡',
    },
    { name: 'a sentence more', before: '协议已签。', after: '协议已签。补正材料已报。', expected: '协议已签。[+补正材料已报。]' },
    { name: 'everything new', before: '', after: '开工', expected: '[+开工]' },
    { name: 'everything gone', before: '开工', after: '', expected: '[-开工]' },
  ];
  for (const { name, before, after, expected } of cases) {
    it(name, () => expect(marked(before, after)).toBe(expected));
  }

  it('both texts can be read out of the parts again', () => {
    const text = fc.string({ unit: fc.constantFrom('土', '方', '8', '6', '%', '，', ' ', '𠮷'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});
